// The figures of periods are what the record says, whatever came in which order. SPDX-License-Identifier:
// GPL-3.0-or-later
#include "hub/spine/kpi_period.h"

#include "hub/spine/projector.h"
#include "tests/spine/fixture.h"
#include "tests/spine/lives.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>

namespace guardline::spine::test {
namespace {

constexpr Micros kPatience{20'000'000};
constexpr Micros kHour = std::chrono::hours(1);

class KpiPeriod : public testing::TestWithParam<Store> {
 protected:
  World world{GetParam()};
  std::unique_ptr<Projector> projector;
  /// A whole hour, some hours ago; tests say their times from here.
  Timestamp begun = std::chrono::floor<std::chrono::hours>(SystemClock().now()) - std::chrono::hours(6);

  void SetUp() override { start({}); }
  void start(ProjectorOptions options) {
    projector.reset();
    projector = std::make_unique<Projector>(world.stores, world.spine->signal(), world.clock, options);
    const auto ok = projector->start();
    ASSERT_TRUE(ok) << ok.error().message;
  }
  struct About {
    std::uint64_t delivery{1};
    std::uint64_t message{1};
    std::uint64_t investor{1};
    Channel channel{Channel::sms};
  };
  void say(EventKind kind, About what, Micros at, Reason reason = Reason::none, std::string code = {}) {
    auto draft = delivery_event(world.clock, kind, what.delivery);
    draft.message = message(what.message);
    draft.investor = investor(what.investor);
    draft.channel = what.channel;
    draft.occurred_at = begun + at;
    draft.reason = reason;
    draft.code = std::move(code);
    if (kind == EventKind::message_planned) draft.delivery = {};
    world.commit(one(std::move(draft)));
  }
  PeriodFigures figures(Micros from = Micros(0), Micros length = 7 * kHour) {
    Reader reader(world.connect(Use::read));
    const auto ok = projector->wait_for(*reader.end(), kPatience);
    EXPECT_TRUE(ok) << ok.error().message;
    auto read = read_kpi_period(*world.connect(Use::read_projections), begun + from, begun + from + length, kHour);
    EXPECT_TRUE(read) << read.error().message;
    return read ? std::move(*read) : PeriodFigures{};
  }
};
INSTANTIATE_TEST_SUITE_P(Spine, KpiPeriod, testing::Values(Store::embedded, Store::postgres), store_name);

const PeriodScope& scope(const std::vector<PeriodScope>& scopes, std::optional<Channel> channel) {
  static const PeriodScope none{};
  const auto found = std::ranges::find(scopes, channel, &PeriodScope::channel);
  return found == scopes.end() ? none : *found;
}

constexpr Micros minutes(std::int64_t n) { return Micros(n * 60'000'000); }

TEST_P(KpiPeriod, AReceiptThatComesHoursLaterChangesTheHourOfTheAcceptance) {
  say(EventKind::delivery_planned, {}, minutes(50));
  say(EventKind::delivery_accepted, {}, minutes(61));
  auto now = figures();
  ASSERT_EQ(now.buckets.size(), 2U) << "people stand in the hour of the plan";
  EXPECT_EQ(now.buckets[1].from, begun + kHour);
  EXPECT_EQ(scope(now.buckets[1].scopes, Channel::sms).counts.accepted, 1);
  EXPECT_EQ(scope(now.buckets[1].scopes, Channel::sms).counts.delivered, 0);
  EXPECT_EQ(scope(now.buckets[0].scopes, Channel::sms).counts.deliveries, 0) << "it has left the hour of its plan";

  say(EventKind::delivery_delivered, {}, minutes(290));
  now = figures();
  ASSERT_EQ(now.buckets.size(), 2U) << "nothing in the hour in which the receipt came";
  const auto& hour = scope(now.buckets[1].scopes, Channel::sms);
  EXPECT_EQ(hour.counts.accepted, 1);
  EXPECT_EQ(hour.counts.delivered, 1);
  EXPECT_EQ(scope(now.buckets[0].scopes, std::nullopt).people.reached, 1);
  const auto took = scope(now.whole, std::nullopt).times.quantile(0.5);
  ASSERT_TRUE(took);
  EXPECT_GE(*took, 240 * 60'000);
  EXPECT_LE(*took, 240 * 60'000 * 105 / 100);

  // Later still: a failure that changes nothing is counted as late, in the hour in which it came.
  say(EventKind::delivery_failed, {}, minutes(300), Reason::no_such_number);
  now = figures();
  EXPECT_EQ(scope(now.buckets[1].scopes, Channel::sms).counts.delivered, 1);
  EXPECT_EQ(scope(now.whole, Channel::sms).counts.failed_person, 0);
  // "Now" may have crossed into the next hour since `begun` was taken.
  now = figures(Micros(0), 10 * kHour);
  EXPECT_EQ(scope(now.whole, Channel::sms).counts.late, 1);
}

TEST_P(KpiPeriod, PeopleAreCountedOnceAndByWhatBecameOfThem) {
  const auto deliver = [&](About what) {
    say(EventKind::delivery_planned, what, minutes(1));
    say(EventKind::delivery_accepted, what, minutes(2));
    say(EventKind::delivery_delivered, what, minutes(3));
  };
  // 1: two messages by SMS, both delivered. 2: SMS fails, e-mail arrives and is opened. 3: nothing arrives.
  deliver({.delivery = 1, .message = 1, .investor = 1});
  deliver({.delivery = 2, .message = 2, .investor = 1});
  say(EventKind::delivery_planned, {3, 3, 2, Channel::sms}, minutes(1));
  say(EventKind::delivery_failed, {3, 3, 2, Channel::sms}, minutes(2), Reason::no_such_number);
  const About mail{4, 3, 2, Channel::email};
  deliver(mail);
  say(EventKind::opened, mail, minutes(4), Reason::none, "machine");
  EXPECT_EQ(scope(figures().whole, Channel::email).people.opened, 0) << "a machine is no reader";
  say(EventKind::opened, mail, minutes(5));
  say(EventKind::delivery_planned, {5, 5, 3, Channel::sms}, minutes(1));
  say(EventKind::delivery_failed, {5, 5, 3, Channel::sms}, minutes(2), Reason::carrier_down);
  // 4: left out on purpose. 5: no address, which is no purpose. 6: mail opened without proof of delivery.
  say(EventKind::delivery_suppressed, {6, 6, 4, Channel::sms}, minutes(1), Reason::opted_out);
  say(EventKind::delivery_suppressed, {7, 7, 5, Channel::sms}, minutes(1), Reason::no_contact_point);
  const About unproved{8, 8, 6, Channel::email};
  say(EventKind::delivery_planned, unproved, minutes(1));
  say(EventKind::delivery_accepted, unproved, minutes(2));
  say(EventKind::opened, unproved, minutes(3));
  // 1 confirms by a link in the second message.
  say(EventKind::read_confirmed, {.delivery = 2, .message = 2, .investor = 1}, minutes(9));

  const auto now = figures();
  const auto& all = scope(now.whole, std::nullopt).people;
  EXPECT_EQ(all.due, 5);
  EXPECT_EQ(all.reached, 2);
  EXPECT_EQ(all.on_purpose, 1);
  EXPECT_EQ(all.openable, 1);
  EXPECT_EQ(all.opened, 1);
  EXPECT_EQ(all.cannot_report, 1);
  EXPECT_EQ(all.unproved, 1);
  EXPECT_EQ(all.confirmed, 1);
  const auto& sms = scope(now.whole, Channel::sms);
  EXPECT_EQ(sms.people.due, 4);
  EXPECT_EQ(sms.people.reached, 1);
  EXPECT_EQ(sms.people.openable, 0) << "a text message can't tell";
  EXPECT_EQ(sms.counts.delivered, 2);
  EXPECT_EQ(sms.counts.failed_person, 1);
  EXPECT_EQ(sms.counts.failed_carrier, 1);
  EXPECT_EQ(sms.counts.suppressed, 2);
  EXPECT_EQ(scope(now.whole, Channel::email).counts.opened_machine, 1);
  // Messages that were to arrive, and those that did: 1, 2 and 3 of 1, 2, 3, 5, 7, 8.
  EXPECT_EQ(scope(now.whole, std::nullopt).times.due(), 6);
  EXPECT_EQ(scope(now.whole, std::nullopt).times.reached(), 3);
}

TEST_P(KpiPeriod, TheFirstOfSeveralChannelsIsTheFirstReachWhicheverIsHeardOfFirst) {
  say(EventKind::message_planned, {}, Micros(0));
  const About sms{1, 1, 1, Channel::sms};
  const About mail{2, 1, 1, Channel::email};
  say(EventKind::delivery_planned, sms, minutes(1));
  say(EventKind::delivery_planned, mail, minutes(1));
  say(EventKind::delivery_delivered, mail, minutes(40));
  const auto p50 = [&] { return scope(figures().whole, std::nullopt).times.quantile(0.5).value_or(0); };
  EXPECT_GE(p50(), 40 * 60'000) << "from the plan of the message";
  say(EventKind::delivery_delivered, sms, minutes(10));
  EXPECT_GE(p50(), 10 * 60'000);
  EXPECT_LE(p50(), 10 * 60'000 * 105 / 100);
  EXPECT_EQ(scope(figures().whole, std::nullopt).times.reached(), 1);
}

TEST_P(KpiPeriod, DrillsAndEmptyTimesCountNothing) {
  auto draft = delivery_event(world.clock, EventKind::delivery_failed, 1);
  draft.drill = true;
  draft.occurred_at = begun;
  draft.reason = Reason::no_such_number;
  world.commit(one(draft));
  const auto now = figures();
  EXPECT_TRUE(now.whole.empty());
  EXPECT_TRUE(now.buckets.empty());
  auto reads = world.connect(Use::read_projections);
  EXPECT_EQ(*earliest_kpi(*reads), std::nullopt);
  EXPECT_EQ(read_kpi_period(*reads, begun, begun, kHour).error().code, ErrorCode::invalid_argument);
  say(EventKind::delivery_planned, {.delivery = 2}, minutes(61));
  figures();
  EXPECT_EQ(*earliest_kpi(*reads), begun + kHour);
}

TEST(ReachSteps, AreAtMostFivePercentHigh) {
  for (std::int64_t ms = 1; ms < 3'000'000'000; ms += 1 + ms / 7) {
    const auto border = reach_border(reach_step(Micros(ms * 1000)));
    EXPECT_GE(border, ms - 1) << ms;
    EXPECT_LE(static_cast<double>(border), static_cast<double>(ms) * 1.05 + 1) << ms;
  }
  EXPECT_EQ(reach_step(Micros(-5)), 0);
}

// ---- Recomputed from the rows alone, the slow way, and compared.

Timestamp hour_of(Timestamp at) { return std::chrono::floor<std::chrono::hours>(at); }

/// What a scope should say, from the lives that belong to it.
PeriodScope expected(const std::map<DeliveryId, Life>& lives, const std::vector<StoredEvent>& events, Timestamp from,
                     Timestamp until, std::optional<Channel> channel) {
  PeriodScope out;
  out.channel = channel;
  const auto within = [&](Timestamp at) { return hour_of(at) >= from && hour_of(at) < until; };
  std::set<InvestorId> meant, due, reached, openable, opened, unproved, confirmed, confirmable;
  std::map<std::pair<InvestorId, Channel>, std::array<bool, 3>> by_channel;
  std::map<MessageId, std::tuple<Timestamp, std::optional<Timestamp>, int>> messages;
  for (const auto& [id, life] : lives) {
    if (const auto planned = life.first.occurred_at; true) {
      auto& [at, first, count] = messages.try_emplace(life.first.message, planned, std::nullopt, 0).first->second;
      at = std::min(at, planned);
      if (life.reached != Timestamp{}) first = std::min(first.value_or(life.reached), life.reached);
      count += life.due() ? 1 : 0;
    }
    if (channel && *life.first.channel != *channel) continue;
    const auto failure = [&](FailureClass f) {
      // A failure whose reason is none of a failure is counted as our own.
      const auto whose = failure_class(life.reason).value_or(FailureClass::system);
      return life.state == DeliveryState::failed && whose == f ? 1 : 0;
    };
    if (within(life.taken != Timestamp{} ? life.taken : life.first.occurred_at)) {
      auto& c = out.counts;
      ++c.deliveries;
      c.accepted += life.taken != Timestamp{} ? 1 : 0;
      c.delivered += life.state == DeliveryState::delivered ? 1 : 0;
      c.failed_person += failure(FailureClass::person);
      c.failed_message += failure(FailureClass::message);
      c.failed_carrier += failure(FailureClass::carrier);
      c.failed_system += failure(FailureClass::system);
      c.suppressed += life.state == DeliveryState::suppressed || life.state == DeliveryState::cancelled ? 1 : 0;
      c.expired += life.state == DeliveryState::expired ? 1 : 0;
      c.unknown += life.state == DeliveryState::unknown ? 1 : 0;
      c.opened_person += life.person ? 1 : 0;
      c.opened_machine += life.machine ? 1 : 0;
      c.confirmed += life.confirmed ? 1 : 0;
    }
    if (!within(life.first.occurred_at)) continue;
    const auto who = life.first.investor;
    meant.insert(who);
    if (life.due()) due.insert(who);
    auto& [arrived, trusted, confirms] = by_channel[{who, *life.first.channel}];
    arrived = arrived || life.reached != Timestamp{};
    trusted = trusted || life.trusted;
    confirms = confirms || life.confirmed;
    if (channel && life.due()) {
      const auto step = life.reached == Timestamp{} ? kNotReached : reach_step(life.reached - life.first.occurred_at);
      out.times.add(step, 1);
    }
  }
  for (const auto& [key, what] : by_channel) {
    const auto& [who, on] = key;
    if (what[0]) reached.insert(who);
    if (what[2]) confirmable.insert(who);
    const bool can = on == Channel::email || on == Channel::push || on == Channel::web || on == Channel::chat;
    if (can && what[0]) openable.insert(who);
    if (can && what[0] && what[1]) opened.insert(who);
    if (can && what[1]) unproved.insert(who);
  }
  for (const auto& who : opened) unproved.erase(who);
  auto& p = out.people;
  const auto size = [](const auto& set) { return static_cast<std::int64_t>(set.size()); };
  p.due = size(due);
  p.reached = size(reached);
  p.on_purpose = size(meant) - size(due);
  p.openable = size(openable);
  p.opened = size(opened);
  p.cannot_report = size(reached) - size(openable);
  p.unproved = size(unproved);
  p.confirmed = std::ranges::count_if(confirmable, [&](const auto& who) { return reached.contains(who); });
  if (!channel) {
    for (const auto& [id, message] : messages) {
      const auto& [at, first, count] = message;
      if (count > 0 && within(at)) out.times.add(first ? reach_step(*first - at) : kNotReached, 1);
    }
  }
  for (const auto& event : events) {
    const bool mine = event.mark == Mark::late && (!channel || event.channel == channel);
    if (mine && within(event.recorded_at)) ++out.counts.late;
  }
  return out;
}

std::string text_of(const PeriodScope& s) {
  std::string out = s.channel ? std::string(name(*s.channel)) : "all";
  const auto& c = s.counts;
  const auto& p = s.people;
  for (const auto n : {c.deliveries,
                       c.accepted,
                       c.delivered,
                       c.failed_person,
                       c.failed_message,
                       c.failed_carrier,
                       c.failed_system,
                       c.suppressed,
                       c.expired,
                       c.unknown,
                       c.opened_person,
                       c.opened_machine,
                       c.confirmed,
                       c.late,
                       p.due,
                       p.reached,
                       p.on_purpose,
                       p.openable,
                       p.opened,
                       p.cannot_report,
                       p.unproved,
                       p.confirmed,
                       s.times.due(),
                       s.times.reached(),
                       s.times.quantile(0.5).value_or(-1),
                       s.times.quantile(0.95).value_or(-1),
                       s.times.quantile(0.99).value_or(-1)}) {
    out += " " + std::to_string(n);
  }
  return out;
}

TEST_P(KpiPeriod, TheProjectionIsWhatTheRowsSayHoweverTheyCame) {
  std::mt19937_64 random(20261122);
  start({.batch = 3, .poll = Micros(1000)});
  make_mess(world, begun, random, 70);
  start({.batch = 50, .poll = Micros(1000)});
  make_mess(world, begun, random, 70);
  const auto live = figures(Micros(0), 10 * kHour);
  const auto events = world.all();
  ASSERT_GT(events.size(), 600U);
  const auto lives = lives_of(events);

  std::vector<std::optional<Channel>> scopes{std::nullopt};
  for (const auto channel : kChannels) scopes.emplace_back(channel);
  std::int64_t late = 0, delivered = 0;
  for (const auto& channel : scopes) {
    const auto should = expected(lives, events, begun, begun + 10 * kHour, channel);
    PeriodScope is = scope(live.whole, channel);
    is.channel = channel;
    EXPECT_EQ(text_of(is), text_of(should));
    late += should.counts.late;
    delivered += should.counts.delivered;
  }
  EXPECT_GT(late, 20) << "the mess must have something to move";
  EXPECT_GT(delivered, 20);
  for (int hour = 0; hour < 10; ++hour) {
    const auto from = begun + hour * kHour;
    const auto at = std::ranges::find(live.buckets, from, &PeriodBucket::from);
    for (const auto& channel : scopes) {
      PeriodScope is = at == live.buckets.end() ? PeriodScope{} : scope(at->scopes, channel);
      is.channel = channel;
      EXPECT_EQ(text_of(is), text_of(expected(lives, events, from, from + kHour, channel))) << "hour " << hour;
    }
  }

  projector.reset();
  ASSERT_TRUE(rebuild_projections(world.stores, world.clock));
  const auto again = read_kpi_period(*world.connect(Use::read_projections), begun, begun + 10 * kHour, 10 * kHour);
  ASSERT_TRUE(again) << again.error().message;
  for (const auto& channel : scopes) {
    EXPECT_EQ(text_of(scope(again->whole, channel)), text_of(scope(live.whole, channel)));
  }
}

}  // namespace
}  // namespace guardline::spine::test

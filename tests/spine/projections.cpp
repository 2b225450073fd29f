// The projections follow the spine, exactly, and can be made again. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/kpi.h"
#include "hub/spine/progress.h"
#include "hub/spine/projector.h"
#include "hub/spine/reach.h"
#include "hub/spine/sql.h"
#include "tests/spine/fixture.h"

#include <map>
#include <mutex>
#include <random>

namespace guardline::spine::test {
namespace {

constexpr Micros kPatience{20'000'000};

class Projections : public testing::TestWithParam<Store> {
 protected:
  World world{GetParam()};
  std::unique_ptr<Projector> projector;

  void SetUp() override { start({}); }
  void start(ProjectorOptions options) {
    projector = std::make_unique<Projector>(world.stores, world.spine->signal(), world.clock, options);
    const auto ok = projector->start();
    ASSERT_TRUE(ok) << ok.error().message;
  }
  void catch_up() {
    Reader reader(world.connect(Use::read));
    const auto ok = projector->wait_for(*reader.end(), kPatience);
    ASSERT_TRUE(ok) << ok.error().message;
  }
  void say(EventKind kind, std::uint64_t number, Reason reason = Reason::none, std::int64_t at_ms = 0,
           std::string code = {}) {
    auto draft = delivery_event(world.clock, kind, number);
    draft.channel = Channel::sms;
    draft.investor = investor(number);
    draft.occurred_at = start_ + std::chrono::milliseconds(at_ms);
    draft.reason = reason;
    draft.code = std::move(code);
    world.commit(one(std::move(draft)));
  }
  std::vector<KpiBucket> buckets() {
    catch_up();
    auto snapshot = read_kpi(*world.connect(Use::read_projections), Timestamp{}, Timestamp::max());
    EXPECT_TRUE(snapshot) << snapshot.error().message;
    return snapshot ? snapshot->buckets : std::vector<KpiBucket>{};
  }
  /// Some whole minute of today, an hour ago.
  Timestamp start_ = std::chrono::floor<std::chrono::minutes>(SystemClock().now() - std::chrono::hours(1));
};
INSTANTIATE_TEST_SUITE_P(Spine, Projections, testing::Values(Store::embedded, Store::postgres), store_name);

TEST_P(Projections, ALateReceiptMovesTheBucketOfItsAcceptance) {
  say(EventKind::delivery_planned, 1, Reason::none, 0);
  say(EventKind::delivery_intent, 1, Reason::none, 100);
  say(EventKind::delivery_accepted, 1, Reason::none, 61'000);
  auto now = buckets();
  ASSERT_EQ(now.size(), 2u);
  EXPECT_EQ(now[0].planned, 1);
  EXPECT_EQ(now[0].backlog, 0);
  EXPECT_EQ(now[1].accepted, 1);
  EXPECT_EQ(now[1].handed, 1);
  EXPECT_EQ(now[1].delivered, 0);
  EXPECT_EQ(now[1].minute, start_ + std::chrono::minutes(1));
  say(EventKind::delivery_delivered, 1, Reason::none, 600'000);
  now = buckets();
  ASSERT_EQ(now.size(), 2u);
  EXPECT_EQ(now[1].delivered, 1);
  EXPECT_EQ(now[1].accepted, 1);
  EXPECT_GE(now[1].latency_p50_ms, 539'000);
  EXPECT_LE(now[1].latency_p50_ms, 539'000 * 5 / 4);
}

TEST_P(Projections, AStateThatPassesIsTakenBack) {
  say(EventKind::delivery_planned, 1);
  EXPECT_EQ(buckets().at(0).backlog, 1);
  say(EventKind::delivery_unknown, 1, Reason::answer_lost);
  auto now = buckets().at(0);
  EXPECT_EQ(now.unknown, 1);
  EXPECT_EQ(now.backlog, 0);
  EXPECT_EQ(now.handed, 1);
  say(EventKind::delivery_accepted, 1, Reason::none, 5);
  EXPECT_EQ(buckets().at(0).unknown, 0);
  say(EventKind::delivery_failed, 1, Reason::carrier_rejected, 6);
  EXPECT_EQ(buckets().at(0).failed_carrier, 1);
  say(EventKind::delivery_delivered, 1, Reason::none, 7);
  now = buckets().at(0);
  EXPECT_EQ(now.failed_carrier, 0);
  EXPECT_EQ(now.delivered, 1);
  EXPECT_EQ(now.accepted, 1);
  // Late and doubled receipts change nothing.
  say(EventKind::delivery_delivered, 1, Reason::none, 8);
  say(EventKind::delivery_failed, 1, Reason::no_such_number, 9);
  EXPECT_EQ(buckets().at(0), now);
}

TEST_P(Projections, FailuresAreCountedByTheirClass) {
  const std::pair<Reason, std::int64_t KpiBucket::*> cases[] = {{Reason::no_such_number, &KpiBucket::failed_person},
                                                                {Reason::content_refused, &KpiBucket::failed_message},
                                                                {Reason::carrier_down, &KpiBucket::failed_carrier},
                                                                {Reason::internal_error, &KpiBucket::failed_system}};
  std::uint64_t number = 0;
  for (const auto& [reason, counter] : cases) {
    ++number;
    say(EventKind::delivery_planned, number);
    say(EventKind::delivery_failed, number, reason);
    EXPECT_EQ(buckets().at(0).*counter, 1) << name(reason);
  }
  say(EventKind::delivery_suppressed, 10, Reason::no_consent);
  say(EventKind::delivery_expired, 11, Reason::carrier_expired);
  const auto now = buckets().at(0);
  EXPECT_EQ(now.suppressed, 1);
  EXPECT_EQ(now.expired, 1);
  EXPECT_EQ(now.accepted, 0);
}

TEST_P(Projections, OpensAreCountedOncePerDeliveryAndKind) {
  say(EventKind::delivery_planned, 1);
  say(EventKind::delivery_accepted, 1);
  say(EventKind::opened, 1, Reason::none, 1000, "machine");
  say(EventKind::opened, 1, Reason::none, 2000);
  say(EventKind::opened, 1, Reason::none, 3000);
  const auto now = buckets().at(0);
  EXPECT_EQ(now.opened_person, 1);
  EXPECT_EQ(now.opened_machine, 1);
}

TEST_P(Projections, DrillsStandInNoBucket) {
  auto draft = delivery_event(world.clock, EventKind::delivery_failed, 1);
  draft.drill = true;
  draft.reason = Reason::no_such_number;
  world.commit(one(draft));
  EXPECT_TRUE(buckets().empty());
  EXPECT_TRUE(read_reach(*world.connect(Use::read_projections), draft.investor)->channels.empty());
}

TEST_P(Projections, ReachComesFromPersonFailuresOnly) {
  const auto reach = [&](std::uint64_t number) {
    catch_up();
    return read_reach(*world.connect(Use::read_projections), investor(number))->reach;
  };
  const auto fail_with = [&](std::uint64_t who, Channel channel, Reason reason) {
    static std::uint64_t fresh = 1000;
    auto draft = delivery_event(world.clock, EventKind::delivery_failed, ++fresh);
    draft.investor = investor(who);
    draft.channel = channel;
    draft.reason = reason;
    world.commit(one(std::move(draft)));
  };
  EXPECT_EQ(reach(1), Reach::reachable);
  fail_with(1, Channel::sms, Reason::carrier_down);
  fail_with(1, Channel::sms, Reason::internal_error);
  EXPECT_EQ(reach(1), Reach::reachable);
  fail_with(1, Channel::sms, Reason::handset_off);
  EXPECT_EQ(reach(1), Reach::weak);
  fail_with(1, Channel::sms, Reason::handset_off);
  fail_with(1, Channel::sms, Reason::handset_off);
  EXPECT_EQ(reach(1), Reach::lost);
  fail_with(1, Channel::email, Reason::mailbox_full);
  EXPECT_EQ(reach(1), Reach::weak);
  fail_with(1, Channel::email, Reason::no_such_mailbox);
  EXPECT_EQ(reach(1), Reach::lost);
  say(EventKind::delivery_delivered, 1);
  EXPECT_EQ(reach(1), Reach::reachable);
  fail_with(2, Channel::email, Reason::no_such_mailbox);
  catch_up();
  const auto counts = count_reach(*world.connect(Use::read_projections));
  ASSERT_TRUE(counts) << counts.error().message;
  EXPECT_EQ(counts->reachable, 1);
  EXPECT_EQ(counts->weak, 0);
  EXPECT_EQ(counts->lost, 1);
}

TEST_P(Projections, ProgressAnswersForNoticesMessagesAndDeliveries) {
  Submission submission;
  for (std::uint64_t n = 100; n < 110; ++n) {
    for (auto& draft : life(world.clock, n)) submission.events.push_back(std::move(draft));
    for (auto& draft : submission.events) draft.cause = {};
  }
  auto suppressed = delivery_event(world.clock, EventKind::message_planned, 150);
  suppressed.delivery = {};
  submission.events.push_back(suppressed);
  world.commit(std::move(submission));
  catch_up();
  auto database = world.connect(Use::read_projections);
  const auto notices = read_notice(*database, notice(1));
  ASSERT_TRUE(notices) << notices.error().message;
  EXPECT_EQ(notices->messages, 11);
  std::int64_t delivered = 0;
  for (const auto& count : notices->states) delivered += count.state == DeliveryState::delivered ? count.deliveries : 0;
  EXPECT_EQ(delivered, 10);
  EXPECT_EQ(read_messages(*database, notice(1), {}, 5)->size(), 5u);
  EXPECT_EQ(read_messages(*database, notice(1), message(104), 50)->size(), 6u);
  const auto deliveries = read_deliveries(*database, notice(1), message(103));
  ASSERT_EQ(deliveries->size(), 1u);
  EXPECT_EQ(deliveries->at(0).delivery, delivery(103));
  EXPECT_EQ(deliveries->at(0).state, DeliveryState::delivered);
  EXPECT_TRUE(deliveries->at(0).accepted_at.has_value());
  EXPECT_EQ(read_delivery(*database, delivery(104))->investor, investor(4));
  EXPECT_EQ(read_delivery(*database, delivery(9999)).error().code, ErrorCode::not_found);
  EXPECT_EQ(read_notice(*database, notice(77)).error().code, ErrorCode::not_found);
}

/// Random receipts about few deliveries, over several submissions.
void make_history(World& world, std::uint64_t seed, int submissions) {
  std::mt19937_64 random(seed);
  constexpr EventKind kinds[] = {EventKind::delivery_planned,
                                 EventKind::delivery_intent,
                                 EventKind::delivery_handed,
                                 EventKind::delivery_accepted,
                                 EventKind::delivery_delivered,
                                 EventKind::delivery_failed,
                                 EventKind::delivery_expired,
                                 EventKind::delivery_unknown,
                                 EventKind::delivery_suppressed,
                                 EventKind::delivery_cancelled,
                                 EventKind::opened,
                                 EventKind::clicked,
                                 EventKind::read_confirmed};
  constexpr Reason reasons[] = {Reason::no_such_number, Reason::handset_off, Reason::carrier_down,
                                Reason::content_refused};
  for (int s = 0; s < submissions; ++s) {
    Submission submission;
    for (int i = 0; i < 20; ++i) {
      auto draft = delivery_event(world.clock, kinds[random() % std::size(kinds)], random() % 200);
      draft.occurred_at -= Micros(static_cast<std::int64_t>(random() % 600'000'000));
      draft.reason = reasons[random() % std::size(reasons)];
      if (random() % 2 == 0) draft.code = "machine";
      submission.events.push_back(std::move(draft));
    }
    ASSERT_TRUE(world.committer().submit(std::move(submission), [](auto) {}));
  }
}

/// Everything in the projections' tables as text.
std::string dump(World& world) {
  auto database = world.connect(Use::read_projections);
  std::string all;
  const auto table = [&](std::string_view sql, int blobs, int texts, int numbers) {
    auto ok = do_sql(*database, sql, {}, [&](const db::Row& row) {
      int c = 0;
      for (int i = 0; i < blobs; ++i) all += to_hex(row.blob(c++)) + " ";
      for (int i = 0; i < texts; ++i) all += std::string(row.text(c++)) + " ";
      for (int i = 0; i < numbers; ++i) all += std::to_string(row.int64(c++)) + " ";
      all += "\n";
      return true;
    });
    EXPECT_TRUE(ok) << ok.error().message;
  };
  table("SELECT cursor FROM projection_cursor", 0, 1, 0);
  table(
      "SELECT delivery, message, notice, investor, carrier, channel, state, reason, drill, planned_at, accepted_at, "
      "changed_at, reached_at, minute, flags FROM p_delivery ORDER BY delivery",
      4, 1, 10);
  table("SELECT notice, message, delivery FROM p_message ORDER BY notice, message, delivery", 3, 0, 0);
  table(
      "SELECT histogram, minute, channel, planned, handed, accepted, delivered, failed_person, failed_message, "
      "failed_carrier, failed_system, suppressed, expired, unknown, backlog, opened_person, opened_machine FROM p_kpi "
      "ORDER BY minute, channel",
      1, 0, 16);
  table("SELECT investor, entry, notice, planned_at, drill, kind FROM p_entry ORDER BY investor, entry", 3, 0, 3);
  table("SELECT investor, entry, author, code, partition, seq FROM p_said ORDER BY investor, entry", 3, 1, 2);
  table(
      "SELECT investor, entry, delivery, carrier, code, channel, state, reason, attempts, late, resent, planned_at, "
      "handed_at, accepted_at, ended_at, opened_at, machine_at, clicked_at, replied_at, confirmed_at, partition, seq "
      "FROM p_track ORDER BY investor, entry, delivery",
      3, 2, 17);
  table(
      "SELECT hour, channel, deliveries, accepted, delivered, failed_person, failed_message, failed_carrier, "
      "failed_system, suppressed, expired, unknown, opened_person, opened_machine, confirmed, late FROM p_kpi_hour "
      "ORDER BY hour, channel",
      0, 0, 16);
  table(
      "SELECT investor, hour, channel, deliveries, due, delivered, opened, confirmed FROM p_kpi_person "
      "ORDER BY hour, investor, channel",
      1, 0, 7);
  table("SELECT message, planned_at, first_at, due FROM p_kpi_message ORDER BY message", 1, 0, 3);
  table("SELECT hour, channel, step, messages FROM p_kpi_first ORDER BY hour, channel, step", 0, 0, 4);
  table("SELECT investor, channel, failures, hard, reason FROM p_reach ORDER BY investor, channel", 1, 0, 4);
  return all;
}

TEST_P(Projections, RebuiltIsWhatLiveWas) {
  projector.reset();
  start({.batch = 7, .poll = Micros(1000)});  // many cuts while live, few in the rebuild
  make_history(world, 11, 60);
  world.commit({});
  catch_up();
  const auto live = dump(world);
  projector.reset();
  const auto rebuilt = rebuild_projections(world.stores, world.clock);
  ASSERT_TRUE(rebuilt) << rebuilt.error().message;
  EXPECT_EQ(*rebuilt, 1200);
  EXPECT_EQ(dump(world), live);
  EXPECT_GT(live.size(), 20'000u);
}

TEST_P(Projections, NoCounterIsEverNegativeAndDeliveredNeverBeatsAccepted) {
  make_history(world, 5, 40);
  world.commit({});
  KpiBucket sum;
  for (const auto& b : buckets()) {
    for (const auto value : {b.planned, b.handed, b.accepted, b.delivered, b.failed_person, b.failed_message,
                             b.failed_carrier, b.failed_system, b.suppressed, b.expired, b.unknown, b.backlog}) {
      EXPECT_GE(value, 0);
    }
    EXPECT_LE(b.delivered, b.accepted);
    sum.delivered += b.delivered;
    sum.accepted += b.accepted;
    sum.handed += b.handed;
  }
  // The buckets against an independent count.
  std::int64_t delivered = 0;
  auto database = world.connect(Use::read);
  ASSERT_TRUE(do_sql(*database, "SELECT count(*) FROM delivery WHERE state = 6", {}, [&](const db::Row& row) {
    delivered = row.int64(0);
    return true;
  }));
  EXPECT_EQ(sum.delivered, delivered);
  EXPECT_GT(delivered, 20);
  EXPECT_LE(sum.accepted, sum.handed);
}

TEST_P(Projections, DeltasCoverEveryEventOnceAndTheirBucketsAddUpToTheTables) {
  std::mutex mutex;
  std::vector<std::shared_ptr<const ProjectionDelta>> deltas;
  auto subscription = projector->subscribe([&](const auto& delta) {
    const std::lock_guard lock(mutex);
    deltas.push_back(delta);
  });
  make_history(world, 3, 50);
  world.commit({});
  const auto table = buckets();
  subscription.reset();
  world.commit(one(delivery_event(world.clock, EventKind::delivery_planned, 5000)));
  catch_up();
  const std::lock_guard lock(mutex);
  ASSERT_FALSE(deltas.empty());
  Cursor at = world.spine->beginning();
  std::int64_t events = 0;
  std::map<std::pair<Timestamp, Channel>, KpiBucket> drawn;
  for (const auto& delta : deltas) {
    EXPECT_EQ(delta->from, at);
    EXPECT_EQ(delta->to.distance_from(delta->from), delta->events);
    EXPECT_LE(delta->sample.size(), 20u);
    at = delta->to;
    events += delta->events;
    for (const auto& bucket : delta->buckets) drawn[{bucket.minute, bucket.channel}] = bucket;
  }
  EXPECT_EQ(events, 1000);  // the one after the end of the subscription is not among them
  ASSERT_EQ(drawn.size(), table.size());
  for (const auto& bucket : table) EXPECT_EQ((drawn.at({bucket.minute, bucket.channel})), bucket);
}

TEST_P(Projections, AProjectorThatStartsAgainGoesOnWhereItWas) {
  make_history(world, 8, 10);
  world.commit({});
  catch_up();
  projector.reset();
  make_history(world, 9, 10);
  world.commit({});
  world.open();
  start({});
  catch_up();
  const auto live = dump(world);
  projector.reset();
  ASSERT_TRUE(rebuild_projections(world.stores, world.clock));
  EXPECT_EQ(dump(world), live);
}

}  // namespace
}  // namespace guardline::spine::test

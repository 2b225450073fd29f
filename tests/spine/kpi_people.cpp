// The people behind a figure are as many as the figure says, and those whom the rows say. SPDX-License-Identifier:
// GPL-3.0-or-later
#include "hub/spine/kpi_people.h"

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
constexpr PeopleOf kQuestions[] = {PeopleOf::reached, PeopleOf::opened, PeopleOf::confirmed, PeopleOf::delivered};

/// What the figure of the same time says.
std::pair<std::int64_t, std::int64_t> figure(PeopleOf of, const PeriodScope& scope) {
  switch (of) {
    case PeopleOf::reached:
      return {scope.people.reached, scope.people.due};
    case PeopleOf::opened:
      return {scope.people.opened, scope.people.openable};
    case PeopleOf::confirmed:
      return {scope.people.confirmed, scope.people.reached};
    case PeopleOf::delivered:
      break;
  }
  return {scope.counts.delivered, scope.counts.accepted};
}

bool reports(Channel channel) { return channel != Channel::sms && channel != Channel::phone; }

/// The lives in a time, by person: the slow way.
using ByPerson = std::map<InvestorId, std::vector<Life>>;
ByPerson people_of(const std::map<DeliveryId, Life>& lives, const PeopleQuery& query) {
  ByPerson out;
  for (const auto& [id, life] : lives) {
    const auto at = query.of == PeopleOf::delivered ? life.taken : life.first.occurred_at;
    if (at >= query.from && at < query.until && at != Timestamp{}) out[life.first.investor].push_back(life);
  }
  return out;
}

std::vector<PersonBehind> expected(const ByPerson& people, const PeopleQuery& query) {
  std::vector<PersonBehind> out;
  for (const auto& [who, lives] : people) {
    const auto here = [&](const Life& life) { return !query.channel || life.first.channel == query.channel; };
    const auto any = [&](auto fits, bool anywhere) {
      return std::ranges::any_of(lives, [&](const Life& life) { return (anywhere || here(life)) && fits(life); });
    };
    // Delivered and opened on one channel, though perhaps by two messages.
    const auto read_on = [&](const Life& life) {
      return reports(*life.first.channel) && life.trusted && std::ranges::any_of(lives, [&](const Life& other) {
               return other.first.channel == life.first.channel && other.reached != Timestamp{};
             });
    };
    const auto arrived = [](const Life& life) { return life.reached != Timestamp{}; };
    const auto confirmed = [](const Life& life) { return life.confirmed; };
    const auto judge = [&](auto done) {
      const auto side = any(done, false)  ? PersonSide::counted
                        : any(done, true) ? PersonSide::elsewhere
                                          : PersonSide::never;
      out.push_back({side, who});
    };
    switch (query.of) {
      case PeopleOf::reached:
        if (any([](const Life& life) { return life.due(); }, false)) judge(arrived);
        break;
      case PeopleOf::opened:
        if (any([&](const Life& life) { return arrived(life) && reports(*life.first.channel); }, false)) judge(read_on);
        break;
      case PeopleOf::confirmed:
        if (any(arrived, false)) judge(confirmed);
        break;
      case PeopleOf::delivered:
        if (!any([](const Life&) { return true; }, false)) break;
        if (!any([&](const Life& life) { return !arrived(life); }, false)) {
          out.push_back({PersonSide::counted, who});
        } else {
          out.push_back({any(arrived, true) ? PersonSide::elsewhere : PersonSide::never, who});
        }
        break;
    }
  }
  std::ranges::sort(out);
  return out;
}

class KpiPeople : public testing::TestWithParam<Store> {
 protected:
  World world{GetParam()};
  std::unique_ptr<Projector> projector;
  Timestamp begun = std::chrono::floor<std::chrono::hours>(SystemClock().now()) - std::chrono::hours(6);

  void SetUp() override {
    projector = std::make_unique<Projector>(world.stores, world.spine->signal(), world.clock);
    const auto ok = projector->start();
    ASSERT_TRUE(ok) << ok.error().message;
  }
  void catch_up() {
    Reader reader(world.connect(Use::read));
    const auto ok = projector->wait_for(*reader.end(), kPatience);
    ASSERT_TRUE(ok) << ok.error().message;
  }
};
INSTANTIATE_TEST_SUITE_P(Spine, KpiPeople, testing::Values(Store::embedded, Store::postgres), store_name);

TEST_P(KpiPeople, AreAsManyAsTheFigureSaysAndThoseWhomTheRowsSay) {
  std::mt19937_64 random(20261122);
  make_mess(world, begun, random, 140);
  catch_up();
  const auto lives = lives_of(world.all());
  auto reads = world.connect(Use::read_projections);
  std::vector<std::optional<Channel>> channels{std::nullopt};
  for (const auto channel : kChannels) channels.emplace_back(channel);
  // Each hour, and everything at once: the sides differ, for somebody is reached in another hour.
  std::vector<std::pair<Timestamp, Timestamp>> times{{begun, begun + 10 * kHour}};
  for (int hour = 0; hour < 7; ++hour) times.emplace_back(begun + hour * kHour, begun + (hour + 1) * kHour);

  std::map<PersonSide, int> seen;
  for (const auto& [from, until] : times) {
    const auto period = read_kpi_period(*reads, from, until, until - from);
    ASSERT_TRUE(period) << period.error().message;
    for (const auto of : kQuestions) {
      for (const auto& channel : channels) {
        const PeopleQuery query{.of = of, .channel = channel, .from = from, .until = until};
        const auto behind = read_kpi_people(*reads, query);
        ASSERT_TRUE(behind) << behind.error().message;
        const auto found = std::ranges::find(period->whole, channel, &PeriodScope::channel);
        const auto wanted = found == period->whole.end() ? std::pair<std::int64_t, std::int64_t>{} : figure(of, *found);
        EXPECT_EQ(std::pair(behind->numerator, behind->denominator), wanted)
            << static_cast<int>(of) << " on " << (channel ? name(*channel) : "all");
        const auto people = people_of(lives, query);
        EXPECT_EQ(behind->people, expected(people, query));
        for (const auto& person : behind->people) ++seen[person.side];
      }
    }
  }
  for (const auto side : {PersonSide::never, PersonSide::elsewhere, PersonSide::counted}) {
    EXPECT_GT(seen[side], 30) << "the mess must have people on every side";
  }
}

TEST_P(KpiPeople, WhatWasSentToThemIsWhatWasCounted) {
  std::mt19937_64 random(7);
  make_mess(world, begun, random, 90);
  // A drill to the same people is in no figure.
  auto drill = delivery_event(world.clock, EventKind::delivery_planned, 500);
  drill.drill = true;
  drill.investor = investor(3);
  drill.occurred_at = begun;
  world.commit(one(drill));
  catch_up();
  const auto lives = lives_of(world.all());
  auto reads = world.connect(Use::read_projections);
  std::size_t compared = 0;
  for (const auto of : {PeopleOf::reached, PeopleOf::delivered}) {
    const PeopleQuery query{.of = of, .channel = {}, .from = begun, .until = begun + 2 * kHour};
    for (const auto& [who, theirs] : people_of(lives, query)) {
      const auto tracks = read_person_behind(*reads, query, who, 100);
      ASSERT_TRUE(tracks) << tracks.error().message;
      std::set<DeliveryId> is;
      std::set<DeliveryId> should;
      for (const auto& track : *tracks) is.insert(track.delivery);
      for (const auto& life : theirs) {
        if (!life.first.drill) should.insert(life.first.delivery);
      }
      EXPECT_EQ(is, should);
      compared += is.size();
      const auto some = read_person_behind(*reads, query, who, 1);
      ASSERT_TRUE(some);
      EXPECT_EQ(some->size(), std::min<std::size_t>(1, is.size()));
    }
  }
  EXPECT_GT(compared, 40U);
}

TEST_P(KpiPeople, OnlyWholeHoursAreATime) {
  auto reads = world.connect(Use::read_projections);
  for (const auto& [from, until] : {std::pair(begun, begun), std::pair(begun + kHour, begun),
                                    std::pair(begun + Micros(1), begun + kHour), std::pair(begun, begun + Micros(1))}) {
    EXPECT_EQ(read_kpi_people(*reads, {.from = from, .until = until}).error().code, ErrorCode::invalid_argument);
  }
  const auto none = read_kpi_people(*reads, {.from = begun, .until = begun + kHour});
  ASSERT_TRUE(none);
  EXPECT_TRUE(none->people.empty());
  EXPECT_EQ(none->denominator, 0);
}

}  // namespace
}  // namespace guardline::spine::test

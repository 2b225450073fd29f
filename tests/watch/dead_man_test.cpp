// A watch that stands still is told of, by a clock that the test moves. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/watch/dead_man.h"

#include "hub/watch/defaults.h"
#include "hub/watch/rule_check.h"
#include "hub/watch/schema.h"
#include "hub/watch/watcher.h"
#include "tests/spine/fixture.h"

#include <set>
#include <string>

namespace guardline::watch {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

/// Stands still until it is moved.
class StoppedClock final : public Clock {
 public:
  [[nodiscard]] Timestamp now() const override { return Timestamp(seconds(1'790'000'000)) + at_; }
  [[nodiscard]] Micros steady() const override { return at_; }
  void move(Micros by) { at_ += by; }

 private:
  Micros at_{seconds(1000)};
};

TEST(DeadMan, AWatchThatIsLateByMoreThanThreePeriodsRaisesAndComesBack) {
  spine::test::World world(spine::test::Store::embedded);
  spine::SpineOptions options;
  options.migrations = {migrate_watch};
  world.open(std::move(options));
  StoppedClock clock;
  AlertBook book(world.committer(), world.stores, clock);
  Watcher watcher(book, world.stores, clock);
  DeadMan dead_man(
      book, clock, [&] { return watcher.last_round(); }, kWatchEvery);
  ASSERT_TRUE(watcher.round());
  clock.move(3 * kWatchEvery);
  ASSERT_TRUE(dead_man.check());
  EXPECT_TRUE(book.all()->empty()) << "three periods are not yet late";
  clock.move(milliseconds(1));
  ASSERT_TRUE(dead_man.check());
  ASSERT_TRUE(dead_man.check()) << "raised once";
  auto alerts = *book.all();
  ASSERT_EQ(alerts.size(), 1U);
  EXPECT_EQ(alerts[0].trigger.rule, "watch-late");
  EXPECT_EQ(alerts[0].trigger.metric, AlertMetric::watch_silence);
  EXPECT_EQ(alerts[0].trigger.value, 16);
  EXPECT_EQ(alerts[0].severity, Severity::urgent);
  EXPECT_FALSE(alerts[0].channel);
  EXPECT_TRUE(alerts[0].state.active);
  EXPECT_EQ(alerts[0].revision, 1);

  ASSERT_TRUE(watcher.round()) << "rounds leave the hub's own alert alone";
  EXPECT_EQ(book.all()->front().state.suppression, Suppression::none);
  ASSERT_TRUE(dead_man.check());
  EXPECT_FALSE(book.all()->front().state.active);
  EXPECT_FALSE(book.all()->front().state.acknowledged) << "it stays until somebody has seen it";
  clock.move(4 * kWatchEvery);
  ASSERT_TRUE(dead_man.check());
  EXPECT_EQ(book.all()->front().state.occurrence, 2);
}

TEST(DeadMan, ARoundThatFailsIsNoRound) {
  spine::test::World world(spine::test::Store::embedded);  // without the watch's tables
  StoppedClock clock;
  AlertBook book(world.committer(), world.stores, clock);
  Watcher watcher(book, world.stores, clock);
  const auto before = watcher.last_round();
  clock.move(seconds(1));
  EXPECT_FALSE(watcher.round());
  EXPECT_EQ(watcher.last_round(), before);
}

TEST(Defaults, KeepTheirContractAndExplainOnlyEachOther) {
  std::set<std::string> ids;
  for (const auto& rule : default_rules()) {
    const auto ok = check_rule(rule);
    EXPECT_TRUE(ok) << (ok ? "" : ok.error().message);
    EXPECT_TRUE(ids.insert(rule.id).second) << rule.id;
  }
  for (const auto& rule : demo_rules()) EXPECT_TRUE(check_rule(rule)) << rule.id;
  for (const auto& rule : default_rules()) {
    for (const auto& other : rule.inhibited_by) EXPECT_TRUE(ids.contains(other)) << other;
  }
}

}  // namespace
}  // namespace guardline::watch

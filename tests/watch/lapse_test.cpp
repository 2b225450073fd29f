// Acknowledgements that lapse, on both stores. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/watch/rebuild.h"
#include "hub/watch/rule_check.h"
#include "tests/watch/book_world.h"

namespace guardline::watch {
namespace {

using namespace test;

class Lapse : public BookWorld {};
INSTANTIATE_TEST_SUITE_P(Stores, Lapse, testing::Values(Store::embedded, Store::postgres), spine::test::store_name);

TEST_P(Lapse, AnAcknowledgementLapsesWhereNobodySaysWhatWasDone) {
  const auto alert = raised();
  const auto seen = book->act(wish(alert, AlertAct::acknowledged));
  ASSERT_TRUE(seen);
  ASSERT_TRUE(seen->acknowledged_until);
  EXPECT_GE(*seen->acknowledged_until, world.clock.now() + minutes(29));
  EXPECT_LE(*seen->acknowledged_until, world.clock.now() + minutes(30));
  const auto announced = seen->announced_at;
  world.clock.push(minutes(29));
  round();
  EXPECT_TRUE(only().state.acknowledged);
  world.clock.push(minutes(1) + seconds(1));
  round();
  const auto again = only();
  EXPECT_FALSE(again.state.acknowledged);
  EXPECT_TRUE(again.state.active);
  EXPECT_EQ(again.state.occurrence, 1) << "the same occurrence goes on";
  EXPECT_GT(again.announced_at, announced) << "it asks for attention again";
  EXPECT_FALSE(again.acknowledged_until);
  const auto lapsed = rows(EventKind::alert_unacknowledged);
  ASSERT_EQ(lapsed.size(), 1U);
  EXPECT_TRUE(lapsed[0].actor.empty());
  round();
  EXPECT_EQ(rows(EventKind::alert_unacknowledged).size(), 1U);
  const auto before = dump();
  ASSERT_TRUE(rebuild_alerts(*world.spine, spine::test::bytes32(0x17)));
  EXPECT_EQ(dump(), before);

  // Seen once more, and this time something was done: that holds.
  ASSERT_TRUE(book->act(wish(again, AlertAct::acknowledged)));
  const auto done = book->act(wish(again, AlertAct::resolved, "换用备用通道"));
  ASSERT_TRUE(done);
  EXPECT_FALSE(done->acknowledged_until);
  world.clock.push(hours(1));
  round();
  EXPECT_TRUE(only().state.acknowledged);
}

TEST_P(Lapse, HowLongAnAcknowledgementHoldsIsTheRules) {
  auto rule = receipts_rule();
  rule.unacknowledge_seconds = 60;
  store(rule);
  send(20, false);
  round();
  const auto alert = only();
  ASSERT_TRUE(book->act(wish(alert, AlertAct::acknowledged)));
  // Kept quiet it waits; it lapses once it is heard of again.
  auto shelf = wish(alert, AlertAct::shelved);
  shelf.until = world.clock.now() + minutes(10);
  ASSERT_TRUE(book->act(shelf));
  world.clock.push(minutes(2));
  round();
  EXPECT_TRUE(only().state.acknowledged);
  world.clock.push(minutes(9));
  round();
  EXPECT_FALSE(only().state.acknowledged);
  EXPECT_EQ(only().state.suppression, Suppression::none);

  rule.unacknowledge_seconds = 0;
  store(rule);
  const auto held = book->act(wish(only(), AlertAct::acknowledged));
  ASSERT_TRUE(held);
  EXPECT_FALSE(held->acknowledged_until);
  world.clock.push(hours(5));
  round();
  EXPECT_TRUE(only().state.acknowledged) << "for good";
  rule.unacknowledge_seconds = -1;
  EXPECT_FALSE(check_rule(rule));
}

TEST_P(Lapse, WhatIsBackToNormalNeedsNoPromise) {
  const auto alert = raised();
  send(800, true);
  round();
  ASSERT_FALSE(only().state.active);
  const auto seen = book->act(wish(alert, AlertAct::acknowledged));
  ASSERT_TRUE(seen);
  EXPECT_FALSE(seen->acknowledged_until);
  EXPECT_FALSE(book->read(alert.id)->log.front().fact.until);
  world.clock.push(hours(1));
  round();
  EXPECT_TRUE(only().state.acknowledged);
  EXPECT_TRUE(rows(EventKind::alert_unacknowledged).empty());
}

TEST_P(Lapse, TheHubsOwnAlertLeavesItsShelfAndLapsesToo) {
  AlertFact fact;
  fact.alert = AlertId::make(world.clock.now());
  fact.act = AlertAct::raised;
  fact.occurrence = 1;
  fact.at = world.clock.now();
  fact.rule = "watch-late";
  fact.severity = Severity::urgent;
  fact.trigger.rule = fact.rule;
  fact.trigger.metric = AlertMetric::watch_silence;
  ASSERT_TRUE(book->record({fact}, 0));
  ASSERT_TRUE(book->act(wish(only(), AlertAct::acknowledged)));
  auto shelf = wish(only(), AlertAct::shelved);
  shelf.until = world.clock.now() + hours(1);
  ASSERT_TRUE(book->act(shelf));
  world.clock.push(minutes(40));
  round();
  EXPECT_EQ(only().state.suppression, Suppression::shelved);
  EXPECT_TRUE(only().state.acknowledged) << "on a shelf it waits";
  world.clock.push(minutes(21));
  round();
  EXPECT_EQ(only().state.suppression, Suppression::none);
  EXPECT_FALSE(only().state.acknowledged);
  EXPECT_EQ(only().announced_at, only().changed_at) << "it asks again";
  EXPECT_TRUE(only().state.active) << "rounds end nothing of the hub's own";
}

}  // namespace
}  // namespace guardline::watch

// Rounds of the watch while rules, channels and hubs come and go; on both stores. SPDX-License-Identifier:
// GPL-3.0-or-later
#include "core/wire/codec.h"
#include "hub/watch/dead_man.h"
#include "hub/watch/rebuild.h"
#include "hub/watch/seed.h"
#include "tests/watch/book_world.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <memory>
#include <thread>

namespace guardline::watch {
namespace {

using namespace test;

class Rounds : public BookWorld {
 protected:
  AlertRecord of(std::string_view rule) {
    const auto all = book->all();
    EXPECT_TRUE(all);
    const auto found = std::ranges::find_if(*all, [&](const auto& alert) { return alert.trigger.rule == rule; });
    EXPECT_TRUE(found != all->end()) << rule;
    return found == all->end() ? AlertRecord{} : *found;
  }
  void sql(const std::string& text) {
    spine::Submission submission;
    submission.also = [text](db::Database& database) { return database.execute(text); };
    world.commit(std::move(submission));
  }
};
INSTANTIATE_TEST_SUITE_P(Stores, Rounds, testing::Values(Store::embedded, Store::postgres), spine::test::store_name);

TEST_P(Rounds, AnAlertLeavesServiceWithItsChannelAndWithItsRule) {
  raised();
  auto rule = receipts_rule();
  rule.channels = {Channel::email};
  store(rule);
  round();
  EXPECT_EQ(only().state.suppression, Suppression::out_of_service) << "the rule looks elsewhere now";
  EXPECT_TRUE(only().state.active) << "and nobody has seen it end";
  round();
  EXPECT_EQ(rows(EventKind::alert_suppressed).size(), 1U) << "once";
  store(receipts_rule());
  round();
  EXPECT_EQ(only().state.suppression, Suppression::none);
  sql("DELETE FROM watch_rule");
  round();
  EXPECT_EQ(only().state.suppression, Suppression::out_of_service);
  EXPECT_EQ(book->act(wish(only(), AlertAct::acknowledged))->acknowledged_until.has_value(), true)
      << "a rule that is gone has the house's half hour";
  world.clock.push(minutes(31));
  round();
  EXPECT_TRUE(only().state.acknowledged) << "out of service it waits";
}

TEST_P(Rounds, AnExplanationOutOfServiceExplainsNothing) {
  store(receipts_rule());
  store(delivery_rule());
  send(20, false);
  round();
  round();
  ASSERT_EQ(of("sms-delivery-rate").state.suppression, Suppression::by_design);
  auto off = receipts_rule();
  off.enabled = false;
  store(off);
  round();  // the explanation goes out of service
  round();
  EXPECT_EQ(of("sms-no-receipts").state.suppression, Suppression::out_of_service);
  EXPECT_EQ(of("sms-delivery-rate").state.suppression, Suppression::none) << "heard again";
  EXPECT_TRUE(of("sms-delivery-rate").state.active);
}

TEST_P(Rounds, WhileAShelfHoldsNothingElseKeepsItQuiet) {
  store(delivery_rule());
  send(20, false);
  round();
  auto shelf = wish(of("sms-delivery-rate"), AlertAct::shelved);
  shelf.until = world.clock.now() + minutes(2);
  ASSERT_TRUE(book->act(shelf));
  store(receipts_rule());
  round();
  round();
  EXPECT_EQ(of("sms-delivery-rate").state.suppression, Suppression::shelved);
  EXPECT_TRUE(of("sms-delivery-rate").suppressed_by.empty());
  world.clock.push(minutes(2));
  round();  // the shelf ends, then what explains it is seen
  round();
  EXPECT_EQ(of("sms-delivery-rate").state.suppression, Suppression::by_design);
  EXPECT_EQ(of("sms-delivery-rate").suppressed_by, "sms-no-receipts");
}

TEST_P(Rounds, ABrokenRuleIsLeftOutUntilItIsWhole) {
  store(receipts_rule());
  sql("UPDATE watch_rule SET definition = '{}'");
  send(20, false);
  round();
  round();
  EXPECT_TRUE(book->all()->empty());
  EXPECT_TRUE(seed_rules(world.committer(), {delivery_rule()}));
  EXPECT_EQ(load_rules(*world.connect(spine::Use::read))->broken.size(), 1U);
  EXPECT_TRUE(load_rules(*world.connect(spine::Use::read))->rules.empty()) << "a record with a rule, even a broken one";
  store(receipts_rule());
  round();
  EXPECT_EQ(only().trigger.rule, "sms-no-receipts");
}

TEST_P(Rounds, MoreRulesThanThereMayBeAreNotEvaluated) {
  spine::Submission many;
  many.also = [](db::Database& database) -> Status {
    for (std::size_t i = 0; i <= kMaxRules; ++i) {
      auto rule = receipts_rule();
      rule.id = "rule-" + std::to_string(1000 + i);
      const auto sql =
          "INSERT INTO watch_rule(id, definition) VALUES ('" + rule.id + "', '" + wire::to_json(rule) + "')";
      if (auto ok = database.execute(sql); !ok) return ok;
    }
    return {};
  };
  world.commit(std::move(many));
  const auto loaded = load_rules(*world.connect(spine::Use::read));
  ASSERT_TRUE(loaded);
  EXPECT_EQ(loaded->rules.size(), kMaxRules);
  EXPECT_EQ(loaded->broken, std::vector<std::string>{"rule-1200"});
}

TEST_P(Rounds, AHubThatIsFencedOffWritesNothingAndTheOtherOneDoes) {
  const auto alert = raised();
  book->act(wish(alert, AlertAct::acknowledged));
  send(800, true);  // it could be cleared now
  DeadMan dead_man(
      *book, world.clock, [&] { return world.clock.steady() - hours(1); }, kWatchEvery);
  // The first hub's clock stands behind by more than its lease: it can't renew in time, and a second one takes over.
  spine::test::ShiftedClock later;
  auto old = std::move(world.spine);
  spine::SpineOptions options;
  options.owner = "second";
  options.migrations = {migrate_watch};
  later.push(world.clock.now() - later.now() + options.lease + seconds(20));
  auto second = spine::Spine::open(world.stores, spine::test::test_keys(), later, std::move(options));
  ASSERT_TRUE(second) << second.error().message;
  world.spine = std::move(*second);
  const auto before = dump();
  round();
  EXPECT_TRUE(dead_man.check());
  EXPECT_EQ(dump(), before) << "what another hub writes is no error of a round";
  const auto refused = book->act(wish(alert, AlertAct::resolved));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().error.code, ErrorCode::lease_lost);
  EXPECT_FALSE(refused.error().refusal);
  EXPECT_EQ(book->contest(wish(alert, AlertAct::acknowledged), AlarmRefusal::already_acknowledged, world.clock.now())
                .error()
                .code,
            ErrorCode::lease_lost);
  EXPECT_EQ(dump(), before);
  AlertBook theirs(world.committer(), world.stores, later);
  Watcher next(theirs, world.stores, later);
  ASSERT_TRUE(next.round());
  EXPECT_FALSE(only().state.active) << "the second hub goes on where the first one stood";
  projector.reset();  // it listens to the first
}

TEST_P(Rounds, ARebuildWhileAlertsAreRecordedIsRefusedAndChangesNothing) {
  const auto alert = raised();
  ASSERT_TRUE(book->act(wish(alert, AlertAct::acknowledged)));
  // A spine over the same store; between the rebuild's two looks somebody acts.
  struct Hook {
    std::atomic<int> until{0};
    std::function<void()> then;
  };
  const auto hook = std::make_shared<Hook>();
  const auto plain = world.stores;
  const auto here = std::this_thread::get_id();  // the projector's looks don't count
  world.stores.open = [hook, plain, here](spine::Use use) -> Result<std::unique_ptr<db::Database>> {
    const bool looks = use == spine::Use::read && std::this_thread::get_id() == here;
    if (looks && hook->until > 0 && --hook->until == 0) hook->then();
    return plain.open(use);
  };
  open();
  hook->then = [&] {
    AlertBook others(world.committer(), plain, world.clock);
    EXPECT_TRUE(others.act(wish(alert, AlertAct::resolved, "切换")));
  };
  hook->until = 2;
  const auto rebuilt = rebuild_alerts(*world.spine, spine::test::bytes32(0x17));
  ASSERT_FALSE(rebuilt);
  EXPECT_EQ(rebuilt.error().code, ErrorCode::conflict);
  EXPECT_TRUE(only().state.resolved) << "what was recorded meanwhile stands";
  EXPECT_EQ(rebuild_alerts(*world.spine, spine::test::bytes32(0x17)), 3U);
}

}  // namespace
}  // namespace guardline::watch

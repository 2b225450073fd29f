// Rules changed by people: versions, bounds, the journal, and the next round; on both stores.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/watch/rule_book.h"

#include "hub/spine/sealing.h"
#include "hub/watch/defaults.h"
#include "hub/watch/rule_check.h"
#include "hub/watch/seed.h"
#include "tests/watch/book_world.h"

#include <algorithm>

namespace guardline::watch {
namespace {

using namespace test;

class ChangedRules : public BookWorld {
 protected:
  ChangedRules() : rules(world.committer(), world.stores, world.clock) {}

  static RuleChange wish(Rule rule, std::int64_t version = 1) {
    return {.rule = std::move(rule), .version = version, .reason = "夜间量小", .actor = kRisk};
  }
  KeptRule kept(const std::string& id) {
    const auto all = rules.list();
    EXPECT_TRUE(all);
    const auto found = std::ranges::find(all->rules, id, [](const KeptRule& each) { return each.rule.id; });
    EXPECT_TRUE(found != all->rules.end());
    return found == all->rules.end() ? KeptRule{} : *found;
  }
  std::vector<std::string> pointers(const std::expected<KeptRule, RuleRefusal>& done) {
    std::vector<std::string> found;
    if (done) return found;
    EXPECT_EQ(done.error().error.code, ErrorCode::invalid_argument) << done.error().error.message;
    for (const auto& fault : done.error().faults) {
      EXPECT_FALSE(fault.detail.empty());
      found.push_back(fault.pointer);
    }
    return found;
  }

  RuleBook rules;
};
INSTANTIATE_TEST_SUITE_P(Stores, ChangedRules, testing::Values(Store::embedded, Store::postgres),
                         spine::test::store_name);

TEST_P(ChangedRules, AChangeIsOneRowAndTheNextRoundIsByIt) {
  auto rule = receipts_rule();
  rule.min_sample = 1000;  // too few deliveries to judge
  store(rule);
  send(20, false);
  round();
  EXPECT_TRUE(book->all()->empty());
  EXPECT_EQ(kept(rule.id).version, 1);
  EXPECT_FALSE(kept(rule.id).changed_at);
  EXPECT_TRUE(kept(rule.id).changed_by.empty());

  rule.min_sample = 10;
  rule.severity = Severity::low;
  const auto done = rules.change(wish(rule));
  ASSERT_TRUE(done) << done.error().error.message;
  EXPECT_EQ(done->version, 2);
  EXPECT_EQ(done->changed_by, kRisk);
  const auto now = kept(rule.id);
  EXPECT_EQ(now.version, 2);
  EXPECT_EQ(now.rule.min_sample, 10);
  EXPECT_EQ(now.changed_at, done->changed_at);
  EXPECT_EQ(now.changed_by, kRisk);
  round();  // the watcher that stands since the beginning
  EXPECT_EQ(only().severity, Severity::low);

  const auto journal = rows(EventKind::alert_rule_changed);
  ASSERT_EQ(journal.size(), 1U);
  EXPECT_EQ(journal[0].code, rule.id);
  EXPECT_EQ(journal[0].actor, kRisk);
  EXPECT_EQ(as_text(journal[0].sealed_detail).find("夜间"), std::string_view::npos);
  const auto reads = world.connect(spine::Use::read);
  spine::Opener opener(*reads, spine::test::bytes32(0x17));
  const auto opened = opener.detail(journal[0]);
  ASSERT_TRUE(opened) << opened.error().message;
  const auto detail = wire::from_json<RuleChangeDetail>(as_text(opened->view()));
  ASSERT_TRUE(detail);
  EXPECT_EQ(detail->version, 2);
  EXPECT_EQ(detail->reason, "夜间量小");
  ASSERT_TRUE(detail->before);
  EXPECT_EQ(detail->before->min_sample, 1000);
  EXPECT_EQ(detail->after.min_sample, 10);
}

TEST_P(ChangedRules, WhoSawAnOlderVersionChangesNothing) {
  auto rule = receipts_rule();
  store(rule);
  rule.limit = 200;
  ASSERT_TRUE(rules.change(wish(rule)));
  rule.limit = 300;
  for (const std::int64_t version : {1, 3}) {
    const auto stale = rules.change(wish(rule, version));
    ASSERT_FALSE(stale);
    EXPECT_EQ(stale.error().error.code, ErrorCode::conflict);
    EXPECT_EQ(stale.error().version, 2);
    EXPECT_TRUE(stale.error().faults.empty());
  }
  EXPECT_EQ(kept(rule.id).rule.limit, 200);
  EXPECT_EQ(rows(EventKind::alert_rule_changed).size(), 1U);
  rule.id = "nobody";
  EXPECT_EQ(rules.change(wish(rule)).error().error.code, ErrorCode::not_found);
  // What the hub itself stores over it is a new version too.
  store(receipts_rule());
  EXPECT_EQ(kept("sms-no-receipts").version, 3);
}

TEST_P(ChangedRules, EveryBoundHasItsPlace) {
  store(receipts_rule());
  store(delivery_rule());
  const auto changed = [&](auto change) {
    auto rule = delivery_rule();
    change(rule);
    return pointers(rules.change(wish(rule)));
  };
  using Places = std::vector<std::string>;
  EXPECT_EQ(changed([](Rule& r) { r.limit = -1; }), Places{"/limit"});
  EXPECT_EQ(changed([](Rule& r) { r.limit = 10001; }), Places{"/limit"});
  EXPECT_EQ(changed([](Rule& r) { r.deadband = 10001; }), Places{"/deadband"});
  EXPECT_EQ(changed([](Rule& r) { r.deadband = 301; }), Places{"/deadband"}) << "9700 + 301: never again normal";
  EXPECT_EQ(changed([](Rule& r) { r.window_seconds = 30; }), Places{"/window_seconds"});
  EXPECT_EQ(changed([](Rule& r) { r.window_seconds = 90; }), Places{"/window_seconds"});
  EXPECT_EQ(changed([](Rule& r) { r.settle_seconds = 30; }), Places{"/settle_seconds"});
  EXPECT_EQ(changed([](Rule& r) { r.channels.clear(); }), Places{"/channels"});
  EXPECT_EQ(changed([](Rule& r) { r.channels = {Channel::sms, Channel::sms}; }), Places{"/channels"});
  EXPECT_EQ(changed([](Rule& r) { r.unacknowledge_seconds = 86401; }), Places{"/unacknowledge_seconds"});
  EXPECT_EQ(changed([](Rule& r) { r.inhibited_by = {"sms-no-receipts", r.id}; }), Places{"/inhibited_by/1"});
  EXPECT_EQ(changed([](Rule& r) { r.inhibited_by = {"gone"}; }), Places{"/inhibited_by/0"});
  EXPECT_EQ(changed([](Rule& r) { r.metric = AlertMetric::failure_rate; }), Places{"/metric"});
  EXPECT_EQ(changed([](Rule& r) {
              r.settle_seconds = 30;
              r.channels.clear();
            }),
            (Places{"/channels", "/settle_seconds"}));
  auto back = receipts_rule();
  back.inhibited_by = {"sms-delivery-rate"};
  EXPECT_EQ(pointers(rules.change(wish(back))), Places{"/inhibited_by/0"}) << "each would keep the other quiet";
  EXPECT_EQ(kept(delivery_rule().id).version, 1);
  EXPECT_TRUE(rows(EventKind::alert_rule_changed).empty());
}

TEST_P(ChangedRules, ABrokenRuleIsReplacedByAWholeOne) {
  spine::Submission damage;
  damage.also = [](db::Database& database) {
    return database.execute("INSERT INTO watch_rule(id, definition) VALUES ('sms-no-receipts', '{}')");
  };
  world.commit(std::move(damage));
  const auto listed = rules.list();
  ASSERT_TRUE(listed);
  EXPECT_TRUE(listed->rules.empty());
  ASSERT_EQ(listed->broken.size(), 1U);
  EXPECT_EQ(listed->broken[0].version, 1);
  auto rule = receipts_rule();
  rule.metric = AlertMetric::failure_rate;
  ASSERT_TRUE(rules.change(wish(rule))) << "nothing is known of what it was about";
  EXPECT_TRUE(rules.list()->broken.empty());
  EXPECT_EQ(kept(rule.id).version, 2);
}

TEST_P(ChangedRules, OneSwitchedOffByAPersonStaysOffOverARestart) {
  ASSERT_TRUE(seed_rules(world.committer(), default_rules()));
  auto rule = default_rules().front();
  rule.enabled = false;
  ASSERT_TRUE(rules.change(wish(rule)));
  open();
  ASSERT_TRUE(seed_rules(world.committer(), default_rules()));
  RuleBook again(world.committer(), world.stores, world.clock);
  const auto all = again.list();
  ASSERT_TRUE(all);
  ASSERT_EQ(all->rules.size(), default_rules().size());
  EXPECT_FALSE(all->rules.front().rule.enabled);
  EXPECT_EQ(all->rules.front().version, 2);
}

TEST(RuleFaults, ARingOfExplanationsIsFoundHoweverLong) {
  const auto named = [](const char* id, std::vector<std::string> by) {
    auto rule = receipts_rule();
    rule.id = id;
    rule.inhibited_by = std::move(by);
    return rule;
  };
  const std::vector all{named("a", {"b"}), named("b", {"c"}), named("c", {}), named("d", {"e"}), named("e", {"d"})};
  for (const auto& rule : {all[0], all[1], all[2]}) EXPECT_TRUE(faults_among(rule, all).empty()) << rule.id;
  const auto ring = faults_among(named("c", {"d", "a"}), all);
  ASSERT_EQ(ring.size(), 1U) << "a ring of others is not this one's, and ends the search";
  EXPECT_EQ(ring[0].pointer, "/inhibited_by/1");
  EXPECT_EQ(faults_among(named("new", {"a", "x"}), all).at(0).pointer, "/inhibited_by/1");
}

}  // namespace
}  // namespace guardline::watch

// The store breaks at any access: the watch and the book say so, nothing half-done stays, and the same works
// afterwards. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/watch/dead_man.h"
#include "hub/watch/rebuild.h"
#include "hub/watch/seed.h"
#include "tests/watch/broken_watch.h"

#include <utility>
#include <vector>

namespace guardline::watch {
namespace {

using namespace test;

TEST_F(BrokenWatch, ReadersSaySo) {
  const auto alert = raised_by("some-rule");
  store(rule_named("other-rule"));
  EXPECT_GT(every_access_breaks(reads, [&] { return code_of(book->all()); }), 0);
  EXPECT_GT(every_access_breaks(reads, [&] { return code_of(book->read(alert)); }), 2);
  EXPECT_GT(every_access_breaks(reads, [&] { return code_of(book->list({}, {}, 10)); }), 2);
  DeadMan dead_man(
      *book, world.clock, [&] { return watcher->last_round(); }, hours(1));
  EXPECT_GT(every_access_breaks(reads, [&] { return code_of(dead_man.check()); }), 0);
  reads.shut({Use::read});
  reads.arm(1);
  EXPECT_EQ(code_of(book->all()), ErrorCode::io);
  EXPECT_EQ(code_of(book->all()), ErrorCode::unavailable);
  EXPECT_EQ(code_of(book->act(wish(alert, AlertAct::acknowledged))), ErrorCode::unavailable);
  reads.shut({});
  EXPECT_EQ(book->all()->size(), 1U);
}

TEST_F(BrokenWatch, ARoundThatCantLookIsNoRoundAndTheNextOneIs) {
  store(rule_named("sms-no-receipts"));
  raised_by("rule-that-is-gone");
  send();
  for (const auto use : {Use::read, Use::read_projections}) {
    reads.shut({use});
    EXPECT_EQ(code_of(watcher->round()), ErrorCode::unavailable);
  }
  reads.shut({});
  const auto before = watcher->last_round();
  const auto untouched = picture();
  int same = 0;
  EXPECT_GT(every_access_breaks(
                reads, [&] { return code_of(watcher->round()); },
                [&] {
                  EXPECT_EQ(watcher->last_round(), before);
                  if (picture() == untouched) ++same;
                }),
            5);
  EXPECT_GT(same, 5) << "looks come before writing";
  EXPECT_GT(watcher->last_round(), before);
  EXPECT_EQ(rows(EventKind::alert_raised), 2U);
  EXPECT_EQ(rows(EventKind::alert_suppressed), 1U) << "its rule is gone";
}

TEST_F(BrokenWatch, AnActWhoseLookBreaksIsDoneOnceAtMost) {
  const auto alert = raised_by("some-rule");
  const auto once = wish(alert, AlertAct::acknowledged);
  EXPECT_GT(every_access_breaks(reads, [&] { return code_of(book->act(once)); }), 2);
  EXPECT_EQ(book->read(alert)->log.size(), 2U);
  EXPECT_EQ(rows(EventKind::alert_acknowledged), 1U);
}

TEST_F(BrokenWatch, WhileCommittingEachActIsDoneOnceAllTheSame) {
  using enum AlertAct;
  AlertId alert;
  EXPECT_GT(every_round_breaks(commits, [&](int n) { alert = raised_by("rule-" + std::to_string(n)); }), 10);
  for (const auto act : {acknowledged, assigned, shelved, unshelved, resolved}) {
    const int broken = every_round_breaks(commits, [&](int n) {
      commits.disarm();
      const auto fresh = raised_by("rule-" + std::to_string(n) + "-" + std::to_string(static_cast<int>(act)));
      if (act == unshelved) EXPECT_TRUE(book->act(wish(fresh, shelved)));
      if (act == resolved) EXPECT_TRUE(book->act(wish(fresh, acknowledged)));
      commits.arm(n);
      const auto done = book->act(wish(fresh, act));
      EXPECT_TRUE(done) << done.error().error.message;
      const std::size_t lines = act == unshelved || act == resolved ? 3 : 2;
      EXPECT_EQ(book->read(fresh)->log.size(), lines);
      EXPECT_EQ(book->read(fresh)->alert.revision, static_cast<std::int64_t>(lines));
    });
    EXPECT_GT(broken, 10) << static_cast<int>(act);
  }
  EXPECT_EQ(book->read(alert)->log.size(), 1U);
}

TEST_F(BrokenWatch, WhileTheStoreIsDownNothingIsDoneAndAfterwardsItIs) {
  store(rule_named("sms-no-receipts"));
  const auto alert = raised_by("some-rule");
  send();
  const auto before = picture();
  const auto down = [&] {
    commits.shut({Use::commit});
    commits.arm(1);
  };
  const auto up = [&] {
    commits.shut({});
    commits.disarm();
  };
  const auto seen = wish(alert, AlertAct::acknowledged);
  const auto rule = rule_named("one-more");
  DeadMan dead_man(
      *book, world.clock, [&] { return world.clock.steady() - hours(1); }, seconds(5));
  down();
  EXPECT_EQ(code_of(book->act(seen)), ErrorCode::unavailable);
  EXPECT_EQ(code_of(book->record({raise("another-rule")}, 0)), ErrorCode::unavailable);
  EXPECT_EQ(code_of(watcher->round()), ErrorCode::unavailable);
  EXPECT_EQ(code_of(dead_man.check()), ErrorCode::unavailable);
  EXPECT_EQ(code_of(seed_rules(world.committer(), {rule})), ErrorCode::unavailable);
  EXPECT_EQ(code_of(rebuild_alerts(*world.spine, spine::test::bytes32(0x17))), ErrorCode::unavailable);
  EXPECT_EQ(picture(), before);
  up();
  EXPECT_TRUE(book->act(seen));
  EXPECT_TRUE(watcher->round());
  EXPECT_TRUE(dead_man.check());
  EXPECT_EQ(book->all()->size(), 3U);
}

TEST_F(BrokenWatch, WhileCommittingARoundRaisesAndSuppressesOnceAllTheSame) {
  send();
  std::size_t rules = 0;
  const auto named = [](int n) { return rule_named("rule-" + std::to_string(n)); };
  EXPECT_GT(every_round_breaks(commits,
                               [&](int n) {
                                 commits.disarm();
                                 store(named(n));
                                 commits.arm(n);
                                 EXPECT_TRUE(watcher->round());
                                 EXPECT_EQ(rows(EventKind::alert_raised), ++rules);
                               }),
            10);
  std::size_t off = 0;
  EXPECT_GT(every_round_breaks(commits,
                               [&](int n) {
                                 ASSERT_LE(n, static_cast<int>(rules));
                                 commits.disarm();
                                 auto rule = named(n);
                                 rule.enabled = false;
                                 store(rule);
                                 commits.arm(n);
                                 EXPECT_TRUE(watcher->round());
                                 EXPECT_EQ(rows(EventKind::alert_suppressed), ++off);
                               }),
            10);
  const auto all = book->all();
  ASSERT_TRUE(all);
  EXPECT_EQ(all->size(), rules);
  for (const auto& alert : *all) {
    const bool is_off = alert.state.suppression == Suppression::out_of_service;
    EXPECT_EQ(alert.revision, is_off ? 2 : 1);
    off -= is_off ? 1 : 0;
  }
  EXPECT_EQ(off, 0U);
}

TEST_F(BrokenWatch, WhatAnotherHubDidFirstIsNoErrorOfARound) {
  store(rule_named("rule-a"));
  store(rule_named("rule-b"));
  send();
  AlertBook theirs(world.committer(), plain, world.clock);
  int changes = 0;
  on_change = [&] {
    if (changes++ == 0) EXPECT_TRUE(theirs.record({raise("rule-b", Channel::sms)}, 0));
  };
  EXPECT_TRUE(watcher->round());
  EXPECT_EQ(changes, 1) << "the second alert was theirs";
  EXPECT_EQ(book->all()->size(), 2U);
  EXPECT_EQ(rows(EventKind::alert_raised), 2U);

  TellingClock clock;
  DeadMan dead_man(
      *book, clock, [&] { return clock.steady() - hours(1); }, seconds(5));
  bool told = false;
  clock.on_now = [&] {
    if (std::exchange(told, true)) return;
    auto fact = raise(std::string(kWatchLate));
    fact.channel.reset();
    EXPECT_TRUE(theirs.record({fact}, 0));
  };
  EXPECT_TRUE(dead_man.check());
  EXPECT_TRUE(told);
  EXPECT_EQ(book->all()->size(), 3U);
  EXPECT_EQ(rows(EventKind::alert_raised), 3U);
}

TEST_F(BrokenWatch, FactsOnAnotherStateAreRefusedWhole) {
  const auto alert = raised_by("some-rule");
  const auto before = picture();
  auto seen = raise("some-rule");
  seen.alert = alert;
  seen.act = AlertAct::acknowledged;
  auto again = seen;
  EXPECT_EQ(code_of(book->record({seen}, 0)), ErrorCode::conflict) << "decided on an older state";
  EXPECT_EQ(code_of(book->record({seen, again}, 1)), ErrorCode::conflict) << "twice is not allowed";
  EXPECT_TRUE(book->record({}, 0)) << "nothing is nothing";
  EXPECT_EQ(picture(), before);
  EXPECT_EQ(rows(EventKind::alert_acknowledged), 0U);
  EXPECT_TRUE(book->record({seen}, 1));
}

TEST_F(BrokenWatch, RulesAreStoredWholeOrNotAtAll) {
  const std::vector rules{rule_named("rule-a"), rule_named("rule-b")};
  EXPECT_EQ(every_access_breaks(plain, [&](auto& database) { return code_of(store_rule(database, rules[0])); }), 4);
  EXPECT_EQ(every_access_breaks(plain, [&](auto& database) { return code_of(store_missing_rules(database, rules)); }),
            8);
  EXPECT_EQ(every_access_breaks(plain, [&](auto& database) { return code_of(load_rules(database)); }), 2);
  const auto count = [&] { return load_rules(*world.connect(Use::read))->rules.size(); };
  EXPECT_EQ(count(), 0U);
  EXPECT_GT(every_round_breaks(commits,
                               [&](int) {
                                 EXPECT_TRUE(seed_rules(world.committer(), rules));
                                 const bool broke = commits.broke();
                                 EXPECT_EQ(count(), 2U);
                                 spine::Submission away;
                                 away.also = [](db::Database& database) {
                                   return database.execute("DELETE FROM watch_rule");
                                 };
                                 world.commit(std::move(away));
                                 if (!broke) commits.disarm();
                               }),
            10);
  EXPECT_TRUE(seed_rules(world.committer(), {rules[0]}));
  EXPECT_TRUE(seed_rules(world.committer(), rules));
  EXPECT_EQ(count(), 1U) << "a record with a rule is left alone";
  auto bad = rules[1];
  bad.channels.clear();
  EXPECT_EQ(every_access_breaks(plain,
                                [&](auto& database) {
                                  const auto code = code_of(store_rule(database, bad));
                                  return code == ErrorCode::invalid_argument ? std::nullopt : code;
                                }),
            0)
      << "refused before the store is asked";
}

TEST_F(BrokenWatch, ARebuildThatBreaksLeavesTheBookAsItWas) {
  const auto alert = raised_by("some-rule");
  raised_by("other-rule");
  ASSERT_TRUE(book->act(wish(alert, AlertAct::acknowledged)));
  ASSERT_TRUE(book->act(wish(alert, AlertAct::resolved)));
  const auto before = picture();
  const auto rebuild = [&] { return rebuild_alerts(*world.spine, spine::test::bytes32(0x17)); };
  EXPECT_GT(every_access_breaks(
                reads, [&] { return code_of(rebuild()); }, [&] { EXPECT_EQ(picture(), before); }),
            5);
  EXPECT_GT(every_round_breaks(commits,
                               [&](int) {
                                 EXPECT_EQ(rebuild(), 4U);
                                 EXPECT_EQ(picture(), before);
                               }),
            10);
  EXPECT_FALSE(rebuild_alerts(*world.spine, spine::test::bytes32(0x18))) << "another key opens nothing";
  EXPECT_EQ(picture(), before);
  // A row that can't follow: somebody has seen what was never raised.
  auto stray = raise("never-raised");
  stray.act = AlertAct::acknowledged;
  world.commit(spine::test::one(draft_of(stray)));
  EXPECT_EQ(code_of(rebuild()), ErrorCode::corrupt);
  EXPECT_EQ(picture(), before);
}

TEST(BrokenFact, IsCorrupt) {
  AlertFact fact;
  fact.alert = AlertId{Uuid{1}};
  fact.act = AlertAct::acknowledged;
  fact.occurrence = 1;
  const auto draft = draft_of(fact);
  spine::StoredEvent event;
  event.kind = draft.kind;
  event.subject_type = draft.subject_type;
  event.subject = draft.subject;
  const std::string detail(draft.detail.begin(), draft.detail.end());
  const auto read = fact_of(event, detail);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->act, AlertAct::acknowledged);
  EXPECT_EQ(code_of(fact_of(event, "{}")), ErrorCode::corrupt) << "no occurrence";
  EXPECT_EQ(code_of(fact_of(event, "")), ErrorCode::corrupt);
  auto other = event;
  other.subject_type = SubjectType::investor;
  EXPECT_EQ(code_of(fact_of(other, detail)), ErrorCode::corrupt);
  other = event;
  other.kind = EventKind::delivery_failed;
  EXPECT_EQ(code_of(fact_of(other, detail)), ErrorCode::corrupt);
}

TEST(BrokenMigration, IsMadeAgain) {
  spine::test::World world(spine::test::Store::embedded, 2);
  int failed = 0;
  for (int n = 1; n < 200; ++n) {
    std::int64_t accesses = 0;
    const auto database = db::with_fault(world.connect(Use::commit), n, &accesses);
    const auto ok = migrate_watch(*database);
    if (accesses < n) {
      EXPECT_TRUE(ok);
      break;
    }
    ++failed;
    EXPECT_EQ(code_of(ok), ErrorCode::io) << n;
  }
  EXPECT_GT(failed, 3);
  EXPECT_TRUE(load_rules(*world.connect(Use::read)));
}

}  // namespace
}  // namespace guardline::watch

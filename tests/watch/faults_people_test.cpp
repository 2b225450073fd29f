// The store breaks while people's words are kept, rules are changed or acknowledgements lapse: it is said, nothing
// half-done stays, and what comes through stands there once. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/watch/rule_book.h"
#include "tests/watch/broken_watch.h"

#include <set>
#include <vector>

namespace guardline::watch {
namespace {

using namespace test;
using std::chrono::minutes;

template <class T>
std::optional<ErrorCode> code_of(const std::expected<T, RuleRefusal>& done) {
  return done ? std::nullopt : std::optional(done.error().error.code);
}

RuleChange change_of(Rule rule, std::int64_t version) {
  return {.rule = std::move(rule), .version = version, .reason = "why", .actor = kRisk};
}

TEST_F(BrokenWatch, AContestedActIsKeptOnceOrSaidNotToBe) {
  const auto alert = raised_by("some-rule");
  ASSERT_TRUE(book->act(wish(alert, AlertAct::acknowledged)));
  const auto written = world.clock.now();
  const auto late = wish(alert, AlertAct::acknowledged);
  const auto keep = [&] {
    return test_support::code_of(book->contest(late, AlarmRefusal::already_acknowledged, written));
  };
  const auto before = picture();
  EXPECT_GT(every_access_breaks(reads, keep, [&] { EXPECT_EQ(picture(), before); }), 2);
  EXPECT_EQ(rows(EventKind::alert_contested), 1U);
  std::size_t kept = 1;
  EXPECT_GT(every_round_breaks(commits,
                               [&](int) {
                                 const auto ok = book->contest(wish(alert, AlertAct::acknowledged),
                                                               AlarmRefusal::already_acknowledged, written);
                                 EXPECT_TRUE(ok) << ok.error().message;
                                 EXPECT_EQ(rows(EventKind::alert_contested), ++kept);
                               }),
            10);
  EXPECT_EQ(book->read(alert)->alert.revision, static_cast<std::int64_t>(2 + kept));
  commits.shut({Use::commit});
  commits.arm(1);
  const auto lost = wish(alert, AlertAct::acknowledged);
  EXPECT_EQ(test_support::code_of(book->contest(lost, AlarmRefusal::already_acknowledged, written)),
            ErrorCode::unavailable);
  commits.shut({});
  commits.disarm();
  EXPECT_EQ(rows(EventKind::alert_contested), kept);
  EXPECT_TRUE(book->contest(lost, AlarmRefusal::already_acknowledged, written)) << "it comes again with its key";
}

TEST_F(BrokenWatch, AContestedActFollowsAnAlertThatChangesMeanwhileButNotForEver) {
  const auto alert = raised_by("some-rule");
  ASSERT_TRUE(book->act(wish(alert, AlertAct::acknowledged)));
  AlertBook others(world.committer(), plain, world.clock);
  // Between the look and the row somebody hands the alert over, `times` times.
  int times = 0;
  TellingClock clock;
  clock.on_now = [&] {
    if (times-- > 0) EXPECT_TRUE(others.act(wish(alert, AlertAct::assigned)));
  };
  AlertBook mine(world.committer(), plain, clock);
  const auto late = wish(alert, AlertAct::acknowledged);
  times = 3;
  EXPECT_TRUE(mine.contest(late, AlarmRefusal::already_acknowledged, world.clock.now()));
  const auto log = book->read(alert)->log;
  EXPECT_EQ(log.front().fact.act, AlertAct::contested);
  EXPECT_EQ(log.size(), 2U + 3U + 1U);
  times = 1000;
  const auto never =
      mine.contest(wish(alert, AlertAct::acknowledged), AlarmRefusal::already_acknowledged, world.clock.now());
  EXPECT_EQ(test_support::code_of(never), ErrorCode::unavailable);
  EXPECT_EQ(rows(EventKind::alert_contested), 1U);
}

TEST_F(BrokenWatch, ARuleIsChangedWholeOrNotAtAll) {
  RuleBook rules(world.committer(), world.stores, world.clock);
  auto rule = rule_named("some-rule");
  store(rule);
  store(rule_named("other-rule"));
  EXPECT_EQ(every_access_breaks(reads, [&] { return test_support::code_of(rules.list()); }), 2);
  rule.limit = 200;
  EXPECT_EQ(every_access_breaks(
                reads, [&] { return code_of(rules.change(change_of(rule, 1))); },
                [&] { EXPECT_EQ(rules.list()->rules.back().version, 1); }),
            2);
  std::int64_t version = 2;
  EXPECT_GT(every_round_breaks(commits,
                               [&](int n) {
                                 rule.limit = n;
                                 const auto done = rules.change(change_of(rule, version));
                                 ASSERT_TRUE(done) << done.error().error.message;
                                 EXPECT_EQ(done->version, ++version);
                                 const auto kept = rules.list()->rules.back();
                                 EXPECT_EQ(kept.version, version);
                                 EXPECT_EQ(kept.rule.limit, n);
                                 EXPECT_EQ(rows(EventKind::alert_rule_changed), static_cast<std::size_t>(version - 1));
                               }),
            9);
  commits.shut({Use::commit});
  commits.arm(1);
  EXPECT_EQ(code_of(rules.change(change_of(rule, version))), ErrorCode::unavailable);
  commits.shut({});
  commits.disarm();
  EXPECT_EQ(rules.list()->rules.back().version, version);
  EXPECT_EQ(
      every_access_breaks(
          plain, [&](auto& database) { return test_support::code_of(acknowledgement_holds(database, "some-rule")); }),
      2);
}

TEST_F(BrokenWatch, OfTwoWhoChangeARuleAtOnceTheSecondHears) {
  auto rule = rule_named("some-rule");
  store(rule);
  RuleBook theirs(world.committer(), plain, world.clock);
  TellingClock clock;
  bool first = true;
  clock.on_now = [&] {  // after the look, before the transaction
    if (!std::exchange(first, false)) return;
    auto other = rule;
    other.limit = 300;
    EXPECT_TRUE(theirs.change(change_of(other, 1)));
  };
  RuleBook mine(world.committer(), plain, clock);
  rule.limit = 200;
  const auto stale = mine.change(change_of(rule, 1));
  ASSERT_FALSE(stale);
  EXPECT_EQ(stale.error().error.code, ErrorCode::conflict);
  EXPECT_EQ(stale.error().version, 2);
  // Who names the version that only just came is asked to come again: the row must say what stood there before.
  first = true;
  clock.on_now = [&] {
    if (!std::exchange(first, false)) return;
    auto other = rule;
    other.limit = 400;
    EXPECT_TRUE(theirs.change(change_of(other, 2)));
  };
  EXPECT_EQ(code_of(mine.change(change_of(rule, 3))), ErrorCode::unavailable);
  EXPECT_EQ(mine.list()->rules[0].version, 3);
  EXPECT_TRUE(mine.change(change_of(rule, 3)));
  EXPECT_EQ(rows(EventKind::alert_rule_changed), 3U);
}

TEST_F(BrokenWatch, WhileCommittingAnAcknowledgementLapsesOnceAllTheSame) {
  std::size_t lapsed = 0;
  EXPECT_GT(every_round_breaks(commits,
                               [&](int n) {
                                 commits.disarm();
                                 // Of the hub itself: the alert of a rule that is not there is kept quiet.
                                 auto fact = raise("watch-late-" + std::to_string(n));
                                 fact.channel.reset();
                                 ASSERT_TRUE(book->record({fact}, 0));
                                 ASSERT_TRUE(book->act(wish(fact.alert, AlertAct::acknowledged)));
                                 world.clock.push(minutes(31));
                                 commits.arm(n);
                                 EXPECT_TRUE(watcher->round());
                                 EXPECT_EQ(rows(EventKind::alert_unacknowledged), ++lapsed);
                                 EXPECT_FALSE(book->read(fact.alert)->alert.state.acknowledged);
                               }),
            10);
}

}  // namespace
}  // namespace guardline::watch

// Acts from without a hub that came too late: kept in their own words, once, changing nothing; on both stores.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/watch/contest.h"

#include "hub/watch/rebuild.h"
#include "tests/watch/book_world.h"

namespace guardline::watch {
namespace {

using namespace test;

class Contest : public BookWorld {
 protected:
  /// Tries the act as somebody else and keeps it, as the hub does for an entry of an outbox.
  Status late(const PersonAct& wish, Timestamp written_at) {
    const auto done = book->act(wish);
    EXPECT_FALSE(done) << "it was to come too late";
    if (done || !done.error().refusal) return fail(ErrorCode::internal, "no conflict");
    return book->contest(wish, *done.error().refusal, written_at);
  }
  PersonAct theirs(const AlertRecord& alert, AlertAct act, std::string words = "离线时看到") {
    auto wanted = wish(alert, act, std::move(words));
    wanted.actor = kOther;
    return wanted;
  }
  std::vector<LogLine> log(AlertId alert) { return book->read(alert)->log; }
};
INSTANTIATE_TEST_SUITE_P(Stores, Contest, testing::Values(Store::embedded, Store::postgres), spine::test::store_name);

TEST_P(Contest, BothSidesStandInTheRecordAndTheAlertAsItStood) {
  const auto alert = raised();
  const auto written = world.clock.now() - minutes(40);
  ASSERT_TRUE(book->act(wish(alert, AlertAct::acknowledged, "已致电值班")));
  const auto before = only();
  const auto told = changes;
  ASSERT_TRUE(late(theirs(alert, AlertAct::acknowledged), written));
  auto after = only();
  EXPECT_EQ(after.revision, before.revision + 1) << "consoles hear of the new line";
  EXPECT_EQ(changes, told + 1);
  after.revision = before.revision;
  EXPECT_EQ(after.state, before.state);
  EXPECT_EQ(after.changed_at, before.changed_at);
  EXPECT_EQ(after.acknowledged_until, before.acknowledged_until);
  EXPECT_EQ(after.owner, before.owner);

  const auto lines = log(alert.id);
  ASSERT_EQ(lines.size(), 3U);
  const auto& kept = lines[0].fact;
  EXPECT_EQ(kept.act, AlertAct::contested);
  EXPECT_EQ(kept.actor, kOther);
  EXPECT_EQ(kept.words, "离线时看到");
  ASSERT_TRUE(kept.contest);
  EXPECT_EQ(kept.contest->wanted, AlertAct::acknowledged);
  EXPECT_EQ(kept.contest->written_at, written);
  EXPECT_EQ(kept.contest->obstacle, AlertObstacle::already_acknowledged);
  ASSERT_TRUE(kept.contest->against);
  EXPECT_EQ(*kept.contest->against, lines[1].number);
  EXPECT_EQ(lines[1].fact.words, "已致电值班") << "what was in the way";
  EXPECT_FALSE(lines[1].fact.contest);

  const auto row = rows(EventKind::alert_contested);
  ASSERT_EQ(row.size(), 1U);
  EXPECT_EQ(row[0].subject, alert.id.value);
  EXPECT_EQ(row[0].actor, kOther);
  EXPECT_EQ(as_text(row[0].sealed_detail).find("离线"), std::string_view::npos) << "words stand sealed";
  EXPECT_EQ(rows(EventKind::alert_acknowledged).size(), 1U);

  const auto picture = dump();
  ASSERT_TRUE(rebuild_alerts(*world.spine, spine::test::bytes32(0x17)));
  EXPECT_EQ(dump(), picture);
  // The alert can be worked on as before.
  ASSERT_TRUE(book->act(wish(alert, AlertAct::resolved, "已切换")));
}

TEST_P(Contest, AnEntryThatIsSentAgainLeavesOneRow) {
  const auto alert = raised();
  ASSERT_TRUE(book->act(wish(alert, AlertAct::acknowledged)));
  const auto wanted = theirs(alert, AlertAct::acknowledged);
  const auto written = world.clock.now() - minutes(1);
  for (int again = 0; again < 3; ++again) ASSERT_TRUE(late(wanted, written));
  EXPECT_EQ(rows(EventKind::alert_contested).size(), 1U);
  EXPECT_EQ(log(alert.id).size(), 3U);
  // The key of one act is no cover for another.
  auto other = wanted;
  other.words = "别的";
  EXPECT_EQ(late(other, written).error().code, ErrorCode::conflict);
  EXPECT_EQ(log(alert.id).size(), 3U);
}

TEST_P(Contest, EachObstacleNamesTheLineThatWasInTheWay) {
  const auto first = raised();
  const auto at = world.clock.now();
  const auto number_of = [&](AlertAct act) {
    for (const auto& line : log(first.id)) {
      if (line.fact.act == act) return line.number;
    }
    return std::int64_t{0};
  };
  const auto check = [&](const PersonAct& wanted, AlertObstacle obstacle, std::int64_t against) {
    ASSERT_TRUE(late(wanted, at));
    const auto kept = log(first.id).front().fact;
    ASSERT_TRUE(kept.contest);
    EXPECT_EQ(kept.contest->obstacle, obstacle);
    EXPECT_EQ(kept.contest->wanted, wanted.act);
    EXPECT_EQ(kept.contest->against.value_or(0), against) << static_cast<int>(obstacle);
    EXPECT_EQ(kept.occurrence, wanted.occurrence);
    EXPECT_EQ(kept.owner, wanted.owner);
    EXPECT_EQ(kept.until, wanted.until);
  };
  check(theirs(first, AlertAct::resolved), AlertObstacle::not_acknowledged, 1);
  check(theirs(first, AlertAct::unshelved, ""), AlertObstacle::not_shelved, 0);
  auto shelf = wish(first, AlertAct::shelved);
  shelf.until = at + hours(1);
  ASSERT_TRUE(book->act(shelf));
  ASSERT_TRUE(book->act(wish(first, AlertAct::unshelved, "")));
  check(theirs(first, AlertAct::unshelved, ""), AlertObstacle::not_shelved, number_of(AlertAct::unshelved));
  ASSERT_TRUE(book->act(wish(first, AlertAct::acknowledged)));
  check(theirs(first, AlertAct::acknowledged), AlertObstacle::already_acknowledged, number_of(AlertAct::acknowledged));
  world.clock.push(minutes(31));
  round();  // it lapses
  check(theirs(first, AlertAct::resolved), AlertObstacle::not_acknowledged, number_of(AlertAct::unacknowledged));
  ASSERT_TRUE(book->act(wish(first, AlertAct::acknowledged)));
  ASSERT_TRUE(book->act(wish(first, AlertAct::resolved)));
  check(theirs(first, AlertAct::resolved), AlertObstacle::already_resolved, number_of(AlertAct::resolved));
  auto rule = receipts_rule();
  rule.enabled = false;
  store(rule);
  round();
  auto late_shelf = theirs(first, AlertAct::shelved);
  late_shelf.until = world.clock.now() + hours(1);
  check(late_shelf, AlertObstacle::kept_quiet, number_of(AlertAct::suppressed));
  rule.enabled = true;
  store(rule);
  again();
  auto handed = theirs(first, AlertAct::assigned, "");
  handed.owner = kRisk;
  ASSERT_EQ(only().state.occurrence, 2);
  check(handed, AlertObstacle::raised_again, number_of(AlertAct::raised));
  EXPECT_TRUE(only().owner.empty()) << "it was not handed over";
  const auto picture = dump();
  ASSERT_TRUE(rebuild_alerts(*world.spine, spine::test::bytes32(0x17)));
  EXPECT_EQ(dump(), picture);
}

TEST_P(Contest, ATimeFromAheadIsTheHubsOwnAndWhatIsNoConflictIsRefused) {
  const auto alert = raised();
  ASSERT_TRUE(book->act(wish(alert, AlertAct::acknowledged)));
  ASSERT_TRUE(late(theirs(alert, AlertAct::acknowledged), world.clock.now() + hours(9)));
  const auto kept = log(alert.id).front().fact;
  EXPECT_EQ(kept.contest->written_at, kept.at);
  const auto wanted = theirs(alert, AlertAct::acknowledged);
  for (const auto why : {AlarmRefusal::already_active, AlarmRefusal::already_clear, AlarmRefusal::not_suppressed,
                         AlarmRefusal::already_as_told}) {
    EXPECT_EQ(book->contest(wanted, why, kept.at).error().code, ErrorCode::invalid_argument);
  }
  auto nobody = wanted;
  nobody.alert = AlertId{Uuid{1}};
  EXPECT_EQ(book->contest(nobody, AlarmRefusal::stale, kept.at).error().code, ErrorCode::not_found);
  EXPECT_EQ(rows(EventKind::alert_contested).size(), 1U);
}

}  // namespace
}  // namespace guardline::watch

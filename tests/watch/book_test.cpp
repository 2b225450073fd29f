// The book of alerts, its rebuild and the watcher's rounds on both stores. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/watch/rebuild.h"
#include "tests/watch/book_world.h"

namespace guardline::watch {
namespace {

using namespace test;

class Book : public BookWorld {};
INSTANTIATE_TEST_SUITE_P(Stores, Book, testing::Values(Store::embedded, Store::postgres), spine::test::store_name);

TEST_P(Book, AnOutageRaisesAndAPersonAcknowledgesAndResolves) {
  const auto alert = raised();
  EXPECT_EQ(alert.state.occurrence, 1);
  EXPECT_TRUE(alert.state.active && !alert.state.acknowledged);
  EXPECT_EQ(alert.channel, Channel::sms);
  EXPECT_EQ(alert.trigger.value, 0);
  EXPECT_EQ(alert.trigger.sample, 20);
  EXPECT_EQ(alert.severity, Severity::urgent);
  round();
  EXPECT_EQ(only().revision, 1) << "what is raised is not raised again";

  const auto early = book->act(wish(alert, AlertAct::resolved));
  ASSERT_FALSE(early);
  EXPECT_EQ(early.error().refusal, AlarmRefusal::not_acknowledged);
  const auto seen = book->act(wish(alert, AlertAct::acknowledged));
  ASSERT_TRUE(seen) << seen.error().error.message;
  EXPECT_TRUE(seen->state.acknowledged && seen->state.active);
  EXPECT_EQ(book->act(wish(alert, AlertAct::acknowledged)).error().refusal, AlarmRefusal::already_acknowledged);
  const auto done = book->act(wish(alert, AlertAct::resolved, "换用备用通道"));
  ASSERT_TRUE(done);
  EXPECT_TRUE(done->state.resolved && done->state.active) << "only the condition ends it";
  auto handed = wish(alert, AlertAct::assigned, "");
  handed.owner = kOther;
  EXPECT_EQ(book->act(handed)->owner, kOther);

  const auto reading = book->read(alert.id);
  ASSERT_TRUE(reading);
  ASSERT_EQ(reading->log.size(), 4U);
  EXPECT_EQ(reading->log[1].fact.words, "换用备用通道");
  EXPECT_EQ(reading->log[1].fact.actor, kRisk);
  EXPECT_EQ(reading->log[0].fact.owner, kOther);
  EXPECT_EQ(changes, 4);
  // Each act is a row of the spine with its actor; words stand sealed, never in the clear.
  const auto rows_of = rows(EventKind::alert_acknowledged);
  ASSERT_EQ(rows_of.size(), 1U);
  EXPECT_EQ(rows_of[0].actor, kRisk);
  EXPECT_EQ(rows_of[0].code, "sms-no-receipts");
  EXPECT_EQ(rows_of[0].subject, alert.id.value);
  EXPECT_EQ(as_text(rows_of[0].sealed_detail).find("看过了"), std::string_view::npos);
  EXPECT_EQ(rows(EventKind::alert_resolved).size(), 1U) << "a refused act leaves no row";
  PersonAct nobody = wish(alert, AlertAct::acknowledged);
  nobody.alert = AlertId{Uuid{1}};
  EXPECT_EQ(book->act(nobody).error().error.code, ErrorCode::not_found);
}

TEST_P(Book, AnActOnTheOccurrenceBeforeIsStale) {
  const auto first = raised();
  again();
  const auto second = only();
  EXPECT_EQ(second.state.occurrence, 2);
  EXPECT_FALSE(second.state.acknowledged);
  const auto late = book->act(wish(first, AlertAct::acknowledged));
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().refusal, AlarmRefusal::stale);
  EXPECT_EQ(late.error().occurrence, 2);
  EXPECT_TRUE(book->act(wish(second, AlertAct::acknowledged)));
}

TEST_P(Book, TheSameKeyDoesItOnce) {
  const auto alert = raised();
  const auto once = wish(alert, AlertAct::acknowledged);
  ASSERT_TRUE(book->act(once));
  const auto twice = book->act(once);
  ASSERT_TRUE(twice) << twice.error().error.message;
  EXPECT_EQ(twice->revision, 2);
  EXPECT_EQ(rows(EventKind::alert_acknowledged).size(), 1U);
  auto other = once;
  other.words = "别的";
  const auto refused = book->act(other);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().error.code, ErrorCode::conflict);
  EXPECT_EQ(refused.error().refusal, std::nullopt);
}

TEST_P(Book, AShelfEndsByItselfAndByHand) {
  const auto alert = raised();
  auto shelf = wish(alert, AlertAct::shelved, "供应商维护");
  shelf.until = world.clock.now() + hours(1);
  const auto shelved = book->act(shelf);
  ASSERT_TRUE(shelved);
  EXPECT_EQ(shelved->state.suppression, Suppression::shelved);
  ASSERT_TRUE(shelved->shelved_until);
  const auto announced = shelved->announced_at;
  round();
  EXPECT_EQ(only().state.suppression, Suppression::shelved);
  world.clock.push(hours(1) + seconds(1));
  round();
  auto back = only();
  EXPECT_EQ(back.state.suppression, Suppression::none);
  EXPECT_FALSE(back.shelved_until);
  EXPECT_TRUE(back.state.active) << "the missing data of an hour end nothing";
  EXPECT_GT(back.announced_at, announced) << "still there and unseen: it asks again";
  EXPECT_TRUE(rows(EventKind::alert_unshelved)[0].actor.empty());

  auto more = wish(back, AlertAct::shelved, "再等等");
  more.until = world.clock.now() + hours(1);
  ASSERT_TRUE(book->act(more));
  ASSERT_TRUE(book->act(wish(back, AlertAct::unshelved, "")));
  EXPECT_EQ(book->act(wish(back, AlertAct::unshelved, "")).error().refusal, AlarmRefusal::not_shelved);
}

TEST_P(Book, AnAlertThatAnotherExplainsIsKeptQuietUntilThatIsOver) {
  store(receipts_rule());
  store(delivery_rule());
  send(20, false);
  round();  // both come true at once; what explains is known from the record a round later at the latest
  round();
  const auto of = [&](std::string_view rule) {
    const auto all = book->all();
    for (const auto& alert : *all) {
      if (alert.trigger.rule == rule) return alert;
    }
    return AlertRecord{};
  };
  EXPECT_EQ(of("sms-delivery-rate").state.suppression, Suppression::by_design);
  EXPECT_EQ(of("sms-delivery-rate").suppressed_by, "sms-no-receipts");
  EXPECT_EQ(of("sms-no-receipts").state.suppression, Suppression::none);
  send(20, true);
  round();  // receipts are back, the rate is still bad
  round();
  EXPECT_FALSE(of("sms-no-receipts").state.active);
  EXPECT_TRUE(of("sms-delivery-rate").state.active);
  EXPECT_EQ(of("sms-delivery-rate").state.suppression, Suppression::none);
}

TEST_P(Book, ARuleSwitchedOffTakesItsAlertOutOfServiceAndBack) {
  raised();
  auto rule = receipts_rule();
  rule.enabled = false;
  store(rule);
  round();
  EXPECT_EQ(only().state.suppression, Suppression::out_of_service);
  EXPECT_EQ(book->act(wish(only(), AlertAct::shelved)).error().refusal, AlarmRefusal::not_shelvable);
  rule.enabled = true;
  store(rule);
  round();
  EXPECT_EQ(only().state.suppression, Suppression::none);
}

TEST_P(Book, DroppedAndMadeAgainFromTheSpineItIsTheSame) {
  const auto alert = raised();
  store(delivery_rule());
  round();
  ASSERT_TRUE(book->act(wish(alert, AlertAct::acknowledged, "短信供应商故障，\"已联系\"\n等待回复")));
  auto shelf = wish(alert, AlertAct::shelved);
  shelf.until = world.clock.now() + minutes(30);
  ASSERT_TRUE(book->act(shelf));
  auto handed = wish(alert, AlertAct::assigned, "");
  handed.owner = kOther;
  ASSERT_TRUE(book->act(handed));
  ASSERT_TRUE(book->act(wish(alert, AlertAct::resolved, "切换")));
  again();
  round();
  const auto before = dump();
  EXPECT_GT(std::count(before.begin(), before.end(), '\n'), 10);

  spine::Submission damage;
  damage.also = [](db::Database& database) {
    return database.execute("UPDATE alert SET occurrence = 99, owner = NULL; DELETE FROM alert_log");
  };
  world.commit(std::move(damage));
  EXPECT_NE(dump(), before);
  const auto facts = rebuild_alerts(*world.spine, spine::test::bytes32(0x17));
  ASSERT_TRUE(facts) << facts.error().message;
  EXPECT_EQ(dump(), before);
  open();
  round();
  EXPECT_EQ(dump(), before) << "a restart neither raises nor clears";
}

TEST_P(Book, ListsByAxesAndPageByPage) {
  for (const auto channel : {Channel::sms, Channel::push, Channel::email, Channel::chat, Channel::web}) {
    AlertFact fact;
    fact.alert = AlertId::make(world.clock.now());
    fact.act = AlertAct::raised;
    fact.occurrence = 1;
    fact.at = world.clock.now();
    fact.rule = "some-rule";
    fact.channel = channel;
    fact.severity = Severity::low;
    fact.trigger.rule = fact.rule;
    ASSERT_TRUE(book->record({fact}, 0));
    auto doubled = fact;
    doubled.alert = AlertId::make(world.clock.now());
    EXPECT_FALSE(book->record({doubled}, 0)) << "one alert for a rule and a channel";
    world.clock.push(seconds(1));
  }
  const auto all = *book->all();
  ASSERT_EQ(all.size(), 5U);
  ASSERT_TRUE(book->act(wish(all[1], AlertAct::acknowledged)));
  std::vector<AlertId> seen;
  std::optional<AlertPlace> place;
  for (bool more = true; more;) {
    const auto page = book->list({}, place, 2);
    ASSERT_TRUE(page) << page.error().message;
    for (const auto& alert : page->alerts) seen.push_back(alert.id);
    place = AlertPlace{page->alerts.back().raised_at, page->alerts.back().id};
    more = page->more;
    EXPECT_EQ(page->counts.to_acknowledge, 4);
    EXPECT_EQ(page->counts.in_hand, 1);
  }
  ASSERT_EQ(seen.size(), 5U);
  for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(seen[i], all[i].id);
  AlertFilter filter;
  filter.acknowledged = true;
  EXPECT_EQ(book->list(filter, {}, 10)->alerts.size(), 1U);
  filter.active = false;
  EXPECT_EQ(book->list(filter, {}, 10)->alerts.size(), 0U);
  AlertFilter mine;
  mine.owner = kOther;
  EXPECT_EQ(book->list(mine, {}, 10)->alerts.size(), 0U);
  EXPECT_EQ(book->list(mine, {}, 10)->counts.to_acknowledge, 0);
}

TEST_P(Book, RulesAreLoadedWithinBounds) {
  store(receipts_rule());
  spine::Submission damage;
  damage.also = [](db::Database& database) {
    return database.execute("INSERT INTO watch_rule(id, definition) VALUES ('bad', '{\"id\":\"bad\"}')");
  };
  world.commit(std::move(damage));
  auto database = world.connect(spine::Use::read);
  const auto loaded = load_rules(*database);
  ASSERT_TRUE(loaded);
  ASSERT_EQ(loaded->rules.size(), 1U);
  EXPECT_EQ(loaded->rules[0].id, "sms-no-receipts");
  EXPECT_EQ(loaded->broken, std::vector<std::string>{"bad"});
  round();

  spine::Submission many;
  many.also = [](db::Database& writes) -> Status {
    Status ok;
    for (std::size_t i = 0; ok && i < kMaxRules; ++i) {
      auto rule = receipts_rule();
      rule.id = "rule-" + std::to_string(i);
      ok = store_rule(writes, rule);
    }
    return ok;
  };
  const auto full = world.committer().submit_and_wait(std::move(many));
  ASSERT_FALSE(full);
  EXPECT_EQ(full.error().code, ErrorCode::exhausted);
  auto changed = receipts_rule();
  changed.limit = 1;
  spine::Submission defaults;
  defaults.also = [&](db::Database& writes) { return store_missing_rules(writes, {changed}); };
  world.commit(std::move(defaults));
  EXPECT_EQ(load_rules(*database)->rules[0].limit, 100) << "what people changed stays";
}

}  // namespace
}  // namespace guardline::watch

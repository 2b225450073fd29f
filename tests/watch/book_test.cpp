// The book of alerts, its rebuild and the watcher's rounds on both stores. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/watch/book.h"

#include "hub/watch/rebuild.h"
#include "hub/watch/schema.h"
#include "hub/watch/watcher.h"
#include "tests/spine/fixture.h"

#include <string>
#include <vector>

namespace guardline::watch {
namespace {

using spine::test::Store;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr AccountId kRisk{Uuid{7, 7, 7}};
constexpr AccountId kOther{Uuid{8, 8, 8}};

Rule receipts_rule() {
  Rule rule;
  rule.id = "sms-no-receipts";
  rule.severity = Severity::urgent;
  rule.metric = AlertMetric::receipt_rate;
  rule.channels = {Channel::sms};
  rule.limit = 100;
  rule.min_sample = 10;
  return rule;
}

Rule delivery_rule() {
  Rule rule = receipts_rule();
  rule.id = "sms-delivery-rate";
  rule.severity = Severity::high;
  rule.metric = AlertMetric::delivery_rate;
  rule.limit = 9700;
  rule.inhibited_by = {"sms-no-receipts"};
  return rule;
}

class Book : public testing::TestWithParam<Store> {
 protected:
  Book() : world(GetParam()) { open(); }

  void open() {
    book.reset();
    watcher.reset();
    projector.reset();
    spine::SpineOptions options;
    options.migrations = {migrate_watch};
    world.open(std::move(options));
    projector = std::make_unique<spine::Projector>(world.stores, world.spine->signal(), world.clock);
    EXPECT_TRUE(projector->start());
    book = std::make_unique<AlertBook>(world.committer(), world.stores, world.clock, [this] { ++changes; });
    watcher = std::make_unique<Watcher>(*book, world.stores, world.clock);
  }

  void store(const Rule& rule) {
    spine::Submission submission;
    submission.also = [&](db::Database& database) { return store_rule(database, rule); };
    world.commit(std::move(submission));
  }

  /// `count` SMS deliveries accepted now; with receipts if wanted.
  void send(int count, bool delivered) {
    using enum EventKind;
    spine::Submission submission;
    for (int i = 0; i < count; ++i) {
      const auto number = ++sent_ * 3 + 1;  // never an e-mail's
      for (const auto kind : {delivery_planned, delivery_accepted}) {
        submission.events.push_back(spine::test::delivery_event(world.clock, kind, number));
      }
      if (delivered) submission.events.push_back(spine::test::delivery_event(world.clock, delivery_delivered, number));
    }
    world.commit(std::move(submission));
    auto end = world.spine->reader()->end();
    ASSERT_TRUE(projector->wait_for(*end, seconds(30)));
  }

  void round() {
    const auto ok = watcher->round();
    ASSERT_TRUE(ok) << ok.error().message;
  }

  /// An SMS alert that was raised a moment ago.
  AlertRecord raised() {
    store(receipts_rule());
    send(20, false);
    round();
    return only();
  }
  AlertRecord only() {
    auto all = book->all();
    EXPECT_TRUE(all && all->size() == 1);
    return all && !all->empty() ? all->front() : AlertRecord{};
  }

  PersonAct wish(const AlertRecord& alert, AlertAct act, std::string words = "看过了") {
    PersonAct wish;
    wish.alert = alert.id;
    wish.act = act;
    wish.occurrence = alert.state.occurrence;
    wish.actor = kRisk;
    wish.words = std::move(words);
    wish.key = "key-" + std::to_string(++keys_);
    return wish;
  }
  /// It clears, and is raised again.
  void again() {
    send(800, true);
    round();
    world.clock.push(hours(2));
    send(20, false);
    round();
  }

  std::string dump() {
    auto database = world.connect(spine::Use::read);
    std::string text;
    for (const auto* table : {"alert", "alert_log"}) {
      const int columns = table == std::string_view("alert") ? 24 : 11;
      auto statement = database->prepare(std::string("SELECT * FROM ") + table + " ORDER BY 1, 2");
      EXPECT_TRUE(statement);
      auto ran = (*statement)->run({}, [&](const db::Row& row) {
        for (int i = 0; i < columns; ++i) text += cell(row, table, i) + "|";
        text += "\n";
        return true;
      });
      EXPECT_TRUE(ran);
    }
    return text;
  }
  static std::string cell(const db::Row& row, std::string_view table, int i) {
    if (row.is_null(i)) return "-";
    const bool alert = table == "alert";
    if (i == 0 || i == (alert ? 16 : 5) || (!alert && i == 8)) return to_hex(row.blob(i));
    if (alert ? i == 1 || i == 15 : i == 6) return std::string(row.text(i));
    return std::to_string(row.int64(i));
  }

  std::vector<spine::StoredEvent> rows(EventKind kind) {
    auto all = world.all();
    std::erase_if(all, [&](const auto& event) { return event.kind != kind; });
    return all;
  }

  spine::test::World world;
  std::unique_ptr<spine::Projector> projector;
  std::unique_ptr<AlertBook> book;
  std::unique_ptr<Watcher> watcher;
  int changes{0};

 private:
  std::uint64_t sent_{0};
  int keys_{0};
};

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

TEST_P(Book, AnAcknowledgementLapsesWhereNobodySaysWhatWasDone) {
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

TEST_P(Book, HowLongAnAcknowledgementHoldsIsTheRules) {
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

TEST_P(Book, WhatIsBackToNormalNeedsNoPromise) {
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

TEST_P(Book, TheHubsOwnAlertLeavesItsShelfAndLapsesToo) {
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

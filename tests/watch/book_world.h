// A record with rules, alerts and deliveries to judge, on either store. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/watch/book.h"
#include "hub/watch/schema.h"
#include "hub/watch/watcher.h"
#include "tests/spine/fixture.h"

#include <memory>
#include <string>
#include <vector>

namespace guardline::watch::test {

using spine::test::Store;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

inline constexpr AccountId kRisk{Uuid{7, 7, 7}};
inline constexpr AccountId kOther{Uuid{8, 8, 8}};

inline Rule receipts_rule() {
  Rule rule;
  rule.id = "sms-no-receipts";
  rule.severity = Severity::urgent;
  rule.metric = AlertMetric::receipt_rate;
  rule.channels = {Channel::sms};
  rule.limit = 100;
  rule.min_sample = 10;
  return rule;
}

inline Rule delivery_rule() {
  Rule rule = receipts_rule();
  rule.id = "sms-delivery-rate";
  rule.severity = Severity::high;
  rule.metric = AlertMetric::delivery_rate;
  rule.limit = 9700;
  rule.inhibited_by = {"sms-no-receipts"};
  return rule;
}

class BookWorld : public testing::TestWithParam<Store> {
 protected:
  BookWorld() : world(GetParam()) { open(); }

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
      const int columns = table == std::string_view("alert") ? 24 : 15;
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

}  // namespace guardline::watch::test

// A watch whose store breaks where the test says. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/watch/book.h"
#include "hub/watch/schema.h"
#include "hub/watch/watcher.h"
#include "tests/spine/fixture.h"
#include "tests/support/breaks.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace guardline::watch::test {

using spine::Use;
using std::chrono::hours;
using std::chrono::seconds;
using test_support::Breaks;
using test_support::code_of;
using test_support::every_access_breaks;
using test_support::every_round_breaks;

inline constexpr AccountId kRisk{Uuid{7, 7, 7}};

inline std::optional<ErrorCode> code_of(const std::expected<AlertRecord, ActFailure>& done) {
  return done ? std::nullopt : std::optional(done.error().error.code);
}

inline Rule rule_named(std::string id, Channel channel = Channel::sms) {
  Rule rule;
  rule.id = std::move(id);
  rule.severity = Severity::urgent;
  rule.metric = AlertMetric::receipt_rate;
  rule.channels = {channel};
  rule.limit = 100;
  rule.min_sample = 10;
  return rule;
}

/// Calls `on_now` when asked for the time.
class TellingClock final : public Clock {
 public:
  [[nodiscard]] Timestamp now() const override {
    if (on_now) on_now();
    return system_.now();
  }
  [[nodiscard]] Micros steady() const override { return system_.steady(); }
  std::function<void()> on_now;

 private:
  SystemClock system_;
};

class BrokenWatch : public testing::Test {
 protected:
  BrokenWatch() : plain(world.stores) {
    world.stores = commits.over(reads.over(plain, {Use::read, Use::read_projections}), {Use::commit});
    spine::SpineOptions options;
    options.migrations = {migrate_watch};
    options.committer.group_wait = Micros(100);
    world.open(std::move(options));
    projector = std::make_unique<spine::Projector>(plain, world.spine->signal(), world.clock);
    EXPECT_TRUE(projector->start());
    book = std::make_unique<AlertBook>(world.committer(), world.stores, world.clock, [this] {
      if (on_change) on_change();
    });
    watcher = std::make_unique<Watcher>(*book, world.stores, world.clock);
  }

  void store(const Rule& rule) {
    spine::Submission submission;
    submission.also = [&](db::Database& database) { return store_rule(database, rule); };
    world.commit(std::move(submission));
  }
  /// SMS deliveries that were accepted now and have no receipt.
  void send() {
    spine::Submission submission;
    for (std::uint64_t i = 0; i < 20; ++i) {
      for (const auto kind : {EventKind::delivery_planned, EventKind::delivery_accepted}) {
        submission.events.push_back(spine::test::delivery_event(world.clock, kind, i * 3 + 1));
      }
    }
    world.commit(std::move(submission));
    ASSERT_TRUE(projector->wait_for(*world.spine->reader()->end(), seconds(30)));
  }
  AlertFact raise(const std::string& rule, Channel channel = Channel::push) {
    AlertFact fact;
    fact.alert = AlertId::make(world.clock.now());
    fact.act = AlertAct::raised;
    fact.occurrence = 1;
    fact.at = world.clock.now();
    fact.rule = rule;
    fact.channel = channel;
    fact.severity = Severity::urgent;
    fact.trigger = {.rule = rule,
                    .metric = AlertMetric::receipt_rate,
                    .comparison = Comparison::below,
                    .limit = 100,
                    .value = 0,
                    .sample = 20,
                    .window_seconds = 300};
    return fact;
  }
  AlertId raised_by(const std::string& rule) {
    const auto fact = raise(rule);
    const auto ok = book->record({fact}, 0);
    EXPECT_TRUE(ok) << ok.error().message;
    return fact.alert;
  }
  PersonAct wish(AlertId alert, AlertAct act) {
    PersonAct wish;
    wish.alert = alert;
    wish.act = act;
    wish.occurrence = 1;
    wish.actor = kRisk;
    if (act == AlertAct::assigned) {
      wish.owner = kRisk;
    } else {
      wish.words = "seen";
    }
    if (act == AlertAct::shelved) wish.until = world.clock.now() + hours(1);
    wish.key = "key-" + std::to_string(++keys_);
    return wish;
  }
  std::size_t rows(EventKind kind) {
    std::size_t count = 0;
    for (const auto& event : world.all()) count += event.kind == kind ? 1 : 0;
    return count;
  }
  /// All alerts and their logs, as text.
  std::string picture() {
    std::string text;
    const auto all = book->all();
    EXPECT_TRUE(all);
    for (const auto& alert : *all) {
      const auto reading = book->read(alert.id);
      EXPECT_TRUE(reading);
      text += alert.id.text() + " " + alert.trigger.rule + " " + std::to_string(alert.state.occurrence) +
              (alert.state.active ? " active" : "") + (alert.state.acknowledged ? " seen" : "") + " " +
              std::to_string(static_cast<int>(alert.state.suppression)) + " " + std::to_string(alert.revision) + "\n";
      for (const auto& line : reading->log) {
        text += "  " + std::to_string(line.number) + " " + std::to_string(static_cast<int>(line.fact.act)) + " " +
                line.fact.words + " " + std::to_string(to_micros(line.fact.at)) + "\n";
      }
    }
    return text;
  }

  Breaks commits;
  Breaks reads;
  spine::test::World world{spine::test::Store::embedded, 2};
  spine::Stores plain;
  std::unique_ptr<spine::Projector> projector;
  std::unique_ptr<AlertBook> book;
  std::unique_ptr<Watcher> watcher;
  std::function<void()> on_change;

 private:
  int keys_{0};
};

}  // namespace guardline::watch::test

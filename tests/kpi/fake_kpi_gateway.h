// A KPI gateway that a test plays, and a report to play with. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/kpi_gateway.h"
#include "tests/kpi/sample_points.h"

#include <QTimer>
#include <memory>
#include <utility>
#include <vector>

namespace guardline::test {

class KpiClock final : public Clock {
 public:
  [[nodiscard]] Timestamp now() const override {
    return from_micros(1'795'315'350'000'000);
  }  // 2026-11-22 10:42 Beijing
  [[nodiscard]] Micros steady() const override { return now().time_since_epoch(); }
};

class FakeKpiGateway final : public models::KpiGateway {
 public:
  models::Handle period(const models::KpiQuery& query, models::Answer<models::KpiReport> answer) override {
    asked.push_back(query);
    auto call = std::make_shared<models::Answer<models::KpiReport>>(std::move(answer));
    waiting_ = call;
    return models::Handle([call] { *call = nullptr; });
  }
  /// Answers the last question, if somebody still waits. The handler may ask again.
  bool answer(std::expected<models::KpiReport, models::SessionError> result) {
    const auto call = std::exchange(waiting_, nullptr);
    if (!call || !*call) return false;
    (*call)(std::move(result));
    return true;
  }
  bool fail(models::Failure failure, const char16_t* reference = u"E-1001") {
    models::SessionError error;
    error.failure = failure;
    error.reference = QString::fromUtf16(reference);
    return answer(std::unexpected(error));
  }

  /// From the event loop: `people_fault`, else step_up before a step-up, else a page of `tell_people`.
  models::Handle people(const models::KpiPeopleQuery& query, const QString& cursor,
                        models::LookAnswer<models::KpiPeoplePage> answer) override {
    people_asked.emplace_back(query, cursor);
    auto call = std::make_shared<models::LookAnswer<models::KpiPeoplePage>>(std::move(answer));
    if (!hold_people) {
      QTimer::singleShot(0, &context_, [this, call, query, cursor] {
        const auto wanted = std::exchange(*call, nullptr);
        if (!wanted) return;
        const auto failed = [&](models::LookFailure failure) {
          wanted(std::unexpected(models::LookError{.failure = failure, .until = {}, .reference = {}}));
        };
        if (people_fault) return failed(*people_fault);
        if (!stepped_up || !stepped_up()) return failed(models::LookFailure::step_up);
        wanted(tell_people(query, cursor, unreached));
      });
    }
    return models::Handle([call] { *call = nullptr; });
  }

  std::vector<models::KpiQuery> asked;
  std::vector<std::pair<models::KpiPeopleQuery, QString>> people_asked;
  std::optional<models::LookFailure> people_fault;
  std::function<bool()> stepped_up;  ///< whether the hub would let the person look
  bool hold_people{false};           ///< no answer comes
  int unreached{33};

 private:
  QObject context_;
  std::shared_ptr<models::Answer<models::KpiReport>> waiting_;
};

/// `days` days up to 2026-11-22 (one: by hours) on these channels; push has a gap of two steps in it.
struct KpiStory {
  int days{30};
  std::vector<Channel> channels{Channel::sms, Channel::email, Channel::push, Channel::web};
};

inline models::KpiReport tell_report(const KpiStory& story) {
  using namespace models;
  const auto midnight = from_micros(1'795'276'800'000'000);  // 2026-11-22 00:00 in Beijing
  KpiReport report;
  report.period = story.days == 1   ? KpiPeriodName::today
                  : story.days == 7 ? KpiPeriodName::days_7
                                    : KpiPeriodName::days_30;
  report.until = midnight + std::chrono::days(1);
  report.from = report.until - std::chrono::days(story.days);
  report.before_from = report.from - std::chrono::days(story.days);
  report.as_of = KpiClock().now();
  report.earliest = report.from - std::chrono::days(90);
  report.hourly = story.days == 1;
  if (story.channels.empty()) return report;
  const auto step = report.hourly ? Micros(std::chrono::hours(1)) : Micros(std::chrono::days(1));
  const auto steps = report.hourly ? 11 : story.days;
  const auto point = [&](std::optional<Channel> channel, int i, int worse) {
    const int n = channel ? static_cast<int>(*channel) : 0;
    const std::int64_t due = 5200 + 37 * ((i * 13 + n * 5) % 19) - 400 * n;
    const bool dip = n == 1 && i > steps * 6 / 10 && i < steps * 8 / 10;
    const std::int64_t lost = due * ((n == 0 ? 8 : n * 6) + worse + (dip ? 30 : 0) + (i * 7 + n) % 5) / 1000;
    KpiPoint p;
    p.at = (worse > 0 ? report.before_from : report.from) + i * step;
    p.channel = channel;
    p.due = due;
    p.reached = due - lost;
    p.accepted = due + 90;
    p.delivered = due + 90 - lost;
    p.openable = channel == Channel::sms ? 0 : p.reached * 6 / 10;
    p.opened = p.openable * (380 + (i * 11 + n * 7) % 40) / 1000;
    p.confirmed = p.reached * 7 / 100;
    p.p95_ms = 90'000 + 6'000 * ((i * 5 + n) % 21);
    return p;
  };
  std::vector<std::optional<Channel>> scopes{std::nullopt};
  for (const auto channel : story.channels) scopes.emplace_back(channel);
  for (int i = 0; i < steps; ++i) {
    for (const auto& channel : scopes) {
      if (channel == Channel::push && (i == steps / 4 || i == steps / 4 + 1)) continue;
      report.points.push_back(point(channel, i, 0));
      report.points_before.push_back(point(channel, i, 4));
    }
  }
  for (const auto& channel : scopes) {
    const bool sms = channel == Channel::sms;
    KpiScope scope{.channel = channel};
    scope.figures = {
        {.name = KpiFigureName::people_reached,
         .formula = QStringLiteral("people-reached.v1"),
         .value = {.numerator = 182'411, .denominator = 184'031},
         .before = {.numerator = 181'100, .denominator = 183'260},
         .exclusions = {{KpiExclusionName::suppressed, 214}}},
        {.name = KpiFigureName::delivery_rate,
         .formula = QStringLiteral("delivery-rate.v1"),
         .value = {.numerator = 531'806, .denominator = 543'547},
         .before = {.numerator = 520'004, .denominator = 530'400},
         .exclusions = {{KpiExclusionName::suppressed, 1'802}, {KpiExclusionName::late_receipts, 37}}},
        {.name = KpiFigureName::trusted_open,
         .formula = QStringLiteral("trusted-open.v1"),
         .value = sms ? KpiValue{.unknown = KpiUnknown::channel_cannot_report, .numerator = 0, .denominator = 0}
                      : KpiValue{.numerator = 41'390, .denominator = 107'228},
         .before = {.numerator = 39'800, .denominator = 107'000},
         .exclusions = {{KpiExclusionName::machine_opens, 9'120}, {KpiExclusionName::cannot_report, 75'183}}},
        {.name = KpiFigureName::confirm_rate,
         .formula = QStringLiteral("confirm-rate.v1"),
         .value = {.numerator = 12'768, .denominator = 182'411},
         .before = {.unknown = KpiUnknown::nothing_counted, .numerator = 0, .denominator = 0}},
        {.name = KpiFigureName::first_reach,
         .formula = QStringLiteral("first-reach.v1"),
         .value = {.numerator = 190'002, .denominator = 191'600, .p50_ms = 6'100, .p95_ms = 168'400, .p99_ms = 860'100},
         .before =
             {.numerator = 188'002, .denominator = 189'100, .p50_ms = 5'900, .p95_ms = 180'600, .p99_ms = 902'000},
         .exclusions = {{KpiExclusionName::not_reached, 1'598}}},
        {.name = KpiFigureName::first_response,
         .formula = QStringLiteral("first-response.v1"),
         .value = {.unknown = KpiUnknown::not_recorded},
         .before = {.unknown = KpiUnknown::not_recorded}}};
    scope.failures = {.person = 4'120,
                      .message = 212,
                      .carrier = 6'305,
                      .system = 41,
                      .expired = 803,
                      .unknown = 260,
                      .suppressed = 1'802};
    report.scopes.push_back(std::move(scope));
  }
  return report;
}

}  // namespace guardline::test

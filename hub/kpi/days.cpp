// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/kpi/days.h"

#include "core/base/firm_zone.h"

namespace guardline::kpi {
namespace {

constexpr auto kDay = std::chrono::days(1);
constexpr auto kMostHourly = std::chrono::days(2);

Status check(Timestamp from, Timestamp until, Timestamp now) {
  const auto bad = [](const char* why) { return fail(ErrorCode::invalid_argument, why); };
  if (day_of(from) != from || day_of(until) != until) return bad("the bounds must be midnights in Beijing");
  if (until <= from) return bad("the end must come after the beginning");
  if (until - from > std::chrono::days(api::kMostKpiDays)) return bad("a period has 92 days at most");
  if (from > now) return bad("the period has not begun");
  if (until > day_of(now) + kDay) return bad("the period ends after today");
  return {};
}

}  // namespace

Timestamp day_of(Timestamp at) { return std::chrono::floor<std::chrono::days>(at + kFirmZone) - kFirmZone; }

Micros Days::step_length() const { return step == api::KpiStep::hour ? Micros(std::chrono::hours(1)) : Micros(kDay); }

Result<Days> days_of(const api::KpiPeriodRequest& request, Timestamp now) {
  const auto today = day_of(now);
  const bool bounds = request.from || request.until;
  if (bounds && request.period != api::KpiPeriodName::custom) {
    return fail(ErrorCode::invalid_argument, "only a custom period has bounds of its own");
  }
  Days days{.from = today, .until = today + kDay, .before_from = {}};
  switch (request.period) {
    case api::KpiPeriodName::today:
      break;
    case api::KpiPeriodName::yesterday:
      days.from = today - kDay;
      days.until = today;
      break;
    case api::KpiPeriodName::days_7:
      days.from = today - std::chrono::days(6);
      break;
    case api::KpiPeriodName::days_30:
      days.from = today - std::chrono::days(29);
      break;
    case api::KpiPeriodName::custom:
      if (!request.from || !request.until) {
        return fail(ErrorCode::invalid_argument, "a custom period needs both bounds");
      }
      if (auto ok = check(*request.from, *request.until, now); !ok) return std::unexpected(ok.error());
      days.from = *request.from;
      days.until = *request.until;
      break;
  }
  days.before_from = days.from - (days.until - days.from);
  days.step = days.until - days.from <= kMostHourly ? api::KpiStep::hour : api::KpiStep::day;
  return days;
}

}  // namespace guardline::kpi

// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/kpi/figures.h"

#include "core/domain/channel_reports.h"

namespace guardline::kpi {
namespace {

using api::KpiExclusionName;
using api::KpiFigureName;
using api::KpiUnknown;
using api::KpiValue;
using spine::PeriodScope;

KpiValue share(std::int64_t numerator, std::int64_t denominator, KpiUnknown why = KpiUnknown::nothing_counted) {
  KpiValue value{.numerator = numerator, .denominator = denominator};
  if (denominator <= 0) value.unknown = why;
  return value;
}

KpiValue people_reached(const PeriodScope& scope) { return share(scope.people.reached, scope.people.due); }
KpiValue delivery_rate(const PeriodScope& scope) { return share(scope.counts.delivered, scope.counts.accepted); }
KpiValue confirm_rate(const PeriodScope& scope) { return share(scope.people.confirmed, scope.people.reached); }

KpiValue trusted_open(const PeriodScope& scope) {
  const bool silent = scope.channel ? !reports_opens(*scope.channel) : scope.people.cannot_report > 0;
  return share(scope.people.opened, scope.people.openable,
               silent ? KpiUnknown::channel_cannot_report : KpiUnknown::nothing_counted);
}

KpiValue first_reach(const PeriodScope& scope) {
  auto value = share(scope.times.reached(), scope.times.due());
  value.p50_ms = scope.times.quantile(0.50);
  value.p95_ms = scope.times.quantile(0.95);
  value.p99_ms = scope.times.quantile(0.99);
  if (!value.p50_ms) value.unknown = KpiUnknown::nothing_counted;
  return value;
}

KpiValue first_response(const PeriodScope&) { return {.unknown = KpiUnknown::not_recorded}; }

}  // namespace

api::KpiScope figures_of(const PeriodScope& now, const PeriodScope& before) {
  api::KpiScope scope;
  scope.channel = now.channel;
  const auto add = [&](KpiFigureName name, const char* formula, KpiValue (*reckon)(const PeriodScope&),
                       std::vector<api::KpiExclusion> exclusions) {
    scope.figures.push_back({.name = name,
                             .formula = formula,
                             .value = reckon(now),
                             .before = reckon(before),
                             .exclusions = std::move(exclusions)});
  };
  add(KpiFigureName::people_reached, "people-reached.v1", people_reached,
      {{KpiExclusionName::suppressed, now.people.on_purpose}});
  add(KpiFigureName::delivery_rate, "delivery-rate.v1", delivery_rate,
      {{KpiExclusionName::suppressed, now.counts.suppressed}, {KpiExclusionName::late_receipts, now.counts.late}});
  add(KpiFigureName::trusted_open, "trusted-open.v1", trusted_open,
      {{KpiExclusionName::machine_opens, now.counts.opened_machine},
       {KpiExclusionName::cannot_report, now.people.cannot_report},
       {KpiExclusionName::unproved, now.people.unproved}});
  add(KpiFigureName::confirm_rate, "confirm-rate.v1", confirm_rate, {});
  add(KpiFigureName::first_reach, "first-reach.v1", first_reach,
      {{KpiExclusionName::not_reached, now.times.due() - now.times.reached()}});
  add(KpiFigureName::first_response, "first-response.v1", first_response, {});
  const auto& counts = now.counts;
  scope.failures = {.person = counts.failed_person,
                    .message = counts.failed_message,
                    .carrier = counts.failed_carrier,
                    .system = counts.failed_system,
                    .expired = counts.expired,
                    .unknown = counts.unknown,
                    .suppressed = counts.suppressed};
  return scope;
}

api::KpiPoint point_of(Timestamp at, const PeriodScope& scope) {
  return {.at = at,
          .channel = scope.channel,
          .accepted = scope.counts.accepted,
          .delivered = scope.counts.delivered,
          .due = scope.people.due,
          .reached = scope.people.reached,
          .openable = scope.people.openable,
          .opened = scope.people.opened,
          .confirmed = scope.people.confirmed,
          .p95_ms = scope.times.quantile(0.95)};
}

}  // namespace guardline::kpi

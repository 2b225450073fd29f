// The KPI gateway over the link. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/kpi_client.h"

#include "app/link/look_wire.h"
#include "app/link/pending.h"
#include "core/api/kpi_people.h"
#include "core/api/kpi_period.h"
#include "core/api/problem_codes.h"

#include <memory>
#include <type_traits>
#include <utility>

namespace guardline::app {
namespace {

/// Both enumerations have the same numbers; those of the pages come last to an end, so their last is looked at.
template <class To, class From>
constexpr To same(From value) {
  return static_cast<To>(static_cast<std::underlying_type_t<From>>(value));
}
static_assert(same<api::KpiPeriodName>(models::KpiPeriodName::custom) == api::KpiPeriodName::custom);
static_assert(same<models::KpiFigureName>(api::KpiFigureName::first_response) == models::KpiFigureName::first_response);
static_assert(same<models::KpiUnknown>(api::KpiUnknown::not_recorded) == models::KpiUnknown::not_recorded);
static_assert(same<models::KpiExclusionName>(api::KpiExclusionName::not_reached) ==
              models::KpiExclusionName::not_reached);
static_assert(same<models::KpiSide>(api::KpiSide::counted) == models::KpiSide::counted);

models::KpiValue value_of(const api::KpiValue& value) {
  models::KpiValue out{.unknown = {},
                       .numerator = value.numerator,
                       .denominator = value.denominator,
                       .p50_ms = value.p50_ms,
                       .p95_ms = value.p95_ms,
                       .p99_ms = value.p99_ms};
  if (value.unknown) out.unknown = same<models::KpiUnknown>(*value.unknown);
  return out;
}

models::KpiFigure figure_of(const api::KpiFigure& figure) {
  models::KpiFigure out{.name = same<models::KpiFigureName>(figure.name),
                        .formula = QString::fromStdString(figure.formula),
                        .value = value_of(figure.value),
                        .before = value_of(figure.before)};
  for (const auto& each : figure.exclusions) {
    out.exclusions.push_back({same<models::KpiExclusionName>(each.name), each.count});
  }
  return out;
}

models::KpiScope scope_of(const api::KpiScope& scope) {
  models::KpiScope out{.channel = scope.channel};
  for (const auto& figure : scope.figures) out.figures.push_back(figure_of(figure));
  const auto& f = scope.failures;
  out.failures = {f.person, f.message, f.carrier, f.system, f.expired, f.unknown, f.suppressed};
  return out;
}

models::KpiPoint point_of(const api::KpiPoint& p) {
  return {p.at, p.channel, p.accepted, p.delivered, p.due, p.reached, p.openable, p.opened, p.confirmed, p.p95_ms};
}

models::KpiReport report_of(const api::KpiPeriod& period) {
  models::KpiReport out{.period = same<models::KpiPeriodName>(period.period),
                        .from = period.from,
                        .until = period.until,
                        .before_from = period.before_from,
                        .as_of = period.as_of,
                        .earliest = period.earliest,
                        .hourly = period.step == api::KpiStep::hour};
  for (const auto& scope : period.scopes) out.scopes.push_back(scope_of(scope));
  for (const auto& point : period.points) out.points.push_back(point_of(point));
  for (const auto& point : period.points_before) out.points_before.push_back(point_of(point));
  return out;
}

api::KpiPeopleRequest request_of(const models::KpiPeopleQuery& query, const QString& cursor) {
  api::KpiPeopleRequest request{.figure = same<api::KpiFigureName>(query.figure),
                                .channel = query.channel,
                                .from = query.from,
                                .until = query.until,
                                .side = {},
                                .cursor = {},
                                .limit = {}};
  if (query.side) request.side = same<api::KpiSide>(*query.side);
  if (!cursor.isEmpty()) request.cursor = cursor.toStdString();
  return request;
}

models::KpiPeoplePage page_of(const api::KpiPeople& from) {
  models::KpiPeoplePage page{.as_of = from.as_of,
                             .numerator = from.numerator,
                             .denominator = from.denominator,
                             .sides = {from.never, from.elsewhere, from.counted},
                             .people = {},
                             .next = QString::fromStdString(from.next.value_or(""))};
  for (const auto& person : from.people) {
    models::KpiPerson to{.id = QString::fromStdString(person.investor_id.text()),
                         .name = QString::fromStdString(person.name),
                         .erased = person.erased,
                         .reach = static_cast<models::ReachState>(static_cast<int>(person.reach) - 1),
                         .side = same<models::KpiSide>(person.side),
                         .deliveries = {}};
    for (const auto& track : person.deliveries) to.deliveries.push_back(app::value_of(track));
    page.people.push_back(std::move(to));
  }
  return page;
}

}  // namespace

models::Handle KpiClient::people(const models::KpiPeopleQuery& query, const QString& cursor,
                                 models::LookAnswer<models::KpiPeoplePage> answer) {
  auto call = std::make_shared<models::LookAnswer<models::KpiPeoplePage>>(std::move(answer));
  HttpRequest post{.verb = Verb::post,
                   .path = "/v1/kpi/people",
                   .body = wire::to_json(request_of(query, cursor)),
                   .as_person = true};
  link_.ask<api::KpiPeople>(std::move(post), [call](const std::expected<api::KpiPeople, models::SessionError>& people,
                                                    const Link::Envelope&) {
    const auto wanted = std::exchange(*call, nullptr);
    if (!wanted) return;
    if (!people) return wanted(std::unexpected(look_error(people.error())));
    wanted(page_of(*people));
  });
  return models::Handle([call] { *call = nullptr; });
}

models::Handle KpiClient::period(const models::KpiQuery& query, models::Answer<models::KpiReport> answer) {
  const Pending<models::KpiReport> pending(std::move(answer));
  const api::KpiPeriodRequest body{
      .period = same<api::KpiPeriodName>(query.period), .from = query.from, .until = query.until};
  HttpRequest post{.verb = Verb::post, .path = "/v1/kpi/period", .body = wire::to_json(body), .as_person = true};
  link_.ask<api::KpiPeriod>(
      std::move(post),
      [pending](const std::expected<api::KpiPeriod, models::SessionError>& period, const Link::Envelope&) {
        if (period) return pending(report_of(*period));
        auto error = period.error();
        if (error.reference.toStdString() == api::codes::period_refused) error.failure = models::Failure::refused;
        pending(std::unexpected(std::move(error)));
      });
  return pending.handle();
}

}  // namespace guardline::app

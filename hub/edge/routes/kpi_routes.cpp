// /v1/kpi: the figures of periods, and who stands behind them. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/kpi_people.h"
#include "core/api/kpi_period.h"
#include "core/api/problem_codes.h"
#include "hub/edge/routes/looks.h"
#include "hub/edge/routes/routes.h"
#include "hub/history/people.h"
#include "hub/kpi/board.h"

namespace guardline::edge {
namespace {

namespace codes = api::codes;

Answer<api::KpiPeriod> period(kpi::Board& board, const api::KpiPeriodRequest& request) {
  auto figures = board.period(request);
  if (figures) return std::move(*figures);
  const auto& error = figures.error();
  if (error.code == ErrorCode::invalid_argument) {
    return std::unexpected(refuse(422, codes::period_refused, error.message));
  }
  if (error.code == ErrorCode::exhausted) return std::unexpected(refuse_for_now(codes::busy, 2));
  return std::unexpected(refuse(error));
}

Answer<api::KpiPeople> people(history::PeopleDesk& desk, const Clock& clock, const Call& call,
                              const api::KpiPeopleRequest& request) {
  if (auto ok = history::check_people(request, clock.now()); !ok) {
    return std::unexpected(refuse(422, codes::period_refused, ok.error().message));
  }
  auto page = desk.people(viewer(call), request);
  if (page) return std::move(*page);
  const auto& error = page.error();
  if (error.code == ErrorCode::invalid_argument) return std::unexpected(refuse(400, codes::cursor_refused));
  if (error.code == ErrorCode::exhausted) return std::unexpected(refuse_for_now(codes::busy, 2));
  return std::unexpected(refuse_look(error));
}

}  // namespace

void add_kpi_routes(Router& router, const RouteParts& parts) {
  auto& board = parts.board;
  router.add(make_route<api::KpiPeriodRequest, api::KpiPeriod>(
      {.method = Method::post,
       .pattern = "/v1/kpi/period",
       .summary = "The figures of some days, with what they are made of and those of as many days before.",
       .policy = {.need = Need::session, .permission = Permission::kpi_read}},
      [&board](const Call&, const api::KpiPeriodRequest& request) { return period(board, request); }));
  router.add(make_route<api::KpiPeopleRequest, api::KpiPeople>(
      {.method = Method::post,
       .pattern = "/v1/kpi/people",
       .summary = "Who stands behind a figure, masked, those never reached first; journaled.",
       .policy = {.need = Need::session, .permission = Permission::kpi_people, .second_factor = kStepUpLasts}},
      [&desk = parts.people, &clock = parts.clock](const Call& call, const api::KpiPeopleRequest& request) {
        return people(desk, clock, call, request);
      }));
}

}  // namespace guardline::edge

// /v1/kpi: the figures of periods. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/kpi_period.h"
#include "core/api/problem_codes.h"
#include "hub/edge/routes/routes.h"
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

}  // namespace

void add_kpi_routes(Router& router, const RouteParts& parts) {
  auto& board = parts.board;
  router.add(make_route<api::KpiPeriodRequest, api::KpiPeriod>(
      {.method = Method::post,
       .pattern = "/v1/kpi/period",
       .summary = "The figures of some days, with what they are made of and those of as many days before.",
       .policy = {.need = Need::session, .permission = Permission::kpi_read}},
      [&board](const Call&, const api::KpiPeriodRequest& request) { return period(board, request); }));
}

}  // namespace guardline::edge

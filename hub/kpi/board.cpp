// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/kpi/board.h"

#include "hub/kpi/days.h"
#include "hub/kpi/figures.h"
#include "hub/spine/connections.h"
#include "hub/spine/stores.h"

#include <semaphore>

namespace guardline::kpi {
namespace {

/// So that periods never take all of the threads that answer requests.
constexpr int kAtOnce = 2;

const spine::PeriodScope& scope_of(const std::vector<spine::PeriodScope>& scopes, std::optional<Channel> channel) {
  static const spine::PeriodScope nothing{};
  for (const auto& scope : scopes) {
    if (scope.channel == channel) return scope;
  }
  return nothing;
}

std::vector<api::KpiPoint> points_of(const spine::PeriodFigures& figures) {
  std::vector<api::KpiPoint> points;
  for (const auto& bucket : figures.buckets) {
    for (const auto& scope : bucket.scopes) points.push_back(point_of(bucket.from, scope));
  }
  return points;
}

class ProjectionBoard final : public Board {
 public:
  ProjectionBoard(const spine::Stores& stores, const Clock& clock)
      : clock_(clock), connections_([stores] { return stores.open(spine::Use::read_projections); }) {}

  Result<api::KpiPeriod> period(const api::KpiPeriodRequest& request) override {
    const auto now = clock_.now();
    const auto days = days_of(request, now);
    if (!days) return std::unexpected(days.error());
    if (!running_.try_acquire()) return fail(ErrorCode::exhausted, "other periods are being counted");
    auto answer = connections_.with([&](db::Database& database) { return count(database, *days); });
    running_.release();
    if (!answer) return answer;
    answer->period = request.period;
    answer->as_of = now;
    return answer;
  }

 private:
  static Result<api::KpiPeriod> count(db::Database& database, const Days& days) {
    const auto here = spine::read_kpi_period(database, days.from, days.until, days.step_length());
    if (!here) return std::unexpected(here.error());
    const auto before = spine::read_kpi_period(database, days.before_from, days.from, days.step_length());
    if (!before) return std::unexpected(before.error());
    const auto earliest = spine::earliest_kpi(database);
    if (!earliest) return std::unexpected(earliest.error());
    api::KpiPeriod out{.from = days.from,
                       .until = days.until,
                       .before_from = days.before_from,
                       .as_of = {},
                       .earliest = *earliest,
                       .step = days.step};
    for (const auto& scope : here->whole)
      out.scopes.push_back(figures_of(scope, scope_of(before->whole, scope.channel)));
    out.points = points_of(*here);
    out.points_before = points_of(*before);
    return out;
  }

  const Clock& clock_;
  spine::Connections connections_;
  std::counting_semaphore<kAtOnce> running_{kAtOnce};
};

}  // namespace

std::unique_ptr<Board> make_board(const spine::Stores& stores, const Clock& clock) {
  return std::make_unique<ProjectionBoard>(stores, clock);
}

}  // namespace guardline::kpi

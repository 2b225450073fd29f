// Which days a period means. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/kpi_period.h"
#include "core/base/error.h"
#include "core/base/time.h"

#include <chrono>

namespace guardline::kpi {

/// The midnight (core/base/firm_zone.h) at which the day of `at` begins.
Timestamp day_of(Timestamp at);

/// [from, until), and the time as long just before it.
struct Days {
  Timestamp from;
  Timestamp until;
  Timestamp before_from;
  api::KpiStep step{api::KpiStep::day};
  [[nodiscard]] Micros step_length() const;
};
/// Errors: invalid_argument; the text says what is wrong with the bounds.
Result<Days> days_of(const api::KpiPeriodRequest& request, Timestamp now);

}  // namespace guardline::kpi

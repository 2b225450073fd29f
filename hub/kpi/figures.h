// The formulas: what is divided by what. Pure. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/kpi_period.h"
#include "hub/spine/kpi_period.h"

namespace guardline::kpi {

/// All figures of one channel (or of all) with those of the period before.
api::KpiScope figures_of(const spine::PeriodScope& now, const spine::PeriodScope& before);
api::KpiPoint point_of(Timestamp at, const spine::PeriodScope& scope);

}  // namespace guardline::kpi

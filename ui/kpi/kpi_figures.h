// From the report to what charts and cards are given. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/kpi/kpi_model.h"
#include "models/live/failure_mix.h"
#include "ui/charts/chart_data.h"
#include "ui/kpi/kpi_card.h"

#include <vector>

namespace guardline::ui {

/// Fewer than these in a step are drawn hollow: too few to judge.
inline constexpr std::int64_t kEnoughInStep = 30;

/// The chosen figure of each channel by step, the period before as thin lines. `shown` false: frame and axis only.
ChartData kpi_chart(const models::KpiModel& model, bool shown, bool greyed);
/// All channels. `shown` false: the formula stays, the value is `instead` ("—", 「无法计算」) and `why` says why.
KpiCardText kpi_card(const models::KpiModel& model, models::KpiFigureName figure, bool shown, const QString& instead,
                     const QString& why);
/// Of all channels, most first.
std::vector<models::FailureShare> kpi_failures(const models::KpiModel& model);

}  // namespace guardline::ui

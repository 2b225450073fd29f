// The figure behind an alert, minute by minute. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/alert_values.h"
#include "ui/charts/chart_data.h"

namespace guardline::models {
class KpiLiveModel;
}

namespace guardline::ui {

/// Whether there is one: rates of a channel have it. A backlog is known as of now only: while it lasts, the chart shows of
/// what each minute planned how much still waits. The hub's own silence has none.
bool has_cause_chart(const models::Alert& alert);

/// From half an hour before the occurrence began until now, or until a quarter of an hour after it returned to normal;
/// never more than six hours, never from before the 24 hours that are held. With the rule's limit as a dotted line.
/// Minutes without a denominator are gaps.
ChartData cause_chart(const models::KpiLiveModel& model, const models::Alert& alert, bool greyed);

}  // namespace guardline::ui

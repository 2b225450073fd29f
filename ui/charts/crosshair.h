// The line and box that tell one moment's values. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_data.h"
#include "ui/charts/chart_scale.h"

class QPainter;

namespace guardline::ui {

class Theme;

/// The cell of `series` at exactly `at`; nothing where the series has a gap.
const ChartCell* cell_at(const ChartSeries& series, Timestamp at);

/// Vertical line, rings on the lines, and a box with time, marker, value, numerator/denominator, placed where it covers
/// the fewest lines. `strong`: the series set in bold, -1 for none.
void paint_crosshair(QPainter& painter, const ChartData& data, const ChartScale& scale, Timestamp at, int strong,
                     const Theme& theme);

}  // namespace guardline::ui

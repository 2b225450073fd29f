// Paints the still part of a line chart. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_data.h"
#include "ui/charts/chart_scale.h"

#include <QRect>

class QPainter;

namespace guardline::ui {

class Theme;

/// Where everything goes for `data` in `area`, showing [from, to). Leaves room for the widest axis label.
ChartScale make_scale(const ChartData& data, const QRect& area, Timestamp from, Timestamp to, const Theme& theme);

/// Grid, bands, threshold lines, hatches, series (at most two points per pixel column), markers, axes.
void paint_plot(QPainter& painter, const ChartData& data, const ChartScale& scale, const Theme& theme);

/// True when a series has a point in [from, to).
bool has_points(const ChartData& data, Timestamp from, Timestamp to);

}  // namespace guardline::ui

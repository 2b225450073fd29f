// Paints what lies between the axes of a line chart. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_data.h"
#include "ui/charts/chart_scale.h"

#include <QFont>
#include <QString>

class QPainter;

namespace guardline::ui {

class Theme;

/// The value axis for what of `data` lies in [from, to), with fewer steps on a low chart. `plot` is left empty.
ChartScale make_scale(const ChartData& data, int height, Timestamp from, Timestamp to);

/// The font of axis labels and of words within the plot.
QFont axis_font(const Theme& theme);
/// What an axis says at `value`: the lowest label of an axis that starts above nought says so.
QString value_label(const ChartData& data, const ChartScale& scale, double value);

/// Below the grid: the bands of the thresholds. Both leave the painter's state changed.
void paint_under(QPainter& painter, const ChartData& data, const ChartScale& scale, const Theme& theme);
/// Above it: hatches, threshold lines, series (at most two points per pixel column), markers. Nothing when there is no
/// point in the range.
void paint_over(QPainter& painter, const ChartData& data, const ChartScale& scale, const Theme& theme);

/// True when a series has a point in [from, to).
bool has_points(const ChartData& data, Timestamp from, Timestamp to);

}  // namespace guardline::ui

// The lines of a chart in pixels. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_data.h"
#include "ui/charts/chart_scale.h"

#include <QPolygonF>
#include <QRectF>
#include <vector>

namespace guardline::ui {

/// One series as it is drawn: a polygon per unbroken piece, at most two points per pixel column.
struct PlotLine {
  std::vector<QPolygonF> pieces;
  bool dense{};  ///< too many points for dashes to be read
};

PlotLine plot_line(const ChartSeries& series, const ChartData& data, const ChartScale& scale);
/// In the order of `data.series`.
std::vector<PlotLine> plot_lines(const ChartData& data, const ChartScale& scale);

/// How many of the lines run through `box`.
int lines_through(const std::vector<PlotLine>& lines, const QRectF& box);

}  // namespace guardline::ui

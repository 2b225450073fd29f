// Axes, grid and labels of a line chart, by Qt Charts. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_data.h"
#include "ui/charts/chart_scale.h"

#include <QSize>
#include <memory>

class QPainter;

namespace guardline::ui {

class Theme;

/// A QChart on a scene without a view: the widget that shows the chart stays one tab stop and one accessible object,
/// and keeps the finished picture. What lies between the axes is one item over QChart::plotArea() (see
/// docs/decisions/0030-chart-drawing.md). GUI thread.
class ChartFrame {
 public:
  /// `theme` outlives the frame; its colours and fonts are asked for with every picture.
  explicit ChartFrame(const Theme& theme);
  ~ChartFrame();
  ChartFrame(const ChartFrame&) = delete;
  ChartFrame& operator=(const ChartFrame&) = delete;

  /// Lays the axes out for `data` over [from, to) in `size` (logical px) and says where the plot lies. Cheap when
  /// nothing has changed.
  ChartScale fit(QSize size, const ChartData& data, Timestamp from, Timestamp to);
  /// Draws from the painter's origin. `scale`: the answer of the last `fit`.
  void paint(QPainter& painter, const ChartData& data, const ChartScale& scale);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace guardline::ui

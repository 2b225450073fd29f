// The live chart as the monitor page feeds it. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/chart/live_lines.h"
#include "ui/charts/chart_view.h"

#include <QImage>
#include <vector>

namespace guardline::bench {

class OurChart {
 public:
  OurChart(const ui::Theme& theme, const LineShape& shape, QSize size);
  /// One more value on each line, the window one step on, the picture drawn anew into `image`.
  void frame(QImage& image);

 private:
  void add_point();

  LineShape shape_;
  ui::ChartView view_;
  std::vector<models::LiveSeries> lines_;
  std::vector<std::vector<ui::ChartCell>> cells_;
  std::int64_t next_{0};
};

}  // namespace guardline::bench

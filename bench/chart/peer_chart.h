// The same chart by QCustomPlot. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/chart/live_lines.h"

#include <QImage>
#include <memory>

class QCustomPlot;
namespace guardline::ui {
class Theme;
}

namespace guardline::bench {

/// Pens, antialiasing, colours, font, markers and axis range as `ui/charts` draws lines that are this dense: solid, 1.2
/// px, some ten markers each. Its adaptive sampling is on, as it is by default.
class PeerChart {
 public:
  /// `fast`: with QCP::phFastPolylines, which draws each piece between two points by itself, as our painter does.
  PeerChart(const ui::Theme& theme, const LineShape& shape, QSize size, bool fast);
  ~PeerChart();
  PeerChart(const PeerChart&) = delete;
  PeerChart& operator=(const PeerChart&) = delete;
  /// One more value on each line, the window one step on, the picture drawn anew into `image`.
  void frame(QImage& image);

 private:
  void add_point();
  [[nodiscard]] double seconds(std::int64_t point) const;

  LineShape shape_;
  std::unique_ptr<QCustomPlot> plot_;
  std::int64_t next_{0};
};

}  // namespace guardline::bench

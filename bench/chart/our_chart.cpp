// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/chart/our_chart.h"

#include "ui/theme/theme.h"

namespace guardline::bench {

using models::LiveSeries;

OurChart::OurChart(const ui::Theme& theme, const LineShape& shape, QSize size) : shape_(shape), view_(theme) {
  const bool minutes = shape.step >= std::chrono::minutes(1);
  for (std::size_t line = 0; line < shape.lines; ++line) {
    lines_.emplace_back(minutes ? LiveSeries::Level::minute : LiveSeries::Level::second, shape.step * shape.points);
    cells_.emplace_back();
  }
  for (std::int64_t point = 0; point < shape.points; ++point) add_point();
  view_.resize(size);
  view_.setVisible(true);
}

void OurChart::add_point() {
  const auto at = from_micros(kEnd) + (next_ - shape_.points) * shape_.step;
  for (std::size_t line = 0; line < shape_.lines; ++line) {
    const auto value = value_of(line, next_);
    lines_[line].put(at, value);
    // A place of the cross-hair is a minute.
    if (at.time_since_epoch() % std::chrono::minutes(1) != Micros(0)) continue;
    auto& cells = cells_[line];
    cells.push_back({.at = at, .value = value, .numerator = 990, .denominator = 1000, .hollow = false});
    if (cells.front().at < at - shape_.step * shape_.points) cells.erase(cells.begin());
  }
  ++next_;
}

void OurChart::frame(QImage& image) {
  add_point();
  ui::ChartData data;
  data.to = from_micros(kEnd) + (next_ - shape_.points) * shape_.step;
  data.from = data.to - shape_.step * shape_.points;
  for (std::size_t line = 0; line < shape_.lines; ++line) {
    data.series.push_back(
        {.channel = channel_of(line), .name = QString::number(line), .line = lines_[line], .cells = cells_[line]});
  }
  view_.show(std::move(data));
  view_.render(&image);
}

}  // namespace guardline::bench

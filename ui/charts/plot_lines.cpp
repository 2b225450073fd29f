// From series to polygons. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plot_lines.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace guardline::ui {
namespace {

constexpr double kDensePitch = 3;  // px from point to point below which a line is dense
constexpr auto kHalf = models::LiveSeries::kStep[static_cast<std::size_t>(models::LiveSeries::Level::minute)] / 2;

QPolygonF polygon(const std::vector<models::SeriesPoint>& segment, const ChartScale& scale) {
  QPolygonF line;
  line.reserve(static_cast<qsizetype>(segment.size()) * 2);
  for (const auto& point : segment) {
    const auto x = scale.x(point.at + Micros(kHalf));
    // A column that holds several values is a stroke from one end to the other, in the order that joins best.
    const auto low = scale.y(point.bucket.min);
    const auto high = scale.y(point.bucket.max);
    if (point.bucket.count <= 1 || std::abs(low - high) < 0.5) {
      line.append({x, scale.y(point.bucket.last)});
      continue;
    }
    const bool down = point.bucket.first > point.bucket.last;
    line.append({x, down ? high : low});
    line.append({x, down ? low : high});
  }
  if (line.size() == 1) line.append(line.front() + QPointF(1, 0));
  return line;
}

/// Neighbouring cells joined; a cell further away than one step begins a new piece.
PlotLine join_cells(const ChartSeries& series, const ChartData& data, const ChartScale& scale) {
  const auto step = step_length(data);
  PlotLine line;
  std::optional<Timestamp> last;
  for (const auto& cell : series.cells) {
    if (cell.at < scale.from - step || cell.at >= scale.to + step) continue;
    if (!last || cell.at - *last > step) line.pieces.emplace_back();
    last = cell.at;
    line.pieces.back().append({scale.x(cell.at + step / 2), scale.y(cell.value)});
  }
  for (auto& piece : line.pieces) {
    if (piece.size() == 1) piece.append(piece.front() + QPointF(1, 0));
  }
  return line;
}

bool crosses(QPointF a, QPointF b, const QRectF& box) {
  if (a.x() > b.x()) std::swap(a, b);
  if (b.x() < box.left() || a.x() > box.right()) return false;
  const auto y_at = [&](double x) {
    return b.x() - a.x() < 1e-9 ? a.y() : a.y() + (b.y() - a.y()) * (x - a.x()) / (b.x() - a.x());
  };
  const auto first = y_at(std::max(a.x(), box.left()));
  const auto last = b.x() - a.x() < 1e-9 ? b.y() : y_at(std::min(b.x(), box.right()));
  return std::max(first, last) >= box.top() && std::min(first, last) <= box.bottom();
}

bool runs_through(const QPolygonF& line, const QRectF& box) {
  for (qsizetype i = 1; i < line.size(); ++i) {
    if (crosses(line[i - 1], line[i], box)) return true;
  }
  return false;
}

}  // namespace

PlotLine plot_line(const ChartSeries& series, const ChartData& data, const ChartScale& scale) {
  if (data.step != ChartStep::minute) return join_cells(series, data, scale);
  const auto segments = series.line.view(scale.from, scale.to, std::max(1, static_cast<int>(scale.plot.width())));
  const auto points = std::accumulate(segments.begin(), segments.end(), std::size_t{0},
                                      [](std::size_t sum, const auto& segment) { return sum + segment.size(); });
  PlotLine line{.pieces = {}, .dense = static_cast<double>(points) * kDensePitch > scale.plot.width()};
  for (const auto& segment : segments) line.pieces.push_back(polygon(segment, scale));
  return line;
}

std::vector<PlotLine> plot_lines(const ChartData& data, const ChartScale& scale) {
  std::vector<PlotLine> lines;
  lines.reserve(data.series.size());
  for (const auto& series : data.series) lines.push_back(plot_line(series, data, scale));
  return lines;
}

int lines_through(const std::vector<PlotLine>& lines, const QRectF& box) {
  return static_cast<int>(std::count_if(lines.begin(), lines.end(), [&](const PlotLine& line) {
    return std::any_of(line.pieces.begin(), line.pieces.end(),
                       [&](const QPolygonF& piece) { return runs_through(piece, box); });
  }));
}

}  // namespace guardline::ui

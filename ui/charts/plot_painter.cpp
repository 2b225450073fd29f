// Paints the still part of a line chart. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plot_painter.h"

#include "ui/charts/series_style.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace guardline::ui {
namespace {

constexpr int kAxisFont = 11;
constexpr double kBandOpacity = 0.6;
constexpr int kMarkersPerLine = 10;
constexpr double kDensePitch = 3;  // px from point to point below which a line is dense
constexpr double kDenseWidth = 1.2;
constexpr qsizetype kChunk = 24;

void paint_threshold_lines(QPainter& painter, const ChartData& data, const ChartScale& scale, const Theme& theme) {
  painter.setFont(theme.font(kAxisFont));
  const QFontMetrics metrics(painter.font());
  for (const auto& t : data.thresholds) {
    if (t.value < scale.low || t.value > scale.high) continue;
    const auto y = std::round(scale.y(t.value)) + 0.5;
    QPen pen(theme.color(t.text), 1.2);
    pen.setDashPattern({1.5, 2});
    painter.setPen(pen);
    painter.drawLine(QPointF(scale.plot.left(), y), QPointF(scale.plot.right(), y));
    painter.drawText(QPointF(scale.plot.left() + 6, y + metrics.ascent() + 1), t.words);
  }
}

void paint_hatches(QPainter& painter, const ChartData& data, const ChartScale& scale, const Theme& theme) {
  painter.setFont(theme.font(kAxisFont));
  const QFontMetrics metrics(painter.font());
  double taken_until = -1;
  int row = 0;
  for (const auto& hatch : data.hatches) {
    const auto left = std::max(scale.plot.left(), scale.x(hatch.from));
    const auto right = std::min(scale.plot.right(), scale.x(hatch.to));
    if (right <= left) continue;
    const QRectF box(left, scale.plot.top(), right - left, scale.plot.height());
    auto ground = theme.color(Token::bg_sunken);
    ground.setAlphaF(0.55F);
    painter.fillRect(box, ground);
    auto stroke = theme.color(Token::line_strong);
    stroke.setAlphaF(0.45F);
    painter.save();
    painter.setClipRect(box);
    painter.setPen(QPen(stroke, 1));
    for (auto x = box.left() - box.height(); x < box.right(); x += 7) {
      painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()));
    }
    painter.restore();
    painter.setPen(theme.color(Token::text_2));
    const auto lines = hatch.words.split(QLatin1Char('\n'));
    double width = 0;
    for (const auto& line : lines) width = std::max(width, metrics.horizontalAdvance(line) + 8.0);
    const auto centre = std::clamp(box.center().x(), scale.plot.left() + width / 2, scale.plot.right() - width / 2);
    row = centre - width / 2 < taken_until ? row + 1 : 0;
    taken_until = std::max(taken_until, centre + width / 2);
    const auto height = static_cast<double>(lines.size() * metrics.height());
    auto y = scale.plot.bottom() - (row + 1) * (height + 6) + 2;
    painter.fillRect(QRectF(centre - width / 2, y, width, height), theme.color(Token::bg_surface));
    for (const auto& line : lines) {
      painter.drawText(QRectF(centre - width / 2, y, width, metrics.height()), Qt::AlignCenter, line);
      y += metrics.height();
    }
  }
}

/// A dense line is one outline that crosses itself at every swing, and filling it costs more than its length: it is
/// stroked in short pieces.
void draw_line(QPainter& painter, const QPolygonF& line, bool dense) {
  if (!dense) return painter.drawPolyline(line);
  for (qsizetype i = 0; i + 1 < line.size(); i += kChunk) {
    painter.drawPolyline(line.constData() + i, static_cast<int>(std::min(kChunk + 1, line.size() - i)));
  }
}

void paint_series(QPainter& painter, const ChartData& data, const ChartScale& scale, const Theme& theme) {
  const auto half = models::LiveSeries::kStep[static_cast<std::size_t>(models::LiveSeries::Level::minute)] / 2;
  const auto ground = theme.color(Token::bg_surface);
  int shift = 0;
  for (const auto& series : data.series) {
    const auto color = theme.color(data.greyed ? Token::text_3 : channel_token(series.channel));
    painter.setBrush(Qt::NoBrush);
    const auto segments = series.line.view(scale.from, scale.to, std::max(1, static_cast<int>(scale.plot.width())));
    const auto points = std::accumulate(segments.begin(), segments.end(), std::size_t{0},
                                        [](std::size_t sum, const auto& segment) { return sum + segment.size(); });
    // Where a dash is longer than the way between two points it can't be read, and costs ten times the rest.
    const bool dense = static_cast<double>(points) * kDensePitch > scale.plot.width();
    painter.setPen(dense ? QPen(color, kDenseWidth) : channel_pen(series.channel, color));
    for (const auto& segment : segments) {
      QPolygonF line;
      line.reserve(static_cast<qsizetype>(segment.size()) * 2);
      for (const auto& point : segment) {
        const auto x = scale.x(point.at + Micros(half));
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
      draw_line(painter, line, dense);
    }
    const auto from = std::lower_bound(series.cells.begin(), series.cells.end(), scale.from,
                                       [](const ChartCell& cell, Timestamp at) { return cell.at < at; });
    const auto until = std::lower_bound(from, series.cells.end(), scale.to,
                                        [](const ChartCell& cell, Timestamp at) { return cell.at < at; });
    const auto count = until - from;
    const auto every = std::max<std::ptrdiff_t>(1, (count + kMarkersPerLine - 1) / kMarkersPerLine);
    for (std::ptrdiff_t i = 0; i < count; ++i) {
      const auto& cell = *(from + i);
      const bool marked = i % every == shift % every;
      if (!marked && !(cell.hollow && count <= 90)) continue;
      draw_marker(painter, series.channel, {scale.x(cell.at + Micros(half)), scale.y(cell.value)}, color, cell.hollow,
                  ground, count > 30 ? 3.5 : 4.0);
    }
    ++shift;
  }
}

}  // namespace

QFont axis_font(const Theme& theme) { return theme.font(kAxisFont); }

QString value_label(const ChartData& data, const ChartScale& scale, double value) {
  const auto decimals = scale.step < 1 ? 1 : 0;
  const auto text = QString::number(value, 'f', decimals) + data.unit;
  // An axis that doesn't begin at nought says so where it begins.
  if (scale.low > 0 && value <= scale.low + scale.step / 2) {
    return QCoreApplication::translate("ChartView", "%1 起", "first label of an axis that starts above 0").arg(text);
  }
  return text;
}

bool has_points(const ChartData& data, Timestamp from, Timestamp to) {
  return std::any_of(data.series.begin(), data.series.end(), [&](const ChartSeries& series) {
    return std::any_of(series.cells.begin(), series.cells.end(),
                       [&](const ChartCell& cell) { return cell.at >= from && cell.at < to; });
  });
}

ChartScale make_scale(const ChartData& data, int height, Timestamp from, Timestamp to) {
  ChartScale scale{.plot = {}, .from = from, .to = to, .low = data.floor, .high = data.ceiling, .step = 2};
  for (const auto& series : data.series) {
    for (const auto& cell : series.cells) {
      // Small samples swing widely: they are drawn (clamped), but don't stretch the axis.
      if (cell.at >= from && cell.at < to && !cell.hollow) scale.low = std::min(scale.low, cell.value);
    }
  }
  scale.low = std::max(0.0, scale.low);
  scale.step = nice_step(scale.high - scale.low, height > 200 ? 5 : 3);
  scale.low = std::max(0.0, scale.high - std::ceil((scale.high - scale.low) / scale.step - 1e-9) * scale.step);
  return scale;
}

void paint_under(QPainter& painter, const ChartData& data, const ChartScale& scale, const Theme& theme) {
  if (!has_points(data, scale.from, scale.to)) return;
  painter.setOpacity(kBandOpacity);
  for (const auto& t : data.thresholds) {
    const auto top = scale.y(t.value);
    painter.fillRect(QRectF(scale.plot.left(), top, scale.plot.width(), scale.y(t.band_low) - top),
                     theme.color(t.band));
  }
}

void paint_over(QPainter& painter, const ChartData& data, const ChartScale& scale, const Theme& theme) {
  if (!has_points(data, scale.from, scale.to)) return;
  painter.setRenderHint(QPainter::Antialiasing);
  paint_hatches(painter, data, scale, theme);
  paint_threshold_lines(painter, data, scale, theme);
  painter.setClipRect(scale.plot.adjusted(-4, -6, 6, 5), Qt::IntersectClip);
  paint_series(painter, data, scale, theme);
}

}  // namespace guardline::ui

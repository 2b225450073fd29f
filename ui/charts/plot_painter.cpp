// Paints the still part of a line chart. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plot_painter.h"

#include "ui/charts/plot_lines.h"
#include "ui/charts/plot_words.h"
#include "ui/charts/series_style.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <vector>

namespace guardline::ui {
namespace {

constexpr int kAxisFont = 11;
constexpr double kBandOpacity = 0.6;
constexpr int kMarkersPerLine = 10;
constexpr double kDenseWidth = 1.2;
constexpr double kBeforeWidth = 1.0;  // half of a line of now
constexpr float kBeforeOpacity = 0.6F;

void paint_threshold_lines(QPainter& painter, const ChartData& data, const ChartScale& scale, const Theme& theme) {
  for (const auto& t : data.thresholds) {
    if (t.value < scale.low || t.value > scale.high) continue;
    const auto y = std::round(scale.y(t.value)) + 0.5;
    QPen pen(theme.color(t.text), 1.2);
    pen.setDashPattern({1.5, 2});
    painter.setPen(pen);
    painter.drawLine(QPointF(scale.plot.left(), y), QPointF(scale.plot.right(), y));
  }
}

/// What the hatches cover, in order; gaps of several channels at one time are one piece: two hatches over each other
/// would look darker than one.
std::vector<QRectF> hatched(const ChartData& data, const ChartScale& scale) {
  std::vector<QRectF> boxes;
  for (const auto& hatch : data.hatches) {
    const auto left = std::max(scale.plot.left(), scale.x(hatch.from));
    const auto right = std::min(scale.plot.right(), scale.x(hatch.to));
    if (right > left) boxes.emplace_back(left, scale.plot.top(), right - left, scale.plot.height());
  }
  std::sort(boxes.begin(), boxes.end(), [](const QRectF& a, const QRectF& b) { return a.left() < b.left(); });
  std::vector<QRectF> merged;
  for (const auto& box : boxes) {
    if (merged.empty() || merged.back().right() < box.left()) {
      merged.push_back(box);
    } else {
      merged.back().setRight(std::max(merged.back().right(), box.right()));
    }
  }
  return merged;
}

void paint_hatches(QPainter& painter, const ChartData& data, const ChartScale& scale, const Theme& theme) {
  auto ground = theme.color(Token::bg_sunken);
  ground.setAlphaF(0.55F);
  auto stroke = theme.color(Token::line_strong);
  stroke.setAlphaF(0.45F);
  for (const auto& box : hatched(data, scale)) {
    painter.fillRect(box, ground);
    painter.save();
    painter.setClipRect(box);
    painter.setPen(QPen(stroke, 1));
    for (auto x = box.left() - box.height(); x < box.right(); x += 7) {
      painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()));
    }
    painter.restore();
  }
}

/// Above the lines; words that stand on a hatch or on a line have a ground of their own.
void paint_words(QPainter& painter, const std::vector<PlotWords>& words, const Theme& theme) {
  const auto font = axis_font(theme);
  const auto line = QFontMetrics(font).height();
  painter.setFont(font);
  for (const auto& each : words) {
    if (each.own_ground) {
      painter.fillRect(each.box, theme.color(Token::bg_surface));
      painter.setOpacity(kBandOpacity);
      if (each.ground != Token::bg_surface) painter.fillRect(each.box, theme.color(each.ground));
      painter.setOpacity(1);
    }
    painter.setPen(theme.color(each.ink));
    auto y = each.box.top();
    for (const auto& row : each.text.split(QLatin1Char('\n'))) {
      painter.drawText(QRectF(each.box.left(), y, each.box.width(), line), Qt::AlignCenter, row);
      y += line;
    }
  }
}

/// A dense line is one outline that crosses itself at every swing, and filling it costs more than its length: it is
/// drawn as lines from point to point, which the raster engine fills one by one. At this width no eye sees the joins.
void draw_line(QPainter& painter, const QPolygonF& line, bool dense) {
  if (!dense) return painter.drawPolyline(line);
  QList<QLineF> strokes;
  strokes.reserve(line.size());
  for (qsizetype i = 0; i + 1 < line.size(); ++i) strokes.append({line[i], line[i + 1]});
  painter.drawLines(strokes);
}

void paint_markers(QPainter& painter, const ChartData& data, const ChartSeries& series, const ChartScale& scale,
                   int shift, const QColor& color, const QColor& ground) {
  const auto half = half_step(data);
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
    draw_marker(painter, series.channel, {scale.x(cell.at + half), scale.y(cell.value)}, color, cell.hollow, ground,
                count > 30 ? 3.5 : 4.0);
  }
}

void paint_series(QPainter& painter, const ChartData& data, const ChartScale& scale, const std::vector<PlotLine>& lines,
                  const Theme& theme) {
  const auto ground = theme.color(Token::bg_surface);
  for (const auto& series : data.before) {
    auto color = theme.color(data.greyed ? Token::text_3 : channel_token(series.channel));
    color.setAlphaF(kBeforeOpacity);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(channel_pen(series.channel, color, kBeforeWidth));
    for (const auto& piece : plot_line(series, data, scale).pieces) painter.drawPolyline(piece);
  }
  for (std::size_t i = 0; i < data.series.size(); ++i) {
    const auto& series = data.series[i];
    const auto color = theme.color(data.greyed ? Token::text_3 : channel_token(series.channel));
    painter.setBrush(Qt::NoBrush);
    // Where a dash is longer than the way between two points it can't be read, and costs ten times the rest.
    painter.setPen(lines[i].dense ? QPen(color, kDenseWidth) : channel_pen(series.channel, color));
    for (const auto& piece : lines[i].pieces) draw_line(painter, piece, lines[i].dense);
    paint_markers(painter, data, series, scale, static_cast<int>(i), color, ground);
  }
}

}  // namespace

QFont axis_font(const Theme& theme) { return theme.font(kAxisFont); }

QString value_label(const ChartData& data, const ChartScale& scale, double value) {
  const auto decimals = scale.step < 1 ? 1 : 0;
  const auto text =
      data.value_words != nullptr ? data.value_words(value) : QString::number(value, 'f', decimals) + data.unit;
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
  const auto lines = plot_lines(data, scale);
  paint_hatches(painter, data, scale, theme);
  paint_threshold_lines(painter, data, scale, theme);
  painter.save();
  painter.setClipRect(scale.plot.adjusted(-4, -6, 6, 5), Qt::IntersectClip);
  paint_series(painter, data, scale, lines, theme);
  painter.restore();
  paint_words(painter, place_words(data, scale, lines, axis_font(theme)), theme);
}

}  // namespace guardline::ui

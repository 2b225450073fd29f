// The line and box that tell one moment's values. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/crosshair.h"

#include "models/live/words.h"
#include "ui/charts/plot_lines.h"
#include "ui/charts/plot_painter.h"
#include "ui/charts/plot_words.h"
#include "ui/charts/series_style.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace guardline::ui {
namespace {

struct Row {
  const ChartSeries* series;
  const ChartCell* cell;
  bool strong;
};

/// How many points of lines (and middles between neighbours) the box would cover; words count as three each.
int covered(const ChartData& data, const ChartScale& scale, const std::vector<PlotWords>& words, const QRectF& box) {
  int count = 0;
  for (const auto& each : words) {
    if (box.intersects(each.box)) count += 3;
  }
  for (const auto& series : data.series) {
    QPointF last;
    for (const auto& cell : series.cells) {
      if (cell.at < scale.from) continue;
      const QPointF here(scale.x(cell.at + half_step(data)), scale.y(cell.value));
      if (box.contains(here)) ++count;
      if (!last.isNull() && box.contains((here + last) / 2)) ++count;
      last = here;
    }
  }
  return count;
}

QRectF place(const ChartData& data, const ChartScale& scale, const std::vector<PlotWords>& words, double x,
             QSizeF size) {
  const auto& plot = scale.plot;
  QRectF best(QPointF(plot.left(), plot.top()), size);
  int least = -1;
  // Near places first: a farther one wins only by covering less.
  for (int away = 0; away < 24 && least != 0; ++away) {
    const auto gap = 14.0 + away * 14;
    for (const auto beside : std::array{x - gap - size.width(), x + gap}) {
      if (beside < plot.left() || beside + size.width() > plot.right()) continue;
      for (const auto share : {0.95, 0.5, 0.05}) {
        const QRectF box(QPointF(beside, plot.top() + (plot.height() - size.height()) * share), size);
        const auto count = covered(data, scale, words, box.adjusted(-4, -4, 4, 4));
        if (least >= 0 && count >= least) continue;
        least = count;
        best = box;
      }
    }
  }
  return best;
}

}  // namespace

const ChartCell* cell_at(const ChartSeries& series, Timestamp at) {
  const auto it = std::lower_bound(series.cells.begin(), series.cells.end(), at,
                                   [](const ChartCell& cell, Timestamp when) { return cell.at < when; });
  return it != series.cells.end() && it->at == at ? &*it : nullptr;
}

void paint_crosshair(QPainter& painter, const ChartData& data, const ChartScale& scale, Timestamp at, int strong,
                     const Theme& theme) {
  const auto x = std::round(scale.x(at + half_step(data))) + 0.5;
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(theme.color(Token::text_2), 1));
  painter.drawLine(QPointF(x, scale.plot.top() - 4), QPointF(x, scale.plot.bottom()));
  std::vector<Row> rows;
  for (int i = 0; i < static_cast<int>(data.series.size()); ++i) {
    const auto& series = data.series[static_cast<std::size_t>(i)];
    rows.push_back({&series, cell_at(series, at), i == strong});
  }
  // Top line first, as the eye meets them; channels without a value last.
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    return (a.cell != nullptr ? a.cell->value : -1) > (b.cell != nullptr ? b.cell->value : -1);
  });
  for (const auto& row : rows) {
    if (row.cell == nullptr) continue;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(Token::text), row.strong ? 2.5 : 1.5));
    painter.drawEllipse(QPointF(x, scale.y(row.cell->value)), 6, 6);
  }
  const auto plain = theme.font(12);
  const auto bold = theme.font(12, QFont::Bold);
  const QFontMetrics metrics(bold);
  const auto line = metrics.height() + 2;
  int names = 0;
  int counts = 0;
  int values = metrics.horizontalAdvance(QStringLiteral("100.0%"));
  for (const auto& row : rows) {
    names = std::max(names, metrics.horizontalAdvance(row.series->name));
    if (row.cell == nullptr) continue;
    values = std::max(values, metrics.horizontalAdvance(value_text(data, row.cell->value)));
    counts = std::max(counts, metrics.horizontalAdvance(QStringLiteral("%1/%2").arg(
                                  models::count_text(row.cell->numerator), models::count_text(row.cell->denominator))));
  }
  const auto value_width = values + 10;
  const auto title = time_text(data, at);
  const auto width =
      std::max(10 + 20 + names + value_width + 14 + std::max(counts, 40) + 10, metrics.horizontalAdvance(title) + 22);
  const QSizeF size(width, (static_cast<double>(rows.size()) + 1) * line + 12);
  const auto box = place(data, scale, place_words(data, scale, plot_lines(data, scale), axis_font(theme)), x, size);
  painter.setPen(QPen(theme.color(Token::line_strong), 1));
  painter.setBrush(theme.color(Token::bg_surface));
  painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
  auto y = box.top() + 6;
  painter.setFont(bold);
  painter.setPen(theme.color(Token::text));
  painter.drawText(QRectF(box.left() + 10, y, width - 20, line), Qt::AlignVCenter, title);
  for (const auto& row : rows) {
    y += line;
    const auto color = theme.color(data.greyed ? Token::text_3 : channel_token(row.series->channel));
    draw_marker(painter, row.series->channel, {box.left() + 16, y + line / 2.0}, color,
                row.cell != nullptr && row.cell->hollow, theme.color(Token::bg_surface), 3.5);
    painter.setFont(row.strong ? bold : plain);
    painter.setPen(theme.color(Token::text));
    painter.drawText(QRectF(box.left() + 30, y, names + 4, line), Qt::AlignVCenter, row.series->name);
    const QRectF value(box.left() + 30 + names, y, value_width, line);
    const QRectF count(value.right(), y, box.right() - 10 - value.right(), line);
    if (row.cell == nullptr) {
      painter.setPen(theme.color(Token::text_3));
      painter.drawText(QRectF(value.left(), y, box.right() - 10 - value.left(), line),
                       Qt::AlignRight | Qt::AlignVCenter, QCoreApplication::translate("ChartView", "无数据"));
      continue;
    }
    painter.setFont(bold);
    painter.drawText(value, Qt::AlignRight | Qt::AlignVCenter, value_text(data, row.cell->value));
    painter.setFont(plain);
    painter.setPen(theme.color(Token::text_3));
    painter.drawText(count, Qt::AlignRight | Qt::AlignVCenter,
                     QStringLiteral("%1/%2").arg(models::count_text(row.cell->numerator),
                                                 models::count_text(row.cell->denominator)));
  }
}

}  // namespace guardline::ui

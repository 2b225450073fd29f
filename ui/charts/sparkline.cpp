// A tile's small line. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/sparkline.h"

#include "ui/charts/series_style.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <algorithm>
#include <utility>

namespace guardline::ui {

Sparkline::Sparkline(const Theme& theme, Channel channel, QWidget* parent)
    : QWidget(parent), theme_(theme), channel_(channel) {
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize Sparkline::sizeHint() const { return {76, 30}; }
QSize Sparkline::minimumSizeHint() const { return {30, 30}; }

void Sparkline::show(std::vector<std::optional<double>> values, bool greyed) {
  values_ = std::move(values);
  greyed_ = greyed;
  update();
}

void Sparkline::paintEvent(QPaintEvent*) {
  double low = 1e300;
  double high = -1e300;
  for (const auto& value : values_) {
    if (!value) continue;
    low = std::min(low, *value);
    high = std::max(high, *value);
  }
  if (high < low) return;
  // A still line must not look like a storm: at least two points of percent fill the height.
  if (high - low < 2) {
    const auto middle = (high + low) / 2;
    low = middle - 1;
    high = middle + 1;
  }
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF box = QRectF(rect()).adjusted(2, 5, -6, -5);
  painter.setPen(QPen(theme_.color(Token::grid), 1));
  painter.drawLine(QPointF(box.left(), height() - 1.5), QPointF(width(), height() - 1.5));
  const auto color = theme_.color(greyed_ ? Token::text_3 : channel_token(channel_));
  painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  const auto count = static_cast<double>(std::max<std::size_t>(2, values_.size()) - 1);
  QPolygonF line;
  QPointF last;
  const auto stroke = [&] {
    if (line.size() == 1) painter.drawPoint(line.front());
    if (line.size() > 1) painter.drawPolyline(line);
    line.clear();
  };
  for (std::size_t i = 0; i < values_.size(); ++i) {
    if (!values_[i]) {
      stroke();
      continue;
    }
    last = {box.left() + box.width() * static_cast<double>(i) / count,
            box.bottom() - box.height() * (*values_[i] - low) / (high - low)};
    line.append(last);
  }
  stroke();
  draw_marker(painter, channel_, last, color, false, theme_.color(Token::bg_surface), 3.5);
}

}  // namespace guardline::ui

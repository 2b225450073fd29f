// Messages per minute, stacked by channel. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/stacked_bars.h"

#include "models/live/words.h"
#include "ui/charts/chart_scale.h"
#include "ui/charts/series_style.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>
#include <QStringList>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace guardline::ui {
namespace {

std::int64_t total(const BarColumn& column) {
  return std::accumulate(column.counts.begin(), column.counts.end(), std::int64_t{0});
}

}  // namespace

StackedBars::StackedBars(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  setFocusPolicy(Qt::StrongFocus);
  connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void StackedBars::show(std::vector<Channel> channels, std::vector<BarColumn> columns, bool greyed) {
  channels_ = std::move(channels);
  columns_ = std::move(columns);
  greyed_ = greyed;
  chosen_ = std::min(chosen_, static_cast<int>(columns_.size()) - 1);
  describe();
  update();
}

QString StackedBars::words(const BarColumn& column) const {
  QStringList parts;
  for (std::size_t i = 0; i < channels_.size(); ++i) {
    parts.append(tr("%1 %2").arg(models::channel_name(channels_[i]), models::count_text(column.counts[i])));
  }
  return tr("%1 共 %2 条：%3")
      .arg(models::minute_text(column.minute), models::count_text(total(column)), parts.join(tr("，")));
}

void StackedBars::describe() {
  QString text;
  if (columns_.empty()) {
    text = tr("没有数据");
  } else {
    text = words(chosen_ >= 0 ? columns_[static_cast<std::size_t>(chosen_)] : columns_.back());
  }
  if (accessibleDescription() != text) setAccessibleDescription(text);
}

void StackedBars::keyPressEvent(QKeyEvent* event) {
  const auto count = static_cast<int>(columns_.size());
  const auto key = event->key();
  if ((key != Qt::Key_Left && key != Qt::Key_Right) || count == 0) return QWidget::keyPressEvent(event);
  const auto by = key == Qt::Key_Right ? 1 : -1;
  chosen_ = chosen_ < 0 ? count - 1 : std::clamp(chosen_ + by, 0, count - 1);
  describe();
  update();
}

void StackedBars::focusOutEvent(QFocusEvent* event) {
  chosen_ = -1;
  describe();
  update();
  QWidget::focusOutEvent(event);
}

void StackedBars::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) describe();
  QWidget::changeEvent(event);
}

void StackedBars::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), theme_.color(Token::bg_surface));
  const auto font = theme_.font(11);
  const QFontMetrics metrics(font);
  painter.setFont(font);
  std::int64_t most = 0;
  for (const auto& column : columns_) most = std::max(most, total(column));
  const auto step = std::max(1.0, nice_step(static_cast<double>(std::max<std::int64_t>(most, 3)), 3));
  const auto top_value = step * std::ceil(static_cast<double>(std::max<std::int64_t>(most, 3)) / step);
  const auto label = metrics.horizontalAdvance(models::count_text(static_cast<std::int64_t>(top_value)));
  const QRectF plot = QRectF(rect()).adjusted(label + 14, metrics.height() / 2.0 + 4, -8, -metrics.height() - 8);
  const auto y_of = [&](double value) { return plot.bottom() - plot.height() * value / top_value; };
  for (double value = 0; value <= top_value + step / 2; value += step) {
    const auto y = std::round(y_of(value)) + 0.5;
    painter.setPen(QPen(theme_.color(Token::grid), 1));
    painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    painter.setPen(theme_.color(Token::text_3));
    painter.drawText(QRectF(0, y - metrics.height() / 2.0, plot.left() - 6, metrics.height()),
                     Qt::AlignRight | Qt::AlignVCenter, models::count_text(static_cast<std::int64_t>(value)));
  }
  if (columns_.empty()) return;
  const auto slot = plot.width() / static_cast<double>(columns_.size());
  const auto width = std::max(1.0, std::floor(slot * 0.72));
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const auto left = std::round(plot.left() + slot * (static_cast<double>(i) + 0.5) - width / 2);
    double sum = 0;
    for (std::size_t k = 0; k < channels_.size(); ++k) {
      const auto count = static_cast<double>(columns_[i].counts[k]);
      if (count <= 0) continue;
      const auto bottom = std::round(y_of(sum));
      const auto top = std::round(y_of(sum + count));
      sum += count;
      // One pixel between the parts, but a part never vanishes.
      painter.fillRect(QRectF(left, top, width, std::max(1.0, bottom - top - 1)),
                       theme_.color(greyed_ ? Token::text_3 : channel_token(channels_[k])));
    }
    if (static_cast<int>(i) == chosen_) {
      painter.setPen(QPen(theme_.color(Token::text), 1.5));
      painter.setBrush(Qt::NoBrush);
      painter.drawRect(QRectF(left - 2, plot.top(), width + 4, plot.height()));
    }
  }
  painter.setPen(theme_.color(Token::text_3));
  const auto last = columns_.size() - 1;
  for (const auto i : {std::size_t{0}, last / 2, last}) {
    const auto text = models::minute_text(columns_[i].minute);
    const auto w = metrics.horizontalAdvance(text) + 2.0;
    auto x = plot.left() + slot * (static_cast<double>(i) + 0.5) - w / 2;
    x = std::clamp(x, plot.left() - 8, static_cast<double>(this->width()) - w);
    painter.drawText(QRectF(x, plot.bottom() + 4, w, metrics.height()), Qt::AlignLeft | Qt::AlignTop, text);
  }
  if (hasFocus()) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme_.color(Token::focus), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
  }
}

}  // namespace guardline::ui

// Paints the legend of stacked bars. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/stack_legend.h"

#include "models/live/words.h"
#include "ui/charts/series_style.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QResizeEvent>
#include <QStringList>
#include <algorithm>
#include <utility>

namespace guardline::ui {
namespace {

constexpr int kSquare = 10;
constexpr int kNear = 5;
constexpr int kGap = 8;
constexpr int kLeastColumns = 3;

}  // namespace

StackLegend::StackLegend(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  connect(&theme, &Theme::changed, this, &StackLegend::fit);
}

void StackLegend::show(std::vector<Channel> channels, bool greyed) {
  QStringList names;
  for (const auto channel : channels) names.append(models::channel_name(channel));
  const auto name = names.isEmpty() ? QString() : tr("自下而上：%1").arg(names.join(tr("、")));
  if (channels == channels_ && greyed == greyed_ && name == accessibleName()) return;
  channels_ = std::move(channels);
  greyed_ = greyed;
  setAccessibleName(name);
  setToolTip(name);
  fit();
}

void StackLegend::fit() {
  setFixedHeight(heightForWidth(width()));
  updateGeometry();
  update();
}

void StackLegend::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  // Not by the layout's height-for-width: that ends at the card's inner widget.
  if (event->size().width() != event->oldSize().width()) fit();
}

int StackLegend::column() const {
  const QFontMetrics metrics(theme_.font(12));
  int widest = 0;
  for (const auto channel : channels_) {
    widest = std::max(widest, metrics.horizontalAdvance(models::channel_short_name(channel)));
  }
  return kSquare + kNear + widest + 2;
}

int StackLegend::line() const { return QFontMetrics(theme_.font(12)).height() + 2; }

int StackLegend::per_row(int width) const {
  const auto count = static_cast<int>(channels_.size());
  const auto fit = std::clamp((width + kGap) / (column() + kGap), 1, std::max(1, count));
  const auto rows = (count + fit - 1) / fit;
  return rows == 0 ? fit : (count + rows - 1) / rows;  // even rows: three and three, not five and one
}

QSize StackLegend::sizeHint() const {
  const auto count = static_cast<int>(channels_.size());
  return {std::max(0, count * (column() + kGap) - kGap), line()};
}

QSize StackLegend::minimumSizeHint() const {
  const auto count = std::min(kLeastColumns, static_cast<int>(channels_.size()));
  return {std::max(0, count * (column() + kGap) - kGap), line()};
}

int StackLegend::heightForWidth(int width) const {
  const auto count = static_cast<int>(channels_.size());
  const auto in_row = per_row(width);
  return std::max(1, (count + in_row - 1) / in_row) * line();
}

void StackLegend::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setFont(theme_.font(12));
  const auto in_row = per_row(width());
  const auto pitch = column() + kGap;
  const auto height = line();
  for (int i = 0; i < static_cast<int>(channels_.size()); ++i) {
    const auto channel = channels_[static_cast<std::size_t>(i)];
    const int x = i % in_row * pitch;
    const int y = i / in_row * height;
    painter.fillRect(QRect(x, y + (height - kSquare) / 2, kSquare, kSquare),
                     theme_.color(greyed_ ? Token::text_3 : channel_token(channel)));
    painter.setPen(theme_.color(Token::text_2));
    painter.drawText(QRect(x + kSquare + kNear, y, pitch - kSquare - kNear, height), Qt::AlignVCenter,
                     models::channel_short_name(channel));
  }
}

}  // namespace guardline::ui

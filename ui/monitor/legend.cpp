// Names of the lines with their dash and marker. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/legend.h"

#include "models/live/words.h"
#include "ui/charts/series_style.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStringList>
#include <utility>

namespace guardline::ui {
namespace {

constexpr int kSwatch = 30;
constexpr int kGap = 14;

}  // namespace

Legend::Legend(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  connect(&theme, &Theme::changed, this, [this] {
    updateGeometry();
    update();
  });
}

void Legend::show(std::vector<Channel> channels, bool greyed) {
  QStringList names;
  for (const auto channel : channels) names.append(models::channel_name(channel));
  const auto name = tr("图例：%1").arg(names.join(tr("、")));
  if (channels == channels_ && greyed == greyed_ && name == accessibleName()) return;
  channels_ = std::move(channels);
  greyed_ = greyed;
  setAccessibleName(name);
  updateGeometry();
  update();
}

QSize Legend::sizeHint() const {
  const QFontMetrics metrics(theme_.font(12));
  int width = 0;
  for (const auto channel : channels_) {
    width += kSwatch + 6 + metrics.horizontalAdvance(models::channel_name(channel)) + kGap;
  }
  return {width, metrics.height() + 4};
}

void Legend::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setFont(theme_.font(12));
  const QFontMetrics metrics(painter.font());
  double x = 0;
  const auto y = height() / 2.0;
  for (const auto channel : channels_) {
    const auto color = theme_.color(greyed_ ? Token::text_3 : channel_token(channel));
    painter.setPen(channel_pen(channel, color));
    painter.drawLine(QPointF(x, y), QPointF(x + kSwatch, y));
    draw_marker(painter, channel, {x + kSwatch / 2.0, y}, color, false, theme_.color(Token::bg_surface), 3.5);
    const auto name = models::channel_name(channel);
    const auto width = metrics.horizontalAdvance(name);
    painter.setPen(theme_.color(Token::text_2));
    painter.drawText(QRectF(x + kSwatch + 6, 0, width + 2, height()), Qt::AlignVCenter, name);
    x += kSwatch + 6 + width + kGap;
  }
}

}  // namespace guardline::ui

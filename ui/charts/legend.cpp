// Paints a legend of lines. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/legend.h"

#include "models/live/words.h"
#include "ui/charts/series_style.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStringList>
#include <utility>

namespace guardline::ui {
struct Legend::Form {
  int swatch;
  int gap;
  QString (*name)(Channel);
};

namespace {

constexpr int kNear = 6;

}  // namespace

constexpr Legend::Form Legend::kFull{30, 14, &models::channel_name};
constexpr Legend::Form Legend::kShort{22, 9, &models::channel_short_name};

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

QSize Legend::size_in(const Form& form) const {
  const QFontMetrics metrics(theme_.font(12));
  int width = 0;
  for (const auto channel : channels_) {
    if (width > 0) width += form.gap;
    width += form.swatch + kNear + metrics.horizontalAdvance(form.name(channel)) + 2;
  }
  return {width, metrics.height() + 4};
}

QSize Legend::sizeHint() const { return size_in(kFull); }
QSize Legend::minimumSizeHint() const { return size_in(kShort); }

void Legend::paintEvent(QPaintEvent*) {
  const auto& form = sizeHint().width() <= width() ? kFull : kShort;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setFont(theme_.font(12));
  const QFontMetrics metrics(painter.font());
  // At the right, where the card's head ends.
  double x = width() - size_in(form).width();
  const auto y = height() / 2.0;
  for (const auto channel : channels_) {
    const auto color = theme_.color(greyed_ ? Token::text_3 : channel_token(channel));
    painter.setPen(channel_pen(channel, color));
    painter.drawLine(QPointF(x, y), QPointF(x + form.swatch, y));
    draw_marker(painter, channel, {x + form.swatch / 2.0, y}, color, false, theme_.color(Token::bg_surface), 3.5);
    const auto name = form.name(channel);
    const auto width = metrics.horizontalAdvance(name) + 2;
    painter.setPen(theme_.color(Token::text_2));
    painter.drawText(QRectF(x + form.swatch + kNear, 0, width, height()), Qt::AlignVCenter, name);
    x += form.swatch + kNear + width + form.gap;
  }
}

}  // namespace guardline::ui

// Paints the bar. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/meter.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <algorithm>

namespace guardline::ui {

Meter::Meter(const Theme& theme, bool thin, QWidget* parent) : QWidget(parent), theme_(theme), thin_(thin) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Meter::set(double part) {
  part_ = std::clamp(part, 0.0, 1.0);
  update();
}

void Meter::set_token(Token token) {
  token_ = token;
  update();
}

void Meter::set_tick(double part) {
  tick_ = part;
  update();
}

QSize Meter::sizeHint() const { return {theme_.px(120), theme_.px(thin_ ? 3 : 10)}; }

void Meter::paintEvent(QPaintEvent*) {
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  p.setPen(Qt::NoPen);
  p.setBrush(theme_.color(Token::bg_sunken));
  p.drawRoundedRect(rect(), 2, 2);
  p.setBrush(theme_.color(token_));
  p.drawRoundedRect(QRectF(0, 0, width() * part_, height()), 2, 2);
  if (tick_ >= 0) p.fillRect(QRectF(width() * tick_ - 1, 0, 2, height()), theme_.color(Token::text));
}

}  // namespace guardline::ui

// Paints grey bars. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/investor/skeleton.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <array>

namespace guardline::ui {

Skeleton::Skeleton(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {}

void Skeleton::paintEvent(QPaintEvent*) {
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  p.fillRect(rect(), theme_.color(Token::bg_surface));
  static constexpr std::array wide{250, 310, 290, 230, 270};
  const int high = theme_.px(56);
  for (int row = 0; row * high < height(); ++row) {
    const int top = row * high;
    p.setPen(Qt::NoPen);
    p.setBrush(theme_.color(Token::bg_sunken));
    p.drawRoundedRect(QRect(theme_.px(12), top + theme_.px(13), theme_.px(36), theme_.px(9)), 3, 3);
    p.drawEllipse(QRect(theme_.px(84), top + theme_.px(7), theme_.px(22), theme_.px(22)));
    const auto at = static_cast<std::size_t>(row) % wide.size();
    p.drawRoundedRect(QRect(theme_.px(116), top + theme_.px(13), theme_.px(wide[at]), theme_.px(9)), 3, 3);
    p.drawRoundedRect(QRect(theme_.px(116), top + theme_.px(33), theme_.px(wide[at] + 80), theme_.px(9)), 3, 3);
    p.setPen(theme_.color(Token::line));
    p.drawLine(0, top + high - 1, width(), top + high - 1);
  }
}

}  // namespace guardline::ui

// The bell with how many wait. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/bell_button.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <algorithm>

namespace guardline::ui {

BellButton::BellButton(const Theme& theme, QWidget* parent) : QPushButton(parent), theme_(theme) {
  setProperty("kind", QStringLiteral("tool"));
  setCursor(Qt::PointingHandCursor);
}

void BellButton::set_count(int count) {
  if (count == count_) return;
  count_ = count;
  update();
}

void BellButton::paintEvent(QPaintEvent* event) {
  QPushButton::paintEvent(event);
  if (count_ <= 0) return;
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  const auto text = count_ > 99 ? QStringLiteral("99+") : QString::number(count_);
  const auto font = theme_.font(11, QFont::DemiBold);
  const int high = theme_.px(16);
  const int wide = std::max(high, QFontMetrics(font).horizontalAdvance(text) + theme_.px(8));
  const QRectF pill(width() - wide, 0, wide, high);
  p.setPen(Qt::NoPen);
  p.setBrush(theme_.color(Token::crit_text));
  p.drawRoundedRect(pill, high / 2.0, high / 2.0);
  p.setPen(theme_.color(Token::bg_surface));
  p.setFont(font);
  p.drawText(pill, Qt::AlignCenter, text);
}

}  // namespace guardline::ui

// Paints the person button. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/person_button.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <algorithm>

namespace guardline::ui {

PersonButton::PersonButton(const Theme& theme, QWidget* parent) : QAbstractButton(parent), theme_(theme) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
}

void PersonButton::set(const QString& name, const QString& role) {
  setText(name);
  role_ = role;
  updateGeometry();
  update();
}

QSize PersonButton::sizeHint() const {
  const QFontMetrics fm(theme_.font(12));
  const int words = std::max(fm.horizontalAdvance(text()), fm.horizontalAdvance(role_));
  return {theme_.px(4 + 28 + 8 + 4) + words, theme_.px(40)};
}

void PersonButton::paintEvent(QPaintEvent*) {
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  p.setPen(Qt::NoPen);
  if (underMouse()) {
    p.setBrush(theme_.color(Token::bg_hover));
    p.drawRoundedRect(rect(), 5, 5);
  }
  const int side = theme_.px(28);
  const QRect disc(theme_.px(4), (height() - side) / 2, side, side);
  p.setBrush(theme_.color(Token::accent_soft));
  p.drawEllipse(disc);
  p.setPen(theme_.color(Token::accent));
  p.setFont(theme_.font(13, QFont::Bold));
  // A character beyond the BMP is two units: cut behind it, not inside.
  p.drawText(disc, Qt::AlignCenter, text().left(!text().isEmpty() && text().at(0).isHighSurrogate() ? 2 : 1));
  const int x = theme_.px(4 + 28 + 8);
  const int line = theme_.px(16);
  p.setFont(theme_.font(12));
  p.setPen(theme_.color(Token::text));
  p.drawText(QRect(x, height() / 2 - line, width(), line), Qt::AlignVCenter, text());
  p.setPen(theme_.color(Token::text_3));
  p.drawText(QRect(x, height() / 2, width(), line), Qt::AlignVCenter, role_);
}

}  // namespace guardline::ui

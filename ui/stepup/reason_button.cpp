// Paints a reason. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stepup/reason_button.h"

#include "ui/theme/theme.h"
#include "ui/widgets/key_button.h"

#include <QPainter>

namespace guardline::ui {

ReasonButton::ReasonButton(const Theme& theme, QString key, QWidget* parent)
    : QRadioButton(parent), theme_(theme), key_(std::move(key)) {
  setCursor(Qt::PointingHandCursor);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize ReasonButton::sizeHint() const {
  const QFontMetrics fm(theme_.font(13, QFont::DemiBold));
  return {theme_.px(10 + 14 + 8 + 8 + 10) + fm.horizontalAdvance(text()) + key_cap_width(theme_, key_), theme_.px(32)};
}

void ReasonButton::paintEvent(QPaintEvent*) {
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  const bool on = isChecked();
  QPen frame(theme_.color(on ? Token::accent : Token::line_strong));
  if (!isEnabled()) frame.setStyle(Qt::DashLine);
  p.setPen(frame);
  p.setBrush(theme_.color(!isEnabled()   ? Token::bg_sunken
                          : on           ? Token::accent_soft
                          : underMouse() ? Token::bg_hover
                                         : Token::bg_surface));
  p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
  const auto ink = theme_.color(!isEnabled() ? Token::text_3 : on ? Token::accent : Token::text);
  const int side = theme_.px(14);
  const QRectF ring(theme_.px(10), (height() - side) / 2.0, side, side);
  p.setPen(QPen(on ? ink : theme_.color(Token::line_strong), 1.5));
  p.setBrush(Qt::NoBrush);
  p.drawEllipse(ring.adjusted(1, 1, -1, -1));
  if (on) {
    p.setPen(Qt::NoPen);
    p.setBrush(ink);
    const double dot = side * 0.21;
    p.drawEllipse(ring.center(), dot, dot);
  }
  p.setPen(ink);
  p.setFont(theme_.font(13, on ? QFont::DemiBold : QFont::Normal));
  const int left = theme_.px(10 + 14 + 8);
  p.drawText(QRect(left, 0, width() - left, height()), Qt::AlignVCenter, text());
  paint_key_cap(p, theme_, key_, width() - theme_.px(10) - key_cap_width(theme_, key_), height() / 2,
                theme_.color(Token::text_2), theme_.color(Token::line_strong));
}

}  // namespace guardline::ui

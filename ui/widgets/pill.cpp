// Paints a pill. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pill.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/shapes.h"

#include <QPainter>

namespace guardline::ui {

Pill::Pill(const Theme& theme, QWidget* parent) : QAbstractButton(parent), theme_(theme) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
}

void Pill::set(Tone tone, const QString& icon, const QString& word, const QString& detail) {
  tone_ = tone;
  icon_ = icon;
  detail_ = detail;
  setText(word);
  updateGeometry();
  update();
}

void Pill::set_compact(bool compact) {
  if (compact_ == compact) return;
  compact_ = compact;
  updateGeometry();
  update();
}

QSize Pill::sizeHint() const {
  int width = theme_.px(9 + 15 + 6 + 11) + QFontMetrics(theme_.font(12, QFont::DemiBold)).horizontalAdvance(text());
  if (!compact_ && !detail_.isEmpty()) width += theme_.px(6) + QFontMetrics(theme_.font(12)).horizontalAdvance(detail_);
  return {width, theme_.px(28)};
}

void Pill::paintEvent(QPaintEvent*) {
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  QColor ink = theme_.color(Token::text);
  QColor line = theme_.color(Token::line_strong);
  QColor fill = theme_.color(underMouse() ? Token::bg_hover : Token::bg_surface);
  if (tone_ == Tone::amber || tone_ == Tone::vermillion) {
    const auto colors = colors_of(theme_, tone_ == Tone::amber ? Family::high : Family::crit);
    ink = colors.text;
    line = tone_ == Tone::amber ? colors.line : colors.mark;
    fill = colors.soft;
  }
  QPen pen(line, 1);
  if (tone_ == Tone::dashed) pen.setDashPattern({4, 3});
  p.setPen(pen);
  p.setBrush(fill);
  const double round = height() / 2.0 - 0.5;
  p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), round, round);
  const int side = theme_.px(15);
  p.drawPixmap(QRect(theme_.px(9), (height() - side) / 2, side, side),
               icon_pixmap(icon_, side, ink, devicePixelRatioF()));
  p.setPen(ink);
  int x = theme_.px(9 + 15 + 6);
  p.setFont(theme_.font(12, QFont::DemiBold));
  p.drawText(QRect(x, 0, width(), height()), Qt::AlignVCenter, text());
  if (compact_) return;
  x += p.fontMetrics().horizontalAdvance(text()) + theme_.px(6);
  p.setFont(theme_.font(12));
  p.drawText(QRect(x, 0, width(), height()), Qt::AlignVCenter, detail_);
}

}  // namespace guardline::ui

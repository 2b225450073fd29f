// Paints a badge. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/badge.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace guardline::ui {

Badge::Badge(const Theme& theme, Family family, Shape shape, QWidget* parent)
    : QWidget(parent), theme_(theme), family_(family), shape_(shape) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Badge::set(Family family, Shape shape, const QString& word) {
  family_ = family;
  shape_ = shape;
  word_ = word;
  setAccessibleName(word);
  updateGeometry();
  update();
}

QFont Badge::face() const { return theme_.font(12, family_ == Family::plain ? QFont::Normal : QFont::DemiBold); }

QSize Badge::sizeHint() const {
  return {theme_.px(14 + 5 + 5 + 8) + QFontMetrics(face()).horizontalAdvance(word_), theme_.px(22)};
}

void Badge::paintEvent(QPaintEvent*) {
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  const auto colors = colors_of(theme_, family_);
  p.setPen(colors.line);
  p.setBrush(colors.soft);
  p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
  const int side = theme_.px(14);
  paint_shape(p, QRectF(theme_.px(5), (height() - side) / 2.0, side, side), shape_, theme_);
  p.setPen(colors.text);
  p.setFont(face());
  p.drawText(QRect(theme_.px(24), 0, width() - theme_.px(24), height()), Qt::AlignVCenter, word_);
}

}  // namespace guardline::ui

// Paints a badge. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/badge.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace guardline::ui {
namespace {

QFont face(const Theme& theme, Family family) {
  return theme.font(12, family == Family::plain ? QFont::Normal : QFont::DemiBold);
}

}  // namespace

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

QSize Badge::sizeHint() const { return size_of(theme_, family_, word_); }

QSize Badge::size_of(const Theme& theme, Family family, const QString& word) {
  return {theme.px(14 + 5 + 5 + 8) + QFontMetrics(face(theme, family)).horizontalAdvance(word), theme.px(22)};
}

void Badge::paintEvent(QPaintEvent*) {
  QPainter p(this);
  paint_badge(p, rect(), theme_, family_, shape_, word_);
}

void paint_badge(QPainter& p, const QRect& where, const Theme& theme, Family family, Shape shape, const QString& word) {
  p.save();
  p.setRenderHint(QPainter::Antialiasing);
  const auto colors = colors_of(theme, family);
  p.setPen(colors.line);
  p.setBrush(colors.soft);
  p.drawRoundedRect(QRectF(where).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
  const int side = theme.px(14);
  paint_shape(p, QRectF(where.left() + theme.px(5), where.top() + (where.height() - side) / 2.0, side, side), shape,
              theme);
  p.setPen(colors.text);
  p.setFont(face(theme, family));
  p.drawText(where.adjusted(theme.px(24), 0, 0, 0), Qt::AlignVCenter, word);
  p.restore();
}

}  // namespace guardline::ui

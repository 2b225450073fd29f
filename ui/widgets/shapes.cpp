// Paints the state marks on a 16-unit square. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/shapes.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace guardline::ui {
namespace {

void exclaim(QPainter& p, const QColor& color) {
  p.setPen(QPen(color, 1.8, Qt::SolidLine, Qt::RoundCap));
  p.drawLine(QPointF(8, 4.6), QPointF(8, 8.6));
  p.drawPoint(QPointF(8, 11.4));
}

void tick(QPainter& p, const QColor& color) {
  p.setPen(QPen(color, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  p.setBrush(Qt::NoBrush);
  p.drawPolyline(QPolygonF({{5, 8.3}, {7.2, 10.4}, {11.1, 6}}));
}

}  // namespace

FamilyColors colors_of(const Theme& t, Family family) {
  switch (family) {
    case Family::crit:
      return {t.color(Token::crit), t.color(Token::crit_text), t.color(Token::crit_soft), t.color(Token::crit_line)};
    case Family::high:
      return {t.color(Token::high), t.color(Token::high_text), t.color(Token::high_soft), t.color(Token::high_line)};
    case Family::med:
      return {t.color(Token::med), t.color(Token::med_text), t.color(Token::med_soft), t.color(Token::med_line)};
    case Family::low:
      return {t.color(Token::low), t.color(Token::low_text), t.color(Token::low_soft), t.color(Token::low_line)};
    case Family::sup:
      return {t.color(Token::sup), t.color(Token::sup_text), t.color(Token::sup_soft), t.color(Token::sup_line)};
    case Family::plain:
      break;
  }
  return {t.color(Token::low), t.color(Token::text_2), QColor(Qt::transparent), t.color(Token::low_line)};
}

void paint_shape(QPainter& p, const QRectF& where, Shape shape, const Theme& theme) {
  p.save();
  p.setRenderHint(QPainter::Antialiasing);
  p.translate(where.topLeft());
  p.scale(where.width() / 16, where.height() / 16);
  p.setPen(Qt::NoPen);
  const auto surface = theme.color(Token::bg_surface);
  switch (shape) {
    case Shape::crit:
      p.setBrush(theme.color(Token::crit));
      p.drawPolygon(QPolygonF(
          {{5.2, 1.2}, {10.8, 1.2}, {14.8, 5.2}, {14.8, 10.8}, {10.8, 14.8}, {5.2, 14.8}, {1.2, 10.8}, {1.2, 5.2}}));
      exclaim(p, surface);
      break;
    case Shape::high:
      p.setPen(QPen(theme.color(Token::high_text), 1.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
      p.setBrush(theme.color(Token::high));
      p.drawPolygon(QPolygonF({{8, 1.6}, {15, 14}, {1, 14}}));
      p.translate(0, 1.4);
      exclaim(p, QColor(0x17, 0x21, 0x2B));
      break;
    case Shape::med:
      p.setBrush(theme.color(Token::med));
      p.drawPolygon(QPolygonF({{8, 1}, {15, 8}, {8, 15}, {1, 8}}));
      break;
    case Shape::low:
      p.setPen(QPen(theme.color(Token::low), 2));
      p.drawEllipse(QRectF(3, 3, 10, 10));
      break;
    case Shape::ok:
      p.setPen(QPen(theme.color(Token::low_text), 1.3));
      p.drawEllipse(QRectF(1.5, 1.5, 13, 13));
      tick(p, theme.color(Token::low_text));
      break;
    case Shape::sup:
      p.setPen(QPen(theme.color(Token::sup), 1.4));
      p.drawRoundedRect(QRectF(2, 2, 12, 12), 1.5, 1.5);
      p.drawLine(QPointF(6.4, 5.4), QPointF(6.4, 10.6));
      p.drawLine(QPointF(9.6, 5.4), QPointF(9.6, 10.6));
      break;
    case Shape::done:
      p.setBrush(theme.color(Token::med));
      p.drawEllipse(QRectF(1, 1, 14, 14));
      tick(p, surface);
      break;
    case Shape::waiting: {
      QPen pen(theme.color(Token::low), 1.5);
      pen.setDashPattern({1.7, 1.7});
      p.setPen(pen);
      p.drawEllipse(QRectF(2, 2, 12, 12));
      break;
    }
    case Shape::weak: {
      p.setPen(QPen(theme.color(Token::high_text), 1.3));
      p.drawEllipse(QRectF(1.8, 1.8, 12.4, 12.4));
      p.setPen(Qt::NoPen);
      p.setBrush(theme.color(Token::high));
      p.drawPie(QRectF(1.8, 1.8, 12.4, 12.4), -90 * 16, 180 * 16);
      break;
    }
    case Shape::lost:
      p.setPen(QPen(theme.color(Token::crit), 1.7));
      p.drawEllipse(QRectF(1.8, 1.8, 12.4, 12.4));
      p.drawLine(QPointF(4, 4), QPointF(12, 12));
      break;
    case Shape::failed:
      p.setPen(QPen(theme.color(Token::crit), 1.4));
      p.drawEllipse(QRectF(1.8, 1.8, 12.4, 12.4));
      p.setPen(QPen(theme.color(Token::crit), 1.8, Qt::SolidLine, Qt::RoundCap));
      p.drawLine(QPointF(5.6, 5.6), QPointF(10.4, 10.4));
      p.drawLine(QPointF(10.4, 5.6), QPointF(5.6, 10.4));
      break;
  }
  p.restore();
}

ShapeMark::ShapeMark(const Theme& theme, Shape shape, int side, QWidget* parent)
    : QWidget(parent), theme_(theme), shape_(shape), side_(side) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ShapeMark::set(Shape shape) {
  shape_ = shape;
  update();
}

QSize ShapeMark::sizeHint() const { return {theme_.px(side_), theme_.px(side_)}; }

void ShapeMark::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paint_shape(painter, rect(), shape_, theme_);
}

}  // namespace guardline::ui

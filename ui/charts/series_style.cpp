// How each channel looks in every chart. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/series_style.h"

#include <QPainter>
#include <QPen>
#include <QPolygonF>

namespace guardline::ui {

Token channel_token(Channel channel) {
  switch (channel) {
    case Channel::sms:
      return Token::ch_sms;
    case Channel::email:
      return Token::ch_mail;
    case Channel::push:
      return Token::ch_push;
    case Channel::web:
      return Token::ch_web;
    case Channel::chat:
      return Token::ch_chat;
    case Channel::phone:
      return Token::ch_call;
  }
  return Token::text_2;
}

QString channel_icon(Channel channel) {
  switch (channel) {
    case Channel::sms:
      return QStringLiteral("sms");
    case Channel::email:
      return QStringLiteral("mail");
    case Channel::push:
      return QStringLiteral("push");
    case Channel::web:
      return QStringLiteral("web");
    case Channel::chat:
      return QStringLiteral("chat");
    case Channel::phone:
      return QStringLiteral("call");
  }
  return {};
}

QPen channel_pen(Channel channel, const QColor& color, double width) {
  QPen pen(color, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
  QList<qreal> dash;
  switch (channel) {
    case Channel::sms:
      return pen;
    case Channel::email:
      dash = {7, 4};
      break;
    case Channel::push:
      dash = {9, 3, 2, 3};
      break;
    case Channel::web:
      dash = {2, 3};
      break;
    case Channel::chat:
      dash = {5, 3};
      break;
    case Channel::phone:
      dash = {12, 4};
      break;
  }
  for (auto& length : dash) length /= width;
  pen.setDashPattern(dash);
  return pen;
}

void draw_marker(QPainter& painter, Channel channel, QPointF at, const QColor& color, bool hollow, const QColor& fill,
                 double r) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(hollow ? color : fill, hollow ? 1.5 : 1.0));
  painter.setBrush(hollow ? fill : color);
  switch (channel) {
    case Channel::sms:
      painter.drawEllipse(at, r, r);
      break;
    case Channel::email:
      painter.drawRect(QRectF(at.x() - r + 0.5, at.y() - r + 0.5, 2 * r - 1, 2 * r - 1));
      break;
    case Channel::push:
      painter.drawPolygon(
          QPolygonF({{at.x(), at.y() - r}, {at.x() + r, at.y() + r - 1}, {at.x() - r, at.y() + r - 1}}));
      break;
    case Channel::web:
      painter.drawPolygon(QPolygonF(
          {{at.x(), at.y() - r - 1}, {at.x() + r + 1, at.y()}, {at.x(), at.y() + r + 1}, {at.x() - r - 1, at.y()}}));
      break;
    case Channel::chat:
      painter.setPen(QPen(color, hollow ? 1.2 : 2));
      painter.drawLine(QPointF(at.x() - r + 1, at.y() - r + 1), QPointF(at.x() + r - 1, at.y() + r - 1));
      painter.drawLine(QPointF(at.x() - r + 1, at.y() + r - 1), QPointF(at.x() + r - 1, at.y() - r + 1));
      break;
    case Channel::phone:
      painter.drawPolygon(
          QPolygonF({{at.x(), at.y() + r}, {at.x() + r, at.y() - r + 1}, {at.x() - r, at.y() - r + 1}}));
      break;
  }
  painter.restore();
}

}  // namespace guardline::ui

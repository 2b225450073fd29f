// How each channel looks in every chart. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/delivery.h"
#include "ui/theme/tokens.h"

#include <QColor>
#include <QList>
#include <QPointF>
#include <QString>

class QPainter;
class QPen;

namespace guardline::ui {

Token channel_token(Channel channel);
/// File name of the channel's icon, without ".svg".
QString channel_icon(Channel channel);
/// 2 px line with the channel's dash (lengths in px, as QPen wants them: in pen widths).
QPen channel_pen(Channel channel, const QColor& color, double width = 2.0);
/// The channel's marker, about 8 px across. Hollow: filled with `fill` and outlined.
void draw_marker(QPainter& painter, Channel channel, QPointF at, const QColor& color, bool hollow, const QColor& fill,
                 double radius = 4.0);

}  // namespace guardline::ui

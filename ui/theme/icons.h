// Line drawings in the colour of the moment. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

namespace guardline::ui {

/// `name`: a file of resources/icons without ".svg"; `side` in logical px. Kept in QPixmapCache.
QPixmap icon_pixmap(const QString& name, int side, const QColor& color, qreal ratio);
/// Drawn anew for each size and device ratio; the colour stays as given.
QIcon icon(const QString& name, const QColor& color);
/// The shield, in its own colours.
QIcon app_icon();

}  // namespace guardline::ui

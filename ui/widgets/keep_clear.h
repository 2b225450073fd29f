// What nothing that comes by itself may cover. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <vector>

class QWidget;

namespace guardline::ui {

/// Marks a part of a page in which people write and act: fields with their buttons.
void keep_clear(QWidget* widget);
/// What is to be left free of `window` now, in its coordinates: the marked parts that can be seen, cut to what of them
/// can be seen, and the field or button that has the focus.
std::vector<QRect> kept_clear(const QWidget& window);

}  // namespace guardline::ui

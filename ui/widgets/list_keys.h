// J and K in tables. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractItemView;

namespace guardline::ui {

/// J goes to the next row and K to the one before; other letters are the page's, where a table would search by them.
void steer_by_letters(QAbstractItemView* view);

}  // namespace guardline::ui

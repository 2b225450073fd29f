// Keys that act on every page of one kind of thing. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

namespace guardline::ui {

/// In every table and list.
KeyGroup list_keys();
/// In every chart, once it has the focus.
KeyGroup chart_keys();
/// In every dialog.
KeyGroup dialog_keys();

}  // namespace guardline::ui

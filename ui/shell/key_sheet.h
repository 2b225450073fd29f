// The keys on paper. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

class QFont;
class QPrinter;

namespace guardline::ui {

/// HTML: a head, and a table of action and keys for each group.
QString key_sheet_html(const QString& title, const std::vector<KeyGroup>& groups);
/// Prints it on as many pages as it takes; false when the printer can't be opened.
bool print_key_sheet(QPrinter& printer, const QString& html, const QFont& font);

}  // namespace guardline::ui

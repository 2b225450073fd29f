// The recovery codes on paper and in a file. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <expected>

class QFont;
class QPrinter;

namespace guardline::ui {

/// Writes `text` as UTF-8. The file is readable and writable by its owner only before a byte is in it, also where one
/// of that name stood with other rights; it is whole or not there, and nothing else stays behind. Error: the system's
/// words.
std::expected<void, QString> save_sheet(const QString& path, const QString& text);

/// Prints `text` in `font`, whose size must be in points: pixels would be the printer's. A PDF file in place of paper
/// gets the rights of `save_sheet`. Error: the system's words, empty where it has none.
std::expected<void, QString> print_sheet(QPrinter& printer, const QString& text, const QFont& font);

}  // namespace guardline::ui

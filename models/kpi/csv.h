// A table as a CSV file that spreadsheets open safely. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace guardline::models {

/// The cell as text to a spreadsheet: one that it would take for a formula (it begins with = + - @, a tab or a line
/// end) gets an apostrophe in front, unless it is a plain number.
QString no_formula(QString cell);

/// RFC 4180 (CRLF, quotes doubled) in UTF-8 with a byte order mark, without which Excel guesses an older encoding.
/// Cells are no formulas.
class Csv {
 public:
  Csv();
  void row(const QStringList& cells);
  [[nodiscard]] const QByteArray& bytes() const { return bytes_; }

 private:
  QByteArray bytes_;
};

}  // namespace guardline::models

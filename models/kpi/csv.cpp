// A table as a CSV file that spreadsheets open safely. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/kpi/csv.h"

#include <utility>

namespace guardline::models {
namespace {

bool is_number(const QString& cell) {
  bool ok = false;
  cell.toDouble(&ok);
  return ok;
}

QString cell_text(QString cell) {
  cell = no_formula(std::move(cell));
  bool quoted = false;
  for (const auto c : cell) {
    quoted = quoted || c == QLatin1Char(',') || c == QLatin1Char('"') || c == QLatin1Char('\r') ||
             c == QLatin1Char('\n') || c == QLatin1Char('\t');
  }
  if (!quoted) return cell;
  return QStringLiteral("\"%1\"").arg(cell.replace(QStringLiteral("\""), QStringLiteral("\"\"")));
}

}  // namespace

QString no_formula(QString cell) {
  static const QString dangerous = QStringLiteral("=+-@\t\r\n＝＋－＠");
  if (!cell.isEmpty() && dangerous.contains(cell.front()) && !is_number(cell)) cell.prepend(QLatin1Char('\''));
  return cell;
}

Csv::Csv() : bytes_("\xEF\xBB\xBF") {}

void Csv::row(const QStringList& cells) {
  QStringList texts;
  for (const auto& cell : cells) texts.append(cell_text(cell));
  bytes_ += texts.join(QLatin1Char(',')).toUtf8() + "\r\n";
}

}  // namespace guardline::models

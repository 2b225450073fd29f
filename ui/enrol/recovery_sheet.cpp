// Saves and prints the recovery codes. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/enrol/recovery_sheet.h"

#include <QFile>
#include <QFont>
#include <QPrinter>
#include <QSaveFile>
#include <QTextDocument>

namespace guardline::ui {
namespace {

constexpr auto kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner;

}  // namespace

std::expected<void, QString> save_sheet(const QString& path, const QString& text) {
  QSaveFile file(path);
  const auto bytes = text.toUtf8();
  const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(kOwnerOnly) &&
                       file.write(bytes) == bytes.size() && file.commit();
  if (!written) return std::unexpected(file.errorString());
  return {};
}

std::expected<void, QString> print_sheet(QPrinter& printer, const QString& text, const QFont& font) {
  if (printer.outputFormat() == QPrinter::PdfFormat) {
    // Made here while it is empty: the printer would make it readable by all.
    QFile file(printer.outputFileName());
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || !file.setPermissions(kOwnerOnly)) {
      return std::unexpected(file.errorString());
    }
  }
  QTextDocument page;
  page.setDefaultFont(font);
  page.setPlainText(text);
  page.print(&printer);
  if (printer.printerState() == QPrinter::Error || printer.printerState() == QPrinter::Aborted) {
    return std::unexpected(QString());
  }
  return {};
}

}  // namespace guardline::ui

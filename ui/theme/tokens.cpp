// Reads the embedded colours. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

// A static library's resources are registered by name, outside of any namespace.
static void register_resources() { Q_INIT_RESOURCE(guardline); }

namespace guardline::ui {

Tokens Tokens::embedded(const QString& look) {
  register_resources();
  QFile file(QStringLiteral(":/guardline/tokens.json"));
  if (!file.open(QIODevice::ReadOnly)) qFatal("tokens.json is not embedded");
  const auto table = QJsonDocument::fromJson(file.readAll()).object().value(look).toObject();
  Tokens tokens;
  for (std::size_t i = 0; i < token_names.size(); ++i) {
    const auto name = QString::fromUtf8(token_names[i].data(), static_cast<qsizetype>(token_names[i].size()));
    tokens.colors_[i] = QColor(table.value(name).toString());
    if (!tokens.colors_[i].isValid()) qFatal("tokens.json lacks %s", qPrintable(name));
  }
  return tokens;
}

QString Tokens::fill(QString sheet) const {
  for (std::size_t i = 0; i < token_names.size(); ++i) {
    const auto name = QString::fromUtf8(token_names[i].data(), static_cast<qsizetype>(token_names[i].size()));
    sheet.replace(QLatin1Char('@') + name + QLatin1Char('@'), colors_[i].name());
  }
  return sheet;
}

}  // namespace guardline::ui

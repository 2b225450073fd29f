// Reads the embedded colours. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <string_view>

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

/// In one pass: it is done before the first picture.
QString Tokens::fill(QString sheet) const {
  QString filled;
  filled.reserve(sheet.size());
  const QStringView text(sheet);
  qsizetype at = 0;
  for (;;) {
    const auto begin = text.indexOf(u'@', at);
    const auto end = begin < 0 ? begin : text.indexOf(u'@', begin + 1);
    if (end < 0) break;
    const auto name = text.sliced(begin + 1, end - begin - 1);
    const auto found = std::ranges::find_if(token_names, [name](std::string_view each) {
      return name == QLatin1String(each.data(), static_cast<qsizetype>(each.size()));
    });
    filled += text.sliced(at, begin - at);
    if (found == token_names.end()) {  // no token: it stays as it is
      filled += text.sliced(begin, end - begin);
      at = end;
      continue;
    }
    filled += colors_[static_cast<std::size_t>(found - token_names.begin())].name();
    at = end + 1;
  }
  return filled += text.sliced(at);
}

}  // namespace guardline::ui

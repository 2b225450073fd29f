// Language and look. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/preferences.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>

static void register_languages() { Q_INIT_RESOURCE(languages); }

namespace guardline::ui {

Preferences::Preferences(Theme& theme, QSettings& settings) : theme_(theme), settings_(settings) {
  register_languages();
  const auto mode = settings_.value(QStringLiteral("look/mode")).toString();
  set_mode(mode == QLatin1String("dark")    ? Theme::Mode::dark
           : mode == QLatin1String("light") ? Theme::Mode::light
                                            : Theme::Mode::system);
  set_language(settings_.value(QStringLiteral("look/language")).toString() == QLatin1String("en") ? Language::english
                                                                                                  : Language::chinese);
}

Preferences::~Preferences() {
  QCoreApplication::removeTranslator(&texts_);
  QCoreApplication::removeTranslator(&qt_texts_);
}

void Preferences::set_language(Language language) {
  language_ = language;
  const bool english = language == Language::english;
  const auto name = english ? QStringLiteral("en") : QStringLiteral("zh_CN");
  QLocale::setDefault(QLocale(name));
  QCoreApplication::removeTranslator(&texts_);
  QCoreApplication::removeTranslator(&qt_texts_);
  // Qt's own texts (context menus of fields) are there for Chinese only when the system has them.
  if (qt_texts_.load(QStringLiteral("qtbase_") + name, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
    QCoreApplication::installTranslator(&qt_texts_);
  if (!texts_.load(QStringLiteral(":/guardline/i18n/guardline_%1.qm").arg(name)))
    qFatal("no texts for %s", qPrintable(name));
  QCoreApplication::installTranslator(&texts_);
  settings_.setValue(QStringLiteral("look/language"), name);
  Q_EMIT changed();
}

void Preferences::set_mode(Theme::Mode mode) {
  theme_.set_mode(mode);
  settings_.setValue(QStringLiteral("look/mode"), mode == Theme::Mode::dark    ? QStringLiteral("dark")
                                                  : mode == Theme::Mode::light ? QStringLiteral("light")
                                                                               : QStringLiteral("system"));
  Q_EMIT changed();
}

void Preferences::keep_geometry(const QByteArray& geometry) {
  settings_.setValue(QStringLiteral("window/geometry"), geometry);
}

QByteArray Preferences::geometry() const { return settings_.value(QStringLiteral("window/geometry")).toByteArray(); }

}  // namespace guardline::ui

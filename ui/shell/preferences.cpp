// Language and look. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/preferences.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>

static void register_languages() { Q_INIT_RESOURCE(languages); }

namespace guardline::ui {

namespace {

const auto mode_key = QStringLiteral("look/mode");
const auto dark_key = QStringLiteral("look/system_dark");
const auto single_keys_key = QStringLiteral("keys/single");
const auto language_key = QStringLiteral("look/language");

QString name_of(Theme::Mode mode) {
  return mode == Theme::Mode::dark    ? QStringLiteral("dark")
         : mode == Theme::Mode::light ? QStringLiteral("light")
                                      : QStringLiteral("system");
}

}  // namespace

Preferences::Look Preferences::kept_look(const QSettings& settings) {
  const auto mode = settings.value(mode_key).toString();
  return {mode == QLatin1String("dark")    ? Theme::Mode::dark
          : mode == QLatin1String("light") ? Theme::Mode::light
                                           : Theme::Mode::system,
          settings.value(dark_key).toBool()};
}

Preferences::Preferences(Theme& theme, QSettings& settings, std::optional<Language> language)
    : theme_(theme), settings_(settings) {
  register_languages();
  if (const auto look = kept_look(settings); look.mode != theme_.mode()) theme_.set_mode(look.mode);
  const bool english = settings_.value(language_key).toString() == QLatin1String("en");
  set_language(language.value_or(english ? Language::english : Language::chinese));
  connect(&theme_, &Theme::changed, this, [this] {
    if (theme_.mode() == Theme::Mode::system) keep(dark_key, theme_.dark());
  });
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
  keep(language_key, name);
  Q_EMIT changed();
}

void Preferences::set_mode(Theme::Mode mode) {
  theme_.set_mode(mode);
  keep(mode_key, name_of(mode));
  Q_EMIT changed();
}

/// A value that is there already would be written to the disk again.
void Preferences::keep(const QString& name, const QVariant& value) {
  if (settings_.value(name) != value) settings_.setValue(name, value);
}

bool Preferences::single_keys() const { return settings_.value(single_keys_key, true).toBool(); }

void Preferences::set_single_keys(bool on) {
  keep(single_keys_key, on);
  Q_EMIT changed();
}

void Preferences::keep_geometry(const QByteArray& geometry) {
  settings_.setValue(QStringLiteral("window/geometry"), geometry);
}

QByteArray Preferences::geometry() const { return settings_.value(QStringLiteral("window/geometry")).toByteArray(); }

}  // namespace guardline::ui

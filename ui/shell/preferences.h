// What a person chose about the look, kept between starts. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QObject>
#include <QTranslator>

class QSettings;

namespace guardline::ui {

/// Applies and stores language and look. No personal data goes into the settings. GUI thread; theme and settings
/// outlive it.
class Preferences final : public QObject {
  Q_OBJECT
 public:
  enum class Language { chinese, english };
  Q_ENUM(Language)

  Preferences(Theme& theme, QSettings& settings);
  ~Preferences() override;

  [[nodiscard]] Language language() const { return language_; }
  void set_language(Language language);
  [[nodiscard]] Theme::Mode mode() const { return theme_.mode(); }
  void set_mode(Theme::Mode mode);
  [[nodiscard]] Theme& theme() const { return theme_; }

  void keep_geometry(const QByteArray& geometry);
  [[nodiscard]] QByteArray geometry() const;

 Q_SIGNALS:
  void changed();

 private:
  Theme& theme_;
  QSettings& settings_;
  Language language_{Language::chinese};
  QTranslator texts_, qt_texts_;
};

}  // namespace guardline::ui

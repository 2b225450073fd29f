// What a person chose about the look, kept between starts. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QObject>
#include <QTranslator>
#include <optional>

class QSettings;

namespace guardline::ui {

/// Applies and stores language and look. No personal data goes into the settings. GUI thread; theme and settings
/// outlive it.
class Preferences final : public QObject {
  Q_OBJECT
 public:
  enum class Language { chinese, english };
  Q_ENUM(Language)

  /// What the theme starts with: the kept choice, and whether the desktop was dark when `system` was last in force.
  struct Look {
    Theme::Mode mode;
    bool dark;
  };
  [[nodiscard]] static Look kept_look(const QSettings& settings);

  /// Chinese unless another language is kept; `language` takes its place and is kept.
  Preferences(Theme& theme, QSettings& settings, std::optional<Language> language = {});
  ~Preferences() override;

  [[nodiscard]] Language language() const { return language_; }
  void set_language(Language language);
  [[nodiscard]] Theme::Mode mode() const { return theme_.mode(); }
  void set_mode(Theme::Mode mode);
  [[nodiscard]] Theme& theme() const { return theme_; }
  [[nodiscard]] QSettings& settings() const { return settings_; }

  /// Single letters act as keys on pages (WCAG 2.1.4 wants a way to switch them off).
  [[nodiscard]] bool single_keys() const;
  void set_single_keys(bool on);

  void keep_geometry(const QByteArray& geometry);
  [[nodiscard]] QByteArray geometry() const;

 Q_SIGNALS:
  void changed();

 private:
  void keep(const QString& name, const QVariant& value);

  Theme& theme_;
  QSettings& settings_;
  Language language_{Language::chinese};
  QTranslator texts_, qt_texts_;
};

}  // namespace guardline::ui

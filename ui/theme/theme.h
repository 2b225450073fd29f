// Colours, fonts, style sheet: the look of the running program. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QFont>
#include <QObject>

class QApplication;

namespace guardline::ui {

/// Applies one look to the application and tells those who paint by themselves. GUI thread; made once by the
/// composition root after the QApplication and handed down by reference.
class Theme final : public QObject {
  Q_OBJECT
 public:
  enum class Mode { system, light, dark };

  /// `dark`: what `system` means until the desktop has answered, so that a start does not flash in the other look.
  explicit Theme(QApplication& app, Mode mode = Mode::system, bool dark = false);

  /// At run time too. `system` asks the desktop's settings portal, without waiting (no wish: light), and follows its
  /// changes.
  void set_mode(Mode mode);
  [[nodiscard]] Mode mode() const { return mode_; }
  [[nodiscard]] bool dark() const { return dark_; }

  [[nodiscard]] QColor color(Token token) const { return tokens_[token]; }
  [[nodiscard]] const Tokens& tokens() const { return tokens_; }

  /// The interface font at a design size in px at 100 % (11, 12, 13, 16, 17, 26), scaled with the system's font size.
  [[nodiscard]] QFont font(int px, QFont::Weight weight = QFont::Normal) const;
  /// For ids, hashes, codes.
  [[nodiscard]] QFont mono(int px, QFont::Weight weight = QFont::Normal) const;
  /// A design length in px, scaled as the text is (1.0 at the system's usual size, at most 2.0).
  [[nodiscard]] int px(double design) const;
  /// 1.0 .. 2.0; for the text-fit tests and, later, the settings page.
  void set_text_scale(double scale);

 Q_SIGNALS:
  /// After the new look is in force.
  void changed();

 private Q_SLOTS:
  void portal_setting_changed(const QString& group, const QString& key, const class QDBusVariant& value);

 private:
  void ask_system();
  void set_dark(bool dark);
  void apply();

  QApplication& app_;
  Mode mode_{Mode::system};
  bool dark_{false};
  double scale_{1.0};
  Tokens tokens_;
};

}  // namespace guardline::ui

// A password field with an eye and a caps-lock notice. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/live_text.h"

#include <QLineEdit>

class QPushButton;

namespace guardline::ui {

/// Pasting is allowed. The eye is a tab stop of its own.
class PasswordField final : public QLineEdit {
  Q_OBJECT
 public:
  explicit PasswordField(Theme& theme, QWidget* parent = nullptr);
  /// Hides the text again and forgets it.
  void wipe();

 Q_SIGNALS:
  /// Qt can't ask for the key's state: it is known from the first letter typed on.
  void caps_lock(bool on);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  void show_text(bool shown);
  QPushButton* eye_;
  bool caps_{false};
  LiveText text_;
};

}  // namespace guardline::ui

// A field for the six digits of an authenticator. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace guardline::ui {

class Theme;

/// One line edit: digits only, at most six. Pasted text is cleaned of everything that is no digit ("407 152" works).
class CodeField final : public QLineEdit {
  Q_OBJECT
 public:
  explicit CodeField(Theme& theme, QWidget* parent = nullptr);
  static constexpr int digits = 6;
  [[nodiscard]] bool complete() const { return text().size() == digits; }
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void clean(const QString& typed);
  void dress();
  Theme& theme_;
  bool dressed_{false};
};

}  // namespace guardline::ui

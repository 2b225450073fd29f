// Small makers for labels, rules and icon labels. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QLabel>

namespace guardline::ui {

class Theme;

/// A plain-text label in a look of the style sheet ("h1", "hint"...). Never rich text: data may stand in it.
QLabel* make_label(const char* kind, QWidget* parent = nullptr);
/// The same, breaking lines.
QLabel* make_text(const char* kind, QWidget* parent = nullptr);
QFrame* make_frame(const char* kind, QWidget* parent = nullptr);
/// One-pixel line; `vertical` for a line between things side by side.
QFrame* make_rule(bool vertical = false, QWidget* parent = nullptr);

/// An icon in a token's colour.
class IconLabel final : public QWidget {
  Q_OBJECT
 public:
  IconLabel(const Theme& theme, QString name, Token token, int side = 16, QWidget* parent = nullptr);
  void set(const QString& name, Token token);
  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& theme_;
  QString name_;
  Token token_;
  int side_;
};

}  // namespace guardline::ui

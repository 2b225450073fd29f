// A push button that prints its key. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace guardline::ui {

class Theme;

/// Text in the middle, a key cap at its right. The key is part of what is painted, not of the accessible name; the
/// shortcut itself is set by the owner.
class KeyButton final : public QPushButton {
  Q_OBJECT
 public:
  KeyButton(const Theme& theme, QString key, QWidget* parent = nullptr, QString icon = {});
  /// A key whose name is a word follows the language.
  void set_key(const QString& key);
  [[nodiscard]] const QString& key() const { return key_; }
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  [[nodiscard]] int content_width() const;
  const Theme& theme_;
  QString key_;
  QString icon_;
};

/// Draws a key cap of height px(18) with its left edge at `x`, centred on `middle`; returns its width.
int paint_key_cap(class QPainter& painter, const Theme& theme, const QString& key, int x, int middle, const QColor& ink,
                  const QColor& line);
int key_cap_width(const Theme& theme, const QString& key);

}  // namespace guardline::ui

// A state in shape, word and colour. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/shapes.h"

namespace guardline::ui {

/// 22 px high: mark, word, border, soft fill. Its accessible name is its word.
class Badge final : public QWidget {
  Q_OBJECT
 public:
  Badge(const Theme& theme, Family family, Shape shape, QWidget* parent = nullptr);
  void set(Family family, Shape shape, const QString& word);
  [[nodiscard]] QString word() const { return word_; }
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
  /// What `paint_badge` needs.
  static QSize size_of(const Theme& theme, Family family, const QString& word);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& theme_;
  Family family_;
  Shape shape_;
  QString word_;
};

/// The same without a widget, for rows that are painted.
void paint_badge(QPainter& painter, const QRect& where, const Theme& theme, Family family, Shape shape,
                 const QString& word);

}  // namespace guardline::ui

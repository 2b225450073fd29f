// State marks that can be told apart without colour. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QRectF>
#include <QWidget>

class QPainter;

namespace guardline::ui {

class Theme;

/// The five families of the design, plus `plain` (outline only).
enum class Family { crit, high, med, low, sup, plain };

/// crit: octagon with "!"; high: triangle with "!"; med: diamond; low: ring; ok: ring with tick; sup: square with pause
/// bars; done: disc with tick; waiting: dashed ring; weak: half disc; lost: slashed ring; failed: cross.
enum class Shape { crit, high, med, low, ok, sup, done, waiting, weak, lost, failed };

struct FamilyColors {
  QColor mark, text, soft, line;
};
FamilyColors colors_of(const Theme& theme, Family family);

void paint_shape(QPainter& painter, const QRectF& where, Shape shape, const Theme& theme);

/// A mark by itself. Its meaning must be in words beside it.
class ShapeMark final : public QWidget {
  Q_OBJECT
 public:
  ShapeMark(const Theme& theme, Shape shape, int side = 16, QWidget* parent = nullptr);
  void set(Shape shape);
  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& theme_;
  Shape shape_;
  int side_;
};

}  // namespace guardline::ui

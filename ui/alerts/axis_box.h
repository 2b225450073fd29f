// One of the three axes in words. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/shapes.h"

#include <QFrame>

class QLabel;

namespace guardline::ui {

/// A small frame: what the axis asks, and the answer with its mark.
class AxisBox final : public QFrame {
  Q_OBJECT
 public:
  explicit AxisBox(const Theme& theme, QWidget* parent = nullptr);
  void set_question(const QString& question);
  void set_answer(ui::Shape shape, const QString& answer);
  [[nodiscard]] QString answer() const;

 private:
  QLabel* question_;
  ShapeMark* mark_;
  QLabel* answer_;
};

}  // namespace guardline::ui

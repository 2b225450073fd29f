// A message that stays: what happened, what it means, what to do. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/shapes.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;

namespace guardline::ui {

class IconLabel;

/// Wraps its text; announced to assistive technology when it appears or changes.
class Banner final : public QFrame {
  Q_OBJECT
 public:
  Banner(const Theme& theme, Family family, QWidget* parent = nullptr);
  /// An icon and a bold word in place of the family's mark.
  void set_lead(const QString& icon, const QString& word);
  /// An empty text hides it.
  void set(Family family, const QString& text);
  [[nodiscard]] QString text() const;
  /// A control at its right.
  void add(QWidget* control);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& theme_;
  Family family_;
  ShapeMark* mark_;
  QLabel* label_;
  IconLabel* lead_icon_{};
  QLabel* lead_{};
  QHBoxLayout* row_;
};

}  // namespace guardline::ui

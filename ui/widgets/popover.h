// A sheet that hangs from the control that opened it. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/modal_sheet.h"

namespace guardline::ui {

/// A modal sheet without scrim, at a place of its own; a click beside it closes it as Esc does. It says where it stands
/// at every change of its window or its content.
class Popover : public ModalSheet {
  Q_OBJECT
 public:
  Popover(Theme& theme, QWidget* window);
  void open() override;
  /// Ends: it holds nothing that a person would miss.
  void seal() override { reject(); }

 protected:
  /// In px of the window.
  [[nodiscard]] virtual QRect place() const = 0;
  /// Asks `place` again.
  void stand();
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
};

}  // namespace guardline::ui

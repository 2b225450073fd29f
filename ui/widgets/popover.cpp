// A sheet that hangs from the control that opened it. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/popover.h"

#include <QFrame>
#include <QMouseEvent>
#include <QVBoxLayout>

namespace guardline::ui {

Popover::Popover(Theme& theme, QWidget* window) : ModalSheet(theme, window, 0) {
  delete layout();  // the sheet stands where `place` says, not in the middle
  sheet()->setMinimumWidth(0);
  sheet()->setMaximumWidth(QWIDGETSIZE_MAX);
}

void Popover::open() {
  ModalSheet::open();
  stand();
}

void Popover::stand() {
  // Twice the layout's word: a text that breaks its lines knows its height at its width only.
  sheet()->setGeometry(place());
  column()->activate();
  sheet()->setGeometry(place());
}

void Popover::paintEvent(QPaintEvent*) {}

void Popover::mousePressEvent(QMouseEvent* event) {
  if (!sheet()->geometry().contains(event->pos())) reject();
}

void Popover::resizeEvent(QResizeEvent* event) {
  ModalSheet::resizeEvent(event);
  if (isVisible()) stand();
}

}  // namespace guardline::ui

// Language and look, at the top right of pages without rail. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/live_text.h"

#include <QWidget>

class QMenu;
class QPushButton;

namespace guardline::ui {

class Preferences;
class Segmented;

/// Fills a menu with the three looks, the chosen one checked.
void fill_look_menu(QMenu& menu, Preferences& preferences);

class LookControls final : public QWidget {
  Q_OBJECT
 public:
  explicit LookControls(Preferences& preferences, QWidget* parent = nullptr);

 private:
  Preferences& preferences_;
  Segmented* language_;
  QPushButton* look_;
  QMenu* menu_;
  LiveText* text_;
};

}  // namespace guardline::ui

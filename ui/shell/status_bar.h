// The line at the lower edge. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/live_text.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;

namespace guardline::models {
class SessionModel;
}

namespace guardline::ui {

/// Last event and position (signed in only), time zone and time, device, version, the way to the shortcuts.
class StatusBar final : public QFrame {
  Q_OBJECT
 public:
  StatusBar(Theme& theme, models::SessionModel& model, QWidget* parent = nullptr);

 Q_SIGNALS:
  void shortcuts_wanted();

 private:
  void show_state();
  Theme& theme_;
  models::SessionModel& model_;
  QLabel *left_, *position_, *time_, *device_, *version_;
  QPushButton* keys_;
  QTimer second_;
  LiveText text_;
};

}  // namespace guardline::ui

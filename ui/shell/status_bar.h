// The line at the lower edge. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/live_text.h"

#include <QFrame>
#include <QTimer>
#include <cstddef>

class QLabel;
class QPushButton;

namespace guardline::models {
class SessionModel;
}

namespace guardline::ui {

/// Last event and position (signed in only), what waits for the hub, time zone and time, device, version, the way to
/// the shortcuts.
class StatusBar final : public QFrame {
  Q_OBJECT
 public:
  StatusBar(Theme& theme, models::SessionModel& model, QWidget* parent = nullptr);
  /// How many acts wait on this computer for the hub; nothing is said of none.
  void set_waiting(std::size_t count);

 Q_SIGNALS:
  void shortcuts_wanted();

 private:
  void show_state();
  Theme& theme_;
  models::SessionModel& model_;
  QLabel *left_, *position_, *waiting_, *time_, *device_, *version_;
  QPushButton* keys_;
  QTimer second_;
  std::size_t waits_{0};
  LiveText text_;
};

}  // namespace guardline::ui

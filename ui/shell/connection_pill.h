// The pill that says how the line to the hub is. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/live_text.h"

#include <QTimer>
#include <QWidget>

class QFrame;
class QLabel;

namespace guardline::models {
class SessionModel;
}

namespace guardline::ui {

class KeyButton;
class Pill;

/// Text, icon and outline change together. Announced politely when the kind of state changes, not at every second. A
/// click opens a small panel: last event, position, retry.
class ConnectionPill final : public QWidget {
  Q_OBJECT
 public:
  ConnectionPill(Theme& theme, models::SessionModel& model, QWidget* parent = nullptr);
  [[nodiscard]] Pill* pill() const { return pill_; }
  [[nodiscard]] QFrame* panel() const { return panel_; }
  void set_compact(bool compact);

 private:
  void show_state();
  void make_panel();

  Theme& theme_;
  models::SessionModel& model_;
  Pill* pill_;
  QFrame* panel_;
  QLabel *headline_{}, *event_name_{}, *event_{}, *position_name_{}, *position_{}, *latency_name_{}, *latency_{};
  KeyButton* retry_{};
  QTimer second_;
  int announced_{-1};
  LiveText text_;
};

}  // namespace guardline::ui

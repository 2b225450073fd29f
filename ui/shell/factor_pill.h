// The pill that says how long the second factor is fresh. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/live_text.h"

#include <QTimer>
#include <QWidget>

namespace guardline::models {
class SessionModel;
}

namespace guardline::ui {

class Pill;

/// Counts down; amber below two minutes, with the word to go on; says so when there is none. Hidden for roles that look
/// at nobody. Announced when the kind of state changes, not at every second.
class FactorPill final : public QWidget {
  Q_OBJECT
 public:
  FactorPill(Theme& theme, models::SessionModel& model, QWidget* parent = nullptr);
  [[nodiscard]] Pill* pill() const { return pill_; }
  void set_compact(bool compact);

 Q_SIGNALS:
  void wanted();

 private:
  void show_state();
  models::SessionModel& model_;
  Pill* pill_;
  QTimer second_;
  int announced_{-1};
  LiveText text_;
};

}  // namespace guardline::ui

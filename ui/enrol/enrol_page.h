// A computer becomes known to the hub. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"
#include "ui/widgets/live_text.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace guardline::models {
class EnrolmentModel;
class SessionModel;
}  // namespace guardline::models

namespace guardline::ui {

class KeyButton;
class Pill;
class Preferences;
class StepView;

/// Progress at the left, the step in the middle, approval and device at the right. What the steps do is the model's.
class EnrolPage final : public Page {
  Q_OBJECT
 public:
  EnrolPage(Preferences& preferences, models::EnrolmentModel& model, models::SessionModel& session,
            QWidget* parent = nullptr);
  [[nodiscard]] QString title() const override;
  [[nodiscard]] State state() const override;
  [[nodiscard]] std::vector<KeyHelp> keys() const override;
  /// Puts the cursor where typing goes on.
  void start();

 Q_SIGNALS:
  /// The person leaves (to come back later), or the enrolment is done.
  void left();

 private:
  void show_state();
  void leave();
  Preferences& preferences_;
  models::EnrolmentModel& model_;
  models::SessionModel& session_;
  QLabel *title_, *context_;
  KeyButton* leave_;
  QStackedWidget* steps_;
  int shown_{-1};
  LiveText text_;
};

}  // namespace guardline::ui

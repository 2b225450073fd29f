// Step 2: waiting for the administrator. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/enrol/step_view.h"

namespace guardline::ui {

class EmptyState;

/// Also shows the ends: approved (done), refused, expired.
class ApprovalStep final : public StepView {
  Q_OBJECT
 public:
  ApprovalStep(Theme& theme, models::EnrolmentModel& model, QWidget* parent);
  void start() override;

 Q_SIGNALS:
  void to_sign_in();

 private:
  void show_state() override;
  void go_on();
  EmptyState* picture_;
};

}  // namespace guardline::ui

// Step 1: the authenticator. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/enrol/step_view.h"

#include <array>

class QPushButton;

namespace guardline::models {
class SessionModel;
}

namespace guardline::ui {

class CodeField;
class QrView;
class ShapeMark;
class TotpClock;

class TotpStep final : public StepView {
  Q_OBJECT
 public:
  TotpStep(Theme& theme, models::EnrolmentModel& model, models::SessionModel& session, QWidget* parent);
  void start() override;

 private:
  void build_top();
  void build_code();
  void build_help();
  void show_state() override;
  void submit();
  models::SessionModel& session_;
  QrView* qr_;
  std::array<QLabel*, 3> how_{};
  QLabel *manual_{}, *base32_{}, *alphabet_{}, *type_name_{}, *type_{}, *time_name_{}, *time_{}, *code_label_{},
      *code_hint_{}, *once_{}, *trouble_{};
  std::array<QLabel*, 3> question_{}, answer_{};
  QPushButton *copy_{}, *again_{};
  ShapeMark* time_mark_{};
  CodeField* code_{};
  TotpClock* clock_{};
};

}  // namespace guardline::ui

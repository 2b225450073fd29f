// Before step 1: enrolment code, name and use of the device. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/enrol/step_view.h"

class QButtonGroup;
class QLineEdit;
class QPlainTextEdit;
class QRadioButton;

namespace guardline::ui {

class CodeStep final : public StepView {
  Q_OBJECT
 public:
  CodeStep(Theme& theme, models::EnrolmentModel& model, QWidget* parent);
  void start() override;

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void show_state() override;
  void submit();
  QLabel *lead_, *code_label_, *found_, *name_label_, *use_label_, *name_hint_, *use_hint_;
  QPlainTextEdit* code_;
  QLineEdit* name_;
  QRadioButton *own_, *shared_;
};

}  // namespace guardline::ui

// Step 3: ten recovery codes, shown once. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/enrol/step_view.h"

#include <array>

class QCheckBox;
class QPushButton;

namespace guardline::ui {

class RecoveryStep final : public StepView {
  Q_OBJECT
 public:
  RecoveryStep(Theme& theme, models::EnrolmentModel& model, QWidget* parent);
  void start() override;

 private:
  void show_state() override;
  void print();
  void save();
  [[nodiscard]] QString sheet() const;
  /// The codes are in `file`, or on paper where that is empty.
  void kept_as(const QString& file);
  QLabel *lead_, *note_, *done_;
  std::array<QLabel*, 10> codes_{};
  QPushButton *print_, *save_, *copy_, *again_;
  QCheckBox* kept_;
  QString save_fault_;
  QString kept_file_;
  bool kept_on_paper_{false};
};

}  // namespace guardline::ui

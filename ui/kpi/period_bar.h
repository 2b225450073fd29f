// Chooses the days. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/kpi_values.h"
#include "ui/widgets/live_text.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace guardline::ui {

class Segmented;
class Theme;

/// Named periods as one choice of five; with the last one two days can be typed ("2026-11-16"), first and last, both
/// counted. What is no period is said beside them and asks for nothing.
class PeriodBar final : public QWidget {
  Q_OBJECT
 public:
  PeriodBar(Theme& theme, const Clock& clock, QWidget* parent = nullptr);
  void set_period(models::KpiPeriodName period);

 Q_SIGNALS:
  void chosen(const guardline::models::KpiQuery& query);

 private:
  void take_days();
  void say_fault(const QString& fault);

  const Clock& clock_;
  Segmented* names_;
  QWidget* days_;
  QLineEdit* first_;
  QLineEdit* last_;
  QPushButton* apply_;
  QLabel* fault_;
  LiveText text_;
};

}  // namespace guardline::ui

// The opened alert. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/live_text.h"

#include <QFrame>
#include <functional>

class QGridLayout;
class QLabel;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace guardline::models {
class AlertCentre;
class KpiLiveModel;
}  // namespace guardline::models

namespace guardline::ui {

class ActPanel;
class AxisBox;
class Badge;
class Banner;
class ChartView;
class EmptyState;

/// Head, three axes, trigger with its sample, the figure behind it, the log, and the panel where a person acts. Follows
/// the centre's opened alert; when none is open it says how to open one.
class AlertDetail final : public QFrame {
  Q_OBJECT
 public:
  /// `live` is asked for when a chart is first needed: it keeps a day of minutes.
  AlertDetail(Theme& theme, models::AlertCentre& centre, std::function<models::KpiLiveModel&()> live,
              QWidget* parent = nullptr);

  [[nodiscard]] ActPanel* acts() const { return acts_; }
  [[nodiscard]] ChartView* chart() const { return chart_; }
  void set_greyed(bool greyed);

 private:
  void refresh();
  void refresh_facts();
  void refresh_log();
  void refresh_chart();

  Theme& theme_;
  models::AlertCentre& centre_;
  std::function<models::KpiLiveModel&()> live_;
  models::KpiLiveModel* minutes_{};
  bool greyed_{false};
  QString log_shown_;

  QStackedWidget* stack_;
  EmptyState* none_;
  Badge* badge_;
  QLabel *title_, *number_;
  Banner* again_;
  AxisBox *active_, *acknowledged_, *quiet_;
  QGridLayout* facts_;
  QLabel *trigger_name_, *trigger_, *measured_name_, *measured_, *rule_name_, *rule_, *owner_name_, *owner_;
  QLabel* chart_title_;
  ChartView* chart_;
  QLabel* log_title_;
  QWidget* log_;
  QVBoxLayout* log_rows_;
  QScrollArea* scroll_;
  ActPanel* acts_;
  LiveText texts_;
};

}  // namespace guardline::ui

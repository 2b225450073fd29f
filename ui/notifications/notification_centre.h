// Bell, drawer and toast over one window. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/alarm_sound.h"
#include "ui/widgets/live_text.h"

#include <QObject>

namespace guardline::models {
class AlertCentre;
class NotificationModel;
}  // namespace guardline::models

namespace guardline::ui {

class BellButton;
class NotificationDrawer;
class Toast;

/// F8 opens and closes the drawer. Nothing is shown while nobody is in (`set_inside`), and what is shown goes with
/// them; urgent alerts are still heard then, for that tells nobody anything. GUI thread; theme, centre, model and
/// window outlive it.
class NotificationCentre final : public QObject {
  Q_OBJECT
 public:
  /// `ring` makes the sound.
  NotificationCentre(Theme& theme, models::AlertCentre& centre, models::NotificationModel& model, const Clock& clock,
                     std::function<void()> ring, QWidget* window);

  /// For the top bar, which takes it over.
  [[nodiscard]] BellButton* bell() const { return bell_; }
  [[nodiscard]] NotificationDrawer* drawer() const { return drawer_; }
  [[nodiscard]] Toast* toast() const { return toast_; }
  void set_inside(bool inside);
  /// Opens the drawer, or closes it; nothing while nobody is in.
  void toggle();

 Q_SIGNALS:
  /// The person wants to see this alert on its page.
  void open_wanted(const QString& alert);

 private:
  models::NotificationModel& model_;
  models::AlarmSound sound_;
  BellButton* bell_;
  NotificationDrawer* drawer_;
  Toast* toast_;
  bool inside_{false};
  LiveText texts_;
};

}  // namespace guardline::ui

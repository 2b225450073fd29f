// Everything of alerts in the console, put together. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/link/alert_client.h"
#include "app/offline/offline_alerts.h"
#include "models/alerts/alert_centre.h"
#include "models/alerts/notification_model.h"

namespace guardline::models {
class SessionModel;
}
namespace guardline::ui {
class MainWindow;
class Theme;
}  // namespace guardline::ui

namespace guardline::app {

/// Gateway, models, page, bell and sound. Alerts are heard of from sign-in to its end, whichever page is open and while
/// the screen is locked. GUI thread; outlived by link, stream, queue and clock, and outlives the window.
class AlertsDesk {
 public:
  AlertsDesk(Link& link, LiveClient& stream, ActQueue& queue, const Clock& clock);

  /// Once, before the window starts.
  void offer(ui::MainWindow& window, models::SessionModel& session, ui::Theme& theme);

 private:
  LiveClient& stream_;
  const Clock& clock_;
  AlertClient client_;
  OfflineAlerts gateway_;
  models::AlertCentre centre_;
  models::NotificationModel notes_;
};

}  // namespace guardline::app

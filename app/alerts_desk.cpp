// Everything of alerts in the console, put together. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alerts_desk.h"

#include "models/session/session_model.h"
#include "ui/alerts/alert_finder.h"
#include "ui/alerts/alerts_page.h"
#include "ui/notifications/bell_button.h"
#include "ui/notifications/notification_centre.h"
#include "ui/shell/main_window.h"

#include <QApplication>

namespace guardline::app {

using models::Role;
using models::SessionModel;

AlertsDesk::AlertsDesk(Link& link, LiveClient& stream, ActQueue& queue, const Clock& clock)
    : stream_(stream),
      clock_(clock),
      client_(link, stream, clock),
      gateway_(client_, queue),
      centre_(gateway_, clock),
      notes_(centre_) {}

void AlertsDesk::offer(ui::MainWindow& window, SessionModel& session, ui::Theme& theme) {
  // The desktop's own bell: it follows the person's sound settings and needs no sound server of ours.
  auto* notifications = new ui::NotificationCentre(
      theme, centre_, notes_, clock_, [] { QApplication::beep(); }, &window);
  window.add_tool(notifications->bell());
  QObject::connect(notifications, &ui::NotificationCentre::open_wanted, &window, [&window](const QString& alert) {
    window.open(ui::Place::alerts, QStringLiteral("alert:") + alert);
  });
  QObject::connect(&centre_, &models::AlertCentre::changed, &window, [this, &window] {
    window.set_badge(ui::Place::alerts, centre_.store().count(models::AlertTab::to_acknowledge));
  });
  QObject::connect(&session, &SessionModel::entered, &window, [this, &session] {
    if (session.session()) centre_.begin(models::rights_of(session.session()->role), session.session()->account);
  });
  QObject::connect(&session, &SessionModel::changed, &window, [this, &session, notifications] {
    notifications->set_inside(session.state() == SessionModel::State::signed_in);
    if (!session.session() && centre_.running()) {
      centre_.end();
      gateway_.forget();
    }
  });
  window.add_command({.words = [] { return QCoreApplication::translate("guardline::app::Console", "通知中心"); },
                      .run = [notifications] { notifications->toggle(); },
                      .offered = [&session] { return session.state() == SessionModel::State::signed_in; },
                      .told = QStringLiteral("F8")});
  window.add_finder(ui::alert_finder(centre_));
  window.add_page({.place = ui::Place::alerts,
                   .icon = QStringLiteral("bell"),
                   .label = [] { return QCoreApplication::translate("guardline::app::Console", "告警"); },
                   .roles = {Role::agent, Role::risk, Role::supervisor, Role::compliance, Role::admin},
                   .make = [this, &theme](Role) { return new ui::AlertsPage(theme, centre_, stream_, clock_); },
                   .lands = {Role::risk}});
}

}  // namespace guardline::app

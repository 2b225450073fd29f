// All pages in one window over fakes, with data on each. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/alert_centre.h"
#include "models/alerts/notification_model.h"
#include "models/investor/draft_book.h"
#include "models/live/draw_log.h"
#include "models/session/enrolment_model.h"
#include "models/session/session_model.h"
#include "tests/alerts/sample_alerts.h"
#include "tests/investor/sample_people.h"
#include "tests/kpi/fake_kpi_gateway.h"
#include "tests/monitor/fake_live_gateway.h"
#include "tests/monitor/sample_data.h"
#include "tests/support_qt/fake_session_gateway.h"
#include "ui/alerts/alert_finder.h"
#include "ui/alerts/alert_list.h"
#include "ui/alerts/alerts_page.h"
#include "ui/investor/investor_finder.h"
#include "ui/investor/investor_page.h"
#include "ui/kpi/kpi_page.h"
#include "ui/monitor/monitor_page.h"
#include "ui/notifications/bell_button.h"
#include "ui/notifications/notification_centre.h"
#include "ui/shell/main_window.h"
#include "ui/shell/preferences.h"
#include "ui/stepup/step_up.h"

#include <QApplication>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <array>
#include <memory>

namespace guardline::test {

/// A supervisor's window: every page there is, each with something on it.
struct AllPages {
  AllPages() {
    using models::Role;
    tell_people(hub, clock.now());
    hub.stepped_up = true;
    alerts.now = clock.now();
    const std::vector roles{Role::supervisor};
    window.start();
    window.add_page(
        {.place = ui::Place::monitor,
         .icon = QStringLiteral("monitor"),
         .label = [] { return QStringLiteral("实时监控"); },
         .roles = roles,
         .make = [this](Role) { return new ui::MonitorPage(theme, live, clock, log, ui::MonitorPage::Access::full); }});
    window.add_page({.place = ui::Place::investors,
                     .icon = QStringLiteral("person"),
                     .label = [] { return QStringLiteral("投资者"); },
                     .roles = roles,
                     .make = [this](Role) { return new ui::InvestorPage(theme, hub, session, step_up, drafts, {}); }});
    window.add_page({.place = ui::Place::alerts,
                     .icon = QStringLiteral("bell"),
                     .label = [] { return QStringLiteral("告警"); },
                     .roles = roles,
                     .make = [this](Role) { return new ui::AlertsPage(theme, centre, live, clock); }});
    window.add_page({.place = ui::Place::kpi,
                     .icon = QStringLiteral("kpi"),
                     .label = [] { return QStringLiteral("看板"); },
                     .roles = roles,
                     .make = [this](Role) { return new ui::KpiPage(theme, kpi, session, step_up, clock); }});
    notifications = new ui::NotificationCentre(
        theme, centre, notes, clock, [] {}, &window);
    window.add_tool(notifications->bell());
    window.add_command({.words = [] { return QStringLiteral("通知中心"); },
                        .run = [this] { notifications->toggle(); },
                        .offered = [this] { return session.state() == models::SessionModel::State::signed_in; },
                        .told = QStringLiteral("F8")});
    window.add_finder(ui::investor_finder([] { return true; }));
    window.add_finder(ui::alert_finder(centre));
    window.resize(1440, 900);
    window.show();
    settle();
    centre.begin(models::rights_of(Role::supervisor), QStringLiteral("zhoulan"));
    session.sign_in(QStringLiteral("zhoulan"), QStringLiteral("secret"), QStringLiteral("407152"));
    settle();
    notifications->set_inside(true);
    alerts.tell_snapshot(desk(clock.now()));
  }
  static void settle() {
    QTest::qWait(30);
    for (int turn = 0; turn < 16; ++turn) QCoreApplication::processEvents();
  }
  /// Opens the page and puts something on it.
  ui::Page* open(ui::Place place) {
    window.open(place);
    settle();
    if (place == ui::Place::monitor) {
      live.tell(models::KpiSnapshot{
          .to = "1", .from = {}, .buckets = tell_story(clock.now(), {.channels = {Channel::sms, Channel::push}})});
      live.tell(models::TickerItems{tell_ticker(clock.now(), 60, {Channel::sms, Channel::push})});
      live.tell(models::StreamNotice{.kind = models::StreamNotice::Kind::live, .at = clock.now()});
    } else if (place == ui::Place::investors) {
      auto* page = static_cast<ui::InvestorPage*>(window.current_page());
      page->show_subject(QStringLiteral("search:13800006204"));
      settle();
      page->desk().open_match(0);
      settle();
      page->desk().ask_why(hub.entries[0].deliveries[0].id);
    } else if (place == ui::Place::alerts) {
      QTest::qWait(140);  // changes are put together
      static_cast<ui::AlertsPage*>(window.current_page())->list()->view()->selectRow(0);
    } else if (place == ui::Place::kpi) {
      kpi.answer(tell_report({.days = 7}));
    }
    QTest::qWait(140);
    settle();
    return window.current_page();
  }
  /// Before anybody asks it who this computer is.
  static FakeSessionGateway& filled(FakeSessionGateway& gateway, Timestamp now) {
    fill(gateway, now);
    return gateway;
  }
  static constexpr std::array kPlaces{ui::Place::monitor, ui::Place::investors, ui::Place::alerts, ui::Place::kpi};

  FixedClock clock{picture_time()};
  QTemporaryDir home;
  QSettings settings{home.filePath(QStringLiteral("s.ini")), QSettings::IniFormat};
  ui::Theme theme{*qApp};
  ui::Preferences preferences{theme, settings};
  FakeSessionGateway sessions;
  FakeInvestorGateway hub;
  models::DraftBook drafts;
  FakeLiveGateway live;
  FakeAlertGateway alerts;
  FakeKpiGateway kpi;
  models::DrawLog log{clock, {}};
  models::AlertCentre centre{alerts, clock};
  models::NotificationModel notes{centre};
  models::SessionModel session{filled(sessions, clock.now()), clock};
  models::EnrolmentModel enrolment{sessions, clock};
  ui::StepUp step_up{theme, session};
  ui::MainWindow window{preferences, session, enrolment};
  ui::NotificationCentre* notifications{};
};

}  // namespace guardline::test

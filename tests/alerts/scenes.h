// The alert page over fakes, for pictures and tests. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/alert_centre.h"
#include "tests/alerts/sample_alerts.h"
#include "tests/monitor/fake_live_gateway.h"
#include "tests/monitor/sample_data.h"
#include "ui/alerts/act_panel.h"
#include "ui/alerts/alert_detail.h"
#include "ui/alerts/alert_list.h"
#include "ui/alerts/alerts_page.h"
#include "ui/theme/theme.h"

#include <QPlainTextEdit>
#include <QTableView>
#include <QTest>
#include <functional>

namespace guardline::test {

// The page's place in the 1440 x 900 window: rail 84, title 30, top bar 52, status bar 26.
inline constexpr QSize kPage{1356, 792};

struct Stage {
  explicit Stage(ui::Theme& theme, models::AlertRights rights = models::rights_of(models::Role::risk))
      : clock(from_micros(1'795'315'350'000'000)), centre(gateway, clock), page(theme, centre, live, clock) {
    gateway.now = clock.now();
    centre.begin(rights, QStringLiteral("shenyan"));
    page.resize(kPage);
  }
  /// Where nobody looks: for pictures.
  void show_unseen() {
    page.setAttribute(Qt::WA_DontShowOnScreen);
    page.show();
  }
  void desk() {
    const auto alerts = test::desk(clock.now());
    gateway.tell_snapshot(alerts);
    gateway.details[alerts[0].id].log = desk_log(clock.now());
    settle();
  }
  void choose(int row) {
    page.list()->view()->selectRow(row);
    settle();
    live.tell(models::KpiSnapshot{
        .to = "1", .from = {}, .buckets = tell_story(clock.now(), {.channels = {Channel::sms, Channel::push}})});
    live.tell(models::StreamNotice{.kind = models::StreamNotice::Kind::live, .at = clock.now()});
    settle();
  }
  [[nodiscard]] ui::ActPanel* acts() { return page.detail()->acts(); }
  static void settle() { QTest::qWait(140); }

  SetClock clock;
  FakeAlertGateway gateway;
  FakeLiveGateway live;
  models::AlertCentre centre;
  ui::AlertsPage page;
};

struct Scene {
  const char* name;
  std::function<void(Stage&)> play;
  models::Role role{models::Role::risk};
};

inline std::vector<Scene> scenes() {
  using Act = ui::ActPanel::Act;
  using Kind = models::AlertFeed::Kind;
  return {
      {"ready",
       [](Stage& s) {
         s.desk();
         s.choose(0);
         s.acts()->field()->setPlainText(QStringLiteral("已联系移动值班，预计 10:55 恢复；先切移动-05。"));
         s.acts()->focus_field();
       }},
      {"list", [](Stage& s) { s.desk(); }},
      {"news",
       [](Stage& s) {
         s.desk();
         s.choose(2);
         s.gateway.tell_change(make_alert(0x3500, Severity::urgent, s.clock.now()));
         s.gateway.tell_change(make_alert(0x3501, Severity::high, s.clock.now()));
         Stage::settle();
       }},
      {"shelve",
       [](Stage& s) {
         s.desk();
         s.choose(0);
         s.acts()->begin(Act::shelve);
         s.acts()->field()->setPlainText(QStringLiteral("运营商计划割接，11:40 前完成。"));
       }},
      {"assign",
       [](Stage& s) {
         s.desk();
         s.choose(3);
         s.acts()->begin(Act::assign);
       }},
      {"stale",
       [](Stage& s) {
         s.desk();
         s.choose(0);
         s.acts()->field()->setPlainText(QStringLiteral("已联系移动值班"));
         auto again = s.centre.entry()->alert;
         again.occurrence = 2;
         again.revision += 2;
         s.gateway.tell_change(again);
         Stage::settle();
         s.acts()->begin(Act::acknowledge);
       }},
      {"shelved",
       [](Stage& s) {
         s.desk();
         s.centre.show(models::AlertTab::shelved);
         s.choose(1);
       }},
      {"loading", [](Stage&) { QTest::qWait(600); }},
      {"empty", [](Stage& s) { s.gateway.tell_snapshot({}); }},
      {"error",
       [](Stage& s) {
         s.desk();
         s.gateway.tell(models::AlertFeed{Kind::stale, s.clock.now() - 40s});
       }},
      {"offline",
       [](Stage& s) {
         s.desk();
         s.choose(0);
         s.gateway.tell(models::AlertFeed{Kind::offline, s.clock.now() - 40s});
       }},
      {"denied",
       [](Stage& s) {
         s.gateway.tell(models::AlertFeed{Kind::denied, s.clock.now()});
       }},
      {"reader",
       [](Stage& s) {
         s.desk();
         s.choose(0);
       },
       models::Role::compliance},
      {"narrow",
       [](Stage& s) {
         s.page.resize(1180 - 56, 720 - 78);
         s.desk();
         s.choose(0);
       }},
  };
}

}  // namespace guardline::test

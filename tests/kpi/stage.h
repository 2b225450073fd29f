// The KPI page over fakes, with a person signed in. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/session_model.h"
#include "tests/kpi/fake_kpi_gateway.h"
#include "tests/support_qt/fake_session_gateway.h"
#include "ui/charts/chart_view.h"
#include "ui/kpi/kpi_page.h"
#include "ui/kpi/people_drawer.h"
#include "ui/stepup/step_up.h"

#include <QCoreApplication>
#include <QTest>

namespace guardline::test {

struct KpiStage {
  explicit KpiStage(ui::Theme& theme)
      : session((fill(sessions, clock.now()), sessions), clock),
        step_up(theme, session),
        page(theme, gateway, session, step_up, clock) {
    page.resize(1356, 792);
    gateway.stepped_up = [this] { return session.stepped_up().has_value(); };
    session.sign_in(QStringLiteral("zhoulan"), QStringLiteral("secret"), QStringLiteral("407152"));
    settle();
  }
  static void settle() {
    QTest::qWait(20);
    for (int turn = 0; turn < 12; ++turn) QCoreApplication::processEvents();
  }
  /// A step-up without its dialog.
  void prove() {
    sessions.stepped_up->until = session.hub_now() + std::chrono::seconds(761);
    const auto handle =
        session.step_up({QStringLiteral("407152"), models::AccessReason::regulator, {}}, [](const auto&) {});
    settle();
  }
  void play(const KpiStory& story = {.days = 7}) {
    QVERIFY(gateway.answer(tell_report(story)));
    settle();
  }
  [[nodiscard]] ui::ChartView& chart() const { return *page.findChild<ui::ChartView*>(); }
  [[nodiscard]] ui::PeopleDrawer& people() const { return *page.people(); }

  KpiClock clock;
  FakeSessionGateway sessions;
  FakeKpiGateway gateway;
  models::SessionModel session;
  ui::StepUp step_up;
  ui::KpiPage page;
};

}  // namespace guardline::test

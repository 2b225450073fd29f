// The pages in each of their states, for pictures and for the fit test. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/enrolment_code.h"
#include "models/session/enrolment_model.h"
#include "models/session/session_model.h"
#include "tests/support_qt/fake_session_gateway.h"
#include "ui/enrol/enrol_page.h"
#include "ui/shell/global_search.h"
#include "ui/shell/main_window.h"
#include "ui/shell/preferences.h"
#include "ui/signin/sign_in_page.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace guardline::test {

/// A theme and preferences of the test's own.
struct Look {
  QTemporaryDir home;
  QSettings settings{home.filePath(QStringLiteral("s.ini")), QSettings::IniFormat};
  ui::Theme theme{*qApp};
  ui::Preferences preferences{theme, settings};
};

/// A page of nothing, to have something behind the sign-in.
class PlainPage final : public ui::Page {
 public:
  PlainPage() { setObjectName(QStringLiteral("page")); }
  [[nodiscard]] QString title() const override { return QStringLiteral("实时监控"); }
  [[nodiscard]] QString context() const override { return QStringLiteral("卡片为近 5 分钟，每秒刷新"); }
  [[nodiscard]] State state() const override { return State::ready; }
  [[nodiscard]] std::vector<ui::KeyHelp> keys() const override {
    return {{QStringLiteral("暂停刷新"), QStringLiteral("Space")}};
  }
};

/// One window with everything below it; `shape` sets the fake up before anything is made.
struct Stage {
  explicit Stage(ui::Preferences& preferences, const std::function<void(FakeSessionGateway&)>& shape = {},
                 std::chrono::milliseconds idle = ui::idle_lock_after)
      : clock(picture_time()) {
    fill(gateway, clock.now());
    if (shape) shape(gateway);
    session = std::make_unique<models::SessionModel>(gateway, clock);
    enrolment = std::make_unique<models::EnrolmentModel>(gateway, clock);
    window = std::make_unique<ui::MainWindow>(preferences, *session, *enrolment, idle);
    window->start();
    using models::Role;
    window->add_page({.place = ui::Place::monitor,
                      .icon = QStringLiteral("monitor"),
                      .label = [] { return QStringLiteral("实时监控"); },
                      .roles = {Role::agent, Role::risk, Role::supervisor, Role::compliance, Role::admin},
                      .make = [](Role) { return new PlainPage; }});
    window->resize(1440, 900);
    window->show();
    settle();
  }
  /// An answer may lead to the next question: turns of the event loop are counted, for on a busy machine one paint
  /// takes longer than any fair wait.
  static void settle() {
    QTest::qWait(30);
    for (int turn = 0; turn < 12; ++turn) QCoreApplication::processEvents();
  }
  template <class T>
  T* find(const QString& name) {
    for (auto* w : window->findChildren<T*>())
      if (w->isVisible() && w->accessibleName() == name) return w;
    return nullptr;
  }
  FixedClock clock;
  FakeSessionGateway gateway;
  std::unique_ptr<models::SessionModel> session;
  std::unique_ptr<models::EnrolmentModel> enrolment;
  std::unique_ptr<ui::MainWindow> window;
};

inline QString sample_code() {
  crypto::EnrolmentCode code;
  code.address = "hub.example.cn:8443";
  code.hub_key.fill(7);
  code.secret.fill(9);
  return QString::fromStdString(*crypto::format_enrolment_code(code));
}

inline void sign_in(Stage& s) {
  s.session->sign_in(QStringLiteral("zhoulan"), QStringLiteral("secret"), QStringLiteral("407152"));
  Stage::settle();
}

using Scene = std::pair<QString, std::function<std::unique_ptr<Stage>(ui::Preferences&)>>;

inline void begin_enrolment(Stage& s) {
  Q_EMIT s.window->sign_in_page()->enrolment_wanted();
  Stage::settle();
}

inline std::vector<Scene> scenes() {
  using namespace std::chrono_literals;
  using models::Failure;
  using models::LocalDevice;
  using State = models::Connection::State;
  const auto stage = [](ui::Preferences& p, const std::function<void(FakeSessionGateway&)>& shape = {}) {
    return std::make_unique<Stage>(p, shape);
  };
  const auto unknown = [](FakeSessionGateway& g) {
    g.device = {};
    g.device.name = QStringLiteral("SH-KF-0318");
    g.device.system = QStringLiteral("Debian GNU/Linux 12");
  };
  const auto failing = [stage](ui::Preferences& p, models::SessionError error) {
    auto s = stage(p, [error](auto& g) { g.session = std::unexpected(error); });
    sign_in(*s);
    return s;
  };
  const auto enrolled_to = [stage, unknown](ui::Preferences& p, int step,
                                            const std::function<void(FakeSessionGateway&)>& more = {}) {
    auto s = stage(p, [&](auto& g) {
      unknown(g);
      if (more) more(g);
    });
    begin_enrolment(*s);
    if (step >= 1) s->enrolment->submit(sample_code(), QStringLiteral("SH-KF-0318"), false);
    Stage::settle();
    if (step >= 2) s->enrolment->verify(QStringLiteral("318204"));
    Stage::settle();
    if (step >= 3) s->enrolment->go_on();
    Stage::settle();
    return s;
  };
  return {
      {QStringLiteral("signin-ready"),
       [stage](ui::Preferences& p) {
         auto s = stage(p);
         for (auto* f : s->window->sign_in_page()->findChildren<QLineEdit*>()) f->setText(QStringLiteral("407152"));
         return s;
       }},
      {QStringLiteral("signin-empty"), [stage, unknown](ui::Preferences& p) { return stage(p, unknown); }},
      {QStringLiteral("signin-loading"),
       [stage](ui::Preferences& p) {
         auto s = stage(p, [](auto& g) { g.hold = true; });
         sign_in(*s);
         QTest::qWait(300);  // an answer this late is waited for in the open
         return s;
       }},
      {QStringLiteral("signin-error"),
       [failing](ui::Preferences& p) {
         return failing(p, {Failure::refused, 4, {}, QStringLiteral("E-1001")});
       }},
      {QStringLiteral("signin-waits"),
       [failing](ui::Preferences& p) {
         return failing(p, {Failure::waits, {}, picture_time() + 15min, QStringLiteral("E-1003")});
       }},
      {QStringLiteral("signin-denied"),
       [failing](ui::Preferences& p) {
         return failing(p, {Failure::role, {}, {}, {}});
       }},
      {QStringLiteral("signin-offline"),
       [stage](ui::Preferences& p) {
         return stage(p, [](auto& g) {
           g.connection = {State::offline,       {}, 4, picture_time() + 15s, picture_time() - 25s,
                           Failure::unreachable, {}, {}};
         });
       }},
      {QStringLiteral("signin-skew"),
       [stage](ui::Preferences& p) { return stage(p, [](auto& g) { g.hub->clock_offset = -42s; }); }},
      {QStringLiteral("enrol-code"),
       [enrolled_to](ui::Preferences& p) {
         auto s = enrolled_to(p, 0);
         s->window->enrol_page()->findChild<QPlainTextEdit*>()->setPlainText(sample_code());
         Stage::settle();
         return s;
       }},
      {QStringLiteral("enrol-code-error"),
       [enrolled_to](ui::Preferences& p) {
         auto s = enrolled_to(p, 0, [](auto& g) {
           g.receipt = std::unexpected(models::SessionError{Failure::code_refused, {}, {}, QStringLiteral("E-1011")});
         });
         s->enrolment->submit(sample_code(), QStringLiteral("SH-KF-0318"), false);
         s->window->enrol_page()->findChild<QPlainTextEdit*>()->setPlainText(sample_code().left(40));
         Stage::settle();
         return s;
       }},
      {QStringLiteral("enrol-totp"), [enrolled_to](ui::Preferences& p) { return enrolled_to(p, 1); }},
      {QStringLiteral("enrol-totp-error"),
       [enrolled_to](ui::Preferences& p) {
         return enrolled_to(p, 2, [](auto& g) {
           g.verified = std::unexpected(models::SessionError{Failure::totp_wrong, 4, {}, {}});
         });
       }},
      {QStringLiteral("enrol-approval"), [enrolled_to](ui::Preferences& p) { return enrolled_to(p, 2); }},
      {QStringLiteral("enrol-approved"),
       [enrolled_to](ui::Preferences& p) {
         return enrolled_to(p, 2, [](auto& g) {
           g.status->state = models::EnrolmentStatus::State::approved;
           g.status->approved_at = picture_time();
         });
       }},
      {QStringLiteral("enrol-refused"),
       [enrolled_to](ui::Preferences& p) {
         return enrolled_to(p, 2, [](auto& g) { g.status->state = models::EnrolmentStatus::State::refused; });
       }},
      {QStringLiteral("enrol-recovery"), [enrolled_to](ui::Preferences& p) { return enrolled_to(p, 3); }},
      {QStringLiteral("enrol-done"),
       [enrolled_to](ui::Preferences& p) {
         auto s = enrolled_to(p, 3, [](auto& g) {
           g.status->state = models::EnrolmentStatus::State::approved;
           g.status->approved_at = picture_time();
         });
         s->enrolment->confirm_saved();
         Stage::settle();
         return s;
       }},
      {QStringLiteral("shell"),
       [stage](ui::Preferences& p) {
         auto s = stage(p);
         sign_in(*s);
         return s;
       }},
      {QStringLiteral("shell-reconnecting"),
       [stage](ui::Preferences& p) {
         auto s = stage(p);
         sign_in(*s);
         s->gateway.set_connection({State::reconnecting,
                                    {},
                                    3,
                                    picture_time() + 8s,
                                    picture_time() - 25s,
                                    Failure::unreachable,
                                    QStringLiteral("48,211,907"),
                                    picture_time() - 30s});
         Stage::settle();
         return s;
       }},
      {QStringLiteral("shell-shortcuts"),
       [stage](ui::Preferences& p) {
         auto s = stage(p);
         sign_in(*s);
         s->window->show_shortcuts();
         return s;
       }},
      {QStringLiteral("shell-search"),
       [stage](ui::Preferences& p) {
         auto s = stage(p);
         sign_in(*s);
         s->window->open_search();
         s->window->findChild<ui::GlobalSearch*>()->field()->setText(QStringLiteral(">"));
         Stage::settle();
         return s;
       }},
      {QStringLiteral("shell-search-empty"),
       [stage](ui::Preferences& p) {
         auto s = stage(p);
         sign_in(*s);
         s->window->open_search();
         Stage::settle();
         return s;
       }},
      {QStringLiteral("shell-person"),
       [stage](ui::Preferences& p) {
         auto s = stage(p);
         sign_in(*s);
         s->window->open_person();
         Stage::settle();
         return s;
       }},
      {QStringLiteral("shell-person-offline"),
       [stage](ui::Preferences& p) {
         auto s = stage(p, [](auto& g) {
           g.own = std::unexpected(models::SessionError{Failure::unreachable, {}, {}, {}});
         });
         sign_in(*s);
         auto away = s->gateway.connection;
         away.state = State::offline;
         s->gateway.set_connection(away);
         s->window->open_person();
         Stage::settle();
         return s;
       }},
      {QStringLiteral("locked"),
       [stage](ui::Preferences& p) {
         auto s = stage(p);
         sign_in(*s);
         s->session->lock();
         Stage::settle();
         return s;
       }},
  };
}

}  // namespace guardline::test

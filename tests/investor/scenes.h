// The investor page in the window, in each of its states. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/enrolment_model.h"
#include "models/session/session_model.h"
#include "tests/investor/sample_people.h"
#include "tests/support_qt/fake_session_gateway.h"
#include "ui/investor/entry_panel.h"
#include "ui/investor/filter_bar.h"
#include "ui/investor/investor_page.h"
#include "ui/investor/timeline_view.h"
#include "ui/shell/main_window.h"
#include "ui/shell/preferences.h"
#include "ui/stepup/step_up.h"
#include "ui/widgets/code_field.h"

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace guardline::test {

/// The window with a person signed in on the investor page.
struct Desk {
  explicit Desk(ui::Preferences& preferences, bool may_reveal = true, bool stepped_up = true, bool may_write = true)
      : clock(picture_time()) {
    fill(sessions, clock.now());
    sessions.session->role = models::Role::agent;
    sessions.session->display_name = QStringLiteral("林晓");
    sessions.session->account = QStringLiteral("linxiao");
    tell_people(hub, clock.now());
    hub.stepped_up = stepped_up;
    session = std::make_unique<models::SessionModel>(sessions, clock);
    enrolment = std::make_unique<models::EnrolmentModel>(sessions, clock);
    step_up = std::make_unique<ui::StepUp>(preferences.theme(), *session);
    window = std::make_unique<ui::MainWindow>(preferences, *session, *enrolment);
    window->start();
    auto& theme = preferences.theme();
    using models::Role;
    window->add_page({.place = ui::Place::investors,
                      .icon = QStringLiteral("person"),
                      .label = [] { return QCoreApplication::translate("guardline::app::Console", "投资者"); },
                      .roles = {Role::agent},
                      .make =
                          [this, &theme, may_reveal, may_write](Role) {
                            return new ui::InvestorPage(theme, hub, *session, *step_up, drafts,
                                                        {.reveal = may_reveal, .write = may_write});
                          }});
    window->resize(1440, 870);
    window->show();
    settle();
    session->sign_in(QStringLiteral("linxiao"), QStringLiteral("secret"), QStringLiteral("407152"));
    settle();
    if (stepped_up) prove();
  }
  static void settle() {
    QTest::qWait(30);
    for (int turn = 0; turn < 16; ++turn) QCoreApplication::processEvents();
  }
  /// A step-up without its dialog.
  void prove() {
    sessions.stepped_up->until = session->hub_now() + std::chrono::seconds(761);
    const auto handle =
        session->step_up({QStringLiteral("407152"), models::AccessReason::caller_check, {}}, [](const auto&) {});
    hub.stepped_up = true;
    settle();
  }
  void type(const QString& terms) {
    auto* field = page()->findChild<QLineEdit*>();
    field->setText(terms);
    QTest::keyClick(field, Qt::Key_Return);
    settle();
  }
  void open(int index = 0) {
    type(QStringLiteral("13800006204"));
    page()->desk().open_match(index);
    settle();
  }
  [[nodiscard]] ui::InvestorPage* page() const { return dynamic_cast<ui::InvestorPage*>(window->current_page()); }
  template <class T>
  T* find(const QString& name) const {
    for (auto* w : window->findChildren<T*>())
      if (w->isVisible() && w->accessibleName() == name) return w;
    return nullptr;
  }

  FixedClock clock;
  FakeSessionGateway sessions;
  FakeInvestorGateway hub;
  models::DraftBook drafts;
  std::unique_ptr<models::SessionModel> session;
  std::unique_ptr<models::EnrolmentModel> enrolment;
  std::unique_ptr<ui::StepUp> step_up;
  std::unique_ptr<ui::MainWindow> window;  // last: its pages hold the others
};

using InvestorScene = std::pair<QString, std::function<std::unique_ptr<Desk>(ui::Preferences&)>>;

inline std::vector<InvestorScene> investor_scenes() {
  using models::LookFailure;
  using Preferences = ui::Preferences;
  const auto desk = [](Preferences& p, bool reveal = true, bool fresh = true) {
    return std::make_unique<Desk>(p, reveal, fresh);
  };
  return {
      {QStringLiteral("ready"),
       [desk](Preferences& p) {
         auto d = desk(p);
         d->open(1);
         d->open(0);
         auto* view = d->page()->view();
         view->select_delivery(d->hub.entries[0].deliveries[0].id);
         QTest::keyClick(view, Qt::Key_W);
         Desk::settle();
         return d;
       }},
      {QStringLiteral("followed"),
       [desk](Preferences& p) {
         auto d = desk(p);
         d->open(0);
         d->page()->desk().follow(true);
         Desk::settle();
         return d;
       }},
      {QStringLiteral("written"),
       [desk](Preferences& p) {
         auto d = desk(p);
         tell_entries(d->hub, d->clock.now());
         d->open(1);
         d->open(0);
         return d;
       }},
      {QStringLiteral("note"),
       [desk](Preferences& p) {
         auto d = desk(p);
         tell_entries(d->hub, d->clock.now());
         d->open(0);
         QTest::keyClick(d->page()->view(), Qt::Key_N);
         d->page()->entry()->field()->setPlainText(
             QStringLiteral("客户表示已看到邮件，今天 14:00 前补足担保物。\n请下午班 15:00 再核对一次。"));
         Desk::settle();
         return d;
       }},
      {QStringLiteral("call"),
       [desk](Preferences& p) {
         auto d = desk(p);
         tell_entries(d->hub, d->clock.now());
         d->open(0);
         d->page()->desk().keep_draft(EntryKind::note, QStringLiteral("未写完"), {});
         QTest::keyClick(d->page()->view(), Qt::Key_L);
         d->page()->entry()->field()->setPlainText(QStringLiteral("已口头告知追保要求，客户称今日 14:00 前补仓。"));
         Desk::settle();
         return d;
       }},
      {QStringLiteral("search"),
       [desk](Preferences& p) {
         auto d = desk(p);
         tell_entries(d->hub, d->clock.now());
         d->open(0);
         d->page()->findChild<ui::FilterBar*>()->focus_words();
         auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
         if (field == nullptr) field = d->page()->findChild<ui::FilterBar*>()->findChild<QLineEdit*>();
         field->setText(QStringLiteral("追保"));
         QTest::keyClick(field, Qt::Key_Return);
         Desk::settle();
         return d;
       }},
      {QStringLiteral("search-none"),
       [desk](Preferences& p) {
         auto d = desk(p);
         d->open(0);
         auto* field = d->page()->findChild<ui::FilterBar*>()->findChild<QLineEdit*>();
         field->setText(QStringLiteral("可转债"));
         QTest::keyClick(field, Qt::Key_Return);
         Desk::settle();
         return d;
       }},
      {QStringLiteral("write-failed"),
       [desk](Preferences& p) {
         auto d = desk(p);
         d->open(0);
         QTest::keyClick(d->page()->view(), Qt::Key_N);
         d->page()->entry()->field()->setPlainText(QStringLiteral("客户下午再来电。"));
         d->hub.fail =
             models::LookError{.failure = LookFailure::journal, .reference = QStringLiteral("journal-unavailable")};
         QTest::keyClick(d->page()->entry()->field(), Qt::Key_Return, Qt::ControlModifier);
         Desk::settle();
         return d;
       }},
      {QStringLiteral("waiting"),
       [desk](Preferences& p) {
         auto d = desk(p);
         tell_entries(d->hub, d->clock.now());
         d->open(0);
         d->hub.waits = true;
         using State = models::Connection::State;
         d->sessions.set_connection({State::offline,
                                     {},
                                     4,
                                     picture_time() + std::chrono::seconds(15),
                                     picture_time() - std::chrono::seconds(25),
                                     models::Failure::unreachable,
                                     QStringLiteral("48,211,907"),
                                     picture_time() - std::chrono::seconds(30)});
         Desk::settle();
         QTest::keyClick(d->page()->view(), Qt::Key_L);
         d->page()->entry()->field()->setPlainText(
             QStringLiteral("已口头告知追保要求，客户称今日 14:00 前补仓；请求联网后补发阅读确认。"));
         QTest::keyClick(d->page()->entry()->field(), Qt::Key_Return, Qt::ControlModifier);
         Desk::settle();
         return d;
       }},
      {QStringLiteral("revealed"),
       [desk](Preferences& p) {
         auto d = desk(p);
         d->open(0);
         d->page()->desk().reveal(models::RevealField::phone);
         Desk::settle();
         return d;
       }},
      {QStringLiteral("empty"), [desk](Preferences& p) { return desk(p); }},
      {QStringLiteral("none"),
       [desk](Preferences& p) {
         auto d = desk(p);
         d->hub.found = {};
         d->type(QStringLiteral("13800006204"));
         return d;
       }},
      {QStringLiteral("found"),
       [desk](Preferences& p) {
         auto d = desk(p);
         d->type(QStringLiteral("13800006204"));
         return d;
       }},
      {QStringLiteral("refused"),
       [desk](Preferences& p) {
         auto d = desk(p);
         d->type(QStringLiteral("陈志明"));
         return d;
       }},
      {QStringLiteral("loading"),
       [desk](Preferences& p) {
         auto d = desk(p);
         d->type(QStringLiteral("13800006204"));
         d->hub.hold = true;
         d->page()->desk().open_match(0);
         QTest::qWait(3200);
         return d;
       }},
      {QStringLiteral("error"),
       [desk](Preferences& p) {
         auto d = desk(p);
         d->type(QStringLiteral("13800006204"));
         d->hub.fail =
             models::LookError{.failure = LookFailure::journal, .reference = QStringLiteral("journal-unavailable")};
         d->page()->desk().open_match(0);
         Desk::settle();
         return d;
       }},
      {QStringLiteral("offline"),
       [desk](Preferences& p) {
         auto d = desk(p);
         d->open(0);
         using State = models::Connection::State;
         d->sessions.set_connection({State::offline,
                                     {},
                                     4,
                                     picture_time() + std::chrono::seconds(15),
                                     picture_time() - std::chrono::seconds(25),
                                     models::Failure::unreachable,
                                     QStringLiteral("48,211,907"),
                                     picture_time() - std::chrono::seconds(30)});
         Desk::settle();
         return d;
       }},
      {QStringLiteral("denied"),
       [desk](Preferences& p) {
         auto d = desk(p);
         d->hub.fail = models::LookError{.failure = LookFailure::role, .reference = QStringLiteral("role-not-allowed")};
         d->type(QStringLiteral("13800006204"));
         return d;
       }},
      {QStringLiteral("filtered"),
       [desk](Preferences& p) {
         auto d = desk(p);
         d->open(0);
         d->page()->desk().set_filter({.channel = Channel::chat, .unreached = true});
         Desk::settle();
         return d;
       }},
      {QStringLiteral("stepup"),
       [desk](Preferences& p) {
         auto d = desk(p);
         d->type(QStringLiteral("13800006204"));
         d->hub.stepped_up = false;
         d->page()->desk().open_match(0);
         Desk::settle();
         d->step_up->dialog()->findChild<ui::CodeField*>()->setText(QStringLiteral("4071"));
         QTest::keyClick(d->step_up->dialog(), Qt::Key_1);
         Desk::settle();
         return d;
       }},
      {QStringLiteral("stepup-wrong"),
       [desk](Preferences& p) {
         auto d = desk(p, true, false);
         d->sessions.stepped_up = std::unexpected(models::SessionError{models::Failure::totp_wrong, 4, {}, {}});
         d->type(QStringLiteral("13800006204"));
         auto* dialog = d->step_up->dialog();
         QTest::keyClick(dialog, Qt::Key_2);
         dialog->findChild<ui::CodeField*>()->setText(QStringLiteral("407152"));
         QTest::keyClick(dialog->findChild<ui::CodeField*>(), Qt::Key_Return);
         Desk::settle();
         return d;
       }},
      {QStringLiteral("stepup-dropped"),
       [desk](Preferences& p) {
         auto d = desk(p, true, false);
         d->type(QStringLiteral("13800006204"));
         d->step_up->dialog()->reject();
         Desk::settle();
         return d;
       }},
  };
}

}  // namespace guardline::test

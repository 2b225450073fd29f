// The person's own sessions, and what a lock leaves to be seen. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support_qt/painted_text.h"
#include "tests/support_qt/text_fit.h"
#include "tests/ui_shell/scenes.h"
#include "ui/shell/person_button.h"
#include "ui/shell/person_panel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/modal_sheet.h"

#include <QFileDialog>
#include <QMenu>
#include <QVBoxLayout>

using namespace guardline;
using models::Failure;

namespace {

struct Desk {
  explicit Desk(test::Look& look, const std::function<void(test::FakeSessionGateway&)>& shape = {})
      : stage(look.preferences, shape) {
    test::sign_in(stage);
  }
  void open() {
    stage.window->findChild<ui::PersonButton*>()->click();
    test::Stage::settle();
    QVERIFY(panel() != nullptr && panel()->isVisible());
  }
  ui::PersonPanel* panel() { return stage.window->findChild<ui::PersonPanel*>(); }
  QString said() {
    QStringList all;
    for (const auto* label : panel()->findChildren<QLabel*>())
      if (label->isVisible()) all << label->text();
    return all.join(u'\n');
  }
  QPushButton* ender() { return stage.find<QPushButton>(QStringLiteral("结束 SH-KF-N031 上的会话")); }
  test::Stage stage;
};

}  // namespace

class OwnSessionsTest final : public QObject {
  Q_OBJECT
  std::unique_ptr<test::Look> look_;

 private Q_SLOTS:
  void init() { look_ = std::make_unique<test::Look>(); }
  void cleanup() { look_.reset(); }

  void lists_where_the_person_is_signed_in() {
    Desk d(*look_);
    d.open();
    const auto said = d.said();
    for (const auto* words : {"周岚", "主管", "zhoulan", "SH-KF-0217", "本会话", "SH-KF-N031（共用）", "10.20.4.*",
                              "登录 昨天 08:42，最近 今天 10:30"})
      QVERIFY2(said.contains(QString::fromUtf8(words)), qPrintable(said));
    QVERIFY(d.ender() != nullptr);
    QVERIFY2(d.stage.find<QPushButton>(QStringLiteral("结束 SH-KF-0217 上的会话")) == nullptr,
             "this one ends by signing out");
    QVERIFY(test::unnamed_controls(*d.stage.window).isEmpty());
    const auto cut = test::clipped_texts(*d.panel()) + test::cut_texts(*d.stage.window);
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
  }

  void ends_another_one_and_says_so() {
    Desk d(*look_);
    d.open();
    d.ender()->setFocus();
    QTest::keyClick(d.ender(), Qt::Key_Space);
    test::Stage::settle();
    QCOMPARE(d.stage.gateway.ended_ids, QStringList{QStringLiteral("019ac2f4-7d10-7c3e-9b1a-000000000001")});
    QVERIFY(d.ender() == nullptr);
    QVERIFY2(d.said().contains(QStringLiteral("已结束 SH-KF-N031 上的会话")), qPrintable(d.said()));
    QVERIFY(d.said().contains(QStringLiteral("没有其他会话")));
    auto* focus = QApplication::focusWidget();
    QVERIFY2(focus != nullptr && d.panel()->isAncestorOf(focus), "the button went, the focus stays in the panel");
  }

  void one_that_is_over_already_is_no_failure() {
    Desk d(*look_);
    d.open();
    d.stage.gateway.ended = std::unexpected(models::SessionError{Failure::already, {}, {}, {}});
    d.ender()->click();
    test::Stage::settle();
    QVERIFY(d.said().contains(QStringLiteral("此前已经结束")));
    QVERIFY(!d.panel()->findChild<ui::Banner*>()->isVisible());
  }

  void what_fails_keeps_the_list_and_can_be_asked_again() {
    Desk d(*look_);
    d.open();
    d.stage.gateway.ended = std::unexpected(models::SessionError{Failure::unreachable, {}, {}, {}});
    d.ender()->click();
    test::Stage::settle();
    QVERIFY(d.panel()->findChild<ui::Banner*>()->isVisible());
    QVERIFY(d.ender() != nullptr && d.ender()->isEnabled());
    const int before = d.stage.gateway.lists;
    d.stage.find<QPushButton>(QStringLiteral("重新读取已登录的设备"))->click();
    test::Stage::settle();
    QCOMPARE(d.stage.gateway.lists, before + 1);
    QVERIFY(!d.panel()->findChild<ui::Banner*>()->isVisible());
  }

  void without_a_hub_it_says_why_and_asks_when_it_is_back() {
    Desk d(*look_, [](auto& g) { g.own = std::unexpected(models::SessionError{Failure::unreachable, {}, {}, {}}); });
    const auto online = d.stage.gateway.connection;
    auto away = online;
    away.state = models::Connection::State::offline;
    d.stage.gateway.set_connection(away);
    d.open();
    QVERIFY(d.panel()->findChild<ui::Banner*>()->text().contains(QStringLiteral("与中枢断开")));
    test::fill(d.stage.gateway, d.stage.clock.now());
    d.stage.gateway.set_connection(online);
    test::Stage::settle();
    QVERIFY(!d.panel()->findChild<ui::Banner*>()->isVisible());
    QVERIFY(d.ender() != nullptr);
  }

  void locks_and_signs_out_from_there() {
    Desk d(*look_);
    d.open();
    d.stage.find<QPushButton>(QStringLiteral("退出登录"))->click();
    test::Stage::settle();
    QCOMPARE(d.stage.gateway.sign_outs, 1);
    QVERIFY(!d.panel()->isVisible());
  }

  void a_lock_hides_sheets_and_keeps_what_was_typed() {
    Desk d(*look_);
    ui::ModalSheet sheet(look_->theme, d.stage.window.get(), 460);
    auto* text = new QPlainTextEdit(&sheet);
    sheet.column()->addWidget(text);
    sheet.open();
    text->setPlainText(QStringLiteral("写了一半"));
    text->setFocus();
    d.stage.session->lock();
    test::Stage::settle();
    QVERIFY(!sheet.isVisible());
    d.stage.session->sign_in({}, QStringLiteral("secret"), QStringLiteral("407152"));
    test::Stage::settle();
    QVERIFY(sheet.isVisible() && text->hasFocus());
    QCOMPARE(text->toPlainText(), QStringLiteral("写了一半"));
    // The session's end is another matter: nothing of it is for the next person.
    d.stage.session->lock();
    d.stage.gateway.end_session(models::SessionEnd::idle);
    test::Stage::settle();
    test::sign_in(d.stage);
    QVERIFY(!sheet.isVisible());
  }

  void a_lock_closes_menus_and_windows_of_their_own() {
    Desk d(*look_);
    QMenu menu(d.stage.window.get());
    menu.addAction(QStringLiteral("深色"));
    menu.popup({10, 10});
    QVERIFY(menu.isVisible());
    auto* file = new QFileDialog(d.stage.window.get());
    file->setOption(QFileDialog::DontUseNativeDialog);
    file->setAttribute(Qt::WA_DeleteOnClose);
    const QPointer<QFileDialog> still(file);
    file->open();
    QVERIFY(file->isVisible());
    d.stage.session->lock();
    test::Stage::settle();
    QVERIFY(!menu.isVisible());
    QVERIFY(still.isNull() || !still->isVisible());
    for (const auto* page : d.stage.window->findChildren<ui::Page*>())
      QVERIFY(!page->isVisible() || page == d.stage.window->sign_in_page());
  }

  void what_was_begun_at_the_sign_in_stays_on_ones_own_computer() {
    test::Stage s(look_->preferences);
    auto* account = s.find<QLineEdit>(QStringLiteral("账号"));
    account->setText(QStringLiteral("fangyuan"));
    Q_EMIT s.window->sign_in_page()->enrolment_wanted();
    test::Stage::settle();
    QTest::keyClick(s.window.get(), Qt::Key_Escape);
    test::Stage::settle();
    QCOMPARE(account->text(), QStringLiteral("fangyuan"));
  }
};

QTEST_MAIN(OwnSessionsTest)
#include "own_sessions_test.moc"

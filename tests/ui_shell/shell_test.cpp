// The window with a fake hub: keys, lock, roles, fields. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support_qt/text_fit.h"
#include "tests/ui_shell/scenes.h"
#include "ui/shell/rail.h"
#include "ui/signin/password_field.h"
#include "ui/widgets/code_field.h"
#include "ui/widgets/qr_view.h"

#include <QClipboard>
#include <QLabel>
#include <QSignalSpy>
#include <ctime>
#include <optional>

using namespace guardline;
using namespace std::chrono_literals;

class ShellTest final : public QObject {
  Q_OBJECT
  std::optional<test::Look> look_;  // made when there is an application

 private Q_SLOTS:
  void initTestCase() { look_.emplace(); }
  void signs_in_by_keyboard_alone() {
    test::Stage s(look_->preferences, [](auto& g) { g.device.last_account.clear(); });
    QVERIFY(QTest::qWaitForWindowActive(s.window.get()));
    auto type = [&](const char* text) { QTest::keyClicks(QApplication::focusWidget(), QString::fromLatin1(text)); };
    auto tab = [&] { QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab); };
    type("zhoulan");
    tab();
    QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("密码"));
    type("secret");
    while (QApplication::focusWidget()->accessibleName() != QStringLiteral("动态码")) tab();
    type("407152");
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(s.session->state(), models::SessionModel::State::signed_in);
    QCOMPARE(s.gateway.last_request.code, QStringLiteral("407152"));
    QCOMPARE(s.window->current_page()->title(), QStringLiteral("实时监控"));
    QVERIFY(s.window->windowTitle().contains(QStringLiteral("实时监控")));
  }
  void every_control_is_reached_by_tab() {
    test::Stage s(look_->preferences);
    QVERIFY(QTest::qWaitForWindowActive(s.window.get()));
    QSet<QWidget*> reached;
    for (int i = 0; i < 40; ++i) {
      reached.insert(QApplication::focusWidget());
      QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    for (auto* w : s.window->sign_in_page()->findChildren<QWidget*>())
      if (w->isVisible() && w->isEnabled() && (w->focusPolicy() & Qt::TabFocus) != 0 && w->focusProxy() == nullptr &&
          !(qobject_cast<QAbstractButton*>(w) && static_cast<QAbstractButton*>(w)->isCheckable()))
        QVERIFY2(reached.contains(w), qPrintable(w->accessibleName()));
  }
  void what_nobody_waits_for_follows_the_whole_page() {
    test::Stage s(look_->preferences);
    ui::MainWindow window(look_->preferences, *s.session, *s.enrolment);
    QSignalSpy settled(&window, &ui::MainWindow::settled);
    bool whole = false;
    connect(&window, &ui::MainWindow::settled, &window,
            [&] { whole = window.sign_in_page()->findChild<ui::CodeField*>() != nullptr; });
    window.start();
    QVERIFY(window.sign_in_page()->findChild<ui::CodeField*>() == nullptr);
    window.show();
    QTRY_COMPARE(settled.count(), 1);
    QVERIFY(whole);
    QTest::qWait(700);
    QCOMPARE(settled.count(), 1);
  }
  void a_window_that_nobody_sees_gets_ready_too() {
    test::Stage s(look_->preferences);
    ui::MainWindow window(look_->preferences, *s.session, *s.enrolment);
    QSignalSpy settled(&window, &ui::MainWindow::settled);
    window.start();
    QTRY_COMPARE(settled.count(), 1);
  }
  void the_status_bar_follows_the_enrolment() {
    test::Stage s(look_->preferences, [](auto& g) { g.device = {}; });
    const auto told = [&s](const char* words) {
      for (auto* label : s.window->findChildren<QLabel*>())
        if (label->isVisible() && label->text().contains(QString::fromUtf8(words))) return true;
      return false;
    };
    QVERIFY(told("设备未登记"));
    test::begin_enrolment(s);
    s.enrolment->submit(test::sample_code(), QStringLiteral("SH-KF-0318"), false);
    test::Stage::settle();
    QVERIFY(told("设备 SH-KF-0318 待批准"));
    QVERIFY(!told("设备未登记"));
    s.gateway.status->state = models::EnrolmentStatus::State::approved;
    s.gateway.status->approved_at = test::picture_time();
    QTRY_VERIFY_WITH_TIMEOUT(told("设备 SH-KF-0318 已绑定"), 20'000);
  }
  void the_status_bar_tells_beijing_time_in_any_zone() {
    const auto before = qgetenv("TZ");
    for (const char* zone : {"America/New_York", "Asia/Shanghai", "UTC"}) {
      qputenv("TZ", zone);
      tzset();
      test::Stage s(look_->preferences);
      test::sign_in(s);
      QStringList told;
      for (auto* label : s.window->findChildren<QLabel*>())
        if (label->isVisible()) told << label->text();
      QVERIFY2(told.contains(QStringLiteral("北京时间 UTC+8　10:42:17")), zone);
      QVERIFY2(told.contains(QStringLiteral("最近事件 10:42:15")), zone);
    }
    before.isNull() ? qunsetenv("TZ") : qputenv("TZ", before);
    tzset();
  }
  void rail_labels_fit_in_english() {
    look_->preferences.set_language(ui::Preferences::Language::english);
    const auto monitor = QCoreApplication::translate("guardline::app::Console", "实时监控");
    look_->preferences.set_language(ui::Preferences::Language::chinese);
    QCOMPARE(monitor, QStringLiteral("Monitor"));
    for (const double scale : {1.0, 1.5, 2.0}) {
      look_->theme.set_text_scale(scale);
      ui::Rail rail(look_->theme);
      // The longest name of the design stands on two lines.
      auto place = ui::Place::monitor;
      for (const auto& text : {monitor, QStringLiteral("Opinion\nand plans")}) {
        rail.add(place, QStringLiteral("monitor"));
        rail.set_text(std::exchange(place, ui::Place::opinion), text);
      }
      rail.show();
      for (auto* item : rail.findChildren<QAbstractButton*>()) {
        QVERIFY(!item->accessibleName().contains(u'\n'));
        const QFontMetrics metrics(look_->theme.font(12, QFont::DemiBold));
        const auto lines = item->text().split(u'\n');
        for (const auto& line : lines) QVERIFY(metrics.horizontalAdvance(line) <= item->width() - look_->theme.px(6));
        QVERIFY(look_->theme.px(20 + 4) + static_cast<int>(lines.size()) * look_->theme.px(14) <= item->height());
      }
    }
    look_->theme.set_text_scale(1);
  }
  void an_approval_that_has_come_is_not_waited_for() {
    for (const bool approved : {false, true}) {
      test::Stage s(look_->preferences, [approved](auto& g) {
        g.device = {};
        if (!approved) return;
        g.status->state = models::EnrolmentStatus::State::approved;
        g.status->approved_at = test::picture_time();
      });
      test::begin_enrolment(s);
      s.enrolment->submit(test::sample_code(), QStringLiteral("SH-KF-0318"), false);
      test::Stage::settle();
      s.enrolment->verify(QStringLiteral("318204"));
      test::Stage::settle();
      QCOMPARE(s.enrolment->step(), models::EnrolmentModel::Step::approval);
      QCOMPARE(s.find<QPushButton>(QStringLiteral("不等了，先做第 3 步")) != nullptr, !approved);
      auto* on = s.find<QPushButton>(approved ? QStringLiteral("进入第 3 步") : QStringLiteral("不等了，先做第 3 步"));
      QVERIFY(on != nullptr && on->isEnabled());
      on->click();
      QCOMPARE(s.enrolment->step(), models::EnrolmentModel::Step::recovery);
    }
  }
  void the_code_field_takes_digits_only_and_cleans_a_paste() {
    ui::CodeField field(look_->theme);
    field.show();
    QTest::keyClicks(&field, QStringLiteral("4a0-7"));
    QCOMPARE(field.text(), QStringLiteral("407"));
    field.clear();
    QGuiApplication::clipboard()->setText(QStringLiteral(" 407 152 9"));
    field.paste();
    QCOMPARE(field.text(), QStringLiteral("407152"));
    QVERIFY(field.complete());
  }
  void caps_lock_is_told() {
    ui::PasswordField field(look_->theme);
    QSignalSpy told(&field, &ui::PasswordField::caps_lock);
    QTest::keyClick(&field, 'A', Qt::NoModifier);
    QTest::keyClicks(&field, QStringLiteral("x"));
    QVERIFY(told.count() >= 1);
  }
  void the_qr_code_has_whole_modules() {
    ui::QrView view(look_->theme);
    view.resize(view.sizeHint());
    QVERIFY(view.set_text(QStringLiteral("otpauth://totp/x?secret=NB2WE3DPJ5XGS2LTMRXW4ZLBOQ3DK7VA")));
    const auto image = view.grab().toImage();
    const int side = view.modules();
    const int module = view.width() / (side + 8);
    const int start = (view.width() - module * side) / 2;
    // The finder pattern's corner: dark to its very edge, white one pixel before it.
    QVERIFY(image.pixelColor(start, start).lightness() < 60);
    QVERIFY(image.pixelColor(start - 1, start).lightness() > 240);
    QVERIFY(image.pixelColor(start + 7 * module, start).lightness() > 240);
  }
  void locking_replaces_the_content_and_unlocking_brings_it_back() {
    test::Stage s(look_->preferences);
    test::sign_in(s);
    auto* page = s.window->current_page();
    QTest::keyClick(s.window.get(), Qt::Key_L, Qt::ControlModifier);
    QTRY_COMPARE(s.session->state(), models::SessionModel::State::locked);
    QVERIFY(!page->isVisible());
    QVERIFY(s.window->sign_in_page()->isVisible());
    test::sign_in(s);
    QVERIFY(page->isVisible());
  }
  void idleness_locks() {
    test::Stage s(look_->preferences, {}, 120ms);
    test::sign_in(s);
    QTRY_COMPARE(s.session->state(), models::SessionModel::State::locked);
  }
  void f5_retries_and_question_mark_opens_the_keys() {
    test::Stage s(look_->preferences);
    test::sign_in(s);
    QTest::keyClick(s.window.get(), Qt::Key_F5);
    QTRY_COMPARE(s.gateway.retries, 1);
    s.window->show_shortcuts();
    QVERIFY(s.find<QLineEdit>(QStringLiteral("查找快捷键")));
    QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : s.window.get(), Qt::Key_Escape);
    QTRY_VERIFY(s.find<QLineEdit>(QStringLiteral("查找快捷键")) == nullptr);
  }
  void a_shared_computer_does_not_remember_the_account() {
    test::Stage s(look_->preferences, [](auto& g) { g.device.shared = true; });
    QVERIFY(s.find<QLineEdit>(QStringLiteral("账号"))->text().isEmpty());
  }
  void every_scene_names_its_controls() {
    for (const auto& [name, make] : test::scenes()) {
      const auto stage = make(look_->preferences);
      const auto unnamed = test::unnamed_controls(*stage->window);
      QVERIFY2(unnamed.isEmpty(), qPrintable(name + QStringLiteral(": ") + unnamed.join(u';')));
    }
  }
  void look_and_language_change_while_it_runs() {
    test::Stage s(look_->preferences);
    look_->preferences.set_mode(ui::Theme::Mode::dark);
    QVERIFY(look_->theme.dark());
    QCOMPARE(QApplication::palette().color(QPalette::Base), look_->theme.color(ui::Token::bg_surface));
    look_->preferences.set_language(ui::Preferences::Language::english);
    test::Stage::settle();
    QCOMPARE(s.window->sign_in_page()->title(), QStringLiteral("Sign in"));
    look_->preferences.set_language(ui::Preferences::Language::chinese);
    look_->preferences.set_mode(ui::Theme::Mode::light);
  }
};

QTEST_MAIN(ShellTest)
#include "shell_test.moc"

// Waiting for the hub: nothing at first, then a bar, then words and a way out. SPDX-License-Identifier:
// GPL-3.0-or-later
#include "tests/support_qt/text_fit.h"
#include "tests/ui_shell/scenes.h"
#include "ui/widgets/wait_line.h"

#include <QLabel>
#include <optional>

using namespace guardline;
using Stage = ui::WaitLine::Stage;

namespace {

/// The wait line that `page` shows.
ui::WaitLine* line_of(const QWidget* page) {
  for (auto* line : page->findChildren<ui::WaitLine*>())
    if (line->isVisible()) return line;
  return nullptr;
}

bool told(const test::Stage& s, const char* words) {
  for (const auto* label : s.window->findChildren<QLabel*>())
    if (label->isVisible() && label->text().contains(QString::fromUtf8(words))) return true;
  return false;
}

}  // namespace

class WaitingTest final : public QObject {
  Q_OBJECT
  std::optional<test::Look> look_;  // made when there is an application

 private Q_SLOTS:
  void initTestCase() { look_.emplace(); }
  void a_quick_answer_shows_no_wait() {
    test::Stage s(look_->preferences, [](auto& g) {
      g.session = std::unexpected(models::SessionError{models::Failure::refused, 4, {}, {}});
    });
    auto* line = line_of(s.window->sign_in_page());
    QVERIFY(line != nullptr);
    std::vector<Stage> seen;
    connect(line, &ui::WaitLine::stage_changed, line, [&] { seen.push_back(line->stage()); });
    test::sign_in(s);
    QCOMPARE(s.session->state(), models::SessionModel::State::signed_out);
    QCOMPARE(seen, (std::vector{Stage::quiet, Stage::none}));
  }
  void a_sign_in_goes_through_the_stages_and_can_be_stopped() {
    test::Stage s(look_->preferences, [](auto& g) { g.hold = true; });
    auto* line = line_of(s.window->sign_in_page());
    auto* account = s.find<QLineEdit>(QStringLiteral("账号"));
    std::vector<Stage> seen;
    std::vector<bool> locked;
    connect(line, &ui::WaitLine::stage_changed, line, [&] {
      seen.push_back(line->stage());
      locked.push_back(!account->isEnabled());
    });
    s.session->sign_in(QStringLiteral("zhoulan"), QStringLiteral("secret"), QStringLiteral("407152"));
    QVERIFY(account->isEnabled());  // nothing yet
    QTRY_COMPARE_WITH_TIMEOUT(line->stage(), Stage::told, 20'000);
    QCOMPARE(seen, (std::vector{Stage::quiet, Stage::moving, Stage::told}));
    QVERIFY(!account->isEnabled());
    QVERIFY(told(s, "中枢还没有回答"));
    const auto clipped = test::clipped_texts(*s.window);
    QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(u'\n')));
    QVERIFY(test::unnamed_controls(*s.window).isEmpty());
    QTest::keyClick(s.window.get(), Qt::Key_Escape);
    QTRY_COMPARE(s.session->state(), models::SessionModel::State::signed_out);
    QCOMPARE(line->stage(), Stage::none);
    QVERIFY(account->isEnabled());
    QVERIFY(told(s, "已停止等待，没有登录"));
    QVERIFY(!told(s, "中枢还没有回答"));
    // The next try begins anew.
    s.gateway.hold = false;
    test::sign_in(s);
    QCOMPARE(s.session->state(), models::SessionModel::State::signed_in);
  }
  void unlocking_that_is_stopped_stays_locked() {
    test::Stage s(look_->preferences);
    test::sign_in(s);
    s.session->lock();
    s.gateway.hold = true;
    s.session->sign_in({}, QStringLiteral("secret"), QStringLiteral("407152"));
    s.session->cancel();
    QCOMPARE(s.session->state(), models::SessionModel::State::locked);
    QVERIFY(s.session->session().has_value());
  }
  void an_enrolment_step_can_be_stopped_and_tried_again() {
    test::Stage s(look_->preferences, [](auto& g) {
      g.device = {};
      g.hold = true;
    });
    test::begin_enrolment(s);
    auto* line = line_of(s.window->enrol_page());
    QVERIFY(line != nullptr);
    s.enrolment->submit(test::sample_code(), QStringLiteral("SH-KF-0318"), false);
    QCOMPARE(line->stage(), Stage::quiet);
    QTRY_COMPARE_WITH_TIMEOUT(line->stage(), Stage::told, 20'000);
    auto* stop = s.find<QPushButton>(QStringLiteral("停止等待"));
    QVERIFY(stop != nullptr);
    const auto clipped = test::clipped_texts(*s.window);
    QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(u'\n')));
    stop->click();
    QVERIFY(!s.enrolment->busy());
    QCOMPARE(line->stage(), Stage::none);
    QVERIFY(told(s, "已停止等待"));
    s.gateway.hold = false;
    s.enrolment->submit(test::sample_code(), QStringLiteral("SH-KF-0318"), false);
    test::Stage::settle();
    QCOMPARE(s.enrolment->step(), models::EnrolmentModel::Step::authenticator);
  }
  void codes_on_their_way_are_waited_for() {
    test::Stage s(look_->preferences, [](auto& g) { g.device = {}; });
    test::begin_enrolment(s);
    s.enrolment->submit(test::sample_code(), QStringLiteral("SH-KF-0318"), false);
    test::Stage::settle();
    s.enrolment->verify(QStringLiteral("318204"));
    test::Stage::settle();
    s.gateway.hold = true;
    s.enrolment->go_on();
    test::Stage::settle();
    auto* line = line_of(s.window->enrol_page());
    QTRY_COMPARE_WITH_TIMEOUT(line->stage(), Stage::told, 20'000);
    QVERIFY(told(s, "中枢还没有回答"));
    QVERIFY(s.find<QPushButton>(QStringLiteral("停止等待")) == nullptr);
  }
};

QTEST_MAIN(WaitingTest)
#include "waiting_test.moc"

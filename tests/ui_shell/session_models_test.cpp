// The session and enrolment state machines over a fake hub. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/enrolment_code.h"
#include "models/session/enrolment_model.h"
#include "models/session/session_model.h"
#include "tests/support_qt/fake_session_gateway.h"

#include <QSignalSpy>
#include <QTest>

using namespace guardline;
using namespace std::chrono_literals;
using models::EnrolmentModel;
using models::Failure;
using models::SessionModel;
using Step = EnrolmentModel::Step;

namespace {

struct Bench {
  Bench() : clock(test::picture_time()) { fill(hub, clock.now()); }
  test::FixedClock clock;
  test::FakeSessionGateway hub;
};

QString code() {
  crypto::EnrolmentCode value;
  value.address = "hub.example.cn:8443";
  return QString::fromStdString(*crypto::format_enrolment_code(value));
}

}  // namespace

class SessionModelsTest final : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void signs_in_locks_and_unlocks_with_the_same_account() {
    Bench b;
    SessionModel model(b.hub, b.clock);
    QSignalSpy entered(&model, &SessionModel::entered);
    QCOMPARE(model.state(), SessionModel::State::signed_out);
    model.sign_in(QStringLiteral(" zhoulan "), QStringLiteral("e\u0301"), QStringLiteral("407152"));
    QCOMPARE(model.state(), SessionModel::State::verifying);
    QTRY_COMPARE(model.state(), SessionModel::State::signed_in);
    QCOMPARE(b.hub.last_request.account, QStringLiteral("zhoulan"));
    QCOMPARE(b.hub.last_request.password, QStringLiteral("\u00e9"));  // NFC, as the hub hashes it
    model.lock();
    QVERIFY(model.unlocking());
    model.sign_in(QStringLiteral("someone-else"), QStringLiteral("x"), QStringLiteral("1"));
    QTRY_COMPARE(model.state(), SessionModel::State::signed_in);
    QCOMPARE(b.hub.last_request.account, QStringLiteral("zhoulan"));
    QCOMPARE(entered.count(), 1);
  }
  void a_failure_goes_back_and_a_wait_blocks_until_it_ends() {
    Bench b;
    b.hub.session = std::unexpected(models::SessionError{Failure::waits, {}, b.clock.now() + 90s, {}});
    SessionModel model(b.hub, b.clock);
    model.sign_in(QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"));
    QTRY_COMPARE(model.state(), SessionModel::State::signed_out);
    QCOMPARE(model.wait_seconds(), 90);
    model.sign_in(QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"));
    QCOMPARE(b.hub.sign_ins, 1);
    b.clock.advance(91s);
    model.sign_in(QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"));
    QCOMPARE(b.hub.sign_ins, 2);
  }
  void a_wrong_code_while_locked_keeps_it_locked() {
    Bench b;
    SessionModel model(b.hub, b.clock);
    model.sign_in(QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"));
    QTRY_COMPARE(model.state(), SessionModel::State::signed_in);
    model.lock();
    b.hub.session = std::unexpected(models::SessionError{Failure::refused, {}, {}, {}});
    model.sign_in({}, QStringLiteral("b"), QStringLiteral("c"));
    QTRY_COMPARE(model.state(), SessionModel::State::locked);
    QVERIFY(model.session().has_value());
  }
  void the_hub_ends_a_session() {
    Bench b;
    SessionModel model(b.hub, b.clock);
    model.sign_in(QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"));
    QTRY_COMPARE(model.state(), SessionModel::State::signed_in);
    b.hub.end_session(models::SessionEnd::expired);
    QCOMPARE(model.state(), SessionModel::State::signed_out);
    QVERIFY(!model.session().has_value());
    QCOMPARE(*model.ended(), models::SessionEnd::expired);
  }
  void signing_out_drops_an_answer_under_way() {
    Bench b;
    SessionModel model(b.hub, b.clock);
    model.sign_in(QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"));
    model.sign_out();
    QTest::qWait(20);
    QCOMPARE(model.state(), SessionModel::State::signed_out);
    QCOMPARE(b.hub.sign_outs, 1);
  }
  void tells_a_clock_that_is_off() {
    Bench b;
    b.hub.hub->clock_offset = -15'001ms;
    SessionModel model(b.hub, b.clock);
    QTRY_VERIFY(model.clock_skew().has_value());
    Bench right;
    right.hub.hub->clock_offset = 15'000ms;
    SessionModel other(right.hub, right.clock);
    QTRY_VERIFY(other.hub().has_value());
    QVERIFY(!other.clock_skew().has_value());
  }
  void enrols_through_all_steps() {
    Bench b;
    b.hub.device.standing = models::LocalDevice::Standing::unknown;
    EnrolmentModel model(b.hub, b.clock);
    QSignalSpy finished(&model, &EnrolmentModel::finished);
    model.begin();
    QCOMPARE(model.step(), Step::code);
    model.submit(code(), QStringLiteral("SH-1"), true);
    QTRY_COMPARE(model.step(), Step::authenticator);
    QTRY_VERIFY(model.secret().has_value());
    model.verify(QStringLiteral("123456"));
    QTRY_COMPARE(model.step(), Step::approval);
    QVERIFY(!model.secret().has_value());
    model.go_on();
    QCOMPARE(model.step(), Step::recovery);
    QTRY_COMPARE(model.codes().size(), 10);
    model.confirm_saved();
    QVERIFY(model.codes().isEmpty());
    QCOMPARE(model.step(), Step::approval);  // still not approved
    b.hub.status->state = models::EnrolmentStatus::State::approved;
    QTRY_COMPARE_WITH_TIMEOUT(model.step(), Step::done, 8000);
    QCOMPARE(finished.count(), 1);
  }
  void a_bound_factor_skips_to_the_approval() {
    Bench b;
    b.hub.receipt->factor_bound = true;
    b.hub.status->state = models::EnrolmentStatus::State::approved;
    EnrolmentModel model(b.hub, b.clock);
    model.begin();
    model.submit(code(), QStringLiteral("SH-1"), false);
    QTRY_COMPARE(model.step(), Step::done);
  }
  void resumes_with_a_new_secret() {
    Bench b;
    b.hub.pending = *b.hub.receipt;
    EnrolmentModel model(b.hub, b.clock);
    model.begin();
    QTRY_COMPARE(model.step(), Step::authenticator);
    QTRY_VERIFY(model.secret().has_value());
    model.pause();
    QVERIFY(!model.secret().has_value());
  }
  void a_refusal_ends_it() {
    Bench b;
    b.hub.pending = *b.hub.receipt;
    b.hub.status->state = models::EnrolmentStatus::State::refused;
    EnrolmentModel model(b.hub, b.clock);
    model.begin();
    QTRY_VERIFY(model.over());
    model.restart();
    QCOMPARE(model.step(), Step::code);
    QVERIFY(!model.over());
  }
  void a_wrong_code_stays_at_the_step() {
    Bench b;
    b.hub.verified = std::unexpected(models::SessionError{Failure::totp_wrong, 3, {}, {}});
    EnrolmentModel model(b.hub, b.clock);
    model.begin();
    model.submit(code(), QStringLiteral("SH-1"), false);
    QTRY_VERIFY(model.secret().has_value());
    model.verify(QStringLiteral("123456"));
    QTRY_VERIFY(model.error().has_value());
    QCOMPARE(model.step(), Step::authenticator);
    QVERIFY(model.secret().has_value());
  }
  void names_what_is_wrong_with_a_code() {
    QVERIFY(!EnrolmentModel::problem_of(code()).has_value());
    QCOMPARE(EnrolmentModel::address_of(code()), QStringLiteral("hub.example.cn:8443"));
    QCOMPARE(*EnrolmentModel::problem_of(QString()), crypto::EnrolmentCodeError::empty);
    QCOMPARE(*EnrolmentModel::problem_of(code().left(20)), crypto::EnrolmentCodeError::cut_short);
  }
};

QTEST_GUILESS_MAIN(SessionModelsTest)
#include "session_models_test.moc"

// The link's parts without a network. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/backoff.h"
#include "app/link/batch_queue.h"
#include "app/link/connection_tracker.h"
#include "app/link/errors.h"
#include "app/link/frames.h"
#include "app/link/pin.h"
#include "core/api/problem_codes.h"
#include "core/crypto/certificate_authority.h"

#include <QTest>

using namespace guardline;
using namespace guardline::app;
using namespace std::chrono_literals;
using models::Connection;
using models::Failure;
using models::StreamNotice;
using Verdict = FrameReader::Verdict;

namespace {

const Timestamp kNow = from_micros(1'800'000'000'000'000);
constexpr std::size_t kBytes = 1 << 20;

HttpAnswer problem(int status, std::string_view code, std::string_view more = "") {
  HttpAnswer answer;
  answer.status = status;
  answer.body = R"({"type":"about:blank","title":"No","status":)" + std::to_string(status) + R"(,"code":")" +
                std::string(code) + "\"" + std::string(more) + "}";
  return answer;
}

std::string delta(const char* from, const char* to) {
  return std::string(R"({"type":"delta","topic":"kpi","from":")") + from + R"(","to":")" + to +
         R"(","events":3,"data":{"buckets":[]}})";
}

}  // namespace

class PartsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void waits_double_within_bounds_and_spread() {
    Backoff low(1s, 30s);
    Backoff high(1s, 30s);
    std::chrono::milliseconds before{0};
    for (int i = 0; i < 12; ++i) {
      const auto least = low.next(0.0);
      const auto most = high.next(0.999999);
      QVERIFY(least >= 1s && most <= 30s);
      QVERIFY(least <= most);
      QVERIFY(most >= before);
      if (i > 0) QVERIFY2(most > least + 400ms, "no jitter");
      before = most;
    }
    QVERIFY(before > 29s);
    high.reset();
    QVERIFY(high.next(0.999999) <= 1s);
  }

  void online_is_entered_by_proof_only() {
    ConnectionTracker tracker(3);
    QCOMPARE(tracker.connection().state, Connection::State::connecting);
    tracker.measured(5ms);
    tracker.trying();
    QCOMPARE(tracker.connection().state, Connection::State::connecting);
    tracker.proved(84ms);
    QVERIFY(tracker.online());
    tracker.measured(80ms);
    QCOMPARE(tracker.connection().latency, 80ms);
    for (int attempt = 1; attempt <= 3; ++attempt) {
      tracker.lost(Failure::unreachable, kNow, kNow + 1s * attempt);
      QCOMPARE(tracker.connection().state, Connection::State::reconnecting);
      QCOMPARE(tracker.connection().attempt, attempt);
      QVERIFY(tracker.connection().retry_at == kNow + 1s * attempt);
      tracker.trying();
      QVERIFY(!tracker.connection().retry_at);
    }
    tracker.lost(Failure::unreachable, kNow + 60s, kNow + 70s);
    QCOMPARE(tracker.connection().state, Connection::State::offline);
    QVERIFY2(tracker.connection().since == kNow, "the loss is when the hub was last heard, not the last failed try");
    tracker.proved(10ms);
    QVERIFY(tracker.online() && !tracker.connection().since && tracker.connection().attempt == 0);
    tracker.doubt(kNow);
    QCOMPARE(tracker.connection().state, Connection::State::reconnecting);
    tracker.measured(1ms);
    QVERIFY(!tracker.online());
  }

  void ranges_must_follow_on_each_other() {
    FrameReader reader;
    QCOMPARE(reader.text(delta("a", "b"), kBytes, kNow).verdict, Verdict::gap);  // nothing held yet
    const auto first =
        reader.text(R"({"type":"snapshot","topic":"kpi","to":"a","data":{"buckets":[]},"news":1})", kBytes, kNow);
    QCOMPARE(first.verdict, Verdict::deliver);
    QVERIFY(!std::get<models::KpiSnapshot>(first.batch).from);
    const auto second = reader.text(delta("a", "b"), kBytes, kNow);
    QCOMPARE(second.verdict, Verdict::deliver);
    QCOMPARE(std::get<models::KpiDelta>(second.batch).event_count, 3);
    QCOMPARE(reader.text(delta("a", "b"), kBytes, kNow).verdict, Verdict::gap);  // doubled
    QCOMPARE(reader.text(delta("c", "d"), kBytes, kNow).verdict, Verdict::gap);  // one lost
    QVERIFY(reader.cursor() == "b");
    const auto instead =
        reader.text(R"({"type":"snapshot","topic":"kpi","from":"b","to":"e","data":{"buckets":[]}})", kBytes, kNow);
    QCOMPARE(instead.verdict, Verdict::deliver);
    QVERIFY(std::get<models::KpiSnapshot>(instead.batch).from == "b");
    QCOMPARE(reader.text(R"({"type":"snapshot","topic":"kpi","from":"b","to":"f","data":{"buckets":[]}})", kBytes, kNow)
                 .verdict,
             Verdict::gap);
    const auto resync = reader.text(R"({"type":"resync_required","topic":"kpi"})", kBytes, kNow);
    QCOMPARE(std::get<StreamNotice>(resync.batch).kind, StreamNotice::Kind::resync);
    QVERIFY(!reader.cursor());
  }

  void frames_that_are_none() {
    FrameReader reader;
    for (const auto* text :
         {"", "[]", "{}", R"({"type":"delta","topic":"kpi"})", R"({"type":"items","topic":"ticker"})",
          R"({"type":"delta","topic":"weather","from":"a","to":"b"})"}) {
      QCOMPARE(reader.text(text, kBytes, kNow).verdict, Verdict::broken);
    }
    QCOMPARE(reader.text(std::string(2000, ' '), 1000, kNow).verdict, Verdict::broken);
    QCOMPARE(reader.text(R"({"type":"items","topic":"alerts","items":[]})", kBytes, kNow).verdict, Verdict::broken);
  }

  void ticker_items_keep_their_meaning() {
    FrameReader reader;
    const auto read = reader.text(
        R"({"type":"items","topic":"ticker","items":[{"at":5,"channel":"email","state":"failed","reason":"no_such_mailbox","carrier":"mail-1","drill":true},{"at":6,"channel":"sms","state":"delivered","reason":"of-a-later-version","drill":false}]})",
        kBytes, kNow);
    QCOMPARE(read.verdict, Verdict::deliver);
    const auto& items = std::get<models::TickerItems>(read.batch).items;
    QCOMPARE(items.size(), std::size_t{2});
    QCOMPARE(items[0].reason, Reason::no_such_mailbox);
    QCOMPARE(items[0].channel, Channel::email);
    QVERIFY(items[0].drill && items[0].carrier == "mail-1" && to_micros(items[0].at) == 5);
    QCOMPARE(items[1].reason, Reason::none);
  }

  void alerts_keep_their_meaning() {
    FrameReader reader;
    const std::string alert =
        R"({"alert_id":"019ac2f4-7d10-7c3e-9b1a-2f60c03a48e1","occurrence":2,"revision":9,"severity":"urgent",)"
        R"("channel":"sms","trigger":{"rule":"no-receipts","metric":"receipt_rate","comparison":"below","limit":100,)"
        R"("value":20,"sample":692,"window_seconds":300},"active":true,"acknowledged":false,"suppression":"shelved",)"
        R"("resolved":false,"raised_at":5,"shelved_until":99,"owner":{"account_id":)"
        R"("019ac2f4-7d10-7c3e-9b1a-2f60c03a48e2","display_name":"沈砚"},"announced_at":6,"changed_at":7})";
    const auto told = [&](const std::string& type) {
      return reader.text(R"({"type":")" + type + R"(","topic":"alerts","alerts":[)" + alert + "]}", kBytes, kNow);
    };
    const auto all = told("snapshot");
    QCOMPARE(all.verdict, Verdict::alerts);
    const auto& snapshot = std::get<models::AlertSnapshot>(all.alerts).alerts;
    QCOMPARE(snapshot.size(), std::size_t{1});
    const auto& one = snapshot[0];
    QVERIFY(one.id.text() == "019ac2f4-7d10-7c3e-9b1a-2f60c03a48e1" && one.occurrence == 2 && one.revision == 9);
    QVERIFY(one.severity == Severity::urgent && one.channel == Channel::sms && one.active && !one.acknowledged);
    QVERIFY(one.suppression == Suppression::shelved && to_micros(one.shelved_until.value()) == 99);
    QCOMPARE(one.trigger.rule, QStringLiteral("no-receipts"));
    QVERIFY(one.trigger.value == 20 && one.trigger.sample == 692 && one.trigger.limit == 100);
    QCOMPARE(one.owner->name, QStringLiteral("沈砚"));
    const auto changed = told("items");
    QCOMPARE(changed.verdict, Verdict::alerts);
    QVERIFY(std::get<models::AlertChanges>(changed.alerts).alerts == snapshot);
    QCOMPARE(told("delta").verdict, Verdict::skip);
    QVERIFY(!reader.cursor());  // they have no place in the ranges of kpi
  }

  void a_full_queue_asks_to_start_over() {
    BatchQueue queue(3);
    const auto some = [] { return models::KpiDelta{.from = "a", .to = "b", .event_count = 1, .buckets = {}}; };
    QCOMPARE(queue.push(some(), kNow), BatchQueue::Pushed::first);
    QCOMPARE(queue.push(some(), kNow), BatchQueue::Pushed::more);
    QCOMPARE(queue.push(some(), kNow), BatchQueue::Pushed::more);
    QCOMPARE(queue.push(some(), kNow), BatchQueue::Pushed::overflow);
    const auto taken = queue.take();
    QCOMPARE(taken.size(), std::size_t{1});
    QCOMPARE(std::get<StreamNotice>(std::get<models::LiveBatch>(taken[0])).kind, StreamNotice::Kind::resync);
    QCOMPARE(queue.push(some(), kNow), BatchQueue::Pushed::first);
  }

  void problems_become_failures() {
    namespace codes = api::codes;
    const auto refused = error_of(problem(401, codes::sign_in_refused, R"(,"attempts_left":3)"), kNow);
    QCOMPARE(refused.failure, Failure::refused);
    QVERIFY(refused.attempts_left == 3);
    QCOMPARE(refused.reference, QStringLiteral("sign-in-refused"));
    const auto waits = error_of(problem(429, codes::account_waits, R"(,"retry_after_seconds":30)"), kNow);
    QCOMPARE(waits.failure, Failure::waits);
    QVERIFY(waits.until == kNow + 30s);
    const std::pair<std::string_view, Failure> rest[] = {{codes::account_locked, Failure::locked},
                                                         {codes::role_not_allowed, Failure::role},
                                                         {codes::device_revoked, Failure::device_revoked},
                                                         {codes::device_unknown, Failure::device_unknown},
                                                         {codes::enrolment_refused, Failure::code_refused},
                                                         {codes::totp_wrong, Failure::totp_wrong},
                                                         {codes::totp_bound, Failure::already},
                                                         {codes::busy, Failure::busy},
                                                         {codes::stopping, Failure::unreachable},
                                                         {"of-a-later-version", Failure::internal}};
    for (const auto& [code, failure] : rest) QCOMPARE(error_of(problem(403, code), kNow).failure, failure);
    HttpAnswer page;
    page.status = 502;
    page.body = "<html>Bad gateway</html>";
    QCOMPARE(error_of(page, kNow).failure, Failure::version);
    QCOMPARE(error_of(Trouble::foreign_hub).failure, Failure::certificate_refused);
    QCOMPARE(error_of(Trouble::foreign_hub).reference, QStringLiteral("E-1003"));
    QCOMPARE(error_of(DeviceFailure{DeviceFailure::Kind::secrets, SecretFailure::locked}).failure, Failure::keychain);
    QCOMPARE(error_of(DeviceFailure{DeviceFailure::Kind::secrets, SecretFailure::locked}).reference,
             QStringLiteral("E-1102"));
  }

  void a_pin_answers_only_what_a_pin_can() {
    const auto tls = make_tls({.hub_address = "h:1", .hub_key = {}, .certificate_pem = "no certificate", .key = {}});
    QVERIFY(!tls);
    const auto bare = make_tls({.hub_address = "h:1", .hub_key = {}, .certificate_pem = {}, .key = {}});
    QVERIFY(bare && bare->caCertificates().isEmpty() && bare->protocol() == QSsl::TlsV1_3OrLater);
    QVERIFY(!acceptable(QSslCertificate(), {}, Digest{}));
    QCOMPARE(hub_url("https", "[::1]:7443", "/v1/hub").port(), 7443);
    QCOMPARE(hub_url("wss", "hub.example:7443", "/v1/stream").toString(),
             QStringLiteral("wss://hub.example:7443/v1/stream"));
  }
};

QTEST_GUILESS_MAIN(PartsTest)
#include "parts_test.moc"

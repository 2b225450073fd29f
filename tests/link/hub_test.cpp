// The console's gateways against a real hub process, over a real network and a real key store.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/alert_client.h"
#include "app/link/investor_client.h"
#include "app/link/live_client.h"
#include "app/link/session_client.h"
#include "app/offline/act_queue.h"
#include "app/offline/local_copy.h"
#include "app/offline/offline_investors.h"
#include "tests/link/hub_process.h"
#include "tests/link/proxy.h"

#include <QDir>
#include <QSslKey>
#include <QTemporaryDir>
#include <QTest>
#include <memory>
#include <optional>

using namespace guardline;
using namespace guardline::app;
using namespace guardline::app::test;
using models::Connection;
using models::Failure;
using models::KpiDelta;
using models::KpiSnapshot;
using models::StreamNotice;

namespace {

constexpr int kPatience = 30'000;
const QByteArray kPassword = "Feng-Kong 2026 shou-hu-tai";

LinkOptions quick() {
  LinkOptions options;
  options.backoff_first = std::chrono::milliseconds(100);
  options.backoff_most = std::chrono::milliseconds(800);
  options.pulse = std::chrono::milliseconds(500);
  options.poll_wait = std::chrono::seconds(2);
  return options;
}

/// A console without its windows.
struct Desk {
  explicit Desk(const QString& home)
      : store(home, clock),
        link(quick(), clock),
        session(link, store, clock),
        live(link, clock),
        copy(link, store, home) {
    if (!store.open()) qFatal("no store");
    session.set_followers(
        {.signed_in = [this](crypto::Secret password,
                             const models::Session& who) { copy.signed_in(std::move(password), who); },
         .over = [this] { copy.session_over(); },
         .wipe = [this](auto done) { copy.wipe(std::move(done)); }});
    watching = session.watch_connection([this](const Connection& now) { connection = now; });
    ending = session.watch_session_end([this](models::SessionEnd why) { ended = why; });
    session.start();
  }
  SystemClock clock;
  DeviceStore store;
  Link link;
  SessionClient session;
  LiveClient live;
  LocalCopy copy;
  Connection connection;
  std::optional<models::SessionEnd> ended;
  models::Handle watching;
  models::Handle ending;

  [[nodiscard]] bool online() const { return connection.state == Connection::State::online; }
};

/// Waits for one answer of a gateway's call.
template <class T, class Call>
std::expected<T, models::SessionError> wait(Call call) {
  std::optional<std::expected<T, models::SessionError>> got;
  const models::Handle handle =
      call([&got](std::expected<T, models::SessionError> answer) { got = std::move(answer); });
  if (got) qFatal("answered inside the call");
  if (!QTest::qWaitFor([&got] { return got.has_value(); }, kPatience)) qFatal("no answer");
  return std::move(*got);
}

/// The same, as a person does it who is told to wait: tries again at the time the hub gave.
template <class T, class Call>
std::expected<T, models::SessionError> wait_allowed(Call call) {
  auto got = wait<T>(call);
  for (int i = 0; i < 4 && !got && got.error().failure == Failure::waits && got.error().until; ++i) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(*got.error().until - SystemClock().now());
    QTest::qWait(std::max(0, static_cast<int>(left.count())) + 100);
    got = wait<T>(call);
  }
  return got;
}

/// What a page would hear, with the check that no range is lost or doubled.
struct Listener {
  explicit Listener(models::LiveGateway& gateway) {
    handle = gateway.subscribe({}, [this](const models::LiveBatch& batch) { hear(batch); });
  }
  void hear(const models::LiveBatch& batch) {
    if (const auto* snapshot = std::get_if<KpiSnapshot>(&batch)) {
      if (snapshot->from && snapshot->from != cursor) ++breaks;
      if (!snapshot->from) ++beginnings;
      cursor = snapshot->to;
    } else if (const auto* delta = std::get_if<KpiDelta>(&batch)) {
      if (delta->from != cursor) ++breaks;
      cursor = delta->to;
      events += delta->event_count;
    } else if (const auto* notice = std::get_if<StreamNotice>(&batch)) {
      notices.push_back(notice->kind);
    }
  }
  [[nodiscard]] bool is(StreamNotice::Kind kind) const { return !notices.empty() && notices.back() == kind; }

  std::optional<std::string> cursor;
  std::int64_t events{0};
  int breaks{0};
  int beginnings{0};
  std::vector<StreamNotice::Kind> notices;
  models::Handle handle;
};

}  // namespace

class HubTest : public QObject {
  Q_OBJECT

  Proxy proxy_;
  std::unique_ptr<HubProcess> hub_;
  QTemporaryDir home_;
  std::unique_ptr<Desk> desk_;
  QString totp_secret_;
  QStringList recovery_;
  int made_{0};

  /// Something happens: an account is one or more rows of the spine.
  void stir() { QVERIFY(hub_->account(QStringLiteral("stir%1").arg(++made_), QStringLiteral("agent"), kPassword)); }
  /// Rows that stir() adds, so that the sum of the ranges can be checked.
  std::int64_t stir_and_wait(Listener& listener) {
    const auto before = listener.events;
    stir();
    if (!QTest::qWaitFor([&] { return listener.events > before; }, kPatience)) return 0;
    return listener.events - before;
  }

 private Q_SLOTS:
  void initTestCase() {
    hub_ = std::make_unique<HubProcess>(proxy_.address());
    QVERIFY(hub_->serve());
    proxy_.forward_to(hub_->port());
    QVERIFY(hub_->account(QStringLiteral("wang"), QStringLiteral("supervisor"), kPassword));
    desk_ = std::make_unique<Desk>(home_.path());
  }

  void cleanupTestCase() {
    desk_.reset();
    hub_.reset();
  }

  void a_text_that_is_no_code_asks_nobody() {
    const auto receipt = wait<models::EnrolmentReceipt>([&](auto answer) {
      return desk_->session.enrol(QStringLiteral("ABCD-EFGH"), QStringLiteral("机"), false, answer);
    });
    QVERIFY(!receipt);
    QCOMPARE(receipt.error().failure, Failure::code_invalid);
    QVERIFY(receipt.error().reference.startsWith(QLatin1String("enrolment-code-")));
  }

  void a_hub_with_another_key_hears_nothing() {
    Stranger stranger(fresh_identity());
    const auto text = hub_->code(QStringLiteral("wang"));
    auto code = crypto::parse_enrolment_code(text.toStdString());
    QVERIFY(code.has_value());
    code->address = stranger.address().toStdString();
    const auto forged = crypto::format_enrolment_code(*code);
    QVERIFY(forged.has_value());
    const auto receipt = wait<models::EnrolmentReceipt>([&](auto answer) {
      return desk_->session.enrol(QString::fromStdString(*forged), QStringLiteral("机"), false, answer);
    });
    QVERIFY(!receipt);
    QCOMPARE(receipt.error().failure, Failure::certificate_refused);
    QCOMPARE(receipt.error().reference, QStringLiteral("E-1003"));
    QVERIFY(stranger.callers() > 0 || stranger.bytes_heard() == 0);
    QCOMPARE(stranger.bytes_heard(), 0);  // the secret, above all, stayed here
    QCOMPARE(desk_->session.local_device().standing, models::LocalDevice::Standing::unknown);
    // The code was not used up by that.
    const auto real = wait<models::EnrolmentReceipt>(
        [&](auto answer) { return desk_->session.enrol(text, QStringLiteral("风控 1 号机"), false, answer); });
    QVERIFY2(real.has_value(), real ? "" : qPrintable(real.error().reference));
    QCOMPARE(real->account, QStringLiteral("wang"));
    QVERIFY(!real->factor_bound);
    // It works once.
    const auto twice = wait<models::EnrolmentReceipt>(
        [&](auto answer) { return desk_->session.enrol(text, QStringLiteral("风控 2 号机"), false, answer); });
    QCOMPARE(twice.error().failure, Failure::code_refused);
    QCOMPARE(desk_->session.local_device().standing, models::LocalDevice::Standing::enrolling);
  }

  void an_enrolment_goes_on_after_a_restart_of_the_console() {
    const auto id = desk_->session.pending_enrolment()->device_id;
    desk_.reset();
    desk_ = std::make_unique<Desk>(home_.path());
    QVERIFY(desk_->session.pending_enrolment());
    QCOMPARE(desk_->session.pending_enrolment()->device_id, id);
    QTRY_VERIFY_WITH_TIMEOUT(desk_->online(), kPatience);

    const auto state =
        wait<models::EnrolmentStatus>([&](auto answer) { return desk_->session.enrolment_state(answer); });
    QVERIFY(state);
    QCOMPARE(state->state, models::EnrolmentStatus::State::submitted);
    const auto secret = wait<models::TotpSecret>([&](auto answer) { return desk_->session.totp_secret(answer); });
    QVERIFY(secret);
    totp_secret_ = secret->base32;
    const auto wrong =
        wait<void>([&](auto answer) { return desk_->session.verify_totp(totp(totp_secret_, 40), answer); });
    QCOMPARE(wrong.error().failure, Failure::totp_wrong);
    const auto right =
        wait_allowed<void>([&](auto answer) { return desk_->session.verify_totp(totp(totp_secret_, -1), answer); });
    QVERIFY2(right.has_value(), right ? "" : qPrintable(right.error().reference));
    const auto codes = wait<QStringList>([&](auto answer) { return desk_->session.recovery_codes(answer); });
    QVERIFY(codes);
    QCOMPARE(codes->size(), 10);
    recovery_ = *codes;
    const auto again = wait<QStringList>([&](auto answer) { return desk_->session.recovery_codes(answer); });
    QCOMPARE(again.error().failure, Failure::already);

    bool ok = false;
    hub_->admin({QStringLiteral("approve"), id}, {}, &ok);
    QVERIFY(ok);
    const auto approved =
        wait<models::EnrolmentStatus>([&](auto answer) { return desk_->session.enrolment_state(answer); });
    QVERIFY2(approved.has_value(), approved ? "" : qPrintable(approved.error().reference));
    QCOMPARE(approved->state, models::EnrolmentStatus::State::approved);
    QCOMPARE(desk_->session.local_device().standing, models::LocalDevice::Standing::bound);
    QVERIFY(!desk_->session.pending_enrolment());
  }

  void signing_in_needs_all_three_parts() {
    const auto info = wait<models::HubInfo>([&](auto answer) { return desk_->session.hub_info(answer); });
    QVERIFY(info);
    QCOMPARE(info->name, QStringLiteral("试验中枢"));
    QVERIFY(std::abs(info->clock_offset.count()) < 5'000);
    const auto wrong = wait_allowed<models::Session>([&](auto answer) {
      return desk_->session.sign_in({QStringLiteral("wang"), QStringLiteral("wrong"), QStringLiteral("000000")},
                                    answer);
    });
    QCOMPARE(wrong.error().failure, Failure::refused);
    const auto session = wait_allowed<models::Session>([&](auto answer) {
      return desk_->session.sign_in({QStringLiteral("Wang"), QString::fromLatin1(kPassword), totp(totp_secret_, 0)},
                                    answer);
    });
    QVERIFY2(session.has_value(), session ? "" : qPrintable(session.error().reference));
    QCOMPARE(session->account, QStringLiteral("wang"));
    QCOMPARE(session->role, models::Role::supervisor);
    QCOMPARE(desk_->session.local_device().last_account, QStringLiteral("wang"));
  }

  void frames_come_and_survive_cut_and_restart() {
    Listener listener(desk_->live);
    QTRY_VERIFY_WITH_TIMEOUT(listener.cursor.has_value(), kPatience);
    QCOMPARE(listener.beginnings, 1);
    QTRY_VERIFY_WITH_TIMEOUT(desk_->online(), kPatience);
    const auto each = stir_and_wait(listener);
    QVERIFY(each > 0);
    QVERIFY(listener.is(StreamNotice::Kind::live));

    // The network is cut while things happen.
    proxy_.cut();
    QTRY_VERIFY_WITH_TIMEOUT(!desk_->online(), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(listener.is(StreamNotice::Kind::offline), kPatience);
    QCOMPARE(desk_->connection.cause.value_or(Failure::internal), Failure::unreachable);
    const auto before_cut = listener.events;
    stir();
    stir();
    QTRY_VERIFY_WITH_TIMEOUT(desk_->connection.state == Connection::State::offline, kPatience);
    QVERIFY(desk_->connection.attempt > 3);
    QCOMPARE(listener.events, before_cut);
    proxy_.mend();
    desk_->session.retry_now();
    QTRY_COMPARE_WITH_TIMEOUT(listener.events, before_cut + 2 * each, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(desk_->online() && listener.is(StreamNotice::Kind::live), kPatience);

    // The hub itself goes: once in order, once killed.
    for (const bool orderly : {true, false}) {
      const auto before = listener.events;
      orderly ? hub_->stop() : hub_->kill();
      QTRY_VERIFY_WITH_TIMEOUT(listener.is(StreamNotice::Kind::offline), kPatience);
      QVERIFY(hub_->serve());
      proxy_.forward_to(hub_->port());
      stir();
      QTRY_COMPARE_WITH_TIMEOUT(listener.events, before + each, kPatience);
    }
    // One beginning in all: everything since was told as ranges that follow on each other, so nothing is lost or
    // doubled.
    QCOMPARE(listener.breaks, 0);
    QCOMPARE(listener.beginnings, 1);
    QVERIFY(!desk_->ended);

    desk_->live.request_snapshot();
    QTRY_COMPARE_WITH_TIMEOUT(listener.beginnings, 2, kPatience);
  }

  void alerts_come_by_both_roads_and_refusals_are_typed() {
    using Kind = models::AlertRefusal::Kind;
    AlertClient alerts(desk_->link, desk_->live, desk_->clock, std::chrono::milliseconds(300));
    const auto ask = []<class T>(std::optional<std::expected<T, models::AlertRefusal>>& got, auto call) {
      const models::Handle handle =
          call([&got](std::expected<T, models::AlertRefusal> answer) { got = std::move(answer); });
      return QTest::qWaitFor([&got] { return got.has_value(); }, kPatience);
    };
    for (const auto reach : {models::AlertReach::all, models::AlertReach::own}) {
      std::optional<models::AlertSnapshot> snapshot;
      std::optional<models::AlertFeed> feed;
      const auto handle = alerts.subscribe(reach, [&](const models::AlertBatch& batch) {
        if (const auto* told = std::get_if<models::AlertSnapshot>(&batch)) snapshot = *told;
        if (const auto* told = std::get_if<models::AlertFeed>(&batch)) feed = *told;
      });
      QVERIFY2(!snapshot && !feed, "told inside the call");
      QTRY_VERIFY_WITH_TIMEOUT(snapshot.has_value(), kPatience);
      QVERIFY(snapshot->alerts.empty());  // nothing was sent, so nothing is wrong
      QTRY_VERIFY_WITH_TIMEOUT(feed && feed->kind == models::AlertFeed::Kind::live, kPatience);
    }
    std::optional<std::expected<models::AlertHistoryPage, models::AlertRefusal>> history;
    QVERIFY(ask(history, [&](auto answer) { return alerts.history({}, answer); }));
    QVERIFY(history->has_value() && (*history)->alerts.empty() && (*history)->next.empty());
    const auto nobody = AlertId::make(desk_->clock.now());
    std::optional<std::expected<models::AlertDetail, models::AlertRefusal>> detail;
    QVERIFY(ask(detail, [&](auto answer) { return alerts.detail(nobody, answer); }));
    QVERIFY(!detail->has_value() && detail->error().kind == Kind::gone);
    for (const auto act :
         {AlertAct::acknowledged, AlertAct::resolved, AlertAct::assigned, AlertAct::shelved, AlertAct::unshelved}) {
      const models::AlertWish wish{.alert = nobody,
                                   .occurrence = 1,
                                   .act = act,
                                   .text = QStringLiteral("已联系"),
                                   .until = desk_->clock.now() + std::chrono::hours(1),
                                   .account = QStringLiteral("wang"),
                                   .key = "wish-" + std::to_string(static_cast<int>(act))};
      std::optional<std::expected<models::AlertDone, models::AlertRefusal>> done;
      QVERIFY(ask(done, [&](auto answer) { return alerts.act(wish, answer); }));
      // Path, body, key and session were all right: only the alert does not exist.
      QVERIFY2(!done->has_value() && done->error().kind == Kind::gone,
               done->has_value() ? "done" : qPrintable(done->error().reference));
    }
  }

  void long_poll_where_no_websocket_goes_through() {
    const auto identity = [&] {
      std::optional<DeviceIdentity> got;
      desk_->store.identity([&got](std::expected<DeviceIdentity, DeviceFailure> answer) { got = std::move(*answer); });
      if (!QTest::qWaitFor([&got] { return got.has_value(); }, kPatience)) qFatal("no identity");
      return *got;
    }();
    auto as_device = QSslConfiguration::defaultConfiguration();
    as_device.setProtocol(QSsl::TlsV1_3OrLater);
    as_device.setLocalCertificate(QSslCertificate(QByteArray::fromStdString(identity.certificate_pem)));
    const auto pem = identity.key->pem();
    as_device.setPrivateKey(QSslKey(QByteArray(pem->text().data(), qsizetype(pem->size())), QSsl::Ec));
    proxy_.forbid_upgrades(hub_identity(hub_->folder()), as_device);
    proxy_.cut();
    proxy_.mend();

    Listener listener(desk_->live);
    QTRY_VERIFY_WITH_TIMEOUT(listener.cursor.has_value(), kPatience);
    QVERIFY(proxy_.upgrades_refused() >= 2);
    const auto refused = proxy_.upgrades_refused();
    for (int i = 0; i < 3; ++i) QVERIFY(stir_and_wait(listener) > 0);
    QTRY_VERIFY_WITH_TIMEOUT(desk_->online(), kPatience);
    QCOMPARE(listener.breaks, 0);
    QCOMPARE(proxy_.upgrades_refused(), refused);  // it doesn't knock at every poll
    proxy_.allow_upgrades();
    proxy_.cut();
    proxy_.mend();
    QVERIFY(stir_and_wait(listener) > 0);
    QCOMPARE(listener.breaks, 0);
  }

  void a_session_ended_elsewhere_is_told() {
    // Signing in again replaces the session; the old one's end is no news.
    const auto second = wait_allowed<models::Session>([&](auto answer) {
      return desk_->session.sign_in({QStringLiteral("wang"), QString::fromLatin1(kPassword), recovery_.takeFirst()},
                                    answer);
    });
    QVERIFY2(second.has_value(), second ? "" : qPrintable(second.error().reference));
    QVERIFY(second->recovery_codes_left == 9);
    Listener listener(desk_->live);
    QTRY_VERIFY_WITH_TIMEOUT(listener.cursor.has_value(), kPatience);
    QVERIFY(!desk_->ended);
    desk_->session.sign_out();
    QTRY_VERIFY_WITH_TIMEOUT(listener.is(StreamNotice::Kind::offline), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(desk_->online(), kPatience);
    QVERIFY(!desk_->ended);
  }

  void a_session_that_nobody_waits_for_any_more_is_ended() {
    const auto all = QStringLiteral("SELECT count(*) FROM access_session");
    const auto open = all + QStringLiteral(" WHERE ended_at IS NULL");
    QTRY_COMPARE_WITH_TIMEOUT(hub_->count(open), 0, kPatience);
    const auto before = hub_->count(all);
    QVERIFY(before > 0);
    bool answered = false;
    {
      const auto impatient =
          desk_->session.sign_in({QStringLiteral("wang"), QString::fromLatin1(kPassword), recovery_.takeFirst()},
                                 [&answered](const auto&) { answered = true; });
    }
    QTRY_COMPARE_WITH_TIMEOUT(hub_->count(all), before + 1, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(hub_->count(open), 0, kPatience);
    QVERIFY(!answered);
  }

  void the_local_copy_opens_for_who_made_it() {
    const auto enter = [&] {
      const auto in = wait_allowed<models::Session>([&](auto answer) {
        return desk_->session.sign_in({QStringLiteral("wang"), QString::fromLatin1(kPassword), recovery_.takeFirst()},
                                      answer);
      });
      return in.has_value() && QTest::qWaitFor([&] { return desk_->copy.status().open; }, kPatience);
    };
    QVERIFY(enter());
    const PersonCopy person{.investor = InvestorId{Uuid{1}},
                            .body = "{}",
                            .words = "陈*明",
                            .as_of = desk_->clock.now(),
                            .opened_at = desk_->clock.now(),
                            .followed = false};
    desk_->copy.record([person](VaultStore& store) { static_cast<void>(store.put(person)); });
    QTRY_COMPARE_WITH_TIMEOUT(desk_->copy.status().people, std::size_t{1}, kPatience);
    desk_->session.sign_out();
    QTRY_VERIFY_WITH_TIMEOUT(!desk_->copy.status().open, kPatience);
    QVERIFY(enter());
    QTRY_COMPARE_WITH_TIMEOUT(desk_->copy.status().people, std::size_t{1}, kPatience);
    // Following is the copy's alone: with a hub and without.
    ActQueue queue(desk_->link, desk_->store, desk_->copy, desk_->clock, home_.path());
    InvestorClient looks(desk_->link);
    OfflineInvestors investors(looks, desk_->copy, queue);
    using Followed = std::expected<bool, models::FollowFault>;
    const auto told = [&](std::optional<bool> on, const QString& investor) {
      std::optional<Followed> got;
      const auto take = [&got](Followed now) { got = now; };
      const auto handle = on ? investors.follow(investor, *on, take) : investors.followed(investor, take);
      return QTest::qWaitFor([&got] { return got.has_value(); }, kPatience)
                 ? *got
                 : Followed(std::unexpected(models::FollowFault::disk));
    };
    const auto id = QString::fromStdString(person.investor.text());
    QVERIFY(told({}, id) == Followed(false));
    QVERIFY(told(true, id) == Followed(true));
    QTRY_COMPARE_WITH_TIMEOUT(desk_->copy.status().followed, std::size_t{1}, kPatience);
    QVERIFY(told({}, id) == Followed(true));
    const auto stranger = QString::fromStdString(InvestorId{Uuid{2}}.text());
    QVERIFY(told({}, stranger) == Followed(std::unexpected(models::FollowFault::no_copy)));
    QVERIFY(told(true, stranger) == Followed(std::unexpected(models::FollowFault::no_copy)));
    QVERIFY(told(true, QStringLiteral("nobody")) == Followed(std::unexpected(models::FollowFault::no_copy)));
    // The line goes, the key stays in memory.
    proxy_.cut();
    QTRY_VERIFY_WITH_TIMEOUT(!desk_->online(), kPatience);
    std::optional<std::optional<std::string>> found;
    desk_->copy.ask<std::string>(
        [](VaultStore& store) -> std::optional<std::string> {
          const auto hits = store.search("陈", 5);
          return hits && hits->size() == 1 ? std::optional(hits->front().words) : std::nullopt;
        },
        [&](std::optional<std::string> words) { found = std::move(words); });
    QTRY_VERIFY_WITH_TIMEOUT(found.has_value(), kPatience);
    QCOMPARE(found->value_or(""), std::string("陈*明"));
    QVERIFY(told(false, id) == Followed(false));
    QVERIFY(told(true, id) == Followed(true));
    proxy_.mend();
    QTRY_VERIFY_WITH_TIMEOUT(desk_->online(), kPatience);
    desk_->session.sign_out();
  }

  void a_revoked_device_destroys_its_key_and_says_so() {
    const auto third = wait_allowed<models::Session>([&](auto answer) {
      return desk_->session.sign_in({QStringLiteral("wang"), QString::fromLatin1(kPassword), recovery_.takeFirst()},
                                    answer);
    });
    QVERIFY(third);
    Listener listener(desk_->live);
    QTRY_VERIFY_WITH_TIMEOUT(listener.cursor.has_value(), kPatience);
    // The local copy and, apart from it, what waits for the hub.
    QTRY_VERIFY_WITH_TIMEOUT(desk_->copy.status().open, kPatience);
    const QDir vault(home_.filePath(QStringLiteral("vault")));
    QCOMPARE(vault.entryList({QStringLiteral("*.head")}, QDir::Files).size(), 1);
    QFile outbox(home_.filePath(QStringLiteral("outbox")));
    QVERIFY(outbox.open(QIODevice::WriteOnly) && outbox.write("sealed") == 6);
    outbox.close();
    const auto id = desk_->session.local_device().id;
    bool ok = false;
    hub_->admin({QStringLiteral("revoke"), id}, {}, &ok);
    QVERIFY(ok);
    QTRY_VERIFY_WITH_TIMEOUT(desk_->ended == models::SessionEnd::device_revoked, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(desk_->session.local_device().standing, models::LocalDevice::Standing::revoked,
                              kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(hub_->admin({QStringLiteral("view"), id})[QLatin1String("state")].toString(),
                              QStringLiteral("wiped"), kPatience);
    QVERIFY2(vault.entryList(QDir::Files | QDir::Hidden).isEmpty(), "told only when nothing is left");
    QVERIFY(!desk_->copy.status().open);
    QVERIFY(outbox.open(QIODevice::ReadOnly) && outbox.readAll() == "sealed");
    QTRY_VERIFY_WITH_TIMEOUT(desk_->connection.cause == Failure::device_revoked, kPatience);
    const auto again = wait<models::Session>([&](auto answer) {
      return desk_->session.sign_in({QStringLiteral("wang"), QString::fromLatin1(kPassword), recovery_.takeFirst()},
                                    answer);
    });
    QVERIFY(!again);
  }
};

QTEST_GUILESS_MAIN(HubTest)
#include "hub_test.moc"

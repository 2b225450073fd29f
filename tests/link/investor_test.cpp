// Looking at investors through the link, at a real hub with invented people. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/investor_client.h"
#include "app/link/session_client.h"
#include "tests/link/hub_process.h"

#include <QTemporaryDir>
#include <QTest>
#include <memory>
#include <optional>

using namespace guardline;
using namespace guardline::app;
using namespace guardline::app::test;
using models::LookFailure;

namespace {

constexpr int kPatience = 60'000;
const QByteArray kPassword = "Feng-Kong 2026 shou-hu-tai";

/// Waits for one answer; T, its error, and the call.
template <class T, class Error, class Call>
std::expected<T, Error> wait(Call call) {
  std::optional<std::expected<T, Error>> got;
  const models::Handle handle = call([&got](std::expected<T, Error> answer) { got = std::move(answer); });
  if (got) qFatal("answered inside the call");
  if (!QTest::qWaitFor([&got] { return got.has_value(); }, kPatience)) qFatal("no answer");
  return std::move(*got);
}
template <class T, class Call>
auto look(Call call) {
  return wait<T, models::LookError>(call);
}
template <class T, class Call>
auto ask(Call call) {
  return wait<T, models::SessionError>(call);
}

}  // namespace

class InvestorLinkTest final : public QObject {
  Q_OBJECT

  std::unique_ptr<HubProcess> hub_;
  QStringList people_;
  QTemporaryDir home_;
  SystemClock clock_;
  std::unique_ptr<DeviceStore> store_;
  std::unique_ptr<Link> link_;
  std::unique_ptr<SessionClient> session_;
  std::unique_ptr<InvestorClient> desk_;
  QString secret_;
  models::InvestorHead head_;

  [[nodiscard]] QString phone(int who) const { return people_.at(3 * who + 1); }
  auto search(const models::InvestorTerms& terms) {
    return look<models::InvestorMatches>([&](auto answer) { return desk_->search(terms, answer); });
  }
  auto history(const models::HistoryFilter& filter, const QString& cursor) {
    return look<models::HistoryPage>([&](auto answer) { return desk_->history(head_.id, filter, cursor, answer); });
  }
  int looks() const { return hub_->count(QStringLiteral("SELECT count(*) FROM spine WHERE kind IN (500, 501)")); }

 private Q_SLOTS:
  void initTestCase() {
    hub_ = std::make_unique<HubProcess>(QStringLiteral("127.0.0.1:1"));
    people_ = hub_->demo(12, 600);
    QCOMPARE(people_.size(), qsizetype{36});
    QVERIFY(hub_->serve());
    QVERIFY(hub_->account(QStringLiteral("lin"), QStringLiteral("agent"), kPassword));
    store_ = std::make_unique<DeviceStore>(home_.path(), clock_);
    QVERIFY(store_->open());
    link_ = std::make_unique<Link>(LinkOptions{}, clock_);
    session_ = std::make_unique<SessionClient>(*link_, *store_, clock_);
    desk_ = std::make_unique<InvestorClient>(*link_);
    session_->start();
    auto code = crypto::parse_enrolment_code(hub_->code(QStringLiteral("lin")).toStdString());
    QVERIFY(code.has_value());
    code->address = "127.0.0.1:" + std::to_string(hub_->port());
    const auto text = QString::fromStdString(*crypto::format_enrolment_code(*code));
    const auto receipt = ask<models::EnrolmentReceipt>(
        [&](auto answer) { return session_->enrol(text, QStringLiteral("坐席 1 号机"), false, answer); });
    QVERIFY2(receipt.has_value(), receipt ? "" : qPrintable(receipt.error().reference));
    const auto secret = ask<models::TotpSecret>([&](auto answer) { return session_->totp_secret(answer); });
    QVERIFY(secret);
    secret_ = secret->base32;
    QVERIFY(ask<void>([&](auto answer) { return session_->verify_totp(totp(secret_, -1), answer); }));
    QVERIFY(ask<QStringList>([&](auto answer) { return session_->recovery_codes(answer); }));
    bool ok = false;
    hub_->admin({QStringLiteral("approve"), receipt->device_id}, {}, &ok);
    QVERIFY(ok);
    QVERIFY(ask<models::EnrolmentStatus>([&](auto answer) { return session_->enrolment_state(answer); }));
  }
  void cleanupTestCase() {
    desk_.reset();
    session_.reset();
    link_.reset();
    hub_.reset();
  }

  void nobody_looks_without_a_session() {
    auto none = search({.phone = phone(0)});
    // The certificate was given out just now: what was under way with the old identity ends as unreachable.
    for (int i = 0; i < 50 && !none && none.error().failure == LookFailure::unreachable; ++i) {
      QTest::qWait(100);
      none = search({.phone = phone(0)});
    }
    QVERIFY(!none);
    QCOMPARE(none.error().failure, LookFailure::session);
  }
  void a_session_alone_is_not_enough() {
    const auto session = ask<models::Session>([&](auto answer) {
      return session_->sign_in({QStringLiteral("lin"), QString::fromLatin1(kPassword), totp(secret_, 0)}, answer);
    });
    QVERIFY2(session.has_value(), session ? "" : qPrintable(session.error().reference));
    const auto none = search({.phone = phone(0)});
    QVERIFY(!none);
    QCOMPARE(none.error().failure, LookFailure::step_up);
    QCOMPARE(looks(), 0);
  }
  void a_wrong_code_is_refused_a_right_one_taken_once() {
    const auto step_up = [&](const QString& code) {
      return ask<models::StepUp>([&](auto answer) {
        return session_->step_up({code, models::AccessReason::caller_check, {}}, answer);
      });
    };
    const auto wrong = step_up(totp(secret_, 40));
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().failure, models::Failure::totp_wrong);
    auto right = step_up(totp(secret_, 1));
    // After a wrong one the hub may ask for patience.
    for (int i = 0; i < 4 && !right && right.error().until; ++i) {
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(*right.error().until - clock_.now());
      QTest::qWait(std::max(0, static_cast<int>(left.count())) + 100);
      right = step_up(totp(secret_, 1));
    }
    QVERIFY2(right.has_value(), right ? "" : qPrintable(right.error().reference));
    QVERIFY(right->until > clock_.now() + std::chrono::minutes(14));
    QVERIFY(!step_up(totp(secret_, 1)));
  }
  void somebody_is_found_by_what_is_whole_and_masked() {
    const auto found = search({.phone = phone(0)});
    QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().reference));
    QVERIFY(!found->investors.empty());
    head_ = found->investors.front();
    QVERIFY(head_.phone.contains(u'*') && head_.name.contains(u'*') && !people_.contains(head_.name));
    QVERIFY(!head_.contacts.empty());
    QVERIFY(looks() >= 1);
    const auto by_name = search({.name = people_.at(0), .phone_tail = phone(0).right(4)});
    QVERIFY(by_name && by_name->investors.size() == 1);
    QCOMPARE(by_name->investors.front().id, head_.id);
    const auto nobody = search({.phone = QStringLiteral("+8613999999999")});
    QVERIFY(nobody && nobody->investors.empty());
    const auto refused = search({.name = people_.at(0)});
    QCOMPARE(refused.error().failure, LookFailure::terms);
    const auto again = look<models::InvestorHead>([&](auto answer) { return desk_->head(head_.id, answer); });
    QVERIFY(again);
    QCOMPARE(again->phone, head_.phone);
  }
  void the_history_comes_page_by_page_without_gap_or_double() {
    auto page = history({}, {});
    QVERIFY2(page.has_value(), page ? "" : qPrintable(page.error().reference));
    QVERIFY(page->counts);
    QStringList seen;
    std::optional<Timestamp> last;
    for (int pages = 0; pages < 40; ++pages) {
      for (const auto& entry : page->entries) {
        seen << entry.message_id;
        QVERIFY(!last || entry.message_id < seen.value(seen.size() - 2));  // time-ordered ids fall
        last = entry.planned_at;
      }
      if (page->next.isEmpty()) break;
      page = history({}, page->next);
      QVERIFY(page);
      QVERIFY(!page->counts);
    }
    QVERIFY(seen.size() > 30);
    QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), seen.size());
    const auto first = history({}, {});
    QCOMPARE(first->counts->messages, static_cast<std::int64_t>(seen.size()));
    // A cursor is one investor's and one filter's.
    const auto stale = history({.channel = Channel::sms, .unreached = false}, first->next);
    QVERIFY(!stale);
    QCOMPARE(stale.error().failure, LookFailure::stale);
    const auto texts = history({.channel = Channel::sms, .unreached = false}, {});
    QVERIFY(texts);
    for (const auto& entry : texts->entries)
      QVERIFY(std::ranges::any_of(entry.deliveries, [](const auto& d) { return d.channel == Channel::sms; }));
  }
  void why_walks_back_to_the_decision() {
    const auto page = history({}, {});
    const models::DeliveryTrack* track = nullptr;
    for (const auto& entry : page->entries)
      if (!entry.deliveries.empty() && track == nullptr) track = &entry.deliveries.front();
    QVERIFY(track != nullptr);
    const auto why = look<models::DeliveryWhy>([&](auto answer) { return desk_->why(track->id, answer); });
    QVERIFY2(why.has_value(), why ? "" : qPrintable(why.error().reference));
    QCOMPARE(why->investor_id, head_.id);
    QCOMPARE(why->delivery_id, track->id);
    QVERIFY(!why->steps.empty());
    const auto none = look<models::DeliveryWhy>(
        [&](auto answer) { return desk_->why(QStringLiteral("019ac2f4-7d10-7c3e-9b1a-2f60c03a48e1"), answer); });
    QCOMPARE(none.error().failure, LookFailure::gone);
  }
  void a_field_in_plain_is_the_right_one_and_on_record() {
    const auto before = hub_->count(QStringLiteral("SELECT count(*) FROM spine WHERE kind = 501"));
    const auto plain = look<models::Revealed>([&](auto answer) {
      return desk_->reveal(head_.id, models::RevealField::phone, models::AccessReason::caller_check, {}, answer);
    });
    QVERIFY2(plain.has_value(), plain ? "" : qPrintable(plain.error().reference));
    QCOMPARE(plain->value, phone(0));
    const auto left = plain->hide_at - clock_.now();
    QVERIFY(left > std::chrono::seconds(20) && left <= std::chrono::seconds(31));
    QCOMPARE(hub_->count(QStringLiteral("SELECT count(*) FROM spine WHERE kind = 501")), before + 1);
  }
  void what_is_no_id_gets_nowhere() {
    const auto none =
        look<models::InvestorHead>([&](auto answer) { return desk_->head(QStringLiteral("../session"), answer); });
    QCOMPARE(none.error().failure, LookFailure::gone);
  }
  void an_answer_that_nobody_waits_for_never_comes() {
    bool answered = false;
    {
      const auto handle = desk_->head(head_.id, [&answered](const auto&) { answered = true; });
    }
    QVERIFY(search({.phone = phone(0)}));  // asked later, answered after it
    QVERIFY(!answered);
  }
};

QTEST_GUILESS_MAIN(InvestorLinkTest)
#include "investor_test.moc"

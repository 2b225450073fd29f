// Acts without a hub: kept sealed, edited, taken back, replayed once, conflicts shown with both sides; over a real link
// to a real edge, with the line cut in between. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/alert_client.h"
#include "app/link/investor_client.h"
#include "app/link/live_client.h"
#include "app/offline/offline_alerts.h"
#include "app/offline/offline_investors.h"
#include "core/crypto/certificate.h"
#include "models/offline/words.h"
#include "tests/edge/edge_house.h"
#include "tests/link/proxy.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <optional>

#include <gtest/gtest.h>

namespace guardline::app {
namespace {

using edge::test::EdgeHouse;
using edge::test::Person;
using guardline::test::read_file;
using models::AlertDone;
using models::AlertRefusal;
using models::OfflineState;

constexpr int kPatience = 30'000;

LinkOptions quick() {
  LinkOptions options;
  options.backoff_first = std::chrono::milliseconds(50);
  options.backoff_most = std::chrono::milliseconds(400);
  options.request = std::chrono::milliseconds(5000);
  return options;
}

/// A console's working parts, without windows and key store.
struct Desk {
  Desk(EdgeHouse& house, const Person& person, const test::Proxy& proxy, const QString& home)
      : store(home, clock),
        link(quick(), clock),
        live(link, clock),
        copy(link, store, home),
        queue(link, store, copy, clock, home),
        client(link, live, clock),
        alerts(client, queue),
        looks(link),
        investors(looks, copy, queue) {
    QObject::connect(&link, &Link::connection_changed, &queue, [this](const models::Connection& now) {
      online = now.state == models::Connection::State::online;
      queue.connection(now);
    });
    DeviceIdentity identity;
    identity.hub_address = proxy.address().toStdString();
    identity.hub_key = crypto::Certificate::from_pem(read_file(house.file("tls.crt")))->spki_sha256();
    identity.certificate_pem = read_file(person.cert);
    identity.key = person.desk.key;
    link.set_identity(std::move(identity));
    link.set_session(QByteArray::fromStdString(person.token), true);
    models::Session session;
    session.account = QString::fromStdString(person.account);
    queue.signed_in(session);
    listening = alerts.subscribe(models::AlertReach::all, [this](const models::AlertBatch& batch) {
      const auto take = [this](const std::vector<models::Alert>& all) {
        for (const auto& alert : all) seen.insert_or_assign(alert.id, alert);
      };
      if (const auto* snapshot = std::get_if<models::AlertSnapshot>(&batch)) take(snapshot->alerts);
      if (const auto* changes = std::get_if<models::AlertChanges>(&batch)) take(changes->alerts);
    });
    watching = queue.watch([this](const OfflineState& now) { state = now; });
  }
  std::expected<AlertDone, AlertRefusal> act(AlertId alert, const QString& text,
                                             AlertAct what = AlertAct::acknowledged) {
    std::optional<std::expected<AlertDone, AlertRefusal>> got;
    const models::AlertWish wish{.alert = alert,
                                 .occurrence = 1,
                                 .act = what,
                                 .text = text,
                                 .until = {},
                                 .account = {},
                                 .key = "wish-" + std::to_string(++wishes)};
    const auto handle = alerts.act(wish, [&got](auto answer) { got = std::move(answer); });
    EXPECT_TRUE(QTest::qWaitFor([&got] { return got.has_value(); }, kPatience));
    return got ? std::move(*got) : std::unexpected(AlertRefusal{});
  }

  std::expected<models::HistoryEntry, models::LookError> say(const QString& investor, const models::EntryWish& wish) {
    std::optional<std::expected<models::HistoryEntry, models::LookError>> got;
    const auto handle =
        investors.write(investor, QStringLiteral("王*"), wish, [&got](auto answer) { got = std::move(answer); });
    EXPECT_TRUE(QTest::qWaitFor([&got] { return got.has_value(); }, kPatience));
    return got ? std::move(*got) : std::unexpected(models::LookError{});
  }

  SystemClock clock;
  DeviceStore store;
  Link link;
  LiveClient live;
  LocalCopy copy;
  ActQueue queue;
  AlertClient client;
  OfflineAlerts alerts;
  InvestorClient looks;
  OfflineInvestors investors;
  OfflineState state;
  std::map<AlertId, models::Alert> seen;
  bool online{false};
  int wishes{0};
  models::Handle listening;
  models::Handle watching;
};

class WithoutAHub : public testing::Test {
 protected:
  WithoutAHub()
      : risk(house.add_person("risk", api::Role::risk)), boss(house.add_person("lead", api::Role::supervisor)) {
    proxy.forward_to(static_cast<quint16>(house.server->ops_port()));
  }
  AlertId raise(Channel channel) { return house.raise({.channel = channel}); }
  void acknowledge_as_boss(AlertId alert) {
    watch::PersonAct act;
    act.alert = alert;
    act.act = AlertAct::acknowledged;
    act.occurrence = 1;
    act.actor = house.house.access->accounts().find("lead")->id;
    act.words = "主管先看到";
    act.key = "lead-" + alert.text();
    EXPECT_TRUE(house.alerts->act(act));
  }
  std::unique_ptr<Desk> start() { return std::make_unique<Desk>(house, risk, proxy, home.path()); }
  static bool until(const std::function<bool()>& question) { return QTest::qWaitFor(question, kPatience); }

  EdgeHouse house;
  Person risk;
  Person boss;
  test::Proxy proxy;
  QTemporaryDir home;
};

TEST_F(WithoutAHub, ActsWaitSealedAndAreDoneOnceWhenItIsBack) {
  const auto first = raise(Channel::sms);
  const auto second = raise(Channel::email);
  const auto third = raise(Channel::push);
  auto desk = start();
  ASSERT_TRUE(until([&] { return desk->online && desk->seen.size() == 3; }));
  // Done at once while there is a hub.
  const auto direct = desk->act(third, QStringLiteral("在线确认"));
  ASSERT_TRUE(direct);
  EXPECT_FALSE(direct->queued_at);

  proxy.cut();
  ASSERT_TRUE(until([&] { return desk->state.away; }));
  EXPECT_TRUE(desk->state.since);
  const auto kept = desk->act(first, QStringLiteral("已电话告知"));
  ASSERT_TRUE(kept);
  EXPECT_TRUE(kept->queued_at);
  EXPECT_FALSE(kept->alert.acknowledged) << "the hub has not heard of it";
  ASSERT_TRUE(desk->act(second, QStringLiteral("写错了")));
  ASSERT_TRUE(desk->act(third, QStringLiteral("多余"), AlertAct::resolved));
  EXPECT_EQ(desk->act(third, {}, AlertAct::unshelved).error().kind, AlertRefusal::Kind::unreachable)
      << "ending a shelf needs the alert as it stands";
  ASSERT_TRUE(until([&] { return desk->state.queue.size() == 3; }));
  EXPECT_EQ(desk->state.queue[0].subject, QStringLiteral("backlog"));

  std::optional<std::optional<models::QueueTrouble>> edited;
  desk->queue.edit(desk->state.queue[1].id, QStringLiteral("已切换备用通道"), [&](auto trouble) { edited = trouble; });
  ASSERT_TRUE(until([&] { return edited.has_value(); }));
  EXPECT_FALSE(*edited);
  std::optional<std::optional<models::QueueTrouble>> withdrawn;
  desk->queue.withdraw(desk->state.queue[2].id, [&](auto trouble) { withdrawn = trouble; });
  ASSERT_TRUE(until([&] { return withdrawn.has_value(); }));
  EXPECT_FALSE(*withdrawn);
  ASSERT_TRUE(until([&] { return desk->state.queue.size() == 2; }));
  EXPECT_EQ(desk->state.queue[1].wish->text, QStringLiteral("已切换备用通道"));

  QFile file(home.filePath(QStringLiteral("outbox")));
  ASSERT_TRUE(file.open(QIODevice::ReadOnly));
  EXPECT_FALSE(file.readAll().contains("备用通道"));

  // Somebody else is first at the hub.
  acknowledge_as_boss(first);
  proxy.mend();
  ASSERT_TRUE(until([&] { return desk->state.conflicts.size() == 1 && desk->state.queue.empty(); }));
  const auto& conflict = desk->state.conflicts.front();
  EXPECT_EQ(conflict.why, AlertRefusal::Kind::already_acknowledged);
  EXPECT_EQ(conflict.mine.alert, first);
  EXPECT_TRUE(conflict.mine.text.startsWith(QStringLiteral("已电话告知（离线于 ")));
  ASSERT_TRUE(conflict.hub);
  // The newest line is this side, as the hub wrote it down; below it what was first.
  ASSERT_EQ(conflict.hub->log.size(), 3U);
  EXPECT_EQ(conflict.hub->log[0].act, AlertAct::contested);
  EXPECT_EQ(conflict.hub->log[0].text, conflict.mine.text);
  EXPECT_EQ(conflict.hub->log[1].text, QStringLiteral("主管先看到"));
  EXPECT_TRUE(models::conflict_mine(conflict).contains(QStringLiteral("已电话告知")));
  EXPECT_TRUE(models::conflict_hub(conflict).contains(QStringLiteral("主管先看到")));
  EXPECT_FALSE(models::can_send_again(conflict));

  const auto done = house.alerts->read(second);
  ASSERT_TRUE(done);
  ASSERT_EQ(done->log.size(), 2U);
  EXPECT_TRUE(QString::fromStdString(done->log[0].fact.words).startsWith(QStringLiteral("已切换备用通道（离线于 ")));
  EXPECT_EQ(house.alerts->read(third)->log.size(), 2U) << "what was withdrawn never came";
  desk->queue.resolve_conflict(conflict.id, false);
  EXPECT_TRUE(desk->queue.state().conflicts.empty());
}

TEST_F(WithoutAHub, WhatWaitsOutlivesTheProgramAndIsSentForItsOwnerOnly) {
  const auto alert = raise(Channel::sms);
  {
    auto desk = start();
    ASSERT_TRUE(until([&] { return desk->online && !desk->seen.empty(); }));
    proxy.cut();
    ASSERT_TRUE(until([&] { return desk->state.away; }));
    const auto kept = desk->act(alert, QStringLiteral("断电前确认"));
    ASSERT_TRUE(kept && kept->queued_at);
  }
  proxy.mend();
  {
    Desk other(house, boss, proxy, home.path());
    ASSERT_TRUE(until([&] { return other.online && other.state.others == 1; }));
    EXPECT_TRUE(other.state.queue.empty());
    QTest::qWait(300);
    EXPECT_FALSE(house.alerts->read(alert)->alert.state.acknowledged) << "nobody sends another person's acts";
  }
  auto desk = start();
  ASSERT_TRUE(until([&] { return house.alerts->read(alert)->alert.state.acknowledged; }));
  ASSERT_TRUE(until([&] { return desk->online && desk->state.queue.empty(); }));
  EXPECT_EQ(desk->state.others, 0U);
}

TEST_F(WithoutAHub, ANoteWaitsForTheHubAndForItsStepUp) {
  auto desk = start();
  ASSERT_TRUE(until([&] { return desk->online; }));
  const auto person = QString::fromStdString(house.desk.known.text());
  const models::EntryWish note{
      .kind = EntryKind::note, .text = QStringLiteral("客户下午再来电"), .call = {}, .key = "n1"};
  EXPECT_EQ(desk->say(person, note).error().failure, models::LookFailure::step_up) << "online it is asked for at once";
  proxy.cut();
  ASSERT_TRUE(until([&] { return desk->state.away; }));
  const auto kept = desk->say(person, note);
  ASSERT_TRUE(kept);
  EXPECT_TRUE(kept->waiting);
  EXPECT_EQ(kept->text, note.text);
  const models::EntryWish call{.kind = EntryKind::call,
                               .text = QStringLiteral("未接"),
                               .call = {CallDirection::outgoing, CallOutcome::no_answer, 0},
                               .key = "c1"};
  ASSERT_TRUE(desk->say(person, call));
  ASSERT_TRUE(until([&] { return desk->state.queue.size() == 2; }));
  EXPECT_EQ(desk->state.queue[0].kind, models::QueuedKind::note);
  EXPECT_TRUE(models::queued_title(desk->state.queue[0]).contains(QStringLiteral("王*")));
  EXPECT_TRUE(models::queued_note(desk->state.queue[1]).contains(QStringLiteral("未接听")));
  EXPECT_EQ(desk->queue.waiting(house.desk.known).size(), 2U);
  EXPECT_TRUE(desk->queue.waiting(InvestorId{Uuid{1}}).empty());

  std::vector<models::WaitingChange> changes;
  const auto watching = desk->investors.watch_waiting([&](const auto& change) { changes.push_back(change); });
  desk->queue.edit(desk->state.queue[0].id, QStringLiteral("客户三点后来电"), [](auto) {});
  ASSERT_TRUE(until([&] { return changes.size() == 1; }));
  EXPECT_EQ(changes[0].id, kept->message_id);
  ASSERT_TRUE(changes[0].now);
  EXPECT_EQ(changes[0].now->text, QStringLiteral("客户三点后来电"));
  EXPECT_EQ(changes[0].now->planned_at, kept->planned_at) << "written when it was written first";
  QFile file(home.filePath(QStringLiteral("outbox")));
  ASSERT_TRUE(file.open(QIODevice::ReadOnly));
  EXPECT_FALSE(file.readAll().contains("三点后"));

  proxy.mend();
  ASSERT_TRUE(until(
      [&] { return desk->state.queue.size() == 2 && desk->state.queue[0].step_up && desk->state.queue[1].step_up; }));
  EXPECT_TRUE(models::queued_note(desk->state.queue[0]).contains(QStringLiteral("再次验证")));
  EXPECT_TRUE(house.desk.written.empty());
  const auto proved = house.ops({.method = "POST",
                                 .path = "/v1/session/step-up",
                                 .body = R"({"totp":")" + house.house.code(risk.desk) + R"(","reason":"complaint"})",
                                 .person = &risk,
                                 .authorization = EdgeHouse::bearer(risk)});
  ASSERT_EQ(proved.status, 200) << proved.body;
  desk->queue.stepped_up();
  ASSERT_TRUE(until([&] { return desk->state.queue.empty(); }));
  EXPECT_TRUE(desk->state.conflicts.empty());
  ASSERT_EQ(house.desk.written.size(), 2U);
  EXPECT_EQ(house.desk.written["c1"].call->outcome, CallOutcome::no_answer);
  for (const auto& [key, entry] : house.desk.written) EXPECT_TRUE(entry.at) << "its own time";
  EXPECT_EQ(changes.size(), 3U);
  EXPECT_TRUE(changes[1].done && changes[2].done);
  EXPECT_TRUE(desk->queue.waiting(house.desk.known).empty());
  // Under the step-up it is written at once.
  auto again = note;
  again.key = "n2";
  const auto online = desk->say(person, again);
  ASSERT_TRUE(online);
  EXPECT_FALSE(online->waiting);
}

TEST_F(WithoutAHub, ANoteThatIsRefusedIsShownToWhoWroteIt) {
  auto desk = start();
  ASSERT_TRUE(until([&] { return desk->online; }));
  const auto proved = house.ops({.method = "POST",
                                 .path = "/v1/session/step-up",
                                 .body = R"({"totp":")" + house.house.code(risk.desk) + R"(","reason":"complaint"})",
                                 .person = &risk,
                                 .authorization = EdgeHouse::bearer(risk)});
  ASSERT_EQ(proved.status, 200) << proved.body;
  proxy.cut();
  ASSERT_TRUE(until([&] { return desk->state.away; }));
  const auto nobody = QString::fromStdString(InvestorId{Uuid{5}}.text());
  ASSERT_TRUE(desk->say(nobody, {.kind = EntryKind::note, .text = QStringLiteral("要紧的话"), .call = {}, .key = "n"}));
  proxy.mend();
  ASSERT_TRUE(until([&] { return desk->state.conflicts.size() == 1; }));
  const auto& conflict = desk->state.conflicts.front();
  EXPECT_EQ(conflict.kind, models::QueuedKind::note);
  EXPECT_EQ(conflict.refused, models::LookFailure::gone);
  EXPECT_TRUE(models::conflict_mine(conflict).contains(QStringLiteral("要紧的话"))) << "nothing typed is lost";
  EXPECT_TRUE(models::conflict_reason(conflict).contains(QStringLiteral("没有这位投资者")));
  EXPECT_FALSE(models::can_send_again(conflict));
}

TEST_F(WithoutAHub, ARaisedAgainAlertCanBeAnsweredAsItStands) {
  const auto alert = raise(Channel::sms);
  auto desk = start();
  ASSERT_TRUE(until([&] { return desk->online && !desk->seen.empty(); }));
  proxy.cut();
  ASSERT_TRUE(until([&] { return desk->state.away; }));
  ASSERT_TRUE(desk->act(alert, QStringLiteral("第一次触发")));
  const auto record = [&](AlertAct act, std::int64_t occurrence) {
    auto fact = watch::AlertFact{};
    fact.alert = alert;
    fact.act = act;
    fact.occurrence = occurrence;
    fact.at = house.house.clock.now();
    fact.rule = "backlog";
    fact.channel = Channel::sms;
    fact.severity = Severity::urgent;
    fact.trigger = {.rule = "backlog",
                    .metric = AlertMetric::backlog,
                    .comparison = Comparison::above,
                    .limit = 200,
                    .value = 900,
                    .sample = 900,
                    .window_seconds = 300};
    ASSERT_TRUE(house.alerts->record({fact}, house.alerts->read(alert)->alert.revision));
  };
  record(AlertAct::cleared, 1);
  record(AlertAct::raised, 2);
  proxy.mend();
  ASSERT_TRUE(until([&] { return desk->state.conflicts.size() == 1; }));
  const auto conflict = desk->state.conflicts.front();
  EXPECT_EQ(conflict.why, AlertRefusal::Kind::stale);
  ASSERT_TRUE(models::can_send_again(conflict));
  desk->queue.resolve_conflict(conflict.id, true);
  ASSERT_TRUE(until([&] { return house.alerts->read(alert)->alert.state.acknowledged; }));
  EXPECT_EQ(house.alerts->read(alert)->log[0].fact.occurrence, 2);
}

}  // namespace
}  // namespace guardline::app

int main(int argc, char** argv) {
  QCoreApplication application(argc, argv);
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}

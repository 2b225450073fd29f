// What was done without a hub, at the door: each entry as its own request, once; and devices that are trusted no more.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/outbox.h"

#include "core/api/admin.h"
#include "core/api/device.h"
#include "core/crypto/hpke.h"
#include "core/wire/codec.h"
#include "hub/edge/stream_hub.h"
#include "tests/edge/edge_house.h"

#include <chrono>
#include <future>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace guardline::edge::test {
namespace {

using api::OutboxKind;
using api::OutboxOutcome;

class TheOutboxRoute : public testing::Test {
 protected:
  TheOutboxRoute() : risk(house.add_person("risk", api::Role::risk)) {
    const auto key = wire::from_json<api::OutboxKey>(get(risk, "/v1/outbox/key").body);
    EXPECT_TRUE(key);
    if (key) hub_key = from_hex(key->public_key).value();
  }

  Answer get(const Person& person, const std::string& path, bool with_session = true) {
    return house.ops(
        {.path = path, .person = &person, .authorization = with_session ? EdgeHouse::bearer(person) : std::string()});
  }
  AlertId raise(Channel channel, AlertId id = {}, std::int64_t occurrence = 1) {
    return house.raise({.channel = channel, .id = id, .occurrence = occurrence});
  }
  api::OutboxAct act(AlertId alert, OutboxKind kind = OutboxKind::alert_acknowledge, std::string body = {}) {
    if (body.empty()) body = R"({"occurrence":1,"comment":"离线时已电话告知"})";
    return {.kind = kind,
            .account = "risk",
            .subject = alert.text(),
            .key = "k" + std::to_string(++keys_),
            .body = std::move(body)};
  }
  api::OutboxEntry sealed(const api::OutboxAct& act) {
    const auto at = house.house.clock.now() - std::chrono::minutes(30);
    api::OutboxEntry entry{.entry_id = OutboxId::make(at), .made_at = at, .box = {}};
    const auto box = crypto::hpke_seal(hub_key, as_bytes(api::kOutboxInfo), api::outbox_aad(entry.entry_id, at),
                                       as_bytes(wire::to_json(act)));
    EXPECT_TRUE(box);
    entry.box = to_base64url(box.value_or(Bytes{}));
    return entry;
  }
  std::vector<api::OutboxResult> replay(const Person& person, std::vector<api::OutboxEntry> entries) {
    const auto answer = house.ops({.method = "POST",
                                   .path = "/v1/outbox",
                                   .body = wire::to_json(api::OutboxReplay{std::move(entries)}),
                                   .person = &person,
                                   .authorization = EdgeHouse::bearer(person)});
    auto read = wire::from_json<api::OutboxAnswer>(answer.body);
    EXPECT_TRUE(read) << answer.status << answer.body;
    return read ? std::move(read->results) : std::vector<api::OutboxResult>{};
  }
  void check() {
    const auto checked = house.check_answers();
    EXPECT_EQ(checked.code, 0) << checked.out;
  }

  EdgeHouse house;
  Person risk;
  Bytes hub_key;

 private:
  int keys_{0};
};

TEST_F(TheOutboxRoute, DoesEachEntryOnceAndInOrder) {
  const auto alert = raise(Channel::sms);
  const auto entries = std::vector{
      sealed(act(alert)), sealed(act(alert, OutboxKind::alert_resolve, R"({"occurrence":1,"done":"已切换备用通道"})"))};
  const auto first = replay(risk, entries);
  ASSERT_EQ(first.size(), 2U);
  EXPECT_EQ(first[0].outcome, OutboxOutcome::applied);
  EXPECT_EQ(first[1].outcome, OutboxOutcome::applied) << "resolving needs the acknowledgement before it";
  ASSERT_TRUE(first[1].hub);
  EXPECT_TRUE(first[1].hub->alert.resolved);
  ASSERT_TRUE(first[0].mine);
  EXPECT_EQ(first[0].mine->account, "risk");

  // The answer was lost: everything is sent again.
  const auto again = replay(risk, entries);
  ASSERT_EQ(again.size(), 2U);
  EXPECT_EQ(again[0].outcome, OutboxOutcome::applied);
  EXPECT_EQ(again[1].outcome, OutboxOutcome::applied);
  const auto reading = house.alerts->read(alert);
  ASSERT_TRUE(reading);
  EXPECT_EQ(reading->log.size(), 3U) << "raised, acknowledged, resolved: nothing twice";
  check();
}

TEST_F(TheOutboxRoute, AConflictShowsBothSides) {
  const auto boss = house.add_person("lead", api::Role::supervisor);
  const auto mine = raise(Channel::sms);
  const auto other = raise(Channel::email);
  const auto done = house.ops({.method = "POST",
                               .path = "/v1/alerts/" + mine.text() + "/acknowledge",
                               .pattern = "/v1/alerts/{id}/acknowledge",
                               .body = R"({"occurrence":1,"comment":"主管先看到"})",
                               .person = &boss,
                               .authorization = EdgeHouse::bearer(boss),
                               .headers = {"Idempotency-Key: lead-1"}});
  ASSERT_EQ(done.status, 200) << done.body;
  const auto contested = sealed(act(mine));
  const auto results = replay(risk, {contested, sealed(act(other))});
  ASSERT_EQ(results.size(), 2U);
  EXPECT_EQ(results[0].outcome, OutboxOutcome::conflict);
  EXPECT_EQ(results[0].code, "alert-already-acknowledged");
  ASSERT_TRUE(results[0].mine && results[0].hub);
  EXPECT_NE(results[0].mine->body.find("离线时已电话告知"), std::string::npos);
  const auto& log = results[0].hub->log;
  ASSERT_EQ(log.size(), 3U);
  EXPECT_EQ(log[1].text, "主管先看到");
  // Both versions stand in the log before anybody chooses between them.
  EXPECT_EQ(log[0].act, AlertAct::contested);
  EXPECT_EQ(log[0].text, "离线时已电话告知");
  EXPECT_EQ(log[0].actor->account_id, house.house.access->accounts().find("risk")->id);
  ASSERT_TRUE(log[0].contest);
  EXPECT_EQ(log[0].contest->wanted, AlertAct::acknowledged);
  EXPECT_EQ(log[0].contest->written_at, contested.made_at);
  EXPECT_EQ(log[0].contest->obstacle, AlertObstacle::already_acknowledged);
  EXPECT_EQ(log[0].contest->against, log[1].number);
  EXPECT_EQ(results[1].outcome, OutboxOutcome::applied) << "one that fails does not stop the next";

  // Raised again meanwhile: what the person saw is another occurrence.
  watch::AlertFact cleared;
  cleared.alert = other;
  cleared.act = AlertAct::cleared;
  cleared.occurrence = 1;
  cleared.at = house.house.clock.now();
  cleared.rule = "backlog";
  ASSERT_TRUE(house.alerts->record({cleared}, house.alerts->read(other)->alert.revision));
  raise(Channel::email, other, 2);
  const auto stale = replay(risk, {sealed(act(other))});
  ASSERT_EQ(stale.size(), 1U);
  EXPECT_EQ(stale[0].outcome, OutboxOutcome::conflict);
  EXPECT_EQ(stale[0].code, "alert-stale");
  ASSERT_TRUE(stale[0].hub);
  EXPECT_EQ(stale[0].hub->alert.occurrence, 2);
  EXPECT_EQ(stale[0].hub->log[0].act, AlertAct::contested);
  EXPECT_EQ(stale[0].hub->log[0].occurrence, 1) << "what the person saw";

  // The answer was lost and it comes again: still one row.
  EXPECT_EQ(replay(risk, {contested}).at(0).outcome, OutboxOutcome::conflict);
  EXPECT_EQ(house.alerts->read(mine)->log.size(), 3U);
  check();
}

TEST_F(TheOutboxRoute, OnlyWhatWasWrittenWithoutAHubIsKeptWhenItIsContested) {
  const auto boss = house.add_person("lead", api::Role::supervisor);
  const auto auditor = house.add_person("audit", api::Role::compliance);
  const auto alert = raise(Channel::sms);
  const auto acknowledge = [&](const Person& person, const std::string& key) {
    return house.ops({.method = "POST",
                      .path = "/v1/alerts/" + alert.text() + "/acknowledge",
                      .pattern = "/v1/alerts/{id}/acknowledge",
                      .body = R"({"occurrence":1,"comment":"在线"})",
                      .person = &person,
                      .authorization = EdgeHouse::bearer(person),
                      .headers = {"Idempotency-Key: " + key, "X-Done-At: 1790000000000000"}});
  };
  ASSERT_EQ(acknowledge(boss, "lead-1").status, 200);
  EXPECT_EQ(acknowledge(risk, "risk-1").code, "alert-already-acknowledged") << "who is online reads it and decides";
  auto entry = act(alert);
  entry.account = "audit";
  EXPECT_EQ(replay(auditor, {sealed(entry)}).at(0).outcome, OutboxOutcome::refused) << "no right, no row";
  EXPECT_EQ(replay(auditor, {sealed(act(alert))}).at(0).outcome, OutboxOutcome::foreign);
  EXPECT_EQ(house.alerts->read(alert)->log.size(), 2U);
  // The key of one contested act with other words is no further row.
  auto first = act(alert);
  EXPECT_EQ(replay(risk, {sealed(first)}).at(0).outcome, OutboxOutcome::conflict);
  first.body = R"({"occurrence":1,"comment":"改过的话"})";
  const auto reused = replay(risk, {sealed(first)});
  EXPECT_EQ(reused.at(0).outcome, OutboxOutcome::refused);
  EXPECT_EQ(reused.at(0).code, "idempotency-key-reused");
  EXPECT_EQ(house.alerts->read(alert)->log.size(), 3U);
  check();
}

TEST_F(TheOutboxRoute, TheGateDecidesAboutEveryEntry) {
  const auto auditor = house.add_person("audit", api::Role::compliance);
  const auto alert = raise(Channel::sms);
  auto entry = act(alert);
  entry.account = "audit";
  const auto refused = replay(auditor, {sealed(entry)});
  ASSERT_EQ(refused.size(), 1U);
  EXPECT_EQ(refused[0].outcome, OutboxOutcome::refused);
  EXPECT_EQ(refused[0].code, "role-not-allowed");

  const auto foreign = replay(auditor, {sealed(act(alert))});
  EXPECT_EQ(foreign.at(0).outcome, OutboxOutcome::foreign);
  EXPECT_FALSE(foreign.at(0).mine) << "nobody reads another person's entry";
  EXPECT_FALSE(foreign.at(0).hub);

  auto wrong = act(alert);
  wrong.body = R"({"occurrence":1})";
  auto nowhere = act(AlertId{Uuid{9}});
  auto path = act(alert);
  path.subject = "../../../v1/admin/devices/00000000-0";
  const auto others = replay(risk, {sealed(wrong), sealed(nowhere), sealed(path)});
  ASSERT_EQ(others.size(), 3U);
  EXPECT_EQ(others[0].outcome, OutboxOutcome::refused);
  EXPECT_EQ(others[0].code, "invalid-body");
  EXPECT_EQ(others[1].outcome, OutboxOutcome::refused);
  EXPECT_EQ(others[1].code, "not-found");
  EXPECT_EQ(others[2].outcome, OutboxOutcome::refused);
  EXPECT_FALSE(house.alerts->read(alert)->alert.state.acknowledged);
  check();
}

TEST_F(TheOutboxRoute, LooksAtTheLocalCopyAreWrittenDownAfterwards) {
  auto look = act(AlertId{house.desk.known.value}, OutboxKind::investor_seen, R"({"at":1790000000000000})");
  const auto seen = replay(risk, {sealed(look)});
  ASSERT_EQ(seen.size(), 1U);
  EXPECT_EQ(seen[0].outcome, OutboxOutcome::applied) << "without a step-up: it has happened";
  EXPECT_FALSE(seen[0].hub);
  EXPECT_EQ(house.desk.seen, std::vector{from_micros(1790000000000000)});
  EXPECT_EQ(house.desk.last_viewer.account, house.house.access->accounts().find("risk")->id);
  look.subject = AlertId{Uuid{5}}.text();
  EXPECT_EQ(replay(risk, {sealed(look)}).at(0).outcome, OutboxOutcome::refused) << "nobody of that id";
  const auto admin = house.add_person("adm", api::Role::admin);
  look.account = "adm";
  EXPECT_EQ(replay(admin, {sealed(look)}).at(0).code, "role-not-allowed");
  check();
}

TEST_F(TheOutboxRoute, NotesAndCallsWaitForAStepUpAndAreWrittenOnce) {
  auto note =
      act(AlertId{house.desk.known.value}, OutboxKind::investor_note, R"({"text":"离线时记下","at":1790000000000000})");
  auto call = act(
      AlertId{house.desk.known.value}, OutboxKind::investor_call,
      R"({"call":{"direction":"outgoing","outcome":"answered","minutes":2},"text":"约定下午","at":1790000000000000})");
  const std::vector entries{sealed(note), sealed(call)};
  for (const auto& result : replay(risk, entries)) {
    EXPECT_EQ(result.outcome, OutboxOutcome::later) << "the gate asks for what it asks for online";
    EXPECT_EQ(result.code, "step-up-required");
    EXPECT_TRUE(result.mine);
  }
  EXPECT_TRUE(house.desk.written.empty());
  const auto proved = house.ops({.method = "POST",
                                 .path = "/v1/session/step-up",
                                 .body = R"({"totp":")" + house.house.code(risk.desk) + R"(","reason":"complaint"})",
                                 .person = &risk,
                                 .authorization = EdgeHouse::bearer(risk)});
  ASSERT_EQ(proved.status, 200) << proved.body;
  for (int again = 0; again < 2; ++again) {
    for (const auto& result : replay(risk, entries)) EXPECT_EQ(result.outcome, OutboxOutcome::applied);
  }
  ASSERT_EQ(house.desk.written.size(), 2U);
  EXPECT_EQ(house.desk.written[note.key].text, "离线时记下");
  EXPECT_EQ(house.desk.written[note.key].at, from_micros(1790000000000000));
  EXPECT_EQ(house.desk.written[call.key].kind, EntryKind::call);
  EXPECT_EQ(house.desk.written[call.key].call->minutes, 2);
  house.desk.is_broken = true;
  house.desk.broken = ErrorCode::denied;
  const auto erased = replay(risk, entries);
  EXPECT_EQ(erased.at(0).outcome, OutboxOutcome::conflict);
  EXPECT_EQ(erased.at(0).code, "investor-erased");
  ASSERT_TRUE(erased.at(0).mine) << "what was written is shown to who wrote it";
  house.desk.is_broken = false;
  note.subject = AlertId{Uuid{5}}.text();
  EXPECT_EQ(replay(risk, {sealed(note)}).at(0).outcome, OutboxOutcome::refused) << "nobody of that id";
  check();
}

TEST_F(TheOutboxRoute, ABoxThatIsNotWholeOrNotForThisEntryStaysShut) {
  const auto alert = raise(Channel::sms);
  const auto good = sealed(act(alert));
  auto moved = good;
  moved.entry_id = OutboxId{Uuid{1}};
  auto later = good;
  later.made_at += std::chrono::hours(1);
  auto changed = good;
  changed.box[60] = changed.box[60] == 'A' ? 'B' : 'A';
  auto other = good;
  const auto box =
      crypto::hpke_seal(crypto::HpkeReceiver::from_raw(Bytes(32, 1))->public_key(), as_bytes(api::kOutboxInfo),
                        api::outbox_aad(good.entry_id, good.made_at), as_bytes(wire::to_json(act(alert))));
  other.box = to_base64url(*box);
  auto letters = good;
  letters.box = std::string(80, '!');
  for (const auto& result : replay(risk, {moved, later, changed, other, letters})) {
    EXPECT_EQ(result.outcome, OutboxOutcome::unreadable);
    EXPECT_FALSE(result.mine);
  }
  EXPECT_FALSE(house.alerts->read(alert)->alert.state.acknowledged);
  check();
}

TEST_F(TheOutboxRoute, TheVaultsKeyIsOnePersonsOnOneDevice) {
  const auto boss = house.add_person("lead", api::Role::supervisor);
  const auto secret = [&](const Person& person) {
    const auto answer = get(person, "/v1/session/vault-key");
    EXPECT_EQ(answer.status, 200) << answer.body;
    const auto read = wire::from_json<api::VaultRelease>(answer.body);
    return read ? read->secret : std::string();
  };
  EXPECT_EQ(secret(risk), secret(risk));
  EXPECT_NE(secret(risk), secret(boss));
  EXPECT_EQ(get(risk, "/v1/session/vault-key", false).code, "session-required") << "only after both factors";
  check();
}

TEST_F(TheOutboxRoute, AnAdministratorEndsTheTrustInADevice) {
  const auto admin = house.add_person("adm", api::Role::admin);
  const auto devices = wire::from_json<api::DeviceList>(get(admin, "/v1/devices").body);
  ASSERT_TRUE(devices);
  EXPECT_GE(devices->devices.size(), 2U);
  EXPECT_EQ(get(risk, "/v1/devices").code, "role-not-allowed");
  const auto revoke = [&](const Person& by, const std::string& id) {
    return house.ops({.method = "POST",
                      .path = "/v1/devices/" + id + "/revoke",
                      .pattern = "/v1/devices/{id}/revoke",
                      .person = &by,
                      .authorization = EdgeHouse::bearer(by)});
  };
  const auto id = risk.desk.device.text();
  EXPECT_EQ(revoke(risk, id).code, "role-not-allowed");
  EXPECT_EQ(revoke(admin, "x").status, 404);
  EXPECT_EQ(revoke(admin, DeviceId{Uuid{1}}.text()).status, 404);
  // An open stream of the device ends when the trust does.
  auto streamed = std::async(std::launch::async, [&] { return house.stream(risk, R"("mode":"open","frames":1000)"); });
  ASSERT_TRUE(guardline::test::eventually([&] { return house.streams.subscribers() == 1; }));
  ASSERT_EQ(revoke(admin, id).status, 204);
  EXPECT_TRUE(guardline::test::eventually([&] { return house.streams.subscribers() == 0; }));
  const auto last_words = streamed.get();
  EXPECT_NE(last_words.find("\"close\""), std::string::npos) << last_words;
  EXPECT_EQ(revoke(admin, id).status, 409) << "once";

  EXPECT_EQ(get(risk, "/v1/outbox/key").code, "device-revoked");
  EXPECT_EQ(get(risk, "/v1/session/vault-key").code, "device-revoked");
  const auto state = wire::from_json<api::DeviceStanding>(get(risk, "/v1/device/state", false).body);
  ASSERT_TRUE(state);
  EXPECT_TRUE(state->wipe);
  EXPECT_EQ(house.ops({.method = "POST", .path = "/v1/device/wiped", .person = &risk}).status, 204);
  EXPECT_EQ(wire::from_json<api::DeviceStanding>(get(risk, "/v1/device/state", false).body)->state,
            api::DeviceState::wiped);
  check();
}

}  // namespace
}  // namespace guardline::edge::test

// Alerts through the door: lists, acts, roles, refusals, and the stream that tells of them; every answer checked
// against our OpenAPI document. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/codec.h"
#include "tests/edge/edge_house.h"

#include <chrono>
#include <future>
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace guardline::edge::test {
namespace {

using std::chrono::hours;

/// Raises it; the rule's alert on this channel.
AlertId raise(EdgeHouse& house, const std::string& rule, std::optional<Channel> channel,
              AlertMetric metric = AlertMetric::backlog, std::int64_t occurrence = 1, AlertId id = {}) {
  const auto now = house.house.clock.now();
  watch::AlertFact fact;
  fact.alert = id.empty() ? AlertId::make(now) : id;
  fact.act = AlertAct::raised;
  fact.occurrence = occurrence;
  fact.at = now;
  fact.rule = rule;
  fact.channel = channel;
  fact.severity = Severity::urgent;
  fact.trigger = {.rule = rule,
                  .metric = metric,
                  .comparison = Comparison::above,
                  .limit = 200,
                  .value = 812,
                  .sample = 812,
                  .window_seconds = 300};
  const auto before = house.alerts->read(fact.alert);
  const auto ok = house.alerts->record({fact}, before ? before->alert.revision : 0);
  EXPECT_TRUE(ok) << ok.error().message;
  return fact.alert;
}

class Alerts : public testing::Test {
 protected:
  Alerts() : risk(house.add_person("risk", api::Role::risk)) {}

  Answer get(const Person& person, const std::string& query = {}) {
    return house.ops({.path = "/v1/alerts" + query,
                      .pattern = "/v1/alerts",
                      .person = &person,
                      .authorization = EdgeHouse::bearer(person)});
  }
  Answer detail(const Person& person, const std::string& id) {
    return house.ops({.path = "/v1/alerts/" + id,
                      .pattern = "/v1/alerts/{id}",
                      .person = &person,
                      .authorization = EdgeHouse::bearer(person)});
  }
  Answer act(const Person& person, AlertId id, const std::string& word, const std::string& body, std::string key = {}) {
    if (key.empty()) key = "k" + std::to_string(++keys_);
    return house.ops({.method = "POST",
                      .path = "/v1/alerts/" + id.text() + "/" + word,
                      .pattern = "/v1/alerts/{id}/" + word,
                      .body = body,
                      .person = &person,
                      .authorization = EdgeHouse::bearer(person),
                      .headers = {"Idempotency-Key: " + key}});
  }
  static api::AlertPage page(const Answer& answer) {
    auto read = wire::from_json<api::AlertPage>(answer.body);
    EXPECT_TRUE(read) << answer.status << answer.body;
    return read.value_or(api::AlertPage{});
  }
  static api::Alert alert(const Answer& answer) {
    auto read = wire::from_json<api::Alert>(answer.body);
    EXPECT_TRUE(read) << answer.status << answer.body;
    return read.value_or(api::Alert{});
  }
  void check() {
    const auto checked = house.check_answers();
    EXPECT_EQ(checked.code, 0) << checked.out;
  }

  EdgeHouse house;
  Person risk;

 private:
  int keys_{0};
};

TEST_F(Alerts, ARiskOfficerWorksOneOffAndEachActIsInTheLog) {
  const auto id = raise(house, "backlog", Channel::sms);
  const auto listed = page(get(risk));
  ASSERT_EQ(listed.alerts.size(), 1U);
  EXPECT_EQ(listed.alerts[0].trigger.value, 812);
  EXPECT_EQ(listed.counts.to_acknowledge, 1);
  EXPECT_EQ(act(risk, id, "resolve", R"({"occurrence":1,"done":"x"})").code, "alert-not-acknowledged");
  EXPECT_EQ(act(risk, id, "acknowledge", R"({"occurrence":2,"comment":"x"})").code, "alert-stale");
  EXPECT_EQ(act(risk, id, "acknowledge", R"({"occurrence":1})").code, "invalid-body");
  const std::string comment = R"({"occurrence":1,"comment":"已联系供应商"})";
  const auto seen = act(risk, id, "acknowledge", comment, "once");
  ASSERT_EQ(seen.status, 200) << seen.body;
  EXPECT_TRUE(alert(seen).acknowledged);
  EXPECT_EQ(act(risk, id, "acknowledge", comment, "once").status, 200) << "the same key does it once";
  EXPECT_EQ(act(risk, id, "acknowledge", R"({"occurrence":1,"comment":"别的"})", "once").code,
            "idempotency-key-reused");
  EXPECT_EQ(act(risk, id, "acknowledge", comment).code, "alert-already-acknowledged");
  EXPECT_EQ(act(risk, id, "assign", R"({"occurrence":1,"account":"nobody"})").code, "alert-owner-refused");
  EXPECT_EQ(act(risk, id, "assign", R"({"occurrence":1,"account":"boss"})").code, "alert-owner-refused");
  EXPECT_EQ(alert(act(risk, id, "assign", R"({"occurrence":1,"account":"risk"})")).owner->display_name, "Person risk");
  EXPECT_TRUE(alert(act(risk, id, "resolve", R"({"occurrence":1,"done":"切换到备用通道"})")).resolved);
  EXPECT_EQ(act(risk, id, "resolve", R"({"occurrence":1,"done":"x"})").code, "alert-already-resolved");
  EXPECT_EQ(act(risk, id, "unshelve", R"({"occurrence":1})").code, "alert-not-shelved");
  EXPECT_EQ(act(risk, AlertId{Uuid{1}}, "unshelve", R"({"occurrence":1})").status, 404);
  EXPECT_EQ(house
                .ops({.method = "POST",
                      .path = "/v1/alerts/" + id.text() + "/unshelve",
                      .pattern = "/v1/alerts/{id}/unshelve",
                      .body = R"({"occurrence":1})",
                      .person = &risk,
                      .authorization = EdgeHouse::bearer(risk)})
                .code,
            "idempotency-key-missing");

  const auto read = wire::from_json<api::AlertDetail>(detail(risk, id.text()).body);
  ASSERT_TRUE(read);
  ASSERT_EQ(read->log.size(), 4U);
  EXPECT_EQ(read->log[0].act, AlertAct::resolved);
  EXPECT_EQ(read->log[0].text, "切换到备用通道");
  EXPECT_EQ(read->log[0].actor->account_id, house.house.access->accounts().find("risk")->id);
  EXPECT_FALSE(read->log[3].actor) << "the hub raised it";
  EXPECT_EQ(detail(risk, "x").status, 404);
  EXPECT_EQ(detail(risk, AlertId{Uuid{1}}.text()).status, 404);
  check();
}

TEST_F(Alerts, AShelfHasAnEndAndRolesHaveTheirLengths) {
  const auto id = raise(house, "backlog", Channel::sms);
  const auto boss = house.add_person("lead", api::Role::supervisor);
  const auto shelf = [&](const Person& person, hours length) {
    const auto until = to_micros(house.house.clock.now() + length);
    return act(person, id, "shelve", R"({"occurrence":1,"reason":"维护","until":)" + std::to_string(until) + "}");
  };
  EXPECT_EQ(shelf(risk, hours(9)).code, "alert-shelf-refused");
  EXPECT_EQ(shelf(risk, hours(0)).code, "alert-shelf-refused");
  EXPECT_EQ(shelf(boss, hours(25)).code, "alert-shelf-refused");
  EXPECT_EQ(alert(shelf(risk, hours(8))).suppression, Suppression::shelved);
  EXPECT_EQ(alert(shelf(boss, hours(24))).shelved_until, house.house.clock.now() + hours(24));
  EXPECT_EQ(page(get(risk)).counts.shelved, 1);
  EXPECT_EQ(alert(act(risk, id, "unshelve", R"({"occurrence":1})")).suppression, Suppression::none);
  check();
}

TEST_F(Alerts, ListsFilterPageAndRefuseWhatTheyDoNotKnow) {
  std::vector<AlertId> ids;
  for (const auto channel : {Channel::sms, Channel::email, Channel::push}) {
    ids.push_back(raise(house, "backlog", channel));
    house.house.clock.advance(std::chrono::seconds(1));
  }
  ASSERT_EQ(act(risk, ids[1], "acknowledge", R"({"occurrence":1,"comment":"ok"})").status, 200);
  const auto first = page(get(risk, "?limit=2"));
  ASSERT_EQ(first.alerts.size(), 2U);
  EXPECT_EQ(first.alerts[0].alert_id, ids[2]);
  ASSERT_TRUE(first.next);
  const auto second = page(get(risk, "?limit=2&cursor=" + *first.next));
  ASSERT_EQ(second.alerts.size(), 1U);
  EXPECT_EQ(second.alerts[0].alert_id, ids[0]);
  EXPECT_FALSE(second.next);
  EXPECT_EQ(page(get(risk, "?active=true&acknowledged=true&suppression=none&resolved=false")).alerts.size(), 1U);
  EXPECT_EQ(page(get(risk, "?active=false")).alerts.size(), 0U);
  for (const auto* query : {"?active=yes", "?active=true&active=true", "?limit=0", "?limit=201", "?limit=x", "?what=1",
                            "?cursor=x", "?cursor=1.2", "?cursor=", "?suppression=gone", "?active=%74rue"}) {
    const auto answer = get(risk, query);
    EXPECT_EQ(answer.status, 400) << query;
    EXPECT_EQ(answer.code, "bad-request") << query;
  }
  check();
}

TEST_F(Alerts, EachRoleSeesWhatIsItsOwn) {
  const auto agent = house.add_person("agent", api::Role::agent);
  const auto admin = house.add_person("adm", api::Role::admin);
  const auto auditor = house.add_person("audit", api::Role::compliance);
  const auto sms = raise(house, "backlog", Channel::sms);
  const auto own = raise(house, "watch-late", {}, AlertMetric::watch_silence);
  EXPECT_TRUE(page(get(agent)).alerts.empty());
  EXPECT_EQ(page(get(agent)).counts.to_acknowledge, 0);
  EXPECT_EQ(detail(agent, sms.text()).status, 404);
  ASSERT_EQ(act(risk, sms, "assign", R"({"occurrence":1,"account":"agent"})").status, 200);
  ASSERT_EQ(page(get(agent)).alerts.size(), 1U);
  EXPECT_EQ(detail(agent, sms.text()).status, 200);
  EXPECT_EQ(detail(agent, own.text()).status, 404);
  EXPECT_EQ(act(agent, sms, "acknowledge", R"({"occurrence":1,"comment":"x"})").code, "role-not-allowed");
  ASSERT_EQ(page(get(admin)).alerts.size(), 1U);
  EXPECT_EQ(page(get(admin)).alerts[0].alert_id, own);
  EXPECT_EQ(detail(admin, sms.text()).status, 404);
  EXPECT_EQ(page(get(auditor)).alerts.size(), 2U);
  EXPECT_EQ(act(auditor, sms, "acknowledge", R"({"occurrence":1,"comment":"x"})").code, "role-not-allowed");

  const auto poll = [&](const Person& person, const std::string& topics, const std::string& cursor = {}) {
    return house.ops({.method = "POST",
                      .path = "/v1/stream/poll",
                      .body = R"({"topics":[)" + topics + "]" +
                              (cursor.empty() ? "" : R"(,"cursor":")" + cursor + '"') + R"(,"wait_seconds":0})",
                      .person = &person,
                      .authorization = EdgeHouse::bearer(person)});
  };
  EXPECT_EQ(poll(agent, R"("alerts")").code, "role-not-allowed");
  const auto quiet = wire::from_json<api::PollAnswer>(poll(agent, R"("alerts","kpi")").body);
  ASSERT_TRUE(quiet);
  ASSERT_FALSE(quiet->frames.empty());
  for (const auto& frame : quiet->frames) EXPECT_NE(frame.topic, api::Topic::alerts);

  // A snapshot first, then changes only, each as it stands.
  const auto told = wire::from_json<api::PollAnswer>(poll(auditor, R"("alerts")").body);
  ASSERT_TRUE(told);
  ASSERT_EQ(told->frames.size(), 1U);
  EXPECT_EQ(told->frames[0].type, api::FrameType::snapshot);
  EXPECT_EQ(told->frames[0].alerts->size(), 2U);
  check();
}

TEST_F(Alerts, TheStreamTellsOfEveryChange) {
  std::vector<api::Topic> topics{api::Topic::alerts};
  AlertSource& source = *house.alert_stream;
  ASSERT_EQ(source.catch_up(std::nullopt).size(), 1U);
  const auto sms = raise(house, "backlog", Channel::sms);
  ASSERT_EQ(act(risk, sms, "acknowledge", R"({"occurrence":1,"comment":"x"})").status, 200);
  // The pacer takes the changes within its step; a poll that waits gets them.
  const auto ask = [&](const std::optional<std::string>& cursor) {
    std::promise<Result<api::PollAnswer>> answered;
    house.streams.poll(topics, cursor, std::chrono::seconds(20),
                       [&](Result<api::PollAnswer> answer) { answered.set_value(std::move(answer)); });
    return *answered.get_future().get();
  };
  const auto snapshot = ask(std::nullopt);
  ASSERT_EQ(snapshot.frames.size(), 1U);
  ASSERT_EQ(snapshot.frames[0].alerts->size(), 1U);
  EXPECT_TRUE(snapshot.frames[0].alerts->front().acknowledged);
  auto cursor = snapshot.cursor;
  ASSERT_EQ(act(risk, sms, "resolve", R"({"occurrence":1,"done":"x"})").status, 200);
  for (bool resolved = false; !resolved;) {  // what the snapshot knew already may be told once more
    const auto next = ask(cursor);
    ASSERT_EQ(next.frames.size(), 1U);
    EXPECT_EQ(next.frames[0].type, api::FrameType::items);
    ASSERT_EQ(next.frames[0].alerts->size(), 1U);
    EXPECT_EQ(next.frames[0].alerts->front().alert_id, sms);
    resolved = next.frames[0].alerts->front().resolved;
    ASSERT_NE(next.cursor, cursor);
    cursor = next.cursor;
  }
  // A place from before the last restart, or none of ours, is a snapshot.
  EXPECT_EQ(source.catch_up("12").front().type, api::FrameType::snapshot);
  EXPECT_EQ(source.catch_up("x").front().type, api::FrameType::snapshot);
  EXPECT_TRUE(source.catch_up(source.position()).empty());
}

}  // namespace
}  // namespace guardline::edge::test

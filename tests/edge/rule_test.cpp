// Rules of the watch through the door: who reads, who changes, what is refused and where; every answer checked against
// our OpenAPI document. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/watch_rule.h"
#include "core/wire/codec.h"
#include "core/wire/problem.h"
#include "hub/watch/defaults.h"
#include "hub/watch/seed.h"
#include "tests/edge/edge_house.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace guardline::edge::test {
namespace {

class RuleRoutes : public testing::Test {
 protected:
  RuleRoutes() : risk(house.add_person("risk", api::Role::risk)) {
    EXPECT_TRUE(watch::seed_rules(house.house.spine->committer(), watch::default_rules()));
  }
  Answer get(const Person& person) {
    return house.ops({.path = "/v1/watch/rules", .person = &person, .authorization = EdgeHouse::bearer(person)});
  }
  api::WatchRules rules(const Person& person) {
    const auto answer = get(person);
    auto read = wire::from_json<api::WatchRules>(answer.body);
    EXPECT_TRUE(read) << answer.status << answer.body;
    return read.value_or(api::WatchRules{});
  }
  Answer put(const Person& person, const std::string& id, const std::string& body) {
    return house.ops({.method = "PUT",
                      .path = "/v1/watch/rules/" + id,
                      .pattern = "/v1/watch/rules/{rule}",
                      .body = body,
                      .person = &person,
                      .authorization = EdgeHouse::bearer(person)});
  }
  Answer put(const Person& person, const api::WatchRule& rule, std::int64_t version = 1) {
    return put(person, rule.id,
               wire::to_json(api::WatchRuleChange{.version = version, .reason = "夜间量小", .rule = rule}));
  }
  static std::vector<std::string> places(const Answer& answer) {
    EXPECT_EQ(answer.status, 400) << answer.body;
    EXPECT_EQ(answer.code, "invalid-body");
    std::vector<std::string> found;
    const auto problem = wire::from_json<wire::Problem>(answer.body, {.ignore_unknown = true});
    if (!problem || !problem->errors) return found;
    for (const auto& error : *problem->errors) found.push_back(error.pointer);
    return found;
  }
  void check() {
    const auto checked = house.check_answers();
    EXPECT_EQ(checked.code, 0) << checked.out;
  }

  EdgeHouse house;
  Person risk;
};

TEST_F(RuleRoutes, WhoeverMayHearOfAlertsReadsThemAndTwoRolesChangeThem) {
  const auto lead = house.add_person("lead", api::Role::supervisor);
  auto listed = rules(risk);
  ASSERT_EQ(listed.rules.size(), watch::default_rules().size());
  EXPECT_TRUE(listed.broken.empty());
  EXPECT_EQ(listed.rules[0].rule.id, "backlog");
  EXPECT_EQ(listed.rules[0].version, 1);
  EXPECT_FALSE(listed.rules[0].changed_by);

  auto rule = listed.rules[0].rule;
  rule.limit = 500;
  rule.unacknowledge_seconds = 600;
  const auto done = put(risk, rule);
  ASSERT_EQ(done.status, 200) << done.body;
  const auto entry = wire::from_json<api::WatchRuleEntry>(done.body);
  ASSERT_TRUE(entry);
  EXPECT_EQ(entry->version, 2);
  EXPECT_EQ(entry->rule.limit, 500);
  ASSERT_TRUE(entry->changed_by);
  EXPECT_EQ(entry->changed_by->display_name, "Person risk");

  rule.limit = 600;
  const auto stale = put(lead, rule);
  EXPECT_EQ(stale.status, 409);
  EXPECT_EQ(stale.code, "conflict");
  EXPECT_NE(stale.body.find("version 2"), std::string::npos) << stale.body;
  EXPECT_EQ(put(lead, rule, 2).status, 200);
  for (const auto role : {api::Role::agent, api::Role::compliance, api::Role::admin}) {
    const auto person = house.add_person("p" + std::to_string(static_cast<int>(role)), role);
    EXPECT_EQ(rules(person).rules.at(0).version, 3);
    EXPECT_EQ(put(person, rule, 3).code, "role-not-allowed");
  }
  EXPECT_EQ(house.ops({.path = "/v1/watch/rules", .person = &risk}).code, "session-required");
  std::size_t rows = 0;
  for (const auto& event : house.house.events()) rows += event.kind == EventKind::alert_rule_changed ? 1 : 0;
  EXPECT_EQ(rows, 2U) << "who was refused left none";
  check();
}

TEST_F(RuleRoutes, WhatIsWrongIsNamedByItsPlace) {
  using Places = std::vector<std::string>;
  const auto rule = rules(risk).rules.at(1).rule;
  ASSERT_EQ(rule.id, "delivery-rate");
  auto wrong = rule;
  wrong.limit = -1;
  wrong.window_seconds = 0;
  EXPECT_EQ(places(put(risk, wrong)), (Places{"/rule/window_seconds", "/rule/limit"}));
  wrong = rule;
  wrong.deadband = 9000;
  wrong.channels.push_back(Channel::sms);
  EXPECT_EQ(places(put(risk, wrong)), (Places{"/rule/deadband", "/rule/channels"}));
  wrong = rule;
  wrong.inhibited_by = {"gone"};
  EXPECT_EQ(places(put(risk, wrong)), Places{"/rule/inhibited_by/0"});
  const auto body = [&](const std::string& reason, const api::WatchRule& of) {
    return R"({"version":1,"reason":")" + reason + R"(","rule":)" + wire::to_json(of) + "}";
  };
  EXPECT_EQ(places(put(risk, rule.id, body("", rule))), Places{"/reason"});
  EXPECT_EQ(places(put(risk, "backlog", body("x", rule))), Places{"/rule/id"});
  EXPECT_EQ(places(put(risk, rule.id, R"({"version":1,"reason":"x"})")), Places{"/rule"});
  wrong = rule;
  wrong.id = "nobody";
  EXPECT_EQ(put(risk, wrong).status, 404);
  EXPECT_EQ(put(risk, "..%2fhub", body("x", rule)).status, 404);
  EXPECT_EQ(rules(risk).rules.at(1).version, 1);
  check();
}

}  // namespace
}  // namespace guardline::edge::test

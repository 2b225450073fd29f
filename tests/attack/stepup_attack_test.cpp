// A second factor that was never given, or given before: forged times, codes seen on the way, replays over a restart of
// the hub. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/attack/cast.h"

#include <gtest/gtest.h>

namespace guardline::attack {
namespace {

using api::Role;
using edge::test::EdgeHouse;
using edge::test::Person;

class SecondFactors : public testing::Test {
 protected:
  [[nodiscard]] Way way(const Person& person) const {
    return {.port = house.server->ops_port(), .ca = house.file("tls.crt"), .cert = person.cert, .key = person.key};
  }
  std::string code_of(const Person& person) { return house.house.code(person.desk); }
  Reply post(const Person& person, const std::string& path, const std::string& body, const std::string& fields = {}) {
    RawLine line(way(person));
    const auto reply = line.ask(request("POST", path, fields + "Authorization: Bearer " + person.token + "\r\n", body));
    EXPECT_TRUE(reply) << path;
    return reply.value_or(Reply{});
  }
  Reply look(const Person& person, const std::string& fields = {}, const std::string& query = {}) {
    RawLine line(way(person));
    const auto reply = line.ask(request("GET", "/v1/investors/" + house.desk.known.text() + query,
                                        fields + "Authorization: Bearer " + person.token + "\r\n"));
    EXPECT_TRUE(reply);
    return reply.value_or(Reply{});
  }
  Reply step_up(const Person& person, const std::string& code, const std::string& more = {}) {
    return post(person, "/v1/session/step-up", R"({"totp":")" + code + R"(","reason":"complaint")" + more + "}");
  }
  Reply sign_in(const Person& person, const std::string& code, const std::string& more = {}) {
    return post(person, "/v1/session",
                R"({"account":")" + person.account + R"(","password":"twelve horses graze","totp":")" + code + "\"" +
                    more + "}");
  }

  EdgeHouse house;
  Person agent{house.add_person("agent", Role::agent)};
};

TEST_F(SecondFactors, ATimeThatACallerGivesIsNoTime) {
  const auto late = std::string("4102444800000000");  // in the year 2100
  for (const auto& member :
       {",\"second_factor_at\":" + late, ",\"until\":" + late, std::string(",\"auth_time\":4102444800"),
        std::string(",\"acr\":\"2\""), std::string(",\"max_age\":999999")}) {
    EXPECT_EQ(step_up(agent, "000000", member).code(), "invalid-body") << member;
    EXPECT_EQ(sign_in(agent, "000000", member).code(), "invalid-body") << member;
  }
  const auto forged = forged_fields(agent);
  EXPECT_EQ(look(agent, forged).code(), "step-up-required");
  EXPECT_EQ(look(agent, "Cookie: second_factor_at=" + late + "\r\n").code(), "step-up-required");
  EXPECT_EQ(look(agent, {}, "?max_age=999999&second_factor_at=" + late).code(), "step-up-required");
  // Nor is a date of the caller's clock.
  EXPECT_EQ(look(agent, "Date: Thu, 01 Jan 2100 00:00:00 GMT\r\nIf-Modified-Since: 0\r\n").code(), "step-up-required");
  EXPECT_EQ(house.house.count(EventKind::stepped_up), 0U);
  EXPECT_TRUE(house.desk.last_viewer.account.empty()) << "nobody was looked at";
}

TEST_F(SecondFactors, AStepUpIsOfOneSessionAndOneReason) {
  const auto other = house.add_person("other", Role::agent);
  ASSERT_EQ(step_up(agent, code_of(agent)).status, 200);
  EXPECT_EQ(look(agent).status, 200);
  EXPECT_EQ(look(other).code(), "step-up-required") << "a colleague's own";
  // Another reason in the request changes nothing of what the look is recorded with.
  EXPECT_EQ(look(agent, "X-Reason: regulator\r\n").status, 200);
  EXPECT_EQ(house.desk.last_viewer.reason, api::AccessReason::complaint);
  // The hub's own clock set back does not make it last longer.
  house.house.clock.advance(-std::chrono::hours(2));
  EXPECT_EQ(look(agent).code(), "step-up-required");
  house.house.clock.advance(std::chrono::hours(2));
  EXPECT_EQ(look(agent).status, 200);
}

TEST_F(SecondFactors, ACodeSeenOnTheWayIsWorthNothingAlsoAfterARestart) {
  const auto thief = house.add_person("thief", Role::agent);
  for (const bool restarted : {false, true}) {
    const auto what = restarted ? " after a restart" : " before";
    house.house.clock.advance(std::chrono::minutes(1));
    const auto before = agent.token;
    const auto typed = code_of(agent);
    const auto in = sign_in(agent, typed);
    ASSERT_EQ(in.status, 201) << in.body;
    agent.token = wire::from_json<api::SessionGrant>(in.body)->token;
    if (restarted) house.restart();
    // Within the time in which the code would be taken: only that it was used speaks against it.
    EXPECT_EQ(sign_in(agent, typed).code(), "sign-in-refused") << what;
    house.house.clock.advance(std::chrono::seconds(2));
    EXPECT_EQ(step_up(agent, typed).code(), "totp-wrong") << "a code of the sign-in is no step-up" << what;

    house.house.clock.advance(std::chrono::minutes(1));
    const auto lifted = code_of(agent);
    ASSERT_EQ(step_up(agent, lifted).status, 200) << what;
    if (restarted) house.restart();
    EXPECT_EQ(step_up(agent, lifted).code(), "totp-wrong") << what;
    house.house.clock.advance(std::chrono::seconds(2));
    EXPECT_EQ(sign_in(agent, lifted).code(), "sign-in-refused") << "nor the other way round" << what;
    EXPECT_EQ(look(agent).status, 200) << "the step-up itself stands" << what;

    // The token of before, and this one in the hands of a colleague.
    auto old = agent;
    old.token = before;
    EXPECT_EQ(look(old).code(), "session-required") << what;
    auto stolen = thief;
    stolen.token = agent.token;
    EXPECT_EQ(look(stolen).code(), "session-required") << what;
    house.house.clock.advance(std::chrono::seconds(10));  // what failed makes the next one wait
  }
  EXPECT_EQ(house.house.count(EventKind::stepped_up), 2U);
}

}  // namespace
}  // namespace guardline::attack

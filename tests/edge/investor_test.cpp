// A person steps up and looks at investors, as a console would. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/totp.h"
#include "tests/edge/edge_house.h"

#include <gtest/gtest.h>

namespace guardline::edge::test {
namespace {

class Looking : public testing::Test {
 protected:
  EdgeHouse house;
  Person agent{house.add_person("agent", api::Role::agent)};

  Answer post(const std::string& path, const std::string& pattern, const std::string& body) {
    return house.ops({.method = "POST",
                      .path = path,
                      .pattern = pattern,
                      .body = body,
                      .person = &agent,
                      .authorization = EdgeHouse::bearer(agent)});
  }
  Answer get(const std::string& path, const std::string& pattern) {
    return house.ops({.path = path, .pattern = pattern, .person = &agent, .authorization = EdgeHouse::bearer(agent)});
  }
  Answer step_up(const std::string& code, const std::string& rest = R"("reason":"complaint")") {
    return post("/v1/session/step-up", "/v1/session/step-up", R"({"totp":")" + code + "\"," + rest + "}");
  }
  std::string code() { return house.house.code(agent.desk); }
  std::string investor() { return "/v1/investors/" + house.desk.known.text(); }
  Answer head() { return get(investor(), "/v1/investors/{id}"); }
};

TEST_F(Looking, NeedsAStepUpWithAReasonWhichLastsAQuarterOfAnHour) {
  const auto before = head();
  EXPECT_EQ(before.status, 401);
  EXPECT_EQ(before.code, "step-up-required") << "signing in gave a fresh second factor, but no reason";
  EXPECT_NE(before.head.find("error=\"insufficient_user_authentication\""), std::string::npos) << before.head;
  EXPECT_NE(before.head.find("max_age=\"900\""), std::string::npos);

  EXPECT_EQ(step_up("12345").code, "invalid-body");
  EXPECT_EQ(step_up(code(), R"("reason":"curious")").code, "invalid-body");
  EXPECT_EQ(step_up(code(), R"("reason":"other")").code, "invalid-body");
  const auto done = step_up(code());
  ASSERT_EQ(done.status, 200) << done.body;
  EXPECT_EQ(head().status, 200);
  EXPECT_EQ(house.desk.last_viewer.reason, api::AccessReason::complaint);
  EXPECT_EQ(house.desk.last_viewer.session, agent.session);
  EXPECT_FALSE(house.desk.last_viewer.account.empty());

  const auto replayed = step_up(code());
  EXPECT_EQ(replayed.status, 403);
  EXPECT_EQ(replayed.code, "totp-wrong");
  house.house.clock.advance(std::chrono::minutes(15));
  EXPECT_EQ(head().status, 200) << "900 s is not older than 900 s";
  house.house.clock.advance(std::chrono::seconds(1));
  EXPECT_EQ(head().code, "step-up-required");
  ASSERT_EQ(step_up(code(), R"("reason":"regulator")").status, 200);
  EXPECT_EQ(head().status, 200);
  EXPECT_EQ(house.desk.last_viewer.reason, api::AccessReason::regulator);
  EXPECT_EQ(house.house.count(EventKind::stepped_up, "regulator"), 1U);

  const auto checked = house.check_answers();
  EXPECT_EQ(checked.code, 0) << checked.out;
}

TEST_F(Looking, IsAnsweredAsTheContractSays) {
  ASSERT_EQ(step_up(code()).status, 200);
  const auto found = post("/v1/investors/search", "/v1/investors/search", R"({"phone":"13800000001"})");
  EXPECT_EQ(found.status, 200) << found.body;
  EXPECT_EQ(post("/v1/investors/search", "/v1/investors/search", R"({"name":"王伟"})").code, "search-refused");
  EXPECT_EQ(house
                .ops({.path = "/v1/investors/search?phone=13800000001",
                      .pattern = "/v1/investors/search",
                      .person = &agent,
                      .authorization = EdgeHouse::bearer(agent)})
                .status,
            404)
      << "a term in the address is no search";
  const auto history = [&](const std::string& body) {
    return post(investor() + "/history", "/v1/investors/{id}/history", body);
  };
  EXPECT_EQ(history("{}").status, 200);
  EXPECT_EQ(history(R"({"filter":{"channel":"sms","unreached":true},"limit":10})").status, 200);
  EXPECT_EQ(history(R"({"filter":{"words":"保证金"}})").status, 200);
  EXPECT_EQ(history(R"({"filter":{"words":""}})").code, "invalid-body");
  EXPECT_EQ(history(R"({"filter":{"words":" "}})").code, "search-refused");
  EXPECT_EQ(history(R"({"limit":51})").code, "invalid-body");
  EXPECT_EQ(history(R"({"cursor":"made-up"})").code, "cursor-refused");
  const auto reveal = [&](const std::string& body) {
    return post(investor() + "/reveal", "/v1/investors/{id}/reveal", body);
  };
  EXPECT_EQ(reveal(R"({"field":"phone","reason":"caller_check"})").status, 200);
  EXPECT_EQ(reveal(R"({"field":"phone","reason":"other"})").code, "invalid-body");
  EXPECT_EQ(reveal(R"({"field":"push","reason":"complaint"})").code, "invalid-body");
  const auto why = [&](const std::string& id) {
    return get("/v1/deliveries/" + id + "/why", "/v1/deliveries/{id}/why");
  };
  EXPECT_EQ(why(house.desk.delivery.text()).status, 200);
  EXPECT_EQ(why(house.desk.known.text()).status, 404);
  EXPECT_EQ(get("/v1/investors/x", "/v1/investors/{id}").status, 404);

  // The record can't take a look: nothing is shown by any of them.
  house.desk.is_broken = true;
  house.desk.broken = ErrorCode::unavailable;
  for (const auto& answer :
       {head(), history("{}"), reveal(R"({"field":"phone","reason":"caller_check"})"), why(house.desk.delivery.text()),
        post("/v1/investors/search", "/v1/investors/search", R"({"phone":"13800000001"})")}) {
    EXPECT_EQ(answer.status, 503);
    EXPECT_EQ(answer.code, "journal-unavailable");
    EXPECT_EQ(answer.body.find("138"), std::string::npos);
  }
  const auto checked = house.check_answers();
  EXPECT_EQ(checked.code, 0) << checked.out;
}

TEST_F(Looking, WritesNotesAndCallsUnderAStepUpAndOnce) {
  const auto say = [&](const std::string& what, const std::string& body, const std::string& key = "k1") {
    Ask ask{.method = "POST",
            .path = investor() + "/" + what,
            .pattern = "/v1/investors/{id}/" + what,
            .body = body,
            .person = &agent,
            .authorization = EdgeHouse::bearer(agent)};
    if (!key.empty()) ask.headers = {"Idempotency-Key: " + key};
    return house.ops(ask);
  };
  const std::string note = R"({"text":"客户要求下午再来电\n已记入"})";
  EXPECT_EQ(say("notes", note).code, "step-up-required");
  ASSERT_EQ(step_up(code()).status, 200);
  const auto done = say("notes", note);
  EXPECT_EQ(done.status, 201) << done.body;
  EXPECT_NE(done.body.find("\"kind\":\"note\""), std::string::npos) << done.body;
  EXPECT_EQ(house.desk.last_viewer.account, house.house.access->accounts().find("agent")->id);
  ASSERT_TRUE(house.desk.written.contains("k1"));
  EXPECT_FALSE(house.desk.written["k1"].at);
  EXPECT_EQ(say("notes", note).status, 201) << "the same again is the same";
  const auto other = say("notes", R"({"text":"别的内容"})");
  EXPECT_EQ(other.status, 422);
  EXPECT_EQ(other.code, "idempotency-key-reused");
  EXPECT_EQ(say("notes", note, "").code, "idempotency-key-missing");
  EXPECT_EQ(say("notes", R"({"text":""})").code, "invalid-body");
  EXPECT_EQ(say("notes", R"({"text":")" + std::string(1001, 'x') + "\"}").code, "invalid-body");

  const auto call = say("calls",
                        R"({"call":{"direction":"outgoing","outcome":"no_answer","minutes":0},)"
                        R"("at":1790000000000000})",
                        "k2");
  EXPECT_EQ(call.status, 201) << call.body;
  ASSERT_TRUE(house.desk.written.contains("k2"));
  EXPECT_EQ(house.desk.written["k2"].call, (CallFacts{CallDirection::outgoing, CallOutcome::no_answer, 0}));
  EXPECT_TRUE(house.desk.written["k2"].at);
  for (const auto* bad : {R"({"call":{"direction":"sideways","outcome":"busy","minutes":0}})",
                          R"({"call":{"direction":"outgoing","outcome":"busy","minutes":601}})",
                          R"({"call":{"direction":"outgoing","outcome":"busy"}})", R"({"text":"x"})"}) {
    EXPECT_EQ(say("calls", bad, "k3").code, "invalid-body") << bad;
  }
  house.desk.is_broken = true;
  house.desk.broken = ErrorCode::denied;
  const auto erased = say("notes", note, "k4");
  EXPECT_EQ(erased.status, 409);
  EXPECT_EQ(erased.code, "investor-erased");
  house.desk.broken = ErrorCode::unavailable;
  EXPECT_EQ(say("calls", R"({"call":{"direction":"outgoing","outcome":"busy","minutes":0}})", "k5").code,
            "journal-unavailable");
  const auto checked = house.check_answers();
  EXPECT_EQ(checked.code, 0) << checked.out;
}

TEST_F(Looking, ComplianceReadsAndWritesNothing) {
  const auto auditor = house.add_person("audit", api::Role::compliance);
  const auto answer = house.ops({.method = "POST",
                                 .path = investor() + "/notes",
                                 .pattern = "/v1/investors/{id}/notes",
                                 .body = R"({"text":"x"})",
                                 .person = &auditor,
                                 .authorization = EdgeHouse::bearer(auditor),
                                 .headers = {"Idempotency-Key: k"}});
  EXPECT_EQ(answer.code, "role-not-allowed");
  EXPECT_TRUE(house.desk.written.empty());
}

TEST_F(Looking, TakesTheStepUpOfThisSessionOnly) {
  ASSERT_EQ(step_up(code()).status, 200);
  house.house.next_step();
  // Signing in again on the same desk: a new session, without a step-up.
  const auto again = house.house.signed_in("agent", agent.desk);
  agent.token = again.token;
  EXPECT_EQ(head().code, "step-up-required");
}

}  // namespace
}  // namespace guardline::edge::test

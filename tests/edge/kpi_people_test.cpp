// The people behind a figure through the door: a step-up, the bounds, the refusals; checked against our OpenAPI
// document. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/kpi_people.h"

#include "core/wire/codec.h"
#include "tests/edge/edge_house.h"

#include <gtest/gtest.h>

namespace guardline::edge::test {
namespace {

class PeopleBehind : public testing::Test {
 protected:
  EdgeHouse house;
  Person risk{house.add_person("risk", api::Role::risk)};

  Answer post(const std::string& path, const std::string& body) {
    return house.ops(
        {.method = "POST", .path = path, .body = body, .person = &risk, .authorization = EdgeHouse::bearer(risk)});
  }
  Answer people(const std::string& body) { return post("/v1/kpi/people", body); }
  void step_up() {
    const auto done =
        post("/v1/session/step-up", R"({"totp":")" + house.house.code(risk.desk) + R"(","reason":"regulator"})");
    ASSERT_EQ(done.status, 200) << done.body;
  }
  /// A day's point, from whole hours in seconds.
  static std::string point(std::int64_t from, std::int64_t until, const std::string& more = "") {
    return R"({"figure":"people_reached","from":)" + std::to_string(from * 3'600'000'000) + R"(,"until":)" +
           std::to_string(until * 3'600'000'000) + more + "}";
  }
  std::int64_t now() {
    return std::chrono::floor<std::chrono::hours>(house.house.clock.now()).time_since_epoch().count();
  }
};

TEST_F(PeopleBehind, AreShownAfterAStepUpOnlyAndForItsReason) {
  const auto before = people(point(now() - 24, now()));
  EXPECT_EQ(before.status, 401);
  EXPECT_EQ(before.code, "step-up-required");
  EXPECT_NE(before.head.find("error=\"insufficient_user_authentication\""), std::string::npos) << before.head;
  step_up();
  const auto shown = people(point(now() - 24, now(), R"(,"channel":"sms","side":"never","limit":10)"));
  ASSERT_EQ(shown.status, 200) << shown.body;
  const auto page = wire::from_json<api::KpiPeople>(shown.body);
  ASSERT_TRUE(page);
  EXPECT_EQ(page->channel, Channel::sms);
  EXPECT_EQ(page->never, 1);
  EXPECT_EQ(page->people.at(0).reach, api::ReachState::lost);
  EXPECT_EQ(house.people.last_viewer.reason, api::AccessReason::regulator);
  EXPECT_EQ(house.people.last_viewer.session, risk.session);
  house.house.clock.advance(std::chrono::minutes(15) + std::chrono::seconds(1));
  EXPECT_EQ(people(point(now() - 24, now())).code, "step-up-required");
  const auto checked = house.check_answers();
  EXPECT_EQ(checked.code, 0) << checked.out;
}

TEST_F(PeopleBehind, AreRefusedWhereThereIsNoSuchPointOrTheLookCantBeWrittenDown) {
  step_up();
  for (const auto& body : std::vector<std::string>{point(now(), now()), point(now(), now() - 1),
                                                   point(now() + 2, now() + 3), point(now() - 93 * 24, now()),
                                                   R"({"figure":"people_reached","from":1,"until":3600000000})",
                                                   R"({"figure":"first_response","from":0,"until":3600000000})"}) {
    const auto refused = people(body);
    EXPECT_EQ(refused.status, 422) << body;
    EXPECT_EQ(refused.code, "period-refused") << body;
  }
  EXPECT_EQ(people(point(now() - 1, now(), R"(,"limit":51)")).code, "invalid-body");
  EXPECT_EQ(people(point(now() - 1, now(), R"(,"side":"somewhere")")).code, "invalid-body");
  EXPECT_EQ(people(point(now() - 1, now(), R"(,"cursor":"made-up")")).code, "cursor-refused");
  house.people.broken = ErrorCode::exhausted;
  const auto busy = people(point(now() - 1, now()));
  EXPECT_EQ(busy.status, 429);
  EXPECT_NE(busy.head.find("Retry-After"), std::string::npos);
  house.people.broken = ErrorCode::unavailable;
  const auto closed = people(point(now() - 1, now()));
  EXPECT_EQ(closed.status, 503);
  EXPECT_EQ(closed.code, "journal-unavailable");
  EXPECT_EQ(closed.body.find("王"), std::string::npos);
  const auto checked = house.check_answers();
  EXPECT_EQ(checked.code, 0) << checked.out;
}

}  // namespace
}  // namespace guardline::edge::test

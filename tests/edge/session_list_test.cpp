// A person sees where they are signed in, and ends it there. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/stream.h"
#include "tests/edge/edge_house.h"

#include <chrono>
#include <future>
#include <thread>

#include <boost/json.hpp>
#include <gtest/gtest.h>

namespace guardline::edge::test {
namespace {

namespace json = boost::json;

json::array rows_of(const Answer& answer) {
  EXPECT_EQ(answer.status, 200) << answer.body;
  return json::parse(answer.body).at("sessions").as_array();
}

std::string text(const json::value& value) { return std::string(value.as_string()); }

/// What an answer tells; its trace is another each time.
json::value but_trace(const Answer& answer) {
  auto told = json::parse(answer.body);
  told.as_object().erase("trace");
  return told;
}

Answer ask(EdgeHouse& house, const Person& person, const char* method, const std::string& id = {}) {
  return house.ops({.method = method,
                    .path = id.empty() ? "/v1/sessions" : "/v1/sessions/" + id,
                    .pattern = id.empty() ? "/v1/sessions" : "/v1/sessions/{id}",
                    .person = &person,
                    .authorization = EdgeHouse::bearer(person)});
}

TEST(SessionList, ShowsOnesOwnAndMarksThisOne) {
  EdgeHouse house;
  const auto one = house.add_person("one", api::Role::agent);
  const auto other = house.add_person("other", api::Role::admin);
  const auto rows = rows_of(ask(house, one, "GET"));
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(text(rows[0].at("session_id")), one.session.text());
  EXPECT_TRUE(rows[0].at("current").as_bool());
  EXPECT_FALSE(rows[0].at("device_name").as_string().empty());
  EXPECT_FALSE(rows[0].at("shared").as_bool());
  EXPECT_EQ(rows_of(ask(house, other, "GET")).size(), 1U) << "an administrator sees no other people's here";
  const auto checked = house.check_answers();
  EXPECT_EQ(checked.code, 0) << checked.out;
}

TEST(SessionList, EndsOneOnAnotherDeviceWithItsStream) {
  EdgeHouse house;
  auto here = house.add_person("one", api::Role::risk);
  auto there = house.add_desk(here);
  const auto rows = rows_of(ask(house, here, "GET"));
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(text(rows[0].at("session_id")), there.session.text()) << "newest first";
  EXPECT_FALSE(rows[0].at("current").as_bool());
  EXPECT_TRUE(rows[1].at("current").as_bool());

  auto stream = std::async(std::launch::async, [&] { return house.stream(there, R"("mode":"open")"); });
  for (int i = 0; i < 500 && house.streams.subscribers() == 0; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  ASSERT_EQ(house.streams.subscribers(), 1U);
  EXPECT_EQ(ask(house, here, "DELETE", there.session.text()).status, 204);
  EXPECT_EQ(json::parse(stream.get()).at("close").to_number<int>(), static_cast<int>(api::kCloseSessionEnded));
  EXPECT_EQ(ask(house, there, "GET").code, "session-required");
  EXPECT_EQ(rows_of(ask(house, here, "GET")).size(), 1U);
  EXPECT_EQ(house.house.count(EventKind::signed_out, "revoked"), 1U) << "journaled";
  EXPECT_EQ(ask(house, here, "DELETE", there.session.text()).code, "not-found") << "once";
  const auto checked = house.check_answers();
  EXPECT_EQ(checked.code, 0) << checked.out;
}

TEST(SessionList, OfOthersNobodyEndsOrLearnsAnything) {
  EdgeHouse house;
  const auto one = house.add_person("one", api::Role::risk);
  const auto admin = house.add_person("adm", api::Role::admin);
  for (const auto* person : {&one, &admin}) {
    const auto& target = person == &one ? admin : one;
    const auto foreign = ask(house, *person, "DELETE", target.session.text());
    const auto unknown = ask(house, *person, "DELETE", "0190b0c8-7a4e-7cc3-98c4-dc0c0c07398f");
    EXPECT_EQ(foreign.status, 404);
    EXPECT_EQ(but_trace(foreign), but_trace(unknown));
    EXPECT_EQ(ask(house, *person, "DELETE", "x").status, 404);
    EXPECT_EQ(ask(house, target, "GET").status, 200);
  }
  // One's own of the moment: that is signing out.
  EXPECT_EQ(ask(house, one, "DELETE", one.session.text()).status, 204);
  EXPECT_EQ(ask(house, one, "GET").code, "session-required");
  const auto checked = house.check_answers();
  EXPECT_EQ(checked.code, 0) << checked.out;
}

}  // namespace
}  // namespace guardline::edge::test

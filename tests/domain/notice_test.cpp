// Routes. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/notice.h"

#include <gtest/gtest.h>

namespace guardline {
namespace {

using namespace std::chrono_literals;

TEST(Route, GoodOnesPass) {
  EXPECT_TRUE(check_route({{StepMode::parallel, {Channel::sms, Channel::email}, 0s}}, Category::core_risk));
  EXPECT_TRUE(check_route({{StepMode::parallel, {Channel::sms}, 0s}, {StepMode::then, {Channel::email}, 600s}},
                          Category::service));
}

TEST(Route, ACoreRiskNoticeNeedsTwoWaysAtOnce) {
  const auto checked = check_route({{StepMode::parallel, {Channel::sms}, 0s}, {StepMode::then, {Channel::email}, 0s}},
                                   Category::core_risk);
  ASSERT_FALSE(checked);
  EXPECT_EQ(checked.error().code, ErrorCode::invalid_argument);
}

TEST(Route, EachRuleRefuses) {
  const Route bad[] = {
      {},
      {{StepMode::parallel, {}, 0s}},
      {{StepMode::then, {Channel::sms}, 0s}},
      {{StepMode::parallel, {Channel::sms, Channel::sms}, 0s}},
      {{StepMode::parallel, {Channel::sms}, 0s}, {StepMode::parallel, {Channel::email}, 0s}},
      {{StepMode::parallel, {Channel::sms}, 0s}, {StepMode::then, {Channel::email, Channel::push}, 0s}},
      {{StepMode::parallel, {Channel::sms}, 0s}, {StepMode::then, {Channel::sms}, 0s}},
      {{StepMode::parallel, {Channel::sms}, 0s}, {StepMode::then, {Channel::email}, -1s}},
      {{StepMode::parallel, {Channel::sms}, 0s}, {StepMode::then, {Channel::email}, std::chrono::hours(169)}},
      Route(7, {StepMode::parallel, {Channel::sms}, 0s}),
  };
  for (const auto& route : bad) EXPECT_FALSE(check_route(route, Category::service)) << &route - bad;
}

TEST(Route, TheWidestAllowedPassesAndTheRefusalNamesTheStep) {
  Route route{{StepMode::parallel, {Channel::sms}, 0s}};
  for (const auto channel : {Channel::email, Channel::push, Channel::web, Channel::chat, Channel::phone}) {
    route.push_back({StepMode::then, {channel}, std::chrono::hours(168)});
  }
  EXPECT_TRUE(check_route(route, Category::service)) << "six steps, seven days each";
  route[3].wait += 1s;
  const auto late = check_route(route, Category::service);
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().code, ErrorCode::invalid_argument);
  EXPECT_NE(late.error().message.find("step 3"), std::string::npos);
  route[3].wait -= 1s;
  route.push_back({StepMode::then, {Channel::sms}, 0s});
  EXPECT_FALSE(check_route(route, Category::service)) << "a seventh step";
  EXPECT_TRUE(check_route({{StepMode::parallel, {Channel::sms}, 0s}}, Category::marketing))
      << "two ways are core risk's rule";
}

}  // namespace
}  // namespace guardline

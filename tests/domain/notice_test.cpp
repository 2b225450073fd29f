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

}  // namespace
}  // namespace guardline

// Templates and pauses. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/notices/render.h"

#include "hub/dispatch/policy.h"

#include <gtest/gtest.h>

namespace guardline::notices {
namespace {

TEST(Render, FillsPlaceholders) {
  EXPECT_EQ(render("{{name}}：保证金比例 {{ ratio }}%", {{"name", "𠮷田"}, {"ratio", "118"}}).value(),
            "𠮷田：保证金比例 118%");
  EXPECT_EQ(render("", {}).value(), "");
  EXPECT_EQ(render("no braces } { here", {}).value(), "no braces } { here");
}

TEST(Render, AValueIsNeverScannedAgain) {
  EXPECT_EQ(render("{{a}}{{b}}", {{"a", "{{b}}"}, {"b", "x"}}).value(), "{{b}}x");
}

TEST(Render, Refuses) {
  for (const auto* text : {"{{missing}}", "{{open", "{{}}", "{{a b}}", "{{a;b}}"}) {
    const auto out = render(text, {{"a", "1"}});
    ASSERT_FALSE(out) << text;
    EXPECT_EQ(out.error().code, ErrorCode::invalid_argument);
  }
}

TEST(BackOff, DoublesStaysInItsHalfAndEnds) {
  const dispatch::RetryPolicy policy{8, std::chrono::seconds(1), std::chrono::seconds(60)};
  EXPECT_EQ(dispatch::back_off(policy, 2, 0.0), std::chrono::milliseconds(500));
  EXPECT_EQ(dispatch::back_off(policy, 3, 0.0), std::chrono::seconds(1));
  EXPECT_LT(dispatch::back_off(policy, 3, 0.999), std::chrono::seconds(2));
  EXPECT_LE(dispatch::back_off(policy, 60, 0.999), std::chrono::seconds(60));
  EXPECT_GE(dispatch::back_off(policy, 60, 0.0), std::chrono::seconds(30));
}

TEST(Policy, OnlyMarketingIsNeverSentAgain) {
  EXPECT_TRUE(dispatch::may_resend_unknown(Category::core_risk));
  EXPECT_FALSE(dispatch::may_resend_unknown(Category::marketing));
}

}  // namespace
}  // namespace guardline::notices

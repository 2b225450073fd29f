// The planner's rules. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/notices/plan.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace guardline::notices {
namespace {

using namespace std::chrono_literals;

Profile everyone() {
  Profile profile;
  for (const auto channel : kChannels) profile.ways[static_cast<std::size_t>(channel)].present = true;
  profile.marketing_consent = true;
  return profile;
}

const Route kTwoThenPush{{StepMode::parallel, {Channel::sms, Channel::email}, 0s},
                         {StepMode::then, {Channel::push}, 60s}};

TEST(Plan, ParallelWaysGoTogether) {
  const auto plan = plan_first_step(everyone(), kTwoThenPush, Category::service);
  ASSERT_EQ(plan.size(), 2U);
  for (const auto& way : plan) {
    EXPECT_EQ(way.step, 0);
    EXPECT_EQ(way.reason, Reason::none);
  }
}

TEST(Plan, TheDoubleChannelLockPullsALaterWayForward) {
  auto profile = everyone();
  profile.ways[static_cast<std::size_t>(Channel::email)].present = false;
  const auto plan = plan_first_step(profile, kTwoThenPush, Category::core_risk);
  ASSERT_EQ(plan.size(), 3U);
  EXPECT_EQ(plan[1].reason, Reason::no_contact_point);
  EXPECT_EQ(plan[2].channel, Channel::push);
  EXPECT_EQ(plan[2].reason, Reason::none);
  EXPECT_EQ(plan_first_step(profile, kTwoThenPush, Category::service).size(), 2U) << "only core risk has the lock";
  EXPECT_TRUE(plan_step(profile, kTwoThenPush, Category::service, 1));
}

TEST(Plan, OptOutBindsServiceAndMarketingButNotTheDutyToWarn) {
  auto profile = everyone();
  profile.ways[static_cast<std::size_t>(Channel::sms)].opted_out = true;
  EXPECT_EQ(suppression(profile, Channel::sms, Category::core_risk), Reason::none);
  EXPECT_EQ(suppression(profile, Channel::sms, Category::service), Reason::opted_out);
  EXPECT_EQ(suppression(profile, Channel::sms, Category::marketing), Reason::opted_out);
}

TEST(Plan, MarketingNeedsConsentAndKeepsItsCap) {
  auto profile = everyone();
  profile.marketing_sms_this_month = kMarketingSmsPerMonth;
  EXPECT_EQ(suppression(profile, Channel::sms, Category::marketing), Reason::marketing_cap);
  EXPECT_EQ(suppression(profile, Channel::email, Category::marketing), Reason::none);
  EXPECT_EQ(suppression(profile, Channel::sms, Category::service), Reason::none);
  profile.marketing_consent = false;
  EXPECT_EQ(suppression(profile, Channel::email, Category::marketing), Reason::no_consent);
}

TEST(Plan, AnErasedInvestorGetsNothing) {
  auto profile = everyone();
  profile.erased = true;
  for (const auto category : {Category::core_risk, Category::service, Category::marketing})
    EXPECT_EQ(suppression(profile, Channel::sms, category), Reason::investor_erased);
}

TEST(Plan, ADeadContactPointIsNotUsed) {
  auto profile = everyone();
  profile.ways[static_cast<std::size_t>(Channel::email)].valid = false;
  EXPECT_EQ(suppression(profile, Channel::email, Category::core_risk), Reason::contact_point_invalid);
}

TEST(Plan, StepsPastTheEndAreNothing) {
  EXPECT_FALSE(plan_step(everyone(), kTwoThenPush, Category::service, 0));
  EXPECT_FALSE(plan_step(everyone(), kTwoThenPush, Category::service, 2));
}

}  // namespace
}  // namespace guardline::notices

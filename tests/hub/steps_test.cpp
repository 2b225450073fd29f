// Planning and "one after another". SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hub/house.h"

#include <algorithm>
#include <utility>

#include <gmock/gmock.h>

namespace guardline::test {
namespace {

using dispatch::LineState;
using testing::ElementsAre;
using Outcome = dispatch::Answer::Outcome;
using enum EventKind;

/// SMS first, then mail.
const auto kSmsThenMail = std::vector{together({Channel::sms}), then(Channel::email)};

class StepsOnStores : public testing::TestWithParam<Store> {};
INSTANTIATE_TEST_SUITE_P(Stores, StepsOnStores, testing::Values(Store::embedded, Store::postgres), store_name);

std::vector<Reason> reasons(House& house) {
  std::vector<Reason> out;
  for (const auto& event : house.events(delivery_suppressed)) out.push_back(event.reason);
  std::ranges::sort(out);
  return out;
}

TEST(Planning, WhatIsNotSentSaysWhy) {
  House house;
  house.add_carrier("sms-main", Channel::sms);
  house.start();
  const auto no_phone = house.add({.sms = false});
  const auto opted_out = house.add({.opted_out = true});
  const auto no_consent = house.add({.consent = false});
  const auto dead = house.add();
  house.write(
      "UPDATE contact_point SET valid = 0 WHERE investor IN (SELECT id FROM investor ORDER BY id DESC LIMIT 1)");
  const auto fine = house.add();
  house.send(
      request("ad", Category::marketing, {no_phone, opted_out, no_consent, dead, fine}, {together({Channel::sms})}));
  ASSERT_TRUE(house.wait(delivery_accepted));
  EXPECT_THAT(reasons(house), ElementsAre(Reason::no_contact_point, Reason::contact_point_invalid, Reason::no_consent,
                                          Reason::opted_out));
  EXPECT_EQ(house.events(message_planned).size(), 5U);
  EXPECT_EQ(house.events(delivery_intent).size(), 1U);
}

TEST(Planning, TheErasedAreSuppressedAndHoldNobodyUp) {
  House house;
  house.add_carrier("sms-main", Channel::sms);
  house.start();
  house.planner->stop();
  const auto gone = house.add();
  const auto stays = house.add();
  house.send(request("info", Category::service, {gone, stays}, kSmsThenMail));
  house.erase(gone);
  house.crash();
  auto& sms = house.add_carrier("sms-main", Channel::sms);
  house.start();
  ASSERT_TRUE(house.wait(delivery_accepted));
  EXPECT_THAT(reasons(house), ElementsAre(Reason::investor_erased));
  EXPECT_EQ(sms.seen().size(), 1U);
  EXPECT_EQ(house.events(delivery_accepted)[0].investor, stays);
}

TEST(Planning, TheDoubleChannelLockPullsTheNextWayForward) {
  House house;
  house.add_carrier("sms-main", Channel::sms);
  house.add_carrier("mail-main", Channel::email);
  house.add_carrier("push-main", Channel::push);
  house.start();
  const auto who = house.add({.sms = true, .email = false, .push = true});
  house.send(
      request("warn", Category::core_risk, {who}, {together({Channel::sms, Channel::email}), then(Channel::push)}));
  ASSERT_TRUE(house.wait(delivery_accepted, 2)) << "two ways at once, although none has failed";
  EXPECT_THAT(house.trail(Channel::email), ElementsAre(delivery_suppressed));
  EXPECT_EQ(house.events(delivery_planned).size(), 2U);
}

TEST(Planning, TheMarketingCapCountsEveryWayASmsComesAbout) {
  House house;
  auto& mail = house.add_carrier("mail-main", Channel::email);
  auto& sms = house.add_carrier("sms-main", Channel::sms);
  mail.script = [](auto&, auto) { return answer(Outcome::refused, Reason::mailbox_full); };
  house.start();
  const auto who = house.add();
  // Three in the first step, three as a second step after mail has failed: the cap is four.
  for (std::size_t i = 0; i < 3; ++i) {
    house.send(request("ad", Category::marketing, {who}, {together({Channel::sms})}));
    ASSERT_TRUE(house.wait(delivery_accepted, i + 1));
  }
  for (std::size_t i = 0; i < 3; ++i) {
    house.send(request("ad", Category::marketing, {who}, {together({Channel::email}), then(Channel::sms)}));
    ASSERT_TRUE(house.wait(delivery_failed, i + 1));
    ASSERT_TRUE(eventually(
        [&] { return house.events(delivery_accepted).size() + house.events(delivery_suppressed).size() == 4 + i; }));
  }
  EXPECT_EQ(sms.seen().size(), 4U);
  EXPECT_THAT(reasons(house), ElementsAre(Reason::marketing_cap, Reason::marketing_cap));
}

TEST_P(StepsOnStores, ARefusalBringsTheNextStepAtOnce) {
  House house(GetParam());
  auto& sms = house.add_carrier("sms-main", Channel::sms);
  auto& mail = house.add_carrier("mail-main", Channel::email);
  sms.script = [](auto&, auto) { return answer(Outcome::refused, Reason::no_such_number); };
  house.start();
  house.send(request("info", Category::service, {house.add()}, kSmsThenMail));
  ASSERT_TRUE(house.wait(delivery_accepted));
  EXPECT_EQ(house.events(delivery_failed)[0].reason, Reason::no_such_number);
  EXPECT_EQ(mail.seen().size(), 1U);
  EXPECT_EQ(house.events(delivery_planned).size(), 2U);
  EXPECT_EQ(house.number("SELECT count(*) FROM message WHERE due_at IS NOT NULL"), 0);
}

TEST_P(StepsOnStores, WaitSecondsPassAndTheNextStepStartsAlthoughNothingFailed) {
  House house(GetParam());
  house.add_carrier("sms-main", Channel::sms);
  auto& mail = house.add_carrier("mail-main", Channel::email);
  house.start();
  house.send(request("info", Category::service, {house.add()},
                     {together({Channel::sms}), then(Channel::email, std::chrono::minutes(5))}));
  ASSERT_TRUE(house.wait(delivery_accepted));
  house.clock.push(std::chrono::minutes(4));
  std::this_thread::sleep_for(std::chrono::milliseconds(60));
  EXPECT_TRUE(mail.seen().empty());
  house.clock.push(std::chrono::minutes(2));
  ASSERT_TRUE(house.wait(delivery_accepted, 2));
  EXPECT_EQ(mail.seen().size(), 1U);
}

TEST(Steps, WhoWasReachedGetsNoFurtherStep) {
  House house;
  auto& sms = house.add_carrier("sms-main", Channel::sms);
  auto& mail = house.add_carrier("mail-main", Channel::email);
  house.start();
  house.send(request("info", Category::service, {house.add()},
                     {together({Channel::sms}), then(Channel::email, std::chrono::minutes(5))}));
  ASSERT_TRUE(house.wait(delivery_accepted));
  EXPECT_TRUE(sms.report("sms-main-0", DeliveryState::delivered).get());
  house.clock.push(std::chrono::minutes(6));
  ASSERT_TRUE(eventually([&] { return house.number("SELECT count(*) FROM message WHERE due_at IS NULL") == 1; }));
  EXPECT_TRUE(mail.seen().empty());
  EXPECT_EQ(house.events(delivery_planned).size(), 1U);
}

TEST(Steps, AFailedReceiptBringsTheNextStep) {
  House house;
  auto& sms = house.add_carrier("sms-main", Channel::sms);
  auto& mail = house.add_carrier("mail-main", Channel::email);
  house.start();
  house.send(request("info", Category::service, {house.add()}, kSmsThenMail));
  ASSERT_TRUE(house.wait(delivery_accepted));
  EXPECT_TRUE(sms.report("sms-main-0", DeliveryState::failed, Reason::handset_off).get());
  ASSERT_TRUE(house.wait(delivery_accepted, 2));
  EXPECT_EQ(mail.seen().size(), 1U);
}

TEST(Steps, ALineThatStaysDownBringsTheNextStep) {
  House house;
  house.add_carrier("sms-main", Channel::sms).set_line(LineState::down);
  auto& mail = house.add_carrier("mail-main", Channel::email);
  house.start();
  house.send(request("info", Category::service, {house.add()}, kSmsThenMail));
  ASSERT_TRUE(house.wait(delivery_planned));
  house.clock.push(house.dispatching.line_patience + std::chrono::seconds(1));
  ASSERT_TRUE(house.wait(delivery_accepted));
  EXPECT_EQ(house.events(delivery_failed)[0].reason, Reason::carrier_down);
  EXPECT_EQ(mail.seen().size(), 1U);
}

TEST(Steps, WhileOneWayIsStillOpenNothingFurtherStarts) {
  House house;
  auto& sms = house.add_carrier("sms-main", Channel::sms);
  auto& mail = house.add_carrier("mail-main", Channel::email);
  auto& push = house.add_carrier("push-main", Channel::push);
  sms.script = [](auto&, auto) { return answer(Outcome::refused, Reason::no_such_number); };
  house.start();
  house.send(request("warn", Category::core_risk, {house.add({.push = true})},
                     {together({Channel::sms, Channel::email}), then(Channel::push)}));
  ASSERT_TRUE(house.wait(delivery_accepted));
  ASSERT_TRUE(house.wait(delivery_failed));
  ASSERT_TRUE(eventually([&] { return house.number("SELECT count(*) FROM message WHERE due_at IS NULL") == 1; }));
  EXPECT_TRUE(push.seen().empty());
  EXPECT_TRUE(mail.report("mail-main-0", DeliveryState::failed, Reason::mailbox_full).get());
  ASSERT_TRUE(house.wait(delivery_accepted, 2));
  EXPECT_EQ(push.seen().size(), 1U);
}

TEST(Steps, AStepThatCannotBeUsedGivesWayToTheOneAfterIt) {
  House house;
  house.add_carrier("push-main", Channel::push);
  house.start();
  house.send(request("info", Category::service, {house.add({.sms = false, .email = false, .push = true})},
                     {together({Channel::sms}), then(Channel::email, std::chrono::hours(1)),
                      then(Channel::push, std::chrono::hours(1))}));
  ASSERT_TRUE(house.wait(delivery_accepted)) << "nobody waits for a way that was never taken";
  EXPECT_THAT(reasons(house), ElementsAre(Reason::no_contact_point, Reason::no_contact_point));
}

TEST(Steps, TheStepSurvivesARestart) {
  House house;
  house.add_carrier("sms-main", Channel::sms);
  house.start();
  house.send(request("info", Category::service, {house.add()},
                     {together({Channel::sms}), then(Channel::email, std::chrono::minutes(5))}));
  ASSERT_TRUE(house.wait(delivery_accepted));
  house.crash();
  house.add_carrier("sms-main", Channel::sms);
  auto& mail = house.add_carrier("mail-main", Channel::email);
  house.start();
  house.clock.push(std::chrono::minutes(6));
  ASSERT_TRUE(house.wait(delivery_accepted, 2));
  EXPECT_EQ(mail.seen().size(), 1U);
  EXPECT_TRUE(house.events(resent_uncertain).empty());
}

TEST(Steps, AWayThatEndsWhileTheOtherIsLookedAtIsNotForgotten) {
  House house;
  auto& sms = house.add_carrier("sms-main", Channel::sms);
  auto& mail = house.add_carrier("mail-main", Channel::email);
  auto& push = house.add_carrier("push-main", Channel::push);
  house.start();
  house.followup->stop();
  house.send(request("warn", Category::core_risk, {house.add({.push = true})},
                     {together({Channel::sms, Channel::email}), then(Channel::push)}));
  ASSERT_TRUE(house.wait(delivery_accepted, 2));
  ASSERT_TRUE(sms.report("sms-main-0", DeliveryState::failed).get());
  // The follow-up has seen mail open and is about to say "nothing to do"; mail fails in this moment.
  bool first = true;
  Interposed between(*house.spine, [&](const spine::Submission& submission) -> Status {
    if (submission.events.empty() && std::exchange(first, false)) {
      EXPECT_TRUE(mail.report("mail-main-0", DeliveryState::failed).get());
    }
    return {};
  });
  notices::FollowUp followup(
      between, house.clock,
      {[&](std::vector<spine::OutgoingWork> work) { house.dispatcher->add(std::move(work)); }, {}},
      {.poll = std::chrono::milliseconds(10)});
  followup.start();
  EXPECT_TRUE(eventually([&] { return push.seen().size() == 1; }));
  followup.stop();
}

}  // namespace
}  // namespace guardline::test

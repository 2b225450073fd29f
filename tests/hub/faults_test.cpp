// The store fails, the hub ends in the middle: nothing is lost, nothing is sent twice unless it is said so.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hub/house.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <random>

#include <gmock/gmock.h>

namespace guardline::test {
namespace {

using testing::ElementsAre;
using Outcome = dispatch::Answer::Outcome;
using enum EventKind;

Status down() { return fail(ErrorCode::unavailable, "the store is down"); }

bool has(const spine::Submission& submission, EventKind kind) {
  return std::ranges::find(submission.events, kind, &spine::EventDraft::kind) != submission.events.end();
}

TEST(StoreDown, WithoutAnIntentNoByteLeaves) {
  House house;
  std::atomic<bool> broken{true};
  std::atomic<int> refused{0};
  house.interpose([&](const spine::Submission& submission) -> Status {
    if (!broken || !has(submission, delivery_intent)) return {};
    ++refused;
    return down();
  });
  auto& sms = house.add_carrier("sms-main", Channel::sms, 2);
  house.start();
  house.send(request("info", Category::service, {house.add(), house.add(), house.add()}, {together({Channel::sms})}));
  ASSERT_TRUE(eventually([&] {
    house.clock.push(std::chrono::seconds(2));
    return refused >= 4;
  }));
  EXPECT_TRUE(sms.seen().empty());
  EXPECT_EQ(house.dispatcher->trouble(), "the store is down");
  broken = false;
  ASSERT_TRUE(eventually([&] {
    house.clock.push(std::chrono::seconds(2));
    return house.events(delivery_accepted).size() == 3;
  })) << "the window has room again";
  EXPECT_EQ(sms.seen().size(), 3U);
  EXPECT_TRUE(eventually([&] { return house.dispatcher->trouble().empty(); }));
}

TEST(StoreDown, ACarriersAnswerIsKeptUntilItIsWritten) {
  House house;
  std::atomic<bool> broken{true};
  std::atomic<int> refused{0};
  house.interpose([&](const spine::Submission& submission) -> Status {
    if (!broken || !has(submission, delivery_accepted)) return {};
    ++refused;
    return down();
  });
  auto& sms = house.add_carrier("sms-main", Channel::sms);
  house.start();
  house.send(request("info", Category::service, {house.add()}, {together({Channel::sms})}));
  ASSERT_TRUE(eventually([&] { return refused >= 3; }));
  EXPECT_TRUE(house.events(delivery_accepted).empty());
  broken = false;
  ASSERT_TRUE(house.wait(delivery_accepted));
  EXPECT_EQ(house.events(delivery_accepted).size(), 1U);
  EXPECT_EQ(sms.seen().size(), 1U) << "not sent again for want of a record";
}

TEST(StoreDown, AReceiptIsNotAcknowledgedUntilItIsWritten) {
  House house;
  std::atomic<bool> broken{false};
  house.interpose([&](const spine::Submission&) { return broken ? down() : Status(); });
  auto& sms = house.add_carrier("sms-main", Channel::sms);
  house.start();
  house.send(request("info", Category::service, {house.add()}, {together({Channel::sms})}));
  ASSERT_TRUE(house.wait(delivery_accepted));
  broken = true;
  EXPECT_FALSE(sms.report("sms-main-0", DeliveryState::delivered).get());
  broken = false;
  EXPECT_TRUE(eventually([&] { return sms.report("sms-main-0", DeliveryState::delivered).get(); }));
  EXPECT_EQ(house.events(delivery_delivered).size(), 1U);
}

TEST(StoreDown, TheNthSubmissionFailsForEveryN) {
  for (int n = 1; n <= 12; ++n) {
    SCOPED_TRACE(n);
    House house;
    std::atomic<int> count{-1'000'000};
    house.interpose([&](const spine::Submission&) { return ++count == n ? down() : Status(); });
    auto& sms = house.add_carrier("sms-main", Channel::sms);
    auto& mail = house.add_carrier("mail-main", Channel::email);
    sms.script = [](auto&, auto seen) {
      return seen == 0 ? answer(Outcome::retry, Reason::carrier_busy)
                       : answer(Outcome::refused, Reason::no_such_number);
    };
    house.start();
    const auto who = house.add();
    const auto steps = request("info", Category::service, {who}, {together({Channel::sms}), then(Channel::email)});
    count = 0;
    auto accepted = house.intake->accept(steps, kStaff, "k");
    if (!accepted) accepted = house.intake->accept(steps, kStaff, "k");
    ASSERT_TRUE(accepted);
    ASSERT_TRUE(eventually([&] {
      house.clock.push(std::chrono::seconds(2));  // work that was put back is due in a second
      return !house.events(delivery_accepted).empty();
    }));
    auto told = mail.report("mail-main-0", DeliveryState::delivered).get();
    if (!told) told = mail.report("mail-main-0", DeliveryState::delivered).get();
    EXPECT_TRUE(told);
    EXPECT_THAT(house.trail(Channel::sms),
                ElementsAre(delivery_planned, delivery_intent, delivery_retry, delivery_intent, delivery_failed));
    EXPECT_THAT(house.trail(Channel::email),
                ElementsAre(delivery_planned, delivery_intent, delivery_handed, delivery_accepted, delivery_delivered));
    EXPECT_EQ(sms.seen().size(), 2U);
    EXPECT_EQ(mail.seen().size(), 1U);
    EXPECT_EQ(house.outgoing(), 0U);
    EXPECT_EQ(house.number("SELECT count(*) FROM notice"), 1);
  }
}

TEST(StoreDown, WhatCantBeJudgedWaits) {
  House house;
  auto& sms = house.add_carrier("sms-main", Channel::sms);
  sms.set_line(dispatch::LineState::down);
  sms.script = [](auto&, auto) { return answer(Outcome::unknown); };
  house.start();
  house.send(request("ad", Category::marketing, {house.add()}, {together({Channel::sms})}));
  ASSERT_TRUE(house.wait(delivery_planned));
  // The notice can't be read: by a guess it would be treated as a service notice, which may be sent twice.
  house.write("ALTER TABLE notice RENAME TO notice_out_of_reach");
  sms.set_line(dispatch::LineState::up);
  ASSERT_TRUE(eventually([&] { return !house.dispatcher->trouble().empty(); }));
  EXPECT_TRUE(sms.seen().empty());
  EXPECT_TRUE(house.events(delivery_intent).empty());
  house.write("ALTER TABLE notice_out_of_reach RENAME TO notice");
  ASSERT_TRUE(eventually([&] {
    house.clock.push(std::chrono::seconds(2));
    return !house.events(delivery_unknown).empty();
  }));
  EXPECT_EQ(house.events(delivery_unknown)[0].reason, Reason::unknown_not_resent);
  EXPECT_EQ(sms.seen().size(), 1U);
}

TEST(StoreDown, WhatWasPutBackDoesNotWaitAnewForItsLine) {
  House house;
  std::atomic<int> refused{0};
  house.interpose([&](const spine::Submission& submission) -> Status {
    if (!has(submission, delivery_intent)) return {};
    ++refused;
    return down();
  });
  auto& sms = house.add_carrier("sms-main", Channel::sms);
  house.start();
  house.send(request("info", Category::service, {house.add()}, {together({Channel::sms})}));
  for (int tries = 1; tries <= 3; ++tries) {
    ASSERT_TRUE(eventually([&] { return refused >= tries; }));
    house.clock.push(house.dispatching.line_patience * 2 / 3);
  }
  sms.set_line(dispatch::LineState::down);
  house.clock.push(std::chrono::seconds(2));
  ASSERT_TRUE(house.wait(delivery_failed)) << "it has been due for longer than the line's patience";
  EXPECT_EQ(house.events(delivery_failed)[0].reason, Reason::carrier_down);
}

class EndsOnStores : public testing::TestWithParam<Store> {};
INSTANTIATE_TEST_SUITE_P(Stores, EndsOnStores, testing::Values(Store::embedded, Store::postgres), store_name);

TEST_P(EndsOnStores, WhereverItEndsNothingIsLostAndDoublesAreSaid) {
  House house(GetParam());
  std::mt19937 random(20260611);
  std::map<DeliveryId, std::size_t> handed;
  std::mutex mutex;
  std::vector<InvestorId> people;
  for (int i = 0; i < 40; ++i) people.push_back(house.add());
  constexpr int kEnds = 5;
  // Each end may cost a delivery one answer; none shall run out of tries by bad luck.
  house.dispatching.retry.max_attempts = kEnds + 1;
  for (int end = 0; end <= kEnds; ++end) {
    auto& sms = house.add_carrier("sms-main", Channel::sms, 6);
    sms.at_submit = [&](const dispatch::Outgoing& out) {
      const std::lock_guard lock(mutex);
      ++handed[out.delivery];
    };
    // While it is to end, some answers never come; the last time all do.
    if (end < kEnds)
      sms.script = [end](auto&, auto n) -> std::optional<dispatch::Answer> {
        if (n % 5 == 4) return std::nullopt;
        return answer(Outcome::accepted, Reason::none, {std::to_string(end) + "-" + std::to_string(n)});
      };
    house.start();
    if (end < kEnds) {
      house.send(request("info", Category::service, people, {together({Channel::sms})}));
      std::this_thread::sleep_for(std::chrono::milliseconds(20 + random() % 60));
      house.crash();
    }
  }
  ASSERT_TRUE(eventually([&] {
    house.clock.push(std::chrono::seconds(1));
    return house.events(delivery_accepted).size() == people.size() * kEnds;
  })) << house.events(delivery_accepted).size() << " accepted, " << house.outgoing() << " waiting, "
      << house.events(delivery_unknown).size() << " unknown, " << house.events(resent_uncertain).size()
      << " sent again; trouble: " << house.dispatcher->trouble();
  EXPECT_EQ(house.events(delivery_planned).size(), people.size() * kEnds) << "planned to the end, nobody twice";
  EXPECT_EQ(house.outgoing(), 0U);
  std::map<DeliveryId, std::size_t> said;
  for (const auto& event : house.events(resent_uncertain)) ++said[event.delivery];
  EXPECT_FALSE(said.empty()) << "the test would say nothing without lost answers";
  EXPECT_EQ(handed.size(), people.size() * kEnds);
  for (const auto& [delivery, times] : handed) EXPECT_LE(times, 1 + said[delivery]);
}

}  // namespace
}  // namespace guardline::test

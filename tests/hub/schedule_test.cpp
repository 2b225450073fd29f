// The dispatcher's waiting list. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/dispatch/schedule.h"

#include <gtest/gtest.h>

namespace guardline::dispatch {
namespace {

Timestamp at(int second) { return from_micros(std::int64_t{second} * 1'000'000); }

spine::OutgoingWork work(std::uint8_t number, int due, Channel channel = Channel::sms) {
  spine::OutgoingWork out;
  out.delivery.value[15] = number;
  out.due = at(due);
  out.channel = channel;
  return out;
}

TEST(ScheduleOfWork, GivesTheEarliestFirstAndNothingBeforeItsTime) {
  Schedule schedule;
  schedule.add(work(1, 30));
  schedule.add(work(3, 10));
  schedule.add(work(2, 10));
  schedule.add(work(4, 5, Channel::email));
  EXPECT_FALSE(schedule.take(Channel::sms, at(9)));
  EXPECT_EQ(schedule.take(Channel::sms, at(40))->delivery.value[15], 2);
  EXPECT_EQ(schedule.take(Channel::sms, at(40))->delivery.value[15], 3);
  EXPECT_EQ(schedule.take(Channel::sms, at(40))->delivery.value[15], 1);
  EXPECT_FALSE(schedule.take(Channel::sms, at(40)));
  EXPECT_EQ(schedule.size(), 1U);
}

TEST(ScheduleOfWork, HoldsWithoutForgettingSinceWhenItWaits) {
  Schedule schedule;
  schedule.hold(work(1, 10), at(100));
  EXPECT_FALSE(schedule.take(Channel::sms, at(99)));
  const auto next = schedule.next(Channel::sms);
  ASSERT_TRUE(next);
  EXPECT_EQ(next->ready, at(100));
  EXPECT_EQ(next->due, at(10));
  EXPECT_EQ(schedule.take(Channel::sms, at(100))->due, at(10));
}

TEST(ScheduleOfWork, KnowsADeliveryOnce) {
  Schedule schedule;
  schedule.add(work(1, 10));
  auto again = work(1, 20);
  again.attempt = 2;
  schedule.add(again);
  EXPECT_EQ(schedule.size(), 1U);
  EXPECT_FALSE(schedule.take(Channel::sms, at(19)));
  EXPECT_EQ(schedule.take(Channel::sms, at(20))->attempt, 2);
  EXPECT_FALSE(schedule.next(Channel::sms));
}

TEST(ScheduleOfWork, DropsWhatIsUnwanted) {
  Schedule schedule;
  for (std::uint8_t i = 1; i <= 6; ++i) schedule.add(work(i, i, i % 2 == 0 ? Channel::sms : Channel::email));
  schedule.drop([](const spine::OutgoingWork& one) { return one.delivery.value[15] > 2; });
  EXPECT_EQ(schedule.size(), 2U);
  EXPECT_EQ(schedule.take(Channel::sms, at(9))->delivery.value[15], 2);
  schedule.add(work(4, 1));
  EXPECT_EQ(schedule.size(), 2U) << "what was dropped may come again";
}

}  // namespace
}  // namespace guardline::dispatch

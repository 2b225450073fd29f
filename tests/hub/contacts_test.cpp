// Addresses that turn out not to exist, and investors who are erased. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/notices/investors.h"
#include "tests/hub/house.h"

#include <gmock/gmock.h>

namespace guardline::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using Outcome = dispatch::Answer::Outcome;
using enum EventKind;

class ContactsOnStores : public testing::TestWithParam<Store> {
 protected:
  House house{GetParam()};
  FakeCarrier& sms{house.add_carrier("sms-main", Channel::sms)};
  FakeCarrier& mail{house.add_carrier("mail-main", Channel::email)};

  std::int64_t valid() { return house.number("SELECT count(*) FROM contact_point WHERE valid = 1"); }
  void send(InvestorId who, Channel channel) {
    house.send(request("info", Category::service, {who}, {together({channel})}));
  }
};
INSTANTIATE_TEST_SUITE_P(Stores, ContactsOnStores, testing::Values(Store::embedded, Store::postgres), store_name);

TEST_P(ContactsOnStores, ANumberThatDoesNotExistIsNotPlannedForAgain) {
  house.start();
  const auto who = house.add();
  house.add();
  send(who, Channel::sms);
  ASSERT_TRUE(house.wait(delivery_accepted));
  ASSERT_TRUE(sms.report("sms-main-0", DeliveryState::failed, Reason::no_such_number).get());
  EXPECT_EQ(valid(), 3) << "one of four; the same person's mailbox is another address";
  const auto failed = house.events(delivery_failed).at(0);
  const auto changed = house.events(investor_changed);
  ASSERT_THAT(changed, SizeIs(3)) << "two who came in, and this";
  const auto& said = *std::ranges::find(changed, "contact-invalid", &spine::StoredEvent::code);
  EXPECT_EQ(said.investor, who);
  EXPECT_EQ(said.channel, Channel::sms);
  EXPECT_EQ(said.reason, Reason::no_such_number);
  EXPECT_EQ(said.cause, failed.ref);

  send(who, Channel::sms);
  ASSERT_TRUE(house.wait(delivery_suppressed));
  EXPECT_EQ(house.events(delivery_suppressed)[0].reason, Reason::contact_point_invalid);
  EXPECT_THAT(sms.seen(), SizeIs(1));
  send(who, Channel::email);
  EXPECT_TRUE(house.wait(delivery_accepted, 2));
}

TEST_P(ContactsOnStores, AMailboxRefusedAtTheDoorIsNotPlannedForAgain) {
  mail.script = [](auto&, auto) { return answer(Outcome::refused, Reason::no_such_mailbox); };
  house.start();
  const auto who = house.add();
  send(who, Channel::email);
  ASSERT_TRUE(house.wait(delivery_failed));
  EXPECT_EQ(valid(), 1);
  send(who, Channel::email);
  ASSERT_TRUE(house.wait(delivery_suppressed));
  EXPECT_EQ(house.events(delivery_suppressed)[0].reason, Reason::contact_point_invalid);
  EXPECT_THAT(mail.seen(), SizeIs(1));
}

TEST_P(ContactsOnStores, OtherFailuresSayNothingAboutTheAddress) {
  mail.script = [](auto&, auto) { return answer(Outcome::refused, Reason::content_refused); };
  house.start();
  const auto who = house.add();
  send(who, Channel::email);
  ASSERT_TRUE(house.wait(delivery_failed));
  send(who, Channel::sms);
  ASSERT_TRUE(house.wait(delivery_accepted));
  ASSERT_TRUE(sms.report("sms-main-0", DeliveryState::failed, Reason::handset_off).get());
  ASSERT_TRUE(house.wait(delivery_failed, 2));
  EXPECT_EQ(valid(), 2);
}

TEST_P(ContactsOnStores, WhatWasDeliveredExistsAndADoubledFailureSaysItOnce) {
  house.start();
  const auto who = house.add();
  send(who, Channel::sms);
  ASSERT_TRUE(house.wait(delivery_accepted));
  ASSERT_TRUE(sms.report("sms-main-0", DeliveryState::delivered).get());
  ASSERT_TRUE(sms.report("sms-main-0", DeliveryState::failed, Reason::no_such_number).get());
  EXPECT_EQ(valid(), 2) << "the failure is late: the number took a message";
  send(who, Channel::sms);
  ASSERT_TRUE(house.wait(delivery_accepted, 2));
  for (int i = 0; i < 2; ++i) {
    ASSERT_TRUE(sms.report("sms-main-1", DeliveryState::failed, Reason::no_such_number).get());
  }
  EXPECT_EQ(valid(), 1);
  EXPECT_THAT(house.events(investor_changed), SizeIs(2));
}

TEST_P(ContactsOnStores, ErasingAnInvestorIsOneTransaction) {
  house.start();
  const auto who = house.add();
  const auto other = house.add();
  const auto erased_at = [&] { return house.number("SELECT coalesce(max(erased_at), 0) FROM investor"); };
  const auto before = to_micros(house.clock.now());
  house.erase(who);
  const auto first = erased_at();
  EXPECT_GE(first, before);
  EXPECT_EQ(house.number("SELECT count(*) FROM investor WHERE erased_at IS NULL"), 1);
  EXPECT_EQ(house.number("SELECT count(*) FROM contact_point"), 2) << "the tags of the other one's two addresses";
  const auto events = house.events(investor_erased);
  ASSERT_THAT(events, SizeIs(1));
  EXPECT_EQ(events[0].investor, who);
  EXPECT_EQ(events[0].actor, kStaff);
  const auto gone = notices::read_record(*house.opener, who);
  ASSERT_FALSE(gone);
  EXPECT_EQ(gone.error().code, ErrorCode::denied);
  EXPECT_TRUE(notices::read_record(*house.opener, other));

  house.clock.push(std::chrono::hours(1));
  house.erase(who);
  EXPECT_EQ(erased_at(), first) << "once is for ever";

  spine::Submission nobody;
  notices::erase_investor(nobody, InvestorId::make(house.clock.now()), kStaff, house.clock.now());
  const auto refused = house.spine->committer().submit_and_wait(std::move(nobody));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace guardline::test

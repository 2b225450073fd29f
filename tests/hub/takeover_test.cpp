// Two hubs on one record: who takes a partition over takes its work, who loses it lets go.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/leases.h"
#include "tests/hub/house.h"

#include <algorithm>
#include <set>

#include <gmock/gmock.h>

namespace guardline::test {
namespace {

using dispatch::LineState;
using testing::IsEmpty;
using testing::SizeIs;
using Outcome = dispatch::Answer::Outcome;
using enum EventKind;

constexpr auto kPastALease = std::chrono::seconds(60);

/// Both run all the while. Leases go by the wall clock: in the eyes of a hub that is ahead, the other's have run out.
class TwoHubs : public testing::Test {
 protected:
  House first{Store::postgres};
  FakeCarrier& first_sms{first.add_carrier("sms-first", Channel::sms)};
  std::optional<House> second;
  FakeCarrier* second_sms{};

  void open_second() {
    second.emplace(first, "second");
    second_sms = &second->add_carrier("sms-second", Channel::sms);
    second->start();
    ASSERT_THAT(second->spine->owned(), IsEmpty()) << "the first hub's leases are in force";
  }
  /// `to` is so far ahead that all leases of `from` are over; returns when both know.
  static void move_leases(House& from, House& to) {
    to.clock.push(from.clock.now() - to.clock.now() + kPastALease);
    ASSERT_TRUE(eventually([&] { return to.spine->owned().size() == 4; }));
    from.clock.push(std::chrono::seconds(4));  // its next renewal
    ASSERT_TRUE(eventually([&] { return from.spine->owned().empty(); }));
  }
  static std::vector<InvestorId> people(House& house, int count) {
    std::vector<InvestorId> all;
    for (int i = 0; i < count; ++i) all.push_back(house.add());
    return all;
  }
};

TEST_F(TwoHubs, WorkFollowsThePartitionsWithoutARestart) {
  first_sms.set_line(LineState::down);
  first.start();
  first.send(request("info", Category::service, people(first, 12), {together({Channel::sms})}));
  ASSERT_TRUE(first.wait(delivery_planned, 12));
  ASSERT_TRUE(eventually([&] { return first.dispatcher->backlog() == 12; }));
  open_second();
  EXPECT_EQ(second->dispatcher->backlog(), 0U);

  second_sms->set_line(LineState::down);
  move_leases(first, *second);
  EXPECT_TRUE(eventually([&] { return second->dispatcher->backlog() == 12; })) << "read from the record";
  EXPECT_TRUE(eventually([&] { return first.dispatcher->backlog() == 0; })) << "given up";
  first_sms.set_line(LineState::up);

  // And back again: what this hub had of them before must not count a second time.
  move_leases(*second, first);
  ASSERT_TRUE(first.wait(delivery_accepted, 12));
  EXPECT_TRUE(eventually([&] { return second->dispatcher->backlog() == 0; }));
  second_sms->set_line(LineState::up);
  EXPECT_THAT(first.events(delivery_intent), SizeIs(12));
  EXPECT_THAT(first.events(resent_uncertain), IsEmpty());
  EXPECT_THAT(first_sms.seen(), SizeIs(12));
  EXPECT_THAT(second_sms->seen(), IsEmpty());
  EXPECT_EQ(first.outgoing(), 0U);
}

TEST_F(TwoHubs, AHandOverWithoutAnAnswerIsUncertainForTheNextHub) {
  first_sms.script = [](auto&, auto) -> std::optional<dispatch::Answer> { return std::nullopt; };
  first.start();
  first.send(request("info", Category::service, people(first, 3), {together({Channel::sms})}));
  ASSERT_TRUE(eventually([&] { return first_sms.held() == 3; }));
  open_second();
  move_leases(first, *second);
  ASSERT_TRUE(second->wait(resent_uncertain, 3));
  second->clock.push(std::chrono::seconds(1));
  ASSERT_TRUE(second->wait(delivery_accepted, 3));
  EXPECT_THAT(second_sms->seen(), SizeIs(3));

  // The first hub's answers come after all: they are not its own any more, and hold nothing up.
  for (int i = 0; i < 3; ++i) first_sms.release(answer(Outcome::accepted, Reason::none, {"late-" + std::to_string(i)}));
  EXPECT_TRUE(eventually([&] { return first.dispatcher->stats().taken_over == 3; }));
  EXPECT_EQ(first.dispatcher->stats().in_flight, 0U);
  for (const auto& event : first.events(delivery_accepted)) EXPECT_EQ(event.carrier, "sms-second");
  EXPECT_EQ(first.outgoing(), 0U);
}

TEST_F(TwoHubs, AHandOverThatComesHomeAfterTheLeaseReturnedIsNotTakenForTheNewOne) {
  first_sms.script = [](auto&, auto n) -> std::optional<dispatch::Answer> {
    if (n == 0) return std::nullopt;
    return answer(Outcome::accepted, Reason::none, {"again"});
  };
  first.start();
  first.send(request("info", Category::service, people(first, 1), {together({Channel::sms})}));
  ASSERT_TRUE(eventually([&] { return first_sms.held() == 1; }));
  const auto before = first.spine->holdings();
  open_second();
  second_sms->set_line(LineState::down);
  move_leases(first, *second);
  ASSERT_TRUE(second->wait(resent_uncertain));
  move_leases(*second, first);
  EXPECT_NE(first.spine->holdings(), before) << "the epoch says that somebody else had them";
  ASSERT_TRUE(first.wait(delivery_accepted));
  first_sms.release(answer(Outcome::accepted, Reason::none, {"first"}));
  EXPECT_TRUE(eventually([&] { return first.dispatcher->stats().taken_over == 1; }));
  EXPECT_THAT(first.events(delivery_accepted), SizeIs(1));
}

}  // namespace
}  // namespace guardline::test

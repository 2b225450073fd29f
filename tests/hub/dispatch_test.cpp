// The dispatcher: intent first, then bytes, then the answer; retries, ends, windows. SPDX-License-Identifier:
// GPL-3.0-or-later
#include "hub/notices/messages.h"
#include "hub/spine/outgoing.h"
#include "tests/hub/house.h"

#include <algorithm>

#include <gmock/gmock.h>

namespace guardline::test {
namespace {

using dispatch::Answer;
using dispatch::LineState;
using testing::ElementsAre;
using Outcome = Answer::Outcome;
using enum EventKind;

class DispatchOnStores : public testing::TestWithParam<Store> {};
INSTANTIATE_TEST_SUITE_P(Stores, DispatchOnStores, testing::Values(Store::embedded, Store::postgres), store_name);

TEST_P(DispatchOnStores, TheIntentIsDurableBeforeTheCarrierSeesAByte) {
  House house(GetParam());
  auto& sms = house.add_carrier("sms-main", Channel::sms);
  std::vector<std::optional<DeliveryState>> states;
  std::vector<bool> marked;
  sms.at_submit = [&](const dispatch::Outgoing& out) {
    states.push_back(house.state(out.delivery));
    marked.push_back(house.number("SELECT sent_before FROM outgoing") == 1);
  };
  house.start();
  house.send(request("info", Category::service, {house.add()}, {together({Channel::sms})}));
  ASSERT_TRUE(house.wait(delivery_accepted));
  EXPECT_THAT(states, ElementsAre(DeliveryState::intent));
  EXPECT_THAT(marked, ElementsAre(true));
}

TEST_P(DispatchOnStores, AnAcceptanceIsTwoRowsWithTheirCause) {
  House house(GetParam());
  auto& sms = house.add_carrier("sms-main", Channel::sms);
  house.start();
  const auto who = house.add();
  const auto notice = house.send(request("info", Category::service, {who}, {together({Channel::sms})}));
  ASSERT_TRUE(house.wait(delivery_accepted));
  EXPECT_THAT(house.trail(Channel::sms),
              ElementsAre(delivery_planned, delivery_intent, delivery_handed, delivery_accepted));
  const auto handed = house.events(delivery_handed).at(0);
  const auto accepted = house.events(delivery_accepted).at(0);
  EXPECT_EQ(accepted.cause, handed.ref);
  EXPECT_EQ(accepted.carrier, "sms-main");
  EXPECT_EQ(accepted.notice, notice);
  EXPECT_EQ(accepted.investor, who);
  EXPECT_EQ(house.events(delivery_planned).at(0).cause, house.events(message_planned).at(0).ref);
  EXPECT_EQ(house.state(accepted.delivery), DeliveryState::accepted);
  EXPECT_EQ(house.outgoing(), 0U);
  const auto seen = sms.seen();
  ASSERT_EQ(seen.size(), 1U);
  EXPECT_EQ(seen[0].address, "+8613800000001");
  EXPECT_THAT(seen[0].body, testing::StartsWith("你好 王"));
  EXPECT_EQ(house.dispatcher->stats().handed, 1U);
}

TEST(Dispatch, RetriesWithGrowingPausesThenFails) {
  House house;
  house.dispatching.retry = {.max_attempts = 4, .first = std::chrono::seconds(10), .longest = std::chrono::hours(1)};
  auto& sms = house.add_carrier("sms-main", Channel::sms);
  sms.script = [](auto&, auto) { return answer(Outcome::retry, Reason::carrier_busy); };
  house.start();
  house.send(request("info", Category::service, {house.add()}, {together({Channel::sms})}));
  std::vector<Micros> pauses;
  for (std::size_t attempt = 1; attempt < 4; ++attempt) {
    ASSERT_TRUE(house.wait(delivery_retry, attempt));
    const auto due = from_micros(house.number("SELECT due_at FROM outgoing"));
    const auto decided = house.events(delivery_retry).back().occurred_at;
    pauses.push_back(due - decided);
    EXPECT_EQ(sms.seen().size(), attempt) << "not before its time";
    house.clock.push(pauses.back());
  }
  ASSERT_TRUE(house.wait(delivery_failed));
  EXPECT_EQ(sms.seen().size(), 4U);
  EXPECT_EQ(house.events(delivery_failed).at(0).reason, Reason::carrier_busy);
  // Jitter takes at most the lower half away.
  for (std::size_t i = 0; i < pauses.size(); ++i) {
    const auto full = std::chrono::seconds(10) * (1 << i);
    EXPECT_LE(pauses[i], full);
    EXPECT_GE(pauses[i], full / 2);
  }
  EXPECT_EQ(house.outgoing(), 0U);
  EXPECT_EQ(house.dispatcher->stats().retried, 3U);
  EXPECT_THAT(house.events(delivery_intent), testing::SizeIs(4));
}

TEST(Dispatch, ACarriersOwnPauseIsKept) {
  House house;
  auto& sms = house.add_carrier("sms-main", Channel::sms);
  sms.script = [](auto&, auto n) {
    auto out = answer(n == 0 ? Outcome::retry : Outcome::accepted, Reason::carrier_throttled);
    out.retry_after = std::chrono::minutes(30);
    return out;
  };
  house.start();
  house.send(request("info", Category::service, {house.add()}, {together({Channel::sms})}));
  ASSERT_TRUE(house.wait(delivery_retry));
  const auto pause =
      from_micros(house.number("SELECT due_at FROM outgoing")) - house.events(delivery_retry)[0].occurred_at;
  EXPECT_EQ(pause, std::chrono::minutes(30));
  house.clock.push(pause);
  EXPECT_TRUE(house.wait(delivery_accepted));
}

TEST(Dispatch, ValidityEndsRetries) {
  House house;
  house.dispatching.retry.max_attempts = 100;
  auto& sms = house.add_carrier("sms-main", Channel::sms);
  sms.script = [](auto&, auto) {
    auto out = answer(Outcome::retry, Reason::carrier_busy);
    out.retry_after = std::chrono::hours(13);
    return out;
  };
  house.start();
  house.send(request("ad", Category::marketing, {house.add()}, {together({Channel::sms})}));
  ASSERT_TRUE(house.wait(delivery_retry));
  house.clock.push(std::chrono::hours(14));
  ASSERT_TRUE(house.wait(delivery_expired)) << "an advertisement is not sent a day late";
  EXPECT_EQ(sms.seen().size(), 1U);
}

TEST(Dispatch, WithoutACarrierADeliveryFailsAndSaysWhy) {
  House house;
  house.add_carrier("mail-main", Channel::email);
  house.start();
  house.send(request("info", Category::service, {house.add()}, {together({Channel::sms})}));
  ASSERT_TRUE(house.wait(delivery_failed));
  EXPECT_EQ(house.events(delivery_failed)[0].reason, Reason::no_carrier_configured);
  EXPECT_TRUE(house.events(delivery_intent).empty());
  EXPECT_EQ(house.outgoing(), 0U);
}

TEST(Dispatch, ALineThatIsDownIsWaitedForButNotForEver) {
  House house;
  auto& sms = house.add_carrier("sms-main", Channel::sms);
  sms.set_line(LineState::down);
  house.start();
  house.send(request("info", Category::service, {house.add(), house.add()}, {together({Channel::sms})}));
  ASSERT_TRUE(house.wait(delivery_planned, 2));
  house.clock.push(house.dispatching.line_patience / 2);
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  EXPECT_EQ(house.outgoing(), 2U);
  EXPECT_TRUE(house.events(delivery_failed).empty());
  house.clock.push(house.dispatching.line_patience);
  ASSERT_TRUE(house.wait(delivery_failed, 2));
  for (const auto& event : house.events(delivery_failed)) EXPECT_EQ(event.reason, Reason::carrier_down);
  EXPECT_TRUE(sms.seen().empty());
}

TEST(Dispatch, ALineThatComesBackInTimeGetsItsWork) {
  House house;
  auto& sms = house.add_carrier("sms-main", Channel::sms);
  sms.set_line(LineState::connecting);
  house.start();
  house.send(request("info", Category::service, {house.add()}, {together({Channel::sms})}));
  ASSERT_TRUE(house.wait(delivery_planned));
  sms.set_line(LineState::up);
  EXPECT_TRUE(house.wait(delivery_accepted));
}

TEST(Dispatch, ASecondCarrierOfTheChannelTakesOver) {
  House house;
  auto& main = house.add_carrier("sms-main", Channel::sms);
  auto& spare = house.add_carrier("sms-spare", Channel::sms);
  main.set_line(LineState::down);
  house.start();
  house.send(request("info", Category::service, {house.add()}, {together({Channel::sms})}));
  ASSERT_TRUE(house.wait(delivery_accepted));
  EXPECT_TRUE(main.seen().empty());
  EXPECT_EQ(spare.seen().size(), 1U);
  EXPECT_EQ(house.events(delivery_accepted)[0].carrier, "sms-spare");
}

TEST(Dispatch, TheWindowIsNeverExceeded) {
  House house;
  auto& sms = house.add_carrier("sms-main", Channel::sms, 3);
  sms.script = [](auto&, auto) -> std::optional<Answer> { return std::nullopt; };
  house.start();
  std::vector<InvestorId> people;
  for (int i = 0; i < 20; ++i) people.push_back(house.add());
  house.send(request("info", Category::service, people, {together({Channel::sms})}));
  ASSERT_TRUE(house.wait(delivery_planned, 20));
  for (std::size_t done = 0; done < 20; ++done) {
    ASSERT_TRUE(eventually([&] { return sms.held() == std::min<std::size_t>(3, 20 - done); }));
    sms.release(answer(Outcome::accepted, Reason::none, {"r" + std::to_string(done)}));
  }
  ASSERT_TRUE(house.wait(delivery_accepted, 20));
  EXPECT_EQ(sms.most_outstanding(), 3U);
  EXPECT_EQ(sms.seen().size(), 20U);
}

TEST(Dispatch, ALostAnswerIsSentAgainForServiceAndCounted) {
  House house;
  auto& sms = house.add_carrier("sms-main", Channel::sms);
  sms.script = [](auto&, auto n) { return answer(n == 0 ? Outcome::unknown : Outcome::accepted, Reason::none, {"r"}); };
  house.start();
  house.send(request("info", Category::service, {house.add()}, {together({Channel::sms})}));
  ASSERT_TRUE(house.wait(resent_uncertain));
  house.clock.push(std::chrono::seconds(1));
  ASSERT_TRUE(house.wait(delivery_accepted));
  EXPECT_THAT(house.trail(Channel::sms),
              ElementsAre(delivery_planned, delivery_intent, delivery_unknown, resent_uncertain, delivery_intent,
                          delivery_handed, delivery_accepted));
  EXPECT_EQ(house.events(delivery_unknown)[0].reason, Reason::answer_lost);
  EXPECT_EQ(house.events(resent_uncertain)[0].cause, house.events(delivery_unknown)[0].ref);
  EXPECT_EQ(house.state(house.events(delivery_accepted)[0].delivery), DeliveryState::accepted);
  EXPECT_EQ(house.dispatcher->stats().resent_uncertain, 1U);
}

TEST(Dispatch, ALostAnswerOfAnAdvertisementIsNotSentAgain) {
  House house;
  auto& sms = house.add_carrier("sms-main", Channel::sms);
  sms.script = [](auto&, auto) { return answer(Outcome::unknown); };
  house.start();
  house.send(request("ad", Category::marketing, {house.add()}, {together({Channel::sms})}));
  ASSERT_TRUE(house.wait(delivery_unknown));
  EXPECT_EQ(house.events(delivery_unknown)[0].reason, Reason::unknown_not_resent);
  EXPECT_TRUE(house.events(resent_uncertain).empty());
  EXPECT_EQ(house.outgoing(), 0U);
  EXPECT_EQ(sms.seen().size(), 1U);
}

TEST(Dispatch, AnInvestorErasedWhileWaitingGetsNothing) {
  House house;
  auto& sms = house.add_carrier("sms-main", Channel::sms);
  sms.set_line(LineState::down);
  house.start();
  const auto who = house.add();
  house.send(request("info", Category::service, {who}, {together({Channel::sms})}));
  ASSERT_TRUE(house.wait(delivery_planned));
  house.erase(who);
  sms.set_line(LineState::up);
  ASSERT_TRUE(house.wait(delivery_suppressed));
  EXPECT_EQ(house.events(delivery_suppressed)[0].reason, Reason::investor_erased);
  EXPECT_TRUE(sms.seen().empty());
  EXPECT_EQ(house.outgoing(), 0U);
}

// --- restarts --------------------------------------------------------------------------------------------------------

TEST_P(DispatchOnStores, AnIntentWithoutAnAnswerIsUnknownAfterARestartAndSentOnceMore) {
  House house(GetParam());
  house.add_carrier("sms-main", Channel::sms).script = [](auto&, auto) { return std::nullopt; };
  house.add_carrier("mail-main", Channel::email);
  house.start();
  house.send(request("warn", Category::core_risk, {house.add()}, {together({Channel::sms, Channel::email})}));
  ASSERT_TRUE(house.wait(delivery_accepted));
  ASSERT_TRUE(eventually([&] { return house.carriers[0]->held() == 1; }));
  house.crash();
  EXPECT_EQ(house.outgoing(), 1U);

  auto& sms = house.add_carrier("sms-main", Channel::sms);
  auto& mail = house.add_carrier("mail-main", Channel::email);
  house.start();
  ASSERT_TRUE(house.wait(resent_uncertain));
  house.clock.push(std::chrono::seconds(1));
  ASSERT_TRUE(house.wait(delivery_accepted, 2));
  EXPECT_THAT(house.trail(Channel::sms),
              ElementsAre(delivery_planned, delivery_intent, delivery_unknown, resent_uncertain, delivery_intent,
                          delivery_handed, delivery_accepted));
  EXPECT_EQ(sms.seen().size(), 1U);
  EXPECT_TRUE(mail.seen().empty()) << "what has its answer is never sent again";
  EXPECT_EQ(house.outgoing(), 0U);
}

TEST(Dispatch, AfterARestartALostAdvertisementStaysLost) {
  House house;
  house.add_carrier("sms-main", Channel::sms).script = [](auto&, auto) { return std::nullopt; };
  house.start();
  house.send(request("ad", Category::marketing, {house.add()}, {together({Channel::sms})}));
  ASSERT_TRUE(eventually([&] { return house.carriers[0]->held() == 1; }));
  house.crash();
  auto& sms = house.add_carrier("sms-main", Channel::sms);
  house.start();
  ASSERT_TRUE(house.wait(delivery_unknown));
  EXPECT_EQ(house.events(delivery_unknown)[0].reason, Reason::unknown_not_resent);
  EXPECT_EQ(house.outgoing(), 0U);
  EXPECT_TRUE(sms.seen().empty());
}

TEST(Dispatch, WhatWasOnlyPlannedIsSentOnceAfterARestart) {
  House house;
  house.add_carrier("sms-main", Channel::sms).set_line(LineState::down);
  house.start();
  std::vector<InvestorId> people;
  for (int i = 0; i < 30; ++i) people.push_back(house.add());
  house.send(request("info", Category::service, people, {together({Channel::sms})}));
  ASSERT_TRUE(house.wait(delivery_planned, 30));
  house.crash();
  auto& sms = house.add_carrier("sms-main", Channel::sms);
  house.start();
  ASSERT_TRUE(house.wait(delivery_accepted, 30));
  std::vector<DeliveryId> sent;
  for (const auto& out : sms.seen()) sent.push_back(out.delivery);
  std::ranges::sort(sent);
  EXPECT_EQ(sent.size(), 30U);
  EXPECT_EQ(std::ranges::adjacent_find(sent), sent.end());
  EXPECT_TRUE(house.events(resent_uncertain).empty());
}

TEST(Dispatch, ADrillsMarkGoesFromTheWorkIntoEveryRow) {
  House house;
  auto* sms = &house.add_carrier("sms-main", Channel::sms);
  sms->set_line(LineState::down);
  house.start();
  house.send(request("info", Category::service, {house.add()}, {together({Channel::sms})}));
  ASSERT_TRUE(house.wait(delivery_planned));
  EXPECT_EQ(house.number("SELECT drill FROM outgoing"), 0);
  house.crash();
  house.write("UPDATE outgoing SET drill = 1");  // no way in lets a drill through yet
  sms = &house.add_carrier("sms-main", Channel::sms);
  sms->script = [](auto&, auto n) {
    return n == 0 ? answer(Outcome::retry, Reason::carrier_busy) : answer(Outcome::accepted, Reason::none, {"r"});
  };
  house.start();
  ASSERT_TRUE(eventually([&] {
    house.clock.push(std::chrono::seconds(1));
    return !house.events(delivery_accepted).empty();
  }));
  ASSERT_TRUE(sms->report("r", DeliveryState::delivered).get());
  for (const auto& event : house.events()) {
    const bool before = event.kind == delivery_planned || event.delivery.empty();
    EXPECT_EQ(event.drill, !before) << name(event.kind);
  }
  EXPECT_EQ(house.events(delivery_delivered).size(), 1U);
}

TEST(Dispatch, ADrillsDeliveriesAreWorkOfADrill) {
  for (const bool drill : {false, true}) {
    spine::Submission submission;
    std::vector<notices::DeliveryRow> rows;
    const notices::PlannedDelivery way{Channel::sms, 0, Reason::none};
    notices::add_deliveries(submission, rows, {NoticeId{}, MessageId{}, InvestorId{}, drill}, {&way, 1}, {},
                            from_micros(1'790'000'000'000'000));
    ASSERT_EQ(submission.add_outgoing.size(), 1U);
    EXPECT_EQ(submission.add_outgoing[0].drill, drill);
    EXPECT_EQ(submission.events.at(0).drill, drill);
  }
}

TEST(Dispatch, WhyADeliveryCameAboutCanBeWalkedBackToItsMessage) {
  House house;
  auto& sms = house.add_carrier("sms-main", Channel::sms);
  sms.script = [](auto&, auto n) {
    return n == 0 ? answer(Outcome::retry, Reason::carrier_busy) : answer(Outcome::accepted, Reason::none, {"r"});
  };
  house.start();
  house.send(request("info", Category::service, {house.add()}, {together({Channel::sms})}));
  ASSERT_TRUE(eventually([&] {
    house.clock.push(std::chrono::seconds(1));
    return !house.events(delivery_accepted).empty();
  }));
  ASSERT_TRUE(sms.report("r", DeliveryState::delivered).get());
  auto reader = house.spine->reader();
  ASSERT_TRUE(reader);
  const auto why = reader->why(house.events(delivery_delivered).at(0).ref, 20);
  ASSERT_TRUE(why);
  std::vector<EventKind> kinds;
  for (const auto& event : *why) kinds.push_back(event.kind);
  EXPECT_THAT(kinds, ElementsAre(delivery_delivered, delivery_accepted, delivery_handed, delivery_intent,
                                 delivery_retry, delivery_intent, delivery_planned, message_planned));
}

TEST(Dispatch, ANoticeAcceptedJustBeforeTheEndIsPlannedAfterTheStart) {
  House house;
  house.start();
  house.planner->stop();
  const auto who = house.add();
  house.send(request("info", Category::service, {who}, {together({Channel::sms})}));
  house.crash();
  EXPECT_TRUE(house.events(message_planned).empty());
  auto& sms = house.add_carrier("sms-main", Channel::sms);
  house.start();
  ASSERT_TRUE(house.wait(delivery_accepted));
  EXPECT_EQ(sms.seen().size(), 1U);
  EXPECT_EQ(house.events(message_planned).size(), 1U);
}

}  // namespace
}  // namespace guardline::test

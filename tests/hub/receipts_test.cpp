// What carriers report later: early, late, doubled, in parts. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hub/house.h"

#include <algorithm>
#include <array>
#include <sstream>

#include <gmock/gmock.h>
#include <rapidcheck.h>

namespace guardline::test {
namespace {

using testing::ElementsAre;
using Outcome = dispatch::Answer::Outcome;
using enum EventKind;

/// One message over SMS in so many parts; the carrier holds its answer until `accept`.
class OneMessage {
 public:
  explicit OneMessage(Store store = Store::embedded) : house(store), sms(house.add_carrier("sms-main", Channel::sms)) {
    sms.script = [](auto&, auto) { return std::nullopt; };
    house.start();
    who = house.add();
  }
  /// A new message; its delivery.
  DeliveryId next() {
    ++count;
    house.send(request("info", Category::service, {who}, {together({Channel::sms})}));
    if (!eventually([&] { return sms.held() == 1; })) throw std::runtime_error("no hand-over");
    return sms.seen().back().delivery;
  }
  [[nodiscard]] std::string reference(std::size_t part) const {
    return "m" + std::to_string(count) + "-" + std::to_string(part);
  }
  void accept(std::size_t parts) {
    std::vector<std::string> references;
    for (std::size_t part = 0; part < parts; ++part) references.push_back(reference(part));
    const auto before = house.dispatcher->stats().handed;
    sms.release(answer(Outcome::accepted, Reason::none, std::move(references)));
    // The stores' figures change after the commit.
    if (!eventually([&] { return house.dispatcher->stats().handed > before; })) throw std::runtime_error("no answer");
  }
  bool report(std::size_t part, DeliveryState state) {
    const auto reason = state == DeliveryState::failed ? Reason::handset_off : Reason::none;
    return sms.report(reference(part), state, reason).get();
  }
  bool nothing_parked() {
    return eventually([&] { return house.number("SELECT count(*) FROM receipt_parked") == 0; });
  }

  House house;
  FakeCarrier& sms;
  InvestorId who;
  std::size_t count{0};
};

class ReceiptsOnStores : public testing::TestWithParam<Store> {};
INSTANTIATE_TEST_SUITE_P(Stores, ReceiptsOnStores, testing::Values(Store::embedded, Store::postgres), store_name);

TEST_P(ReceiptsOnStores, AReceiptBeforeTheAnswerIsKeptUntilItIsKnownWhose) {
  OneMessage one(GetParam());
  const auto delivery = one.next();
  EXPECT_TRUE(one.report(0, DeliveryState::delivered)) << "durable, so the carrier may forget it";
  EXPECT_EQ(one.house.state(delivery), DeliveryState::intent);
  EXPECT_EQ(one.house.number("SELECT count(*) FROM receipt_parked"), 1);
  one.accept(1);
  ASSERT_TRUE(one.house.wait(delivery_delivered));
  EXPECT_EQ(one.house.state(delivery), DeliveryState::delivered);
  EXPECT_TRUE(one.nothing_parked());
  EXPECT_TRUE(eventually([&] { return one.house.receipts->stats().released == 1; }));
}

TEST_P(ReceiptsOnStores, WhatIsParkedSurvivesARestart) {
  OneMessage one(GetParam());
  const auto delivery = one.next();
  EXPECT_TRUE(one.report(0, DeliveryState::delivered));
  one.house.crash();
  auto& sms = one.house.add_carrier("sms-main", Channel::sms);
  sms.script = [&](auto&, auto) { return answer(Outcome::accepted, Reason::none, {one.reference(0)}); };
  one.house.start();
  ASSERT_TRUE(one.house.wait(resent_uncertain));
  one.house.clock.push(std::chrono::seconds(1));
  ASSERT_TRUE(one.house.wait(delivery_delivered));
  EXPECT_EQ(one.house.state(delivery), DeliveryState::delivered);
}

TEST(Receipts, WhatIsNeverClaimedIsForgottenInTheEnd) {
  OneMessage one;
  EXPECT_TRUE(one.sms.report("nobody's", DeliveryState::delivered).get());
  EXPECT_EQ(one.house.number("SELECT count(*) FROM receipt_parked"), 1);
  one.house.crash();
  one.house.start();
  EXPECT_EQ(one.house.number("SELECT count(*) FROM receipt_parked"), 1) << "not so soon";
  one.house.clock.push(std::chrono::days(8));
  one.house.crash();
  one.house.start();
  EXPECT_EQ(one.house.number("SELECT count(*) FROM receipt_parked"), 0);
}

TEST(Receipts, ALongMessageIsDeliveredWithItsLastPart) {
  OneMessage one;
  const auto delivery = one.next();
  one.accept(3);
  EXPECT_TRUE(one.report(2, DeliveryState::delivered));
  EXPECT_TRUE(one.report(0, DeliveryState::delivered));
  EXPECT_TRUE(one.report(0, DeliveryState::delivered));
  EXPECT_EQ(one.house.state(delivery), DeliveryState::accepted);
  EXPECT_TRUE(one.report(1, DeliveryState::delivered));
  EXPECT_EQ(one.house.state(delivery), DeliveryState::delivered);
  EXPECT_EQ(one.house.events(part_receipt).size(), 4U);
  EXPECT_EQ(one.house.events(delivery_delivered).size(), 1U);
  EXPECT_EQ(one.house.events(part_receipt)[0].code, "part 3/3 TEST 000");
}

TEST(Receipts, OneFailedPartFailsTheMessage) {
  OneMessage one;
  const auto delivery = one.next();
  one.accept(2);
  EXPECT_TRUE(one.report(0, DeliveryState::delivered));
  EXPECT_TRUE(one.report(1, DeliveryState::failed));
  EXPECT_EQ(one.house.state(delivery), DeliveryState::failed);
  EXPECT_EQ(one.house.events(delivery_failed)[0].reason, Reason::handset_off);
  EXPECT_TRUE(one.report(1, DeliveryState::delivered));
  EXPECT_EQ(one.house.state(delivery), DeliveryState::delivered) << "proof beats every guess";
}

TEST(Receipts, PartsOfOneTransactionSeeEachOther) {
  OneMessage one;
  const auto delivery = one.next();
  for (const auto part : {1U, 0U, 2U}) EXPECT_TRUE(one.report(part, DeliveryState::delivered));
  one.accept(3);  // all three are released at once
  ASSERT_TRUE(one.house.wait(delivery_delivered));
  EXPECT_EQ(one.house.state(delivery), DeliveryState::delivered);
}

TEST(Receipts, DoubledAndLateOnesAreRecordedAndChangeNothing) {
  OneMessage one;
  const auto delivery = one.next();
  one.accept(1);
  EXPECT_TRUE(one.report(0, DeliveryState::failed));
  EXPECT_TRUE(one.report(0, DeliveryState::delivered));
  EXPECT_TRUE(one.report(0, DeliveryState::delivered));
  EXPECT_TRUE(one.report(0, DeliveryState::failed));
  EXPECT_EQ(one.house.state(delivery), DeliveryState::delivered);
  std::vector<spine::Mark> marks;
  for (const auto& event : one.house.events())
    if (event.kind == delivery_delivered || event.kind == delivery_failed) marks.push_back(event.mark);
  EXPECT_THAT(marks,
              ElementsAre(spine::Mark::applied, spine::Mark::applied, spine::Mark::duplicate, spine::Mark::late));
}

TEST_P(ReceiptsOnStores, AReceiptThatCannotBeWrittenAsItStandsHoldsNobodyUp) {
  OneMessage one(GetParam());
  const auto delivery = one.next();
  dispatch::Receipt strange;
  strange.carrier = "sms-main";
  strange.reference = std::string("\xFF\xC3\x28\0x", 5);
  strange.state = DeliveryState::delivered;
  strange.code = std::string("\xFE\0", 2);
  auto first = one.sms.report(strange);
  auto second = one.sms.report(one.reference(0), DeliveryState::delivered);
  EXPECT_TRUE(first.get());
  EXPECT_TRUE(second.get());
  // The acceptance that belongs to it finds it, in the same strange letters.
  one.sms.release(answer(Outcome::accepted, Reason::none, {strange.reference}));
  ASSERT_TRUE(one.house.wait(delivery_delivered));
  EXPECT_EQ(one.house.state(delivery), DeliveryState::delivered);
  EXPECT_GT(one.house.events(delivery_delivered)[0].occurred_at, Timestamp{}) << "the arrival, where none is stated";
}

TEST(Receipts, TheQueueHasABound) {
  House house;
  house.receiving.queue = 2;
  receipts::Receipts idle(*house.spine, house.clock, {}, house.receiving);  // never started: nothing is taken off
  EXPECT_TRUE(idle.on_receipt({}, [](bool) {}));
  EXPECT_TRUE(idle.on_receipt({}, [](bool) {}));
  EXPECT_FALSE(idle.on_receipt({}, [](bool) { ADD_FAILURE() << "refused receipts are not answered"; }));
}

TEST(Receipts, NothingIsTakenAfterTheEndAndEverythingBeforeItIsAnswered) {
  OneMessage one;
  std::vector<std::future<bool>> answers;
  for (int i = 0; i < 200; ++i) answers.push_back(one.sms.report("r" + std::to_string(i), DeliveryState::delivered));
  one.house.receipts->stop();
  for (auto& answer : answers) EXPECT_TRUE(answer.get());
  EXPECT_EQ(one.house.number("SELECT count(*) FROM receipt_parked"), 200);
  EXPECT_FALSE(one.house.receipts->on_receipt({}, [](bool) {}));
}

TEST(Receipts, StatesThatNoCarrierCanSayAreIgnored) {
  OneMessage one;
  const auto delivery = one.next();
  one.accept(1);
  EXPECT_TRUE(one.report(0, DeliveryState::suppressed));
  EXPECT_TRUE(one.report(0, DeliveryState::cancelled));
  EXPECT_EQ(one.house.state(delivery), DeliveryState::accepted);
}

// --- any order, any doubling, before or after the answer: the state depends on the set alone -------------------------

struct Said {
  std::size_t part;
  DeliveryState state;
};

/// From the rules, not from the code: all parts delivered = delivered; else the strongest word of any part.
DeliveryState expected(std::size_t parts, const std::vector<Said>& said) {
  std::vector<bool> delivered(parts, false);
  auto strongest = DeliveryState::accepted;
  constexpr std::array kOrder{DeliveryState::unknown, DeliveryState::accepted, DeliveryState::expired,
                              DeliveryState::failed};
  const auto place = [&](DeliveryState state) { return std::ranges::find(kOrder, state) - kOrder.begin(); };
  for (const auto& one : said) {
    if (one.state == DeliveryState::delivered) {
      delivered[one.part] = true;
    } else if (place(one.state) > place(strongest)) {
      strongest = one.state;
    }
  }
  return std::ranges::count(delivered, true) == static_cast<std::ptrdiff_t>(parts) ? DeliveryState::delivered
                                                                                   : strongest;
}

TEST(Receipts, AnyInterleavingGivesTheStateOfTheSet) {
  OneMessage one;
  const auto property = [&] {
    const auto parts = *rc::gen::inRange<std::size_t>(1, 4);
    const auto said = *rc::gen::container<std::vector<Said>>(rc::gen::apply(
        [](std::size_t part, DeliveryState state) {
          return Said{part, state};
        },
        rc::gen::inRange<std::size_t>(0, parts),
        rc::gen::weightedElement<DeliveryState>({{6, DeliveryState::delivered},
                                                 {1, DeliveryState::failed},
                                                 {1, DeliveryState::expired},
                                                 {1, DeliveryState::accepted},
                                                 {1, DeliveryState::unknown}})));
    const auto early = *rc::gen::inRange<std::size_t>(0, said.size() + 1);
    const auto delivery = one.next();
    std::vector<std::future<bool>> answers;
    const auto report = [&](const Said& word) {
      answers.push_back(one.sms.report(one.reference(word.part), word.state));
    };
    for (std::size_t i = 0; i < early; ++i) report(said[i]);
    one.accept(parts);
    for (std::size_t i = early; i < said.size(); ++i) report(said[i]);
    for (auto& answer : answers) RC_ASSERT(answer.get());
    RC_ASSERT(one.nothing_parked());
    RC_ASSERT(one.house.state(delivery) == expected(parts, said));
  };
  // A failed case is shrunk by running it again on the same house: every case is a message of its own.
  auto params = rc::detail::configuration().testParams;
  params.maxSuccess = 40;
  params.maxSize = 24;
  const auto result = rc::detail::checkTestable(property, rc::detail::TestMetadata{"state-of-the-set", ""}, params);
  std::ostringstream words;
  rc::detail::printResultMessage(result, words);
  EXPECT_TRUE(result.is<rc::detail::SuccessResult>()) << words.str();
}

}  // namespace
}  // namespace guardline::test

// The exclusive axis and its guard. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/delivery.h"

#include "core/domain/event.h"

#include <algorithm>
#include <random>
#include <set>
#include <vector>

#include <gtest/gtest.h>

namespace guardline {
namespace {

constexpr DeliveryState kStates[] = {DeliveryState::planned,  DeliveryState::intent,  DeliveryState::handed,
                                     DeliveryState::accepted, DeliveryState::unknown, DeliveryState::delivered,
                                     DeliveryState::failed,   DeliveryState::expired, DeliveryState::suppressed,
                                     DeliveryState::cancelled};

TEST(DeliveryState, RanksAreDistinctSoThatTheGuardIsATotalOrder) {
  std::set<int> ranks;
  for (const auto state : kStates) ranks.insert(rank(state));
  EXPECT_EQ(ranks.size(), std::size(kStates));
  EXPECT_EQ(*ranks.begin(), 1);
}

TEST(DeliveryState, ProofOfDeliveryBeatsEveryGuess) {
  for (const auto state : kStates)
    if (state != DeliveryState::delivered) EXPECT_LT(rank(state), rank(DeliveryState::delivered)) << name(state);
}

TEST(DeliveryState, AnAnswerThatArrivesAfterAllStillCounts) {
  EXPECT_LT(rank(DeliveryState::unknown), rank(DeliveryState::accepted));
}

TEST(DeliveryState, TheGuardGivesTheSameEndInAnyOrder) {
  std::vector<DeliveryState> receipts(std::begin(kStates), std::end(kStates));
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    std::shuffle(receipts.begin(), receipts.end(), random);
    auto subset = receipts;
    subset.resize(1 + random() % receipts.size());
    const auto fold = [](const std::vector<DeliveryState>& states) {
      int current = 0;
      for (const auto state : states)
        if (current < rank(state)) current = rank(state);
      return current;
    };
    auto shuffled = subset;
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    EXPECT_EQ(fold(subset), fold(shuffled));
  }
}

TEST(Names, RoundTripAndRefuseForeignOnes) {
  for (const auto channel : kChannels) EXPECT_EQ(channel_from(name(channel)), channel);
  for (const auto state : kStates) EXPECT_EQ(delivery_state_from(name(state)), state);
  EXPECT_EQ(channel_from("fax"), std::nullopt);
  EXPECT_EQ(delivery_state_from(""), std::nullopt);
  EXPECT_EQ(reason_from(101), Reason::no_such_number);
  EXPECT_EQ(reason_from(999), std::nullopt);
}

TEST(Reason, OnlyFailuresHaveAClass) {
  EXPECT_EQ(failure_class(Reason::no_such_number), FailureClass::person);
  EXPECT_EQ(failure_class(Reason::content_refused), FailureClass::message);
  EXPECT_EQ(failure_class(Reason::carrier_down), FailureClass::carrier);
  EXPECT_EQ(failure_class(Reason::answer_lost), FailureClass::system);
  EXPECT_EQ(failure_class(Reason::opted_out), std::nullopt);
  EXPECT_EQ(failure_class(Reason::none), std::nullopt);
}

TEST(EventKind, EveryDeliveryStateHasOneKindThatReachesIt) {
  std::set<DeliveryState> reached;
  for (int kind = 100; kind < 600; ++kind) {
    const auto state = target_state(static_cast<EventKind>(kind));
    if (state) EXPECT_TRUE(reached.insert(*state).second) << kind;
  }
  EXPECT_EQ(reached.size(), std::size(kStates));
}

}  // namespace
}  // namespace guardline

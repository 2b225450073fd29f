// The growth of waits and locks. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/access/throttle.h"

#include "hub/access/hash_gate.h"

#include <gtest/gtest.h>

namespace guardline::access {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr Timestamp kNow{seconds(1'790'000'000)};

// The wait after the n-th failure in a row, each made at the first allowed moment.
std::vector<Micros> waits(const ThrottleRule& rule, int failures) {
  const Limits limits;
  std::vector<Micros> out;
  ThrottleState state;
  Timestamp now = kNow;
  for (int i = 0; i < failures; ++i) {
    state = after_failure(state, rule, limits, now);
    out.push_back(state.until - now);
    now = state.until;
  }
  return out;
}

TEST(Throttle, AccountsWaitOneTwoFourEightSecondsThenLock) {
  const auto grown = waits(account_rule(Limits()), 10);
  const std::vector<Micros> expected{seconds(1), seconds(2), seconds(4), seconds(8), minutes(15),
                                     seconds(1), seconds(2), seconds(4), seconds(8), minutes(30)};
  EXPECT_EQ(grown, expected);
}

TEST(Throttle, LocksDoubleUpToADay) {
  const auto grown = waits(account_rule(Limits()), 99);
  EXPECT_EQ(grown[14], hours(1));
  EXPECT_EQ(grown[19], hours(2));
  EXPECT_EQ(grown[34], hours(16));
  EXPECT_EQ(grown[39], hours(24));
  EXPECT_EQ(grown[94], hours(24));
}

TEST(Throttle, TheHundredthFailureStopsForGood) {
  const Limits limits;
  const ThrottleRule rule = account_rule(limits);
  ThrottleState state;
  for (int i = 1; i <= 99; ++i) {
    state = after_failure(state, rule, limits, kNow);
    ASSERT_FALSE(state.hard) << i;
  }
  state = after_failure(state, rule, limits, kNow);
  EXPECT_TRUE(state.hard);
  EXPECT_TRUE(is_lock(state, rule));
}

TEST(Throttle, DevicesAndAddressesLockAtTwentyAndNeverForGood) {
  const Limits limits;
  const ThrottleRule rule = origin_rule(limits);
  ThrottleState state;
  for (int i = 1; i < 20; ++i) {
    state = after_failure(state, rule, limits, kNow);
    ASSERT_EQ(state.until, kNow) << i;
    ASSERT_FALSE(is_lock(state, rule));
  }
  state = after_failure(state, rule, limits, kNow);
  EXPECT_EQ(state.until, kNow + minutes(15));
  EXPECT_TRUE(is_lock(state, rule));
  for (int i = 0; i < 200; ++i) state = after_failure(state, rule, limits, kNow);
  EXPECT_FALSE(state.hard);
}

TEST(Throttle, AWaitNeverGetsShorter) {
  const Limits limits;
  const ThrottleState locked{.failures = 5, .until = kNow + hours(1), .hard = false};
  EXPECT_EQ(after_failure(locked, account_rule(limits), limits, kNow).until, kNow + hours(1));
}

TEST(HashGate, WithoutAPlaceInTimeItSaysSo) {
  const crypto::Argon2Params quick{.passes = 1, .memory_kib = 64, .lanes = 1};
  HashGate full(0, std::chrono::milliseconds(1), quick);
  EXPECT_EQ(full.hash("x").error().code, ErrorCode::exhausted);
  EXPECT_EQ(full.verify("x", "").error().code, ErrorCode::exhausted);
}

TEST(HashGate, PlacesAreGivenBackAndNothingNeverVerifies) {
  const crypto::Argon2Params quick{.passes = 1, .memory_kib = 64, .lanes = 1};
  HashGate gate(1, seconds(5), quick);
  const std::string phc = gate.hash("right").value();
  for (int i = 0; i < 3; ++i) {
    EXPECT_TRUE(gate.verify("right", phc).value());
    EXPECT_FALSE(gate.verify("wrong", phc).value());
    EXPECT_FALSE(gate.verify("", "").value()) << "an account that does not exist";
    EXPECT_EQ(gate.verify("x", "rubbish").error().code, ErrorCode::corrupt);
  }
  EXPECT_FALSE(gate.needs_rehash(phc));
  EXPECT_TRUE(HashGate(1, seconds(5), {}).needs_rehash(phc));
}

}  // namespace
}  // namespace guardline::access

// Message ids in two bases. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/dispatch/carriers/smpp/message_id.h"

#include <cstdint>
#include <cstdio>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace guardline::dispatch::smpp {
namespace {

std::string hex(std::uint64_t value, bool sixteen_digits = false) {
  char text[32];
  if (sixteen_digits) {
    std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(value));
  } else {
    std::snprintf(text, sizeof text, "%llX", static_cast<unsigned long long>(value));
  }
  return text;
}

TEST(MessageIds, FixedBases) {
  EXPECT_EQ(canonical_id("00A1b", IdBase::hexadecimal), "2587");
  EXPECT_EQ(canonical_id(" 0002587 ", IdBase::decimal), "2587");
  EXPECT_EQ(canonical_id("ffffffffffffffff", IdBase::hexadecimal), "18446744073709551615");
  // No number of 64 bits: as it stands.
  EXPECT_EQ(canonical_id("10000000000000000", IdBase::hexadecimal), "10000000000000000");
  EXPECT_EQ(canonical_id("c449ab9744f47b6af1879e49e75e4f40", IdBase::hexadecimal), "c449ab9744f47b6af1879e49e75e4f40");
  EXPECT_EQ(canonical_id("A-7", IdBase::decimal), "A-7");
  EXPECT_EQ(canonical_id("00Ab", IdBase::text), "00Ab");
  EXPECT_EQ(canonical_id("", IdBase::decimal), "");
}

RC_GTEST_PROP(MessageIds, BothSidesMeet, (std::uint64_t value)) {
  IdFolder folder(IdBase::hexadecimal, IdBase::decimal);
  const std::string answer = folder.from_response(hex(value, true));
  RC_ASSERT(answer == folder.from_receipt(std::to_string(value)));
  RC_ASSERT(answer == folder.from_receipt("000" + std::to_string(value)));
}

TEST(MessageIds, AutomaticLearnsFromWhatFitsOneWay) {
  IdFolder folder(IdBase::automatic, IdBase::automatic);
  const std::string first = folder.from_response("7BCDE");
  EXPECT_EQ(first, "7bcde");
  EXPECT_EQ(folder.from_receipt(std::to_string(0x7BCDE)), first);
  // Learned: also for a receipt that comes before its answer, and in digits that read both ways.
  EXPECT_EQ(folder.from_receipt("16"), "10");
  EXPECT_EQ(folder.from_response("10"), "10");
}

TEST(MessageIds, AutomaticTheOtherWayRound) {
  IdFolder folder(IdBase::automatic, IdBase::automatic);
  const std::string answer = folder.from_response("507102");
  EXPECT_EQ(folder.from_receipt("7bcde"), answer);
  EXPECT_EQ(folder.from_receipt("0x"), "0x");
}

TEST(MessageIds, AutomaticLeavesEqualIdsAlone) {
  IdFolder folder(IdBase::automatic, IdBase::automatic);
  EXPECT_EQ(folder.from_receipt("m17"), "m17");
  for (const char* id : {"m1", "s-9", "0123456789", "c449ab9744f47b6af1879e49e75e4f40"}) {
    EXPECT_EQ(folder.from_response(id), folder.from_receipt(id)) << id;
  }
}

RC_GTEST_PROP(MessageIds, AutomaticMeetsInEveryPairOfBases, ()) {
  // A centre counts up; its answers and receipts keep their bases. Every receipt after the first that is clear meets.
  const auto start = *rc::gen::inRange<std::uint64_t>(0xA00000, 0xFFFFFFFF);
  const bool answer_hex = *rc::gen::arbitrary<bool>();
  const bool receipt_hex = *rc::gen::arbitrary<bool>();
  const auto write = [](std::uint64_t value, bool as_hex) { return as_hex ? hex(value) : std::to_string(value); };
  IdFolder folder(IdBase::automatic, IdBase::automatic);
  for (std::uint64_t n = start; n < start + 50; ++n) {
    const std::string answer = folder.from_response(write(n, answer_hex));
    RC_ASSERT(folder.from_receipt(write(n, receipt_hex)) == answer);
  }
}

TEST(MessageIds, AutomaticForgetsTheOldest) {
  IdFolder folder(IdBase::automatic, IdBase::automatic);
  folder.from_response("ABCDEF");
  for (std::size_t i = 0; i < IdFolder::kRemembered; ++i) folder.from_response("m" + std::to_string(i));
  // Nothing learned and forgotten: as it stands.
  EXPECT_EQ(folder.from_receipt(std::to_string(0xABCDEF)), std::to_string(0xABCDEF));
}

}  // namespace
}  // namespace guardline::dispatch::smpp

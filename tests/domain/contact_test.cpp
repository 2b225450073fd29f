// Facts of calls go into an event's code and back. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/contact.h"

#include <set>
#include <string>

#include <gtest/gtest.h>

namespace guardline {
namespace {

TEST(CallFacts, GoBothWays) {
  using enum CallOutcome;
  std::set<std::string> codes;
  for (const auto direction : {CallDirection::incoming, CallDirection::outgoing}) {
    for (const auto outcome : {answered, no_answer, busy, switched_off, wrong_person}) {
      for (const std::int64_t minutes : {std::int64_t{0}, std::int64_t{7}, kLongestCall}) {
        const CallFacts call{direction, outcome, minutes};
        const auto code = code_of(call);
        EXPECT_LE(code.size(), 64U) << "the most that an event's code may have";
        EXPECT_EQ(call_from(code), call) << code;
        codes.insert(code);
      }
    }
  }
  EXPECT_EQ(codes.size(), 30U);
  EXPECT_TRUE(codes.contains("outgoing:switched_off:7"));
}

TEST(CallFacts, AreNotMadeOfAnythingElse) {
  for (const auto* code :
       {"", "outgoing", "outgoing:busy", "outgoing:busy:", "outgoing:busy:x", "outgoing:busy:1x", "outgoing:busy:-1",
        "outgoing:busy:601", "sideways:busy:1", "outgoing:lost:1", "outgoing:busy:1:2", ":busy:1"}) {
    EXPECT_FALSE(call_from(code)) << code;
  }
}

TEST(EntryKinds, HaveNamesOfTheirOwn) {
  EXPECT_EQ(name(EntryKind::message), "message");
  EXPECT_EQ(name(EntryKind::note), "note");
  EXPECT_EQ(name(EntryKind::call), "call");
  EXPECT_EQ(name(static_cast<EntryKind>(9)), "?");
  EXPECT_EQ(name(static_cast<CallDirection>(9)), "?");
  EXPECT_EQ(name(static_cast<CallOutcome>(9)), "?");
}

}  // namespace
}  // namespace guardline

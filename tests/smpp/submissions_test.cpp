// The window and what becomes of parts, without a socket. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/dispatch/carriers/smpp/submissions.h"

#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace guardline::dispatch::smpp {
namespace {

using Outcome = Answer::Outcome;
constexpr std::uint32_t kThrottledStatus = 0x58;
constexpr std::uint32_t kNoSuchNumber = 0x0B;

class SubmissionsTest : public testing::Test {
 protected:
  SubmissionsTest() {
    config_.window = 4;
    config_.part_tries = 2;
    config_.response_timeout = Micros(1000);
  }
  void take(std::size_t parts) {
    submissions().take(std::vector<SubmitSm>(parts), [this](Answer answer) { answers_.push_back(std::move(answer)); });
  }
  std::uint32_t send(Micros now = Micros(0)) {
    const auto sending = submissions().next(now);
    EXPECT_TRUE(sending.has_value());
    return sending ? sending->sequence : 0;
  }
  Submissions& submissions() {
    if (!submissions_) submissions_.emplace(config_);
    return *submissions_;
  }
  SmppConfig config_;
  std::vector<Answer> answers_;

 private:
  std::optional<Submissions> submissions_;
};

TEST_F(SubmissionsTest, OnePartIsAcceptedWithItsReference) {
  take(1);
  EXPECT_TRUE(submissions().answered(send(), 0, "17"));
  ASSERT_EQ(answers_.size(), 1U);
  EXPECT_EQ(answers_[0].outcome, Outcome::accepted);
  EXPECT_EQ(answers_[0].references, std::vector<std::string>{"17"});
  EXPECT_TRUE(submissions().idle());
  EXPECT_FALSE(submissions().answered(1, 0, "17"));
}

TEST_F(SubmissionsTest, AnAnswerWithoutAnIdGivesNoReference) {
  take(1);
  submissions().answered(send(), 0, "");
  ASSERT_EQ(answers_.size(), 1U);
  EXPECT_EQ(answers_[0].outcome, Outcome::accepted);
  EXPECT_TRUE(answers_[0].references.empty());
  EXPECT_EQ(answers_[0].diagnostic, "a part without an id");
}

TEST_F(SubmissionsTest, TheWindowHoldsAcrossDeliveries) {
  take(3);
  take(3);
  std::vector<std::uint32_t> sent;
  for (int i = 0; i < 4; ++i) sent.push_back(send());
  EXPECT_FALSE(submissions().next(Micros(0)));
  submissions().answered(sent[0], 0, "1");
  EXPECT_TRUE(submissions().next(Micros(0)));
  EXPECT_FALSE(submissions().next(Micros(0)));
}

TEST_F(SubmissionsTest, ReferencesStandInPartOrder) {
  take(3);
  const auto a = send();
  const auto b = send();
  const auto c = send();
  submissions().answered(c, 0, "3");
  submissions().answered(a, 0, "1");
  EXPECT_TRUE(answers_.empty());
  submissions().answered(b, 0, "2");
  ASSERT_EQ(answers_.size(), 1U);
  EXPECT_EQ(answers_[0].references, (std::vector<std::string>{"1", "2", "3"}));
}

TEST_F(SubmissionsTest, ThrottledAloneIsTheDispatchersToRetry) {
  submissions().advise_retry_after(Micros(77));
  take(1);
  submissions().answered(send(), kThrottledStatus, "");
  ASSERT_EQ(answers_.size(), 1U);
  EXPECT_EQ(answers_[0].outcome, Outcome::retry);
  EXPECT_EQ(answers_[0].reason, Reason::carrier_throttled);
  EXPECT_EQ(answers_[0].retry_after, Micros(77));
}

TEST_F(SubmissionsTest, AllPartsThrottledIsARetryOfTheWhole) {
  take(2);
  const auto a = send();
  const auto b = send();
  submissions().answered(a, kThrottledStatus, "");
  EXPECT_TRUE(answers_.empty());
  submissions().answered(b, kThrottledStatus, "");
  ASSERT_EQ(answers_.size(), 1U);
  EXPECT_EQ(answers_[0].outcome, Outcome::retry);
  EXPECT_TRUE(submissions().idle());
}

TEST_F(SubmissionsTest, AThrottledPartWithATakenSiblingIsSentAgainHere) {
  take(2);
  const auto a = send();
  const auto b = send();
  submissions().answered(a, 0, "1");
  submissions().answered(b, kThrottledStatus, "");
  EXPECT_TRUE(answers_.empty());
  submissions().answered(send(), 0, "2");
  ASSERT_EQ(answers_.size(), 1U);
  EXPECT_EQ(answers_[0].outcome, Outcome::accepted);
  EXPECT_EQ(answers_[0].references, (std::vector<std::string>{"1", "2"}));
}

TEST_F(SubmissionsTest, AndIsUnknownWhenItsTriesAreUsedUp) {
  take(2);
  const auto a = send();
  const auto b = send();
  submissions().answered(a, 0, "1");
  submissions().answered(b, kThrottledStatus, "");
  submissions().answered(send(), kThrottledStatus, "");
  ASSERT_EQ(answers_.size(), 1U);
  EXPECT_EQ(answers_[0].outcome, Outcome::unknown);
  EXPECT_EQ(answers_[0].reason, Reason::carrier_throttled);
  EXPECT_EQ(answers_[0].references, std::vector<std::string>{"1"});
  EXPECT_NE(answers_[0].diagnostic.find("1 of 2 parts"), std::string::npos);
}

TEST_F(SubmissionsTest, ARefusedPartRefusesTheWholeAndStopsTheRest) {
  config_.window = 2;
  take(3);
  const auto a = send();
  const auto b = send();
  submissions().answered(b, kNoSuchNumber, "");
  ASSERT_EQ(answers_.size(), 1U);
  EXPECT_EQ(answers_[0].outcome, Outcome::refused);
  EXPECT_EQ(answers_[0].reason, Reason::no_such_number);
  EXPECT_FALSE(submissions().next(Micros(0)));
  EXPECT_FALSE(submissions().answered(a, 0, "1"));
  EXPECT_EQ(answers_.size(), 1U);
}

TEST_F(SubmissionsTest, NoAnswerInTimeIsUnknown) {
  take(1);
  take(1);
  send(Micros(0));
  const auto later = send(Micros(600));
  EXPECT_EQ(submissions().expire(Micros(999)), 0U);
  EXPECT_EQ(submissions().expire(Micros(1000)), 1U);
  ASSERT_EQ(answers_.size(), 1U);
  EXPECT_EQ(answers_[0].outcome, Outcome::unknown);
  EXPECT_EQ(answers_[0].reason, Reason::answer_lost);
  EXPECT_TRUE(submissions().answered(later, 0, "2"));
}

TEST_F(SubmissionsTest, ABrokenLineTellsWhatHasLeftFromWhatHasNot) {
  config_.window = 2;
  take(1);
  take(2);
  take(1);
  send();
  send();
  submissions().broken("reset");
  ASSERT_EQ(answers_.size(), 3U);
  EXPECT_EQ(answers_[0].outcome, Outcome::unknown);
  EXPECT_EQ(answers_[0].reason, Reason::answer_lost);
  EXPECT_EQ(answers_[1].outcome, Outcome::unknown);
  EXPECT_EQ(answers_[2].outcome, Outcome::retry);
  EXPECT_EQ(answers_[2].reason, Reason::carrier_down);
}

TEST_F(SubmissionsTest, GivingBackKeepsWhatIsOut) {
  config_.window = 2;
  take(1);
  take(2);
  take(1);
  const auto a = send();
  const auto b = send();
  submissions().give_back_unsent("stopping");
  ASSERT_EQ(answers_.size(), 1U);
  EXPECT_EQ(answers_[0].outcome, Outcome::retry);
  submissions().answered(a, 0, "1");
  submissions().answered(b, 0, "2");
  ASSERT_EQ(answers_.size(), 3U);
  EXPECT_EQ(answers_[1].outcome, Outcome::accepted);
  EXPECT_EQ(answers_[2].outcome, Outcome::unknown);  // its second part never left
  EXPECT_EQ(answers_[2].references, std::vector<std::string>{"2"});
}

TEST_F(SubmissionsTest, UnsendableIsRefused) {
  take(1);
  submissions().unsendable(send(), "too long");
  ASSERT_EQ(answers_.size(), 1U);
  EXPECT_EQ(answers_[0].outcome, Outcome::refused);
  EXPECT_EQ(answers_[0].reason, Reason::internal_error);
}

RC_GTEST_PROP(SubmissionsProperty, EveryDeliveryIsAnsweredOnceWhateverHappens, ()) {
  SmppConfig config;
  config.window = *rc::gen::inRange<std::size_t>(1, 6);
  config.part_tries = *rc::gen::inRange(1U, 4U);
  config.response_timeout = Micros(20);
  Submissions submissions(config);
  std::map<int, int> answers;
  std::vector<std::uint32_t> out;
  int taken = 0;
  Micros now{0};
  const auto steps = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 100));
  for (const int step : steps) {
    now += Micros(1);
    if (step < 25) {
      const int number = taken++;
      submissions.take(std::vector<SubmitSm>(static_cast<std::size_t>(1 + step % 4)),
                       [&answers, number](Answer answer) {
                         ++answers[number];
                         const bool whole = answer.outcome == Outcome::accepted;
                         RC_ASSERT(whole == (answer.reason == Reason::none));
                       });
    } else if (step < 60) {
      if (const auto sending = submissions.next(now)) out.push_back(sending->sequence);
    } else if (step < 95 && !out.empty()) {
      const std::size_t at = static_cast<std::size_t>(step) % out.size();
      const std::uint32_t status = step < 80 ? 0 : step < 90 ? kThrottledStatus : kNoSuchNumber;
      submissions.answered(out[at], status, std::to_string(out[at]));
      out.erase(out.begin() + static_cast<std::ptrdiff_t>(at));
    } else if (step < 98) {
      submissions.expire(now);
    } else if (step < 99) {
      submissions.give_back_unsent("back");
    } else {
      submissions.broken("gone");
    }
    RC_ASSERT(submissions.under_way() <= config.window);
  }
  submissions.broken("end");
  RC_ASSERT(submissions.idle());
  RC_ASSERT(submissions.under_way() == 0U);
  RC_ASSERT(answers.size() == static_cast<std::size_t>(taken));
  for (const auto& [number, count] : answers) RC_ASSERT(count == 1);
}

}  // namespace
}  // namespace guardline::dispatch::smpp

// The outcome of a hand-over from what was said. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/dispatch/carriers/smtp/conversation.h"

#include <gtest/gtest.h>

namespace guardline::dispatch {
namespace {

using Outcome = Answer::Outcome;

Conversation up_to_data() {
  Conversation c;
  for (const auto& [command, answer] : {std::pair{"EHLO x\r\n", "250 ok\r\n"},
                                        {"MAIL FROM:<a@b>\r\n", "250 2.1.0 ok\r\n"},
                                        {"RCPT TO:<a@b>\r\n", "250 2.1.5 ok\r\n"},
                                        {"DATA\r\n", "354 go\r\n"}}) {
    c.command(command);
    c.answer(answer);
  }
  return c;
}

TEST(ConversationTest, NothingHeardIsRetry) {
  const auto answer = Conversation().outcome(false, "Couldn't connect");
  EXPECT_EQ(answer.outcome, Outcome::retry);
  EXPECT_EQ(answer.reason, Reason::carrier_down);
  EXPECT_EQ(answer.diagnostic, "Couldn't connect at connect");
}

TEST(ConversationTest, A250IsAccepted) {
  auto c = up_to_data();
  c.message_given();
  c.answer("250 2.0.0 Ok: queued\r\n");
  EXPECT_EQ(c.outcome(true, "").outcome, Outcome::accepted);
  // The line broke after the answer: the answer stands.
  EXPECT_EQ(c.outcome(false, "reset").outcome, Outcome::accepted);
}

TEST(ConversationTest, LostInTheMiddleOfTheMessageIsRetryAfterItsEndUnknown) {
  auto c = up_to_data();
  EXPECT_EQ(c.outcome(false, "reset").outcome, Outcome::retry);
  EXPECT_EQ(c.outcome(false, "reset").reason, Reason::carrier_down);
  c.message_given();
  EXPECT_EQ(c.outcome(false, "reset").outcome, Outcome::unknown);
  EXPECT_EQ(c.outcome(false, "reset").reason, Reason::answer_lost);
}

TEST(ConversationTest, AnAnswerAfterTheEndDecides) {
  auto c = up_to_data();
  c.message_given();
  auto refused = c;
  refused.answer("554 5.7.1 no\r\n");
  EXPECT_EQ(refused.outcome(false, "").outcome, Outcome::refused);
  EXPECT_EQ(refused.outcome(false, "").reason, Reason::content_refused);
  c.answer("451 4.3.0 later\r\n");
  EXPECT_EQ(c.outcome(false, "").outcome, Outcome::retry);
}

TEST(ConversationTest, OnlyTheLastLineOfAnAnswerCounts) {
  Conversation c;
  c.command("RCPT TO:<a@b>\r\n");
  c.answer("550-5.7.1 some\r\n");
  EXPECT_FALSE(c.last());
  c.answer("550 5.1.1 words\r\n");
  EXPECT_EQ(c.outcome(false, "").reason, Reason::no_such_mailbox);
}

TEST(ConversationTest, RefusingUsAsSuchIsRetry) {
  Conversation c;
  c.command("EHLO x\r\n");
  c.answer("554 5.7.1 no service for you\r\n");
  EXPECT_EQ(c.outcome(false, "").outcome, Outcome::retry);
  EXPECT_EQ(c.outcome(false, "").reason, Reason::carrier_rejected);
  c.command("AUTH PLAIN\r\n");
  c.answer("334 \r\n");
  c.command("AGRhdGE=\r\n");  // base64 that is no verb
  c.answer("535 5.7.8 no\r\n");
  EXPECT_EQ(c.step(), mail::Step::sign_in);
  EXPECT_EQ(c.outcome(false, "").outcome, Outcome::retry);
  EXPECT_EQ(c.outcome(false, "").reason, Reason::carrier_rejected);
}

TEST(ConversationTest, GreylistingOfOneRecipientIsNoBusyRelay) {
  Conversation c;
  c.command("RCPT TO:<a@b>\r\n");
  c.answer("450 4.7.1 greylisted\r\n");
  EXPECT_FALSE(c.relay_is_busy());
  c.answer("421 4.7.0 closing\r\n");
  EXPECT_TRUE(c.relay_is_busy());
}

}  // namespace
}  // namespace guardline::dispatch

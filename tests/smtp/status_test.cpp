// What a mail server's answer means. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/mail/status.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace guardline::mail {
namespace {

TEST(Reply, ReadsCodeAndEnhancedCode) {
  const auto reply = parse_reply("550 5.1.1 <someone@example.org>: unknown\r\n");
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->code, 550);
  EXPECT_EQ(reply->enhanced, (EnhancedStatus{5, 1, 1}));
  EXPECT_EQ(format(*reply), "550 5.1.1");
  EXPECT_FALSE(parse_reply("250-SIZE 1000")->enhanced);
  EXPECT_FALSE(parse_reply("250")->enhanced);
}

TEST(Reply, TextThatOnlyLooksLikeACodeIsNone) {
  EXPECT_FALSE(parse_reply("550 5.1.1.9 is an address")->enhanced);
  EXPECT_FALSE(parse_reply("550 4.1.1 other class than the code")->enhanced);
  EXPECT_FALSE(parse_reply("550 5.1.1234 too long")->enhanced);
  for (const char* text : {"", "5", "55", "5500 x", "150 x", "600 x", "550x", " 550 x", "abc"}) {
    EXPECT_FALSE(parse_reply(text)) << text;
  }
}

TEST(Enhanced, ReadsExactlyACode) {
  EXPECT_EQ(parse_enhanced("5.1.1"), (EnhancedStatus{5, 1, 1}));
  EXPECT_EQ(parse_enhanced("4.4.7 (expired)"), (EnhancedStatus{4, 4, 7}));
  for (const char* text : {"", "5", "5.1", "3.1.1", "5.1.1.", "5.1.1x", "5..1", "x5.1.1", "5.1.-1"}) {
    EXPECT_FALSE(parse_enhanced(text)) << text;
  }
}

TEST(Found, OnlyWhereAnAnswerOfAServerStands) {
  for (const char* text : {"550", "550 no such user", "(550)", "said:550 x", "was\n550-x", "554\r", "x (421)", "530 y",
                           "535 z", "521 w", "450 v", "455 u", "556 t"}) {
    const auto found = find_status(text);
    ASSERT_TRUE(found) << text;
    EXPECT_FALSE(found->enhanced);
    EXPECT_NE(std::string(text).find(std::to_string(found->code)), std::string::npos) << text;
  }
  for (const char* text :
       {"",      "5",     "55",    "#550 x", "a550",  "1550", "5.550", "-550", "550x", "550.",   "5505", "at 500 yuan",
        "449 x", "456 x", "420 x", "549 x",  "557 x", "5a0",  "55b",   "5.1",  "5.1.", "5.1.1.7"}) {
    EXPECT_FALSE(find_status(text)) << text;
  }
  EXPECT_EQ(find_status("it said 5.1.1.")->enhanced, (EnhancedStatus{5, 1, 1})) << "the end of a sentence";
  EXPECT_EQ(find_status("it said 4.2.2 and 550")->enhanced, (EnhancedStatus{4, 2, 2}));
  EXPECT_FALSE(find_status("5.1.1-2"));
  EXPECT_FALSE(find_status("5.1.12345"));
}

TEST(Basic, ACodeAloneHasItsReasonAtEachStep) {
  struct {
    int code;
    Step step;
    Reason reason;
  } const rows[] = {
      {421, Step::recipient, Reason::carrier_busy},           {451, Step::recipient, Reason::carrier_busy},
      {454, Step::recipient, Reason::carrier_busy},           {450, Step::recipient, Reason::carrier_throttled},
      {550, Step::content, Reason::content_refused},          {553, Step::recipient, Reason::no_such_mailbox},
      {551, Step::recipient, Reason::no_such_mailbox},        {552, Step::content, Reason::message_too_long},
      {552, Step::sender, Reason::message_too_long},          {552, Step::recipient, Reason::mailbox_full},
      {521, Step::recipient, Reason::no_such_mailbox},        {556, Step::recipient, Reason::no_such_mailbox},
      {554, Step::content, Reason::content_refused},          {554, Step::recipient, Reason::carrier_rejected},
      {499, Step::recipient, Reason::carrier_busy},           {599, Step::recipient, Reason::carrier_rejected},
      {299, Step::recipient, Reason::carrier_answer_unclear}, {599, Step::later, Reason::carrier_answer_unclear},
      {550, Step::connect, Reason::carrier_rejected},         {450, Step::sender, Reason::carrier_throttled},
      {551, Step::sender, Reason::carrier_rejected},          {550, Step::sign_in, Reason::carrier_rejected}};
  for (const auto& row : rows) {
    EXPECT_EQ(reason_of({.code = row.code, .enhanced = {}}, row.step), row.reason)
        << row.code << " at step " << static_cast<int>(row.step);
  }
  EXPECT_EQ(format(Reply{.code = 0, .enhanced = EnhancedStatus{5, 1, 1}}), "5.1.1");
  EXPECT_EQ(format(Reply{.code = 550, .enhanced = {}}), "550");
  EXPECT_EQ(reason_of({.code = 0, .enhanced = EnhancedStatus{5, 0, 0}}, Step::later), Reason::carrier_answer_unclear);
  EXPECT_EQ(reason_of({.code = 250, .enhanced = EnhancedStatus{2, 0, 0}}, Step::recipient),
            Reason::carrier_answer_unclear);
}

struct Row {
  const char* answer;
  Step step;
  Reason reason;
};

TEST(Table, GivesTheReasonByCodeAndStep) {
  const Row rows[] = {
      {"550 5.1.1 x", Step::recipient, Reason::no_such_mailbox},
      {"550 5.1.10 null MX", Step::recipient, Reason::no_such_mailbox},
      {"450 4.1.1 x", Step::recipient, Reason::carrier_busy},
      {"550 5.1.8 sender", Step::recipient, Reason::carrier_rejected},
      {"550 5.2.1 disabled", Step::recipient, Reason::no_such_mailbox},
      {"552 5.2.2 full", Step::recipient, Reason::mailbox_full},
      {"452 4.2.2 full", Step::recipient, Reason::mailbox_full},
      {"552 5.2.3 x", Step::content, Reason::message_too_long},
      {"452 4.3.1 disk", Step::sender, Reason::carrier_busy},
      {"552 5.3.4 x", Step::content, Reason::message_too_long},
      {"552 5.3.4 x", Step::sender, Reason::message_too_long},
      {"552 x", Step::sender, Reason::message_too_long},
      {"550 5.4.4 no domain", Step::recipient, Reason::no_such_mailbox},
      {"450 4.4.4 no route", Step::recipient, Reason::carrier_down},
      {"550 5.4.7 expired", Step::later, Reason::carrier_expired},
      {"452 4.5.3 too many", Step::recipient, Reason::carrier_throttled},
      {"550 5.6.1 media", Step::content, Reason::content_refused},
      {"550 5.7.1 policy", Step::content, Reason::content_refused},
      {"450 4.7.1 greylisted", Step::recipient, Reason::carrier_throttled},
      {"550 5.7.13 disabled", Step::recipient, Reason::no_such_mailbox},
      {"550 5.7.26 unauthenticated", Step::content, Reason::carrier_rejected},
      {"550 5.7.28 flood", Step::content, Reason::carrier_throttled},
      {"550 no such user", Step::recipient, Reason::no_such_mailbox},
      {"550 spam", Step::content, Reason::content_refused},
      {"552 full", Step::recipient, Reason::mailbox_full},
      {"552 too big", Step::content, Reason::message_too_long},
      {"554 no", Step::recipient, Reason::carrier_rejected},
      {"554 no", Step::content, Reason::content_refused},
      {"450 later", Step::recipient, Reason::carrier_throttled},
      {"451 later", Step::content, Reason::carrier_busy},
      {"421 closing", Step::sender, Reason::carrier_busy},
      {"535 5.7.8 credentials", Step::sign_in, Reason::carrier_rejected},
      {"550 5.0.0 no", Step::recipient, Reason::no_such_mailbox},
      {"550 5.0.0 no", Step::content, Reason::content_refused},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(reason_of(parse_reply(row.answer).value(), row.step), row.reason) << row.answer;
  }
}

TEST(Table, AReportThatSaysNothingIsUnclear) {
  EXPECT_EQ(reason_of({.code = 0, .enhanced = EnhancedStatus{5, 0, 0}}, Step::later), Reason::carrier_answer_unclear);
  EXPECT_EQ(reason_of({}, Step::later), Reason::carrier_answer_unclear);
}

TEST(Table, BeforeTheRecipientNobodyIsToBlameButTheCarrier) {
  rc::check("MAIL and before give carrier reasons for every code", [] {
    const Reply reply{
        .code = *rc::gen::inRange(400, 600),
        .enhanced = EnhancedStatus{*rc::gen::element(4, 5), *rc::gen::inRange(0, 9), *rc::gen::inRange(0, 40)}};
    for (const Step step : {Step::connect, Step::sign_in, Step::sender}) {
      const Reason reason = reason_of(reply, step);
      if (step == Step::sender && reason == Reason::message_too_long) continue;
      RC_ASSERT(failure_class(reason) == FailureClass::carrier);
    }
    RC_ASSERT(failure_class(reason_of(reply, Step::recipient)).has_value());
    RC_ASSERT(failure_class(reason_of(reply, Step::later)).has_value());
  });
}

TEST(FindStatus, FindsTheCodeInProse) {
  EXPECT_EQ(find_status("host mx.example.org said: 550 5.1.1 No such user")->enhanced, (EnhancedStatus{5, 1, 1}));
  EXPECT_EQ(find_status("退信原因：#5.2.2 邮箱已满")->enhanced, (EnhancedStatus{5, 2, 2}));
  EXPECT_EQ(find_status("Remote host said: 550 User not found")->code, 550);
  EXPECT_FALSE(find_status("your 500 yuan at 192.0.2.5.1.1"));
  EXPECT_FALSE(find_status("call 4 or 5"));
  EXPECT_FALSE(find_status(""));
}

}  // namespace
}  // namespace guardline::mail

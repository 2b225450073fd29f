// What comes back to a return path, read and judged. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/receipts/bounces/dsn.h"

#include "hub/receipts/bounces/dsn_fields.h"
#include "hub/receipts/bounces/verdict.h"

#include <gtest/gtest.h>

namespace guardline::receipts {
namespace {

using Kind = Verdict::Kind;

mail::Verp verp() { return mail::Verp::make(Bytes(32, 42), "bounce", "hub.test").value(); }
const DeliveryId kDelivery = *DeliveryId::parse("0197a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b");
std::string path() { return verp().return_path(kDelivery); }

/// A report with these per-recipient blocks.
std::string report(const std::string& blocks, const std::string& to = path()) {
  return "Return-Path: <>\nDelivered-To: " + to + "\nFrom: MAILER-DAEMON@relay.test\nTo: " + to +
         "\nDate: Tue, 3 Jun 2025 10:00:00 +0800\nSubject: Undelivered Mail Returned to Sender\nMIME-Version: 1.0\n"
         "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n\n--b\n\nwords\n"
         "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; relay.test\n\n" +
         blocks +
         "\n--b\nContent-Type: message/rfc822\n\nSubject: x\nFrom: a@b\n\n550 5.7.1 in the returned message\n--b--\n";
}

std::string plain(const std::string& headers, const std::string& body) {
  return "To: " + path() + "\n" + headers + "\n\n" + body + "\n";
}

Verdict judged(const std::string& bytes, bool success_reports = false) {
  return judge(read_returned(bytes), verp(), success_reports);
}

TEST(Dsn, AFailureHasItsReasonCodeAndTime) {
  const auto verdict =
      judged(report("Final-Recipient: rfc822; nobody@investors.test\nAction: failed\nStatus: 5.1.1\n"
                    "Diagnostic-Code: smtp; 550 5.1.1 <nobody@investors.test>:\n  unknown\nLast-Attempt-Date: Tue, 3 "
                    "Jun 2025 09:59:58 +0800\n"));
  EXPECT_EQ(verdict.kind, Kind::failed);
  EXPECT_EQ(verdict.reason, Reason::no_such_mailbox);
  EXPECT_EQ(verdict.code, "5.1.1");
  EXPECT_EQ(verdict.token, verp().token(kDelivery));
  ASSERT_TRUE(verdict.stated_at);
  EXPECT_EQ(to_micros(*verdict.stated_at), 1'748'915'998'000'000);
}

TEST(Dsn, EveryClassOfFailure) {
  const std::pair<const char*, Reason> rows[] = {
      {"5.2.2", Reason::mailbox_full},     {"5.2.1", Reason::no_such_mailbox},
      {"5.7.1", Reason::content_refused},  {"5.7.26", Reason::carrier_rejected},
      {"5.3.4", Reason::message_too_long}, {"4.4.7", Reason::carrier_expired},
      {"5.4.1", Reason::carrier_down},     {"5.0.0", Reason::carrier_answer_unclear}};
  for (const auto& [status, reason] : rows) {
    const auto verdict = judged(report(std::string("Action: failed\nStatus: ") + status + "\n"));
    EXPECT_EQ(verdict.kind, Kind::failed) << status;
    EXPECT_EQ(verdict.reason, reason) << status;
  }
}

TEST(Dsn, AVagueStatusYieldsToTheServersOwnAnswer) {
  const auto verdict = judged(report("Action: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp;550 5.1.1 no such user\n"));
  EXPECT_EQ(verdict.reason, Reason::no_such_mailbox);
  EXPECT_EQ(judged(report("Action: failed\nDiagnostic-Code: SMTP; 552 full\n")).reason, Reason::mailbox_full);
  EXPECT_EQ(judged(report("Action: failed\nDiagnostic-Code: x-unix; 550 5.1.1\n")).reason,
            Reason::carrier_answer_unclear);
}

TEST(Dsn, DelayedChangesNothing) { EXPECT_EQ(judged(report("Action: delayed\nStatus: 4.4.1\n")).kind, Kind::delayed); }

TEST(Dsn, OnlyARelaySetUpForItProvesDelivery) {
  const std::string good = report("Action: delivered\nStatus: 2.0.0\n");
  EXPECT_EQ(judged(good, true).kind, Kind::delivered);
  EXPECT_EQ(judged(good, false).kind, Kind::no_news);
  // "relayed" and "expanded" are no proof, whoever says so.
  EXPECT_EQ(judged(report("Action: relayed\nStatus: 2.0.0\n"), true).kind, Kind::no_news);
  EXPECT_EQ(judged(report("Action: expanded\nStatus: 2.0.0\n"), true).kind, Kind::no_news);
}

TEST(Dsn, SeveralRecipientsBehindAnAlias) {
  const std::string failed = "Final-Recipient: rfc822; a@b\nAction: failed\nStatus: 5.1.1\n\n";
  const std::string delayed = "Final-Recipient: rfc822; c@d\nAction: delayed\nStatus: 4.0.0\n\n";
  const std::string good = "Final-Recipient: rfc822; e@f\nAction: delivered (mailbox)\nStatus: 2.0.0\n\n";
  EXPECT_EQ(judged(report(delayed + failed)).kind, Kind::failed);
  EXPECT_EQ(judged(report(failed + good), true).kind, Kind::delivered);
}

TEST(Dsn, AForgedReturnPathMovesNothing) {
  std::string forged = path();
  forged[10] = forged[10] == 'a' ? 'b' : 'a';
  const auto verdict = judged(report("Action: failed\nStatus: 5.1.1\n", forged));
  EXPECT_EQ(verdict.kind, Kind::forged);
  EXPECT_TRUE(verdict.token.empty());
}

TEST(Dsn, MailToSomebodyElseIsUnknown) {
  EXPECT_EQ(judged(report("Action: failed\nStatus: 5.1.1\n", "postmaster@hub.test")).kind, Kind::unknown);
  EXPECT_EQ(judged("").kind, Kind::unknown);
  EXPECT_EQ(judged(std::string("\0\xff\x01", 3)).kind, Kind::unknown);
}

TEST(Dsn, BouncesOutsideTheStandard) {
  const auto qmail =
      judged(plain("From: MAILER-DAEMON@mx.test\nSubject: failure notice",
                   "Hi. This is the qmail-send program.\n<x@y.test>:\n192.0.2.1 does not like recipient.\n"
                   "Remote host said: 550 No such user here\nGiving up."));
  EXPECT_EQ(qmail.kind, Kind::failed);
  EXPECT_EQ(qmail.reason, Reason::no_such_mailbox);
  EXPECT_EQ(qmail.code, "550");

  const auto exim =
      judged(plain("X-Failed-Recipients: x@y.test\nAuto-Submitted: auto-replied\n"
                   "From: Mail Delivery System <Mailer-Daemon@mx.test>\nSubject: Mail delivery failed: returning",
                   "x@y.test\n  host mx2.test: 552 5.2.2 mailbox full"));
  EXPECT_EQ(exim.kind, Kind::failed);
  EXPECT_EQ(exim.reason, Reason::mailbox_full);

  const auto chinese =
      judged(plain("From: postmaster@mail.test\nSubject: =?utf-8?b?57O757uf6YCA5L+h?=\n"
                   "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64",
                   "6YKu5Lu25peg5rOV5oqV6YCS"));  // 系统退信 / 邮件无法投递
  EXPECT_EQ(chinese.kind, Kind::failed);
  EXPECT_EQ(chinese.reason, Reason::carrier_answer_unclear);

  EXPECT_EQ(judged(plain("From: postmaster@mail.test\nSubject: Warning", "451 4.4.1 still trying")).kind,
            Kind::delayed);
}

TEST(Dsn, AnswersOfPeopleAndTheirProgramsAreNoFailures) {
  EXPECT_EQ(
      judged(plain("From: li@investors.test\nAuto-Submitted: auto-replied (vacation)\nReturn-Path: <>\nSubject: Re: x",
                   "I am away until 5.1.1 ... call 550 1234"))
          .kind,
      Kind::automatic);
  EXPECT_EQ(judged(plain("From: li@investors.test\nSubject: undeliverable promises", "550 5.1.1")).kind, Kind::unknown);
}

TEST(Dsn, ReturnedContentIsNotReadAsAStatus) {
  // Only the part of the mail system counts, not the message it returns.
  const auto verdict = judged(report("Action: failed\n"));
  EXPECT_EQ(verdict.kind, Kind::failed);
  EXPECT_EQ(verdict.reason, Reason::carrier_answer_unclear);
}

TEST(Dsn, BoundsHold) {
  std::string blocks;
  for (int i = 0; i < 500; ++i) blocks += "Action: delayed\nStatus: 4.0.0\n\n";
  EXPECT_EQ(read_returned(report(blocks)).recipients.size(), 64U);
  std::string to = "a@b.test";
  for (int i = 0; i < 500; ++i) to += ", a" + std::to_string(i) + "@b.test";
  EXPECT_LE(read_returned(report("Action: failed\n", to)).sent_to.size(), 16U);
  std::string deep = "Content-Type: message/delivery-status\n\nAction: failed\n\n";
  for (int i = 0; i < 200; ++i) {
    const std::string b = "b" + std::to_string(i);
    deep = "Content-Type: multipart/mixed; boundary=" + b + "\n\n--" + b + "\n" + deep + "\n--" + b + "--\n";
  }
  EXPECT_EQ(judged("To: " + path() + "\n" + deep).kind, Kind::unknown);
}

TEST(DsnFields, EachActionAndWhatIsNoAnswerOfAServer) {
  using Action = DsnRecipient::Action;
  const std::pair<const char*, Action> actions[] = {
      {"failed", Action::failed},   {"FAILED (bad mailbox)", Action::failed},
      {"delayed", Action::delayed}, {"delivered;", Action::delivered},
      {"relayed", Action::relayed}, {"expanded\t(list)", Action::expanded},
      {"fail", Action::other},      {"", Action::other}};
  for (const auto& [word, action] : actions) {
    const auto read = recipient_of({{"action", word}});
    ASSERT_TRUE(read) << word;
    EXPECT_EQ(read->action, action) << word;
  }
  EXPECT_FALSE(recipient_of({{"status", "5.1.1"}})) << "the first block speaks of the message";
  const auto diagnostic = [](const char* text) {
    return recipient_of({{"action", "failed"}, {"diagnostic-code", text}})->diagnostic.has_value();
  };
  EXPECT_TRUE(diagnostic("SMTP ; 550 no"));
  EXPECT_FALSE(diagnostic("x-unix; 550 no"));
  EXPECT_FALSE(diagnostic("550 no"));
  EXPECT_FALSE(diagnostic("smtp; no"));
  EXPECT_FALSE(parse_mail_date(""));
  EXPECT_FALSE(parse_mail_date(std::string(101, '1')));
  EXPECT_FALSE(parse_mail_date("yesterday"));
}

TEST(DsnFields, LinesThatAreNoneAndWhatIsBeyondTheBounds) {
  const auto blocks = field_blocks(" a line that follows none\nno field\n: no name\n \t\n  :x\n" +
                                   std::string(65, 'n') + ": too long a name\n\n\nA: 1\r\n\r\nB : 2\n\tmore\n");
  ASSERT_EQ(blocks.size(), 2U);
  EXPECT_EQ(blocks[0], (FieldBlock{{"a", "1"}}));
  EXPECT_EQ(blocks[1], (FieldBlock{{"b", "2 more"}}));
  std::string many;
  for (int i = 0; i < 70; ++i) many += "a: 1\n\n";
  EXPECT_EQ(field_blocks(many).size(), 65U);
  std::string wide;
  for (int i = 0; i < 70; ++i) wide += "a: 1\n";
  EXPECT_EQ(field_blocks(wide).at(0).size(), 64U);
  const auto folded = field_blocks("a: " + std::string(3000, 'x') + "\n " + std::string(3000, 'y') + "\n");
  EXPECT_EQ(folded.at(0).at(0).second, std::string(2000, 'x')) << "full already";
  const auto grown = field_blocks("a: x\n " + std::string(3000, 'y') + "\n z\n");
  EXPECT_EQ(grown.at(0).at(0).second.size(), 2U + 2000U);
}

TEST(Verdicts, WithoutAStatusAndOfReportsThatProveNothing) {
  const auto of = [](DsnRecipient::Action action, std::optional<mail::EnhancedStatus> status = {},
                     std::optional<mail::Reply> diagnostic = {}, bool success_reports = false) {
    DsnRecipient recipient;
    recipient.action = action;
    recipient.status = status;
    recipient.diagnostic = diagnostic;
    ReturnedMail mail;
    mail.kind = Returned::report;
    mail.sent_to = {path()};
    mail.recipients = {std::move(recipient)};
    return judge(mail, verp(), success_reports);
  };
  using Action = DsnRecipient::Action;
  EXPECT_EQ(of(Action::expanded).kind, Kind::no_news);
  EXPECT_EQ(of(Action::relayed).kind, Kind::no_news);
  EXPECT_EQ(of(Action::other).kind, Kind::unknown);
  EXPECT_EQ(of(Action::delivered, {}, {}, true).kind, Kind::delivered);
  EXPECT_EQ(of(Action::delivered, {}, {}, true).code, "");
  EXPECT_EQ(of(Action::delivered).kind, Kind::no_news);
  EXPECT_EQ(of(Action::delayed).code, "");
  EXPECT_EQ(of(Action::failed).code, "") << "nothing was said of why";
  EXPECT_EQ(of(Action::failed, {}, mail::Reply{.code = 550, .enhanced = {}}).code, "550");
  // A vague status with a detail is none; with a subject it is one.
  EXPECT_EQ(of(Action::failed, mail::EnhancedStatus{5, 0, 1}, mail::Reply{.code = 552, .enhanced = {}}).code, "5.0.1");
  ReturnedMail foreign;
  foreign.sent_to = {"somebody@hub.test"};
  EXPECT_EQ(judge(foreign, verp(), false).kind, Kind::unknown);
  ReturnedMail bounce;
  bounce.kind = Returned::bounce;
  bounce.sent_to = {path()};
  EXPECT_EQ(judge(bounce, verp(), false).kind, Kind::failed);
  bounce.status = mail::Reply{.code = 450, .enhanced = {}};
  EXPECT_EQ(judge(bounce, verp(), false).kind, Kind::delayed);
  EXPECT_EQ(judge(bounce, verp(), false).code, "450");
}

TEST(DsnFields, UnfoldsAndSplits) {
  const auto blocks = field_blocks("A: 1\r\n\t2\r\nnot a field\r\nB:3\r\n\r\n\r\n  \r\nC: 4");
  ASSERT_EQ(blocks.size(), 2U);
  EXPECT_EQ(blocks[0], (FieldBlock{{"a", "1 2"}, {"b", "3"}}));
  EXPECT_EQ(blocks[1], (FieldBlock{{"c", "4"}}));
  EXPECT_FALSE(parse_mail_date("yesterday"));
}

}  // namespace
}  // namespace guardline::receipts

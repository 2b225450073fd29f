// The carrier against the mail far side. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/digest.h"
#include "hub/dispatch/carriers/smtp/mime_message.h"
#include "hub/mail/verp.h"
#include "rig.h"

#include <atomic>
#include <mutex>
#include <set>

#include <gtest/gtest.h>

namespace guardline::dispatch {
namespace {

using Outcome = Answer::Outcome;
using test::config_for;
using test::eventually;
using test::FarSide;
using test::outgoing_to;
using test::Sender;

std::string text(const boost::json::object& line, std::string_view key) {
  return std::string(line.at(key).as_string());
}

TEST(SmtpCarrierTest, HandsOverWhatWasComposed) {
  FarSide far({"--salt", "0011"});
  Sender sender(config_for(far.port()));
  auto outgoing = outgoing_to("li.si@investors.test");
  outgoing.body = ".first\n..second\n.\nlast with no line end";
  const auto answer = sender.send(outgoing);
  EXPECT_EQ(answer.outcome, Outcome::accepted);
  EXPECT_EQ(answer.reason, Reason::none);
  const auto verp = mail::Verp::make(Bytes(32, 42), "bounce", "hub.test").value();
  EXPECT_EQ(answer.references, std::vector{verp.token(outgoing.delivery)});

  const auto lines = far.ledger("accepted");
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(text(lines[0], "delivery"), outgoing.delivery.text());
  const Bytes salt{0x00, 0x11};
  EXPECT_EQ(text(lines[0], "recipient"), to_hex(crypto::sha256({salt, as_bytes("li.si@investors.test")})));
  const auto composed = compose(config_for(1), outgoing, SystemClock().now()).value();
  const auto body = std::string_view(composed).substr(composed.find("\r\n\r\n") + 4);
  // The last line gets its end on the way (RFC 5321 section 4.1.1.4).
  EXPECT_EQ(text(lines[0], "body_sha256"),
            to_hex(crypto::sha256(as_bytes(std::string(body) + (body.ends_with("\r\n") ? "" : "\r\n")))));
}

TEST(SmtpCarrierTest, KeepsItsConnectionAndCarriesMany) {
  FarSide far;
  auto config = config_for(far.port());
  config.pool_size = 4;
  config.window = 300;
  Sender sender(config);
  std::mutex mutex;
  std::set<std::string> accepted;
  std::atomic<int> answered{0};
  for (int i = 0; i < 300; ++i) {
    const auto outgoing = outgoing_to("investor" + std::to_string(i) + "@investors.test");
    sender.carrier().submit(outgoing, [&, id = outgoing.delivery.text()](Answer answer) {
      const std::lock_guard lock(mutex);
      if (answer.outcome == Outcome::accepted) accepted.insert(id);
      ++answered;
    });
  }
  ASSERT_TRUE(eventually([&] { return answered == 300; }));
  EXPECT_EQ(accepted.size(), 300U);
  std::set<std::string> seen;
  for (const auto& line : far.ledger("accepted")) seen.insert(text(line, "delivery"));
  EXPECT_EQ(seen, accepted);
  EXPECT_LE(far.ask(R"({"get":"counts"})").at("counts").at("connections").to_number<int>(), 4);
}

TEST(SmtpCarrierTest, ABigBodyArrivesWhole) {
  FarSide far;
  Sender sender(config_for(far.port()));
  auto outgoing = outgoing_to("a@investors.test");
  outgoing.body.clear();
  for (int i = 0; i < 40'000; ++i) outgoing.body += "风险 ." + std::to_string(i) + "\n";
  EXPECT_EQ(sender.send(outgoing).outcome, Outcome::accepted);
  EXPECT_EQ(far.ledger("accepted").at(0).at("size").to_number<std::size_t>(),
            compose(config_for(1), outgoing, SystemClock().now()).value().size());
  outgoing.body = std::string(11'000'000, 'x');
  const auto answer = sender.send(outgoing);
  EXPECT_EQ(answer.outcome, Outcome::refused);
  EXPECT_EQ(answer.reason, Reason::message_too_long);
}

TEST(SmtpCarrierTest, UnknownMailboxIsRefused) {
  FarSide far({"--refuse", "1"});
  Sender sender(config_for(far.port()));
  const auto answer = sender.send(outgoing_to("nobody@investors.test"));
  EXPECT_EQ(answer.outcome, Outcome::refused);
  EXPECT_EQ(answer.reason, Reason::no_such_mailbox);
  EXPECT_EQ(answer.diagnostic, "550 5.1.1 at RCPT");
  EXPECT_TRUE(answer.references.empty());
  EXPECT_EQ(sender.carrier().line(), LineState::up);
}

TEST(SmtpCarrierTest, GreylistingIsRetriedAndSaysNothingOfTheLine) {
  FarSide far({"--greylist", "1"});
  Sender sender(config_for(far.port()));
  const auto outgoing = outgoing_to("a@investors.test");
  const auto first = sender.send(outgoing);
  EXPECT_EQ(first.outcome, Outcome::retry);
  EXPECT_EQ(first.reason, Reason::carrier_throttled);
  EXPECT_EQ(sender.carrier().line(), LineState::up);
  EXPECT_EQ(sender.send(outgoing).outcome, Outcome::accepted);
}

TEST(SmtpCarrierTest, RefusedContentIsTheMessagesFault) {
  FarSide far({"--reject", "1"});
  Sender sender(config_for(far.port()));
  const auto answer = sender.send(outgoing_to("a@investors.test"));
  EXPECT_EQ(answer.outcome, Outcome::refused);
  EXPECT_EQ(answer.reason, Reason::content_refused);
}

TEST(SmtpCarrierTest, OutageIsRetryAndTheLineHealsByItself) {
  FarSide far;
  Sender sender(config_for(far.port()));
  ASSERT_TRUE(eventually([&] { return sender.carrier().line() == LineState::up; }));
  far.set("outage", "true");
  const auto answer = sender.send(outgoing_to("a@investors.test"));
  EXPECT_EQ(answer.outcome, Outcome::retry);
  EXPECT_EQ(answer.reason, Reason::carrier_down);
  EXPECT_EQ(sender.carrier().line(), LineState::down);
  far.set("outage", "false");
  EXPECT_TRUE(eventually([&] { return sender.carrier().line() == LineState::up; }));
  EXPECT_EQ(sender.send(outgoing_to("a@investors.test")).outcome, Outcome::accepted);
}

TEST(SmtpCarrierTest, AConnectionThatDiedWhileIdleIsReplaced) {
  FarSide far;
  Sender sender(config_for(far.port()));
  EXPECT_EQ(sender.send(outgoing_to("a@investors.test")).outcome, Outcome::accepted);
  far.set("outage", "true");
  far.set("outage", "false");
  EXPECT_EQ(sender.send(outgoing_to("b@investors.test")).outcome, Outcome::accepted);
}

TEST(SmtpCarrierTest, AnAnswerLostAfterTheFinalDotIsUnknown) {
  FarSide far({"--drop", "1"});
  Sender sender(config_for(far.port()));
  const auto outgoing = outgoing_to("a@investors.test");
  const auto answer = sender.send(outgoing);
  EXPECT_EQ(answer.outcome, Outcome::unknown);
  EXPECT_EQ(answer.reason, Reason::answer_lost);
  EXPECT_EQ(answer.references.size(), 1U);  // a bounce may still come for it
  const auto lines = far.ledger("accepted");
  ASSERT_EQ(lines.size(), 1U);  // it was not tried twice behind the dispatcher's back
  EXPECT_FALSE(lines[0].at("answered").as_bool());
}

TEST(SmtpCarrierTest, AnAnswerThatDoesNotComeInTimeIsUnknown) {
  FarSide far({"--answer-delay-ms", "60000"});
  auto config = config_for(far.port());
  config.connect_timeout = std::chrono::milliseconds(500);
  config.answer_timeout = std::chrono::milliseconds(700);
  Sender sender(config);
  EXPECT_EQ(sender.send(outgoing_to("a@investors.test")).outcome, Outcome::unknown);
}

TEST(SmtpCarrierTest, StoppingAnswersEverythingExactlyOnce) {
  FarSide far({"--answer-delay-ms", "60000"});
  auto config = config_for(far.port());
  config.window = 5;
  Sender sender(config);
  std::mutex mutex;
  std::vector<int> times(6);
  std::vector<Answer> answers(6);
  for (std::size_t i = 0; i < 6; ++i) {
    sender.carrier().submit(outgoing_to("a@investors.test"), [&, i](Answer answer) {
      const std::lock_guard lock(mutex);
      ++times[i];
      answers[i] = std::move(answer);
    });
  }
  EXPECT_EQ(answers[5].reason, Reason::queue_full);  // over the window: at once
  ASSERT_TRUE(eventually([&] { return far.ledger("accepted").size() == 1; }));
  sender.carrier().stop(std::chrono::milliseconds(10));
  sender.carrier().stop(Micros(0));
  EXPECT_EQ(times, std::vector<int>(6, 1));
  EXPECT_EQ(answers[0].outcome, Outcome::unknown);
  for (std::size_t i = 1; i < 6; ++i) EXPECT_EQ(answers[i].outcome, Outcome::retry) << i;
  EXPECT_EQ(sender.send(outgoing_to("a@investors.test")).outcome, Outcome::retry);  // after the end
  EXPECT_EQ(sender.carrier().line(), LineState::down);
}

TEST(SmtpCarrierTest, GraceLetsWorkEnd) {
  FarSide far({"--answer-delay-ms", "200"});
  Sender sender(config_for(far.port()));
  std::atomic<int> accepted{0};
  for (int i = 0; i < 3; ++i) {
    sender.carrier().submit(outgoing_to("a@investors.test"),
                            [&](Answer answer) { accepted += answer.outcome == Outcome::accepted ? 1 : 0; });
  }
  sender.carrier().stop(std::chrono::seconds(30));
  EXPECT_EQ(accepted, 3);
}

TEST(SmtpCarrierTest, WhatCanNeverGoIsRefusedHere) {
  FarSide far;
  Sender sender(config_for(far.port()));
  const auto injected = sender.send(outgoing_to("a@b.test>\r\nRCPT TO:<c@d.test"));
  EXPECT_EQ(injected.outcome, Outcome::refused);
  EXPECT_EQ(injected.reason, Reason::no_such_mailbox);
  auto late = outgoing_to("a@investors.test");
  late.valid_until = SystemClock().now() - Micros(1);
  EXPECT_EQ(sender.send(late).reason, Reason::carrier_expired);
  auto garbage = outgoing_to("a@investors.test");
  garbage.body = "\xff";
  EXPECT_EQ(sender.send(garbage).reason, Reason::content_refused);
  EXPECT_TRUE(far.ledger("accepted").empty());
}

TEST(SmtpCarrierTest, AnInternationalDomainGoesOutInItsAsciiForm) {
  FarSide far({"--salt", "00"});
  Sender sender(config_for(far.port()));
  EXPECT_EQ(sender.send(outgoing_to("user@例子.测试")).outcome, Outcome::accepted);
  const auto lines = far.ledger("accepted");
  ASSERT_EQ(lines.size(), 1U);
  const Bytes salt{0};
  EXPECT_EQ(text(lines[0], "recipient"), to_hex(crypto::sha256({salt, as_bytes("user@xn--fsqu00a.xn--0zwm56d")})));
}

}  // namespace
}  // namespace guardline::dispatch

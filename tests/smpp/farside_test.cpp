// The carrier against our far side. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/digest.h"
#include "rig.h"

#include <algorithm>
#include <set>
#include <string>

#include <gtest/gtest.h>

namespace guardline::test {
namespace {

using dispatch::Answer;
using dispatch::LineState;
using Outcome = Answer::Outcome;

std::string times(const char* text, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += text;
  return out;
}

std::string word(const boost::json::object& line, const char* key) { return std::string(line.at(key).as_string()); }

TEST(FarSide, OneMessageAndItsReceipt) {
  const Centre centre;
  Sender sender(config_for(centre.port()));
  const auto out = outgoing("【守护】您好，𠮷先生：账户风险提示。");
  const Answer answer = sender.send(out);
  EXPECT_EQ(answer.outcome, Outcome::accepted);
  ASSERT_EQ(answer.references.size(), 1U);
  ASSERT_TRUE(eventually([&] { return sender.sink().count() == 1; }));
  const auto receipt = sender.sink().receipts()[0];
  EXPECT_EQ(receipt.carrier, "sms-test");
  EXPECT_EQ(receipt.reference, answer.references[0]);
  EXPECT_EQ(receipt.state, DeliveryState::delivered);
  EXPECT_LE(receipt.occurred_at, SystemClock().now());
  EXPECT_GT(receipt.occurred_at, SystemClock().now() - std::chrono::minutes(5));

  ASSERT_TRUE(eventually([&] { return !centre.ledger("receipt_answer").empty(); }));
  const auto submits = centre.ledger("submit");
  ASSERT_EQ(submits.size(), 1U);
  EXPECT_EQ(word(submits[0], "delivery"), to_hex(out.delivery.bytes()));
  const auto messages = centre.ledger("message");
  ASSERT_EQ(messages.size(), 1U);
  EXPECT_EQ(word(messages[0], "body_sha256"), to_hex(crypto::sha256(as_bytes(out.body))));
  // Neither the number nor the text stands in the ledger.
  const std::string ledger = read_file(centre.ledger_path());
  EXPECT_EQ(ledger.find(out.address.substr(1)), std::string::npos);
  EXPECT_EQ(ledger.find("守护"), std::string::npos);
}

class LongTexts : public testing::TestWithParam<dispatch::smpp::LongText> {};

TEST_P(LongTexts, ArriveWhole) {
  const Centre centre;
  auto config = config_for(centre.port());
  config.long_text = GetParam();
  Sender sender(config);
  const auto out = outgoing(times("市场波动，", 30) + times("𠮷", 40));
  const Answer answer = sender.send(out);
  EXPECT_EQ(answer.outcome, Outcome::accepted);
  const auto messages = centre.ledger("message");
  ASSERT_EQ(messages.size(), 1U);
  EXPECT_EQ(word(messages[0], "body_sha256"), to_hex(crypto::sha256(as_bytes(out.body))));
  const auto& ids = messages[0].at("message_ids").as_array();
  ASSERT_EQ(ids.size(), answer.references.size());
  EXPECT_EQ(ids.size(), GetParam() == dispatch::smpp::LongText::payload ? 1U : 4U);
  for (std::size_t i = 0; i < ids.size(); ++i) EXPECT_EQ(ids[i].as_string(), answer.references[i]);
  EXPECT_TRUE(eventually([&] {
    return std::ranges::all_of(answer.references, [&](const auto& reference) { return sender.sink().has(reference); });
  }));
}

INSTANTIATE_TEST_SUITE_P(Ways, LongTexts,
                         testing::Values(dispatch::smpp::LongText::udh, dispatch::smpp::LongText::sar,
                                         dispatch::smpp::LongText::payload));

struct IdCase {
  const char* ids;
  dispatch::smpp::IdBase responses;
  dispatch::smpp::IdBase receipts;
};

class Ids : public testing::TestWithParam<IdCase> {};

TEST_P(Ids, ReceiptsNameWhatWasAnswered) {
  using dispatch::smpp::IdBase;
  const Centre centre({"--ids", GetParam().ids, "--receipts", "mixed", "--early", "0.3", "--fail", "0.3"});
  auto config = config_for(centre.port());
  config.response_ids = GetParam().responses;
  config.receipt_ids = GetParam().receipts;
  Sender sender(config);
  // With automatic bases the first answer is known before its receipt is: the others may race.
  if (config.response_ids == IdBase::automatic) centre.set("early", "0");
  ASSERT_EQ(sender.send(outgoing("first")).outcome, Outcome::accepted);
  ASSERT_TRUE(eventually([&] { return sender.sink().count() == 1; }));
  if (config.response_ids == IdBase::automatic) centre.set("early", "0.3");
  for (int i = 1; i < 40; ++i) ASSERT_EQ(sender.send(outgoing("x", i)).outcome, Outcome::accepted);
  ASSERT_TRUE(eventually([&] { return sender.sink().count() == 40; }));
  std::set<std::string> answered;
  std::set<std::string> reported;
  for (const auto& answer : sender.answers()) answered.insert(answer.references.at(0));
  int failed = 0;
  for (const auto& receipt : sender.sink().receipts()) {
    reported.insert(receipt.reference);
    failed += receipt.state == DeliveryState::failed ? 1 : 0;
    if (receipt.state == DeliveryState::failed) EXPECT_TRUE(failure_class(receipt.reason).has_value());
  }
  EXPECT_EQ(answered, reported);
  EXPECT_EQ(answered.size(), 40U);
  EXPECT_GT(failed, 0);
  EXPECT_LT(failed, 40);
  const auto receipts = centre.ledger("receipt");
  EXPECT_TRUE(std::ranges::any_of(receipts, [](const auto& line) { return line.at("early").as_bool(); }));
}

INSTANTIATE_TEST_SUITE_P(
    Bases, Ids,
    testing::Values(IdCase{"decimal", dispatch::smpp::IdBase::decimal, dispatch::smpp::IdBase::decimal},
                    IdCase{"hex-decimal", dispatch::smpp::IdBase::hexadecimal, dispatch::smpp::IdBase::decimal},
                    IdCase{"decimal-hex", dispatch::smpp::IdBase::decimal, dispatch::smpp::IdBase::hexadecimal},
                    IdCase{"text", dispatch::smpp::IdBase::text, dispatch::smpp::IdBase::text},
                    IdCase{"hex-decimal", dispatch::smpp::IdBase::automatic, dispatch::smpp::IdBase::automatic}));

TEST(FarSide, ThrottlingSlowsAndLosesNothing) {
  const Centre centre({"--throttle", "0.4"});
  Sender sender(config_for(centre.port()));
  std::atomic<bool> throttled = false;
  for (int i = 0; i < 30; ++i) {
    const Answer answer = sender.send(outgoing(i % 3 == 0 ? times("长", 200) : "短", i));
    if (sender.carrier().line() == LineState::throttled) throttled = true;
    if (answer.outcome == Outcome::retry) {
      EXPECT_TRUE(answer.reason == Reason::carrier_throttled);
      EXPECT_GT(answer.retry_after, Micros(0));
      --i;
      continue;
    }
    ASSERT_EQ(answer.outcome, Outcome::accepted) << answer.diagnostic;
  }
  EXPECT_TRUE(throttled);
  EXPECT_EQ(centre.ledger("message").size(), 30U);
  centre.set("throttle", "0");
  EXPECT_EQ(sender.send_until_taken(outgoing("x")).outcome, Outcome::accepted);
  EXPECT_EQ(sender.carrier().line(), LineState::up);
}

TEST(FarSide, ARefusedDestination) {
  const Centre centre({"--refuse", "1"});
  Sender sender(config_for(centre.port()));
  const Answer answer = sender.send(outgoing("x"));
  EXPECT_EQ(answer.outcome, Outcome::refused);
  EXPECT_EQ(answer.reason, Reason::no_such_number);
  EXPECT_EQ(answer.diagnostic, "ESME_RINVDSTADR (0xb)");
}

TEST(FarSide, AnOutageIsRetryAndTheLineComesBack) {
  const Centre centre;
  Sender sender(config_for(centre.port()));
  ASSERT_EQ(sender.send(outgoing("x")).outcome, Outcome::accepted);
  centre.set("outage", "true");
  ASSERT_TRUE(eventually([&] { return sender.carrier().line() != LineState::up; }));
  const Answer answer = sender.send(outgoing("y"));
  EXPECT_EQ(answer.outcome, Outcome::retry);
  EXPECT_EQ(answer.reason, Reason::carrier_down);
  centre.set("outage", "false");
  ASSERT_TRUE(eventually([&] { return sender.carrier().line() == LineState::up; }));
  EXPECT_EQ(sender.send(outgoing("y")).outcome, Outcome::accepted);
  EXPECT_EQ(centre.ledger("submit").size(), 2U);
}

TEST(FarSide, ABrokenWindowIsUnknown) {
  const Centre centre({"--answer-delay-ms", "3600000"});
  auto config = config_for(centre.port());
  config.window = 8;
  Sender sender(config);
  for (int i = 0; i < 8; ++i) sender.post(outgoing("x", i));
  ASSERT_TRUE(eventually([&] { return centre.count("submits") == 8; }));
  EXPECT_EQ(sender.answered(), 0U);
  // Over the window: turned away at once.
  const Answer over = sender.send(outgoing("x", 9));
  EXPECT_EQ(over.outcome, Outcome::retry);
  EXPECT_EQ(over.reason, Reason::carrier_busy);
  centre.set("outage", "true");
  ASSERT_TRUE(sender.wait_for_answers(9));
  const auto answers = sender.answers();
  EXPECT_EQ(std::ranges::count_if(answers, [](const Answer& a) { return a.outcome == Outcome::unknown; }), 8);
  EXPECT_EQ(centre.ledger("submit").size(), 8U);
}

TEST(FarSide, ASilentCentreIsUnknownInTime) {
  const Centre centre({"--silent", "1"});
  auto config = config_for(centre.port());
  config.response_timeout = std::chrono::milliseconds(200);
  Sender sender(config);
  const Answer answer = sender.send(outgoing("x"));
  EXPECT_EQ(answer.outcome, Outcome::unknown);
  EXPECT_EQ(answer.reason, Reason::answer_lost);
  // Its receipt comes nevertheless: for the receipts module to park.
  EXPECT_TRUE(eventually([&] { return sender.sink().count() == 1; }));
}

TEST(FarSide, ReceiptsAreConfirmedOnlyOnceDurable) {
  const Centre centre;
  Sender sender(config_for(centre.port()));
  sender.sink().keep = true;
  for (int i = 0; i < 5; ++i) sender.send(outgoing("x", i));
  ASSERT_TRUE(eventually([&] { return sender.sink().count() == 5; }));
  // Answers to later submits pass them: nothing was confirmed meanwhile.
  sender.send(outgoing("y"));
  EXPECT_TRUE(centre.ledger("receipt_answer").empty());
  sender.sink().keep = false;
  sender.sink().release();
  ASSERT_TRUE(eventually([&] { return centre.ledger("receipt_answer").size() >= 5; }));
  for (const auto& line : centre.ledger("receipt_answer")) EXPECT_EQ(line.at("status").to_number<int>(), 0);
}

TEST(FarSide, ReceiptsThatCantBeStoredComeAgain) {
  const Centre centre;
  Sender sender(config_for(centre.port()));
  sender.sink().full = true;
  const Answer answer = sender.send(outgoing("x"));
  ASSERT_TRUE(eventually([&] { return sender.sink().asked() >= 1; }));
  sender.sink().full = false;
  sender.sink().broken = true;
  ASSERT_TRUE(eventually([&] { return sender.sink().asked() >= 2; }));
  sender.sink().broken = false;
  ASSERT_TRUE(eventually([&] { return sender.sink().has(answer.references.at(0)); }));
  ASSERT_TRUE(eventually([&] { return centre.ledger("receipt_answer").size() >= 3; }));
  const auto answers = centre.ledger("receipt_answer");
  EXPECT_EQ(answers.front().at("status").to_number<int>(), 0x14);
  EXPECT_EQ(answers.back().at("status").to_number<int>(), 0);
  EXPECT_TRUE(
      std::ranges::any_of(answers, [](const auto& l) { return l.at("status").template to_number<int>() == 0x64; }));
}

TEST(FarSide, UnconfirmedReceiptsComeAgainAfterAReconnect) {
  const Centre centre;
  Sender sender(config_for(centre.port()));
  sender.sink().keep = true;
  const Answer answer = sender.send(outgoing("x"));
  ASSERT_TRUE(eventually([&] { return sender.sink().count() == 1; }));
  sender.sink().keep = false;
  centre.set("outage", "true");
  centre.set("outage", "false");
  ASSERT_TRUE(eventually([&] { return sender.sink().count() == 2; }));
  sender.sink().release();  // to a connection that is gone: nowhere
  for (const auto& receipt : sender.sink().receipts()) EXPECT_EQ(receipt.reference, answer.references.at(0));
}

TEST(FarSide, AWrongPasswordStaysDown) {
  const Centre centre({"--password", "other"});
  Sender sender(config_for(centre.port()), false);
  ASSERT_TRUE(eventually([&] { return centre.ledger("session").size() >= 4; }));
  for (const auto& line : centre.ledger("session")) EXPECT_NE(word(line, "what"), "bound");
  EXPECT_NE(sender.carrier().line(), LineState::up);
  EXPECT_EQ(sender.send(outgoing("x")).reason, Reason::carrier_down);
}

TEST(FarSide, QuietLinesAreProbed) {
  const Centre centre;
  auto config = config_for(centre.port());
  config.enquire_interval = std::chrono::milliseconds(40);
  config.response_timeout = std::chrono::seconds(5);
  Sender sender(config);
  std::this_thread::sleep_for(std::chrono::milliseconds(400));
  EXPECT_EQ(centre.ledger("session").size(), 1U);  // answered: the line has held
  EXPECT_EQ(sender.send(outgoing("x")).outcome, Outcome::accepted);
}

TEST(FarSide, StopWaitsForWhatIsOutAndGivesTheRestBack) {
  const Centre centre({"--answer-delay-ms", "200"});
  auto config = config_for(centre.port());
  config.window = 2;
  Sender sender(config);
  sender.post(outgoing(times("长", 200)));
  sender.post(outgoing("短", 1));
  ASSERT_TRUE(eventually([&] { return centre.count("submits") == 2; }));
  sender.carrier().stop(std::chrono::seconds(10));
  const auto answers = sender.answers();
  ASSERT_EQ(answers.size(), 2U);
  EXPECT_EQ(answers[0].outcome, Outcome::unknown);  // two of its three parts left
  EXPECT_EQ(answers[0].references.size(), 2U);
  EXPECT_EQ(answers[1].outcome, Outcome::retry);
  EXPECT_EQ(sender.carrier().line(), LineState::down);
  sender.carrier().stop(Micros(0));
  EXPECT_EQ(sender.send(outgoing("x")).outcome, Outcome::retry);
}

TEST(FarSide, TheSameSeedMeetsTheSameFate) {
  std::vector<std::vector<DeliveryState>> fates;
  for (int run = 0; run < 2; ++run) {
    const Centre centre({"--fail", "0.5", "--receipts", "text"});
    Sender sender(config_for(centre.port()));
    std::vector<DeliveryState> fate;
    for (int i = 0; i < 12; ++i) {
      sender.send(outgoing("x", i));
      ASSERT_TRUE(eventually([&] { return sender.sink().count() == static_cast<std::size_t>(i + 1); }));
      fate.push_back(sender.sink().receipts().back().state);
    }
    fates.push_back(fate);
  }
  EXPECT_EQ(fates[0], fates[1]);
}

}  // namespace
}  // namespace guardline::test

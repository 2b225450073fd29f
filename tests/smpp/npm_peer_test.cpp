// The carrier against a message centre that we did not write (npm smpp). SPDX-License-Identifier: GPL-3.0-or-later
#include "rig.h"

#include <filesystem>
#include <string>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

namespace guardline::test {
namespace {

using dispatch::Answer;
using dispatch::LineState;
using Outcome = Answer::Outcome;

class NpmCentre : public testing::Test {
 protected:
  void SetUp() override {
    // scripts/setup installs it; a missing peer is a failure, not a reason to pass.
    ASSERT_TRUE(std::filesystem::exists(PEERS_DIR "/node_modules/smpp")) << "run scripts/setup (npm ci in tests/peers)";
    program_ = std::make_unique<Program>(std::vector<std::string>{"node", PEERS_DIR "/smsc.js"});
    const auto ready = boost::json::parse(program_->first_line()).as_object();
    port_ = ready.at("port").to_number<std::uint16_t>();
    control_ = ready.at("control").to_number<std::uint16_t>();
  }
  void set(const std::string& name, const std::string& value) {
    ASSERT_TRUE(ask(control_, R"({"set":")" + name + R"(","value":)" + value + "}").at("ok").as_bool());
  }
  void act(const std::string& what) { ASSERT_TRUE(ask(control_, R"({"act":")" + what + "\"}").at("ok").as_bool()); }
  boost::json::object state() { return ask(control_, R"({"get":"state"})"); }
  std::int64_t number(const char* name) { return state().at(name).to_number<std::int64_t>(); }
  std::size_t count(const char* name) { return state().at(name).as_array().size(); }
  boost::json::array seen() { return state().at("seen").as_array(); }

  std::unique_ptr<Program> program_;
  std::uint16_t port_ = 0;
  std::uint16_t control_ = 0;
};

std::string times(const char* text, int repeat) {
  std::string out;
  for (int i = 0; i < repeat; ++i) out += text;
  return out;
}

TEST_F(NpmCentre, ReadsTheTextAndItsReceiptIsUnderstood) {
  Sender sender(config_for(port_));
  auto out = outgoing("您好，𠮷先生：e\xCC\x81 👍", 1);
  out.valid_until = SystemClock().now() + std::chrono::hours(2) + std::chrono::minutes(1);
  const Answer answer = sender.send(out);
  ASSERT_EQ(answer.outcome, Outcome::accepted);
  const auto submits = seen();
  ASSERT_EQ(submits.size(), 1U);
  const auto& submit = submits[0].as_object();
  EXPECT_EQ(submit.at("text").as_string(), out.body);
  EXPECT_EQ(submit.at("to").as_string(), out.address.substr(1));
  EXPECT_EQ(submit.at("coding").to_number<int>(), 8);
  EXPECT_EQ(submit.at("registered").to_number<int>(), 1);
  EXPECT_EQ(submit.at("id").as_string(), answer.references.at(0));
  EXPECT_FALSE(submit.at("validity").is_null());
  ASSERT_TRUE(eventually([&] { return count("confirmed") == 1; }));
  EXPECT_EQ(sender.sink().receipts().at(0).reference, answer.references[0]);
  EXPECT_EQ(sender.sink().receipts()[0].state, DeliveryState::delivered);
  EXPECT_EQ(state().at("confirmed").as_array()[0].to_number<int>(), 0);
}

TEST_F(NpmCentre, PutsPartsTogether) {
  Sender sender(config_for(port_));
  const std::string body = times("风险提示：", 30) + times("𪚥", 30);
  const Answer answer = sender.send(outgoing(body));
  ASSERT_EQ(answer.outcome, Outcome::accepted);
  std::string whole;
  int part = 0;
  std::string header;
  for (const auto& value : seen()) {
    const auto& submit = value.as_object();
    whole += submit.at("text").as_string();
    EXPECT_EQ(submit.at("esm_class").to_number<int>() & 0x40, 0x40);
    header += boost::json::serialize(submit.at("udh"));
    EXPECT_EQ(submit.at("id").as_string(), answer.references.at(static_cast<std::size_t>(part++)));
  }
  EXPECT_EQ(whole, body);
  EXPECT_EQ(part, 4);
  EXPECT_NE(header.find("0401\"]"), std::string::npos) << header;
  EXPECT_NE(header.find("0404\"]"), std::string::npos) << header;
}

TEST_F(NpmCentre, TakesALongPayload) {
  auto config = config_for(port_);
  config.long_text = dispatch::smpp::LongText::payload;
  Sender sender(config);
  const std::string body = times("定投提醒，", 120);  // 1,200 octets: past libsmpp34's bound
  ASSERT_EQ(sender.send(outgoing(body)).outcome, Outcome::accepted);
  const auto submits = seen();
  ASSERT_EQ(submits.size(), 1U);
  EXPECT_EQ(submits[0].as_object().at("text").as_string(), body);
}

TEST_F(NpmCentre, SegmentsByParameters) {
  auto config = config_for(port_);
  config.long_text = dispatch::smpp::LongText::sar;
  Sender sender(config);
  ASSERT_EQ(sender.send(outgoing(times("字", 100))).outcome, Outcome::accepted);
  const auto submits = seen();
  ASSERT_EQ(submits.size(), 2U);
  EXPECT_EQ(submits[1].as_object().at("sar_total_segments").to_number<int>(), 2);
  EXPECT_EQ(submits[1].as_object().at("sar_segment_seqnum").to_number<int>(), 2);
  EXPECT_EQ(submits[0].as_object().at("sar_msg_ref_num"), submits[1].as_object().at("sar_msg_ref_num"));
}

TEST_F(NpmCentre, HexadecimalAnswersDecimalReceiptsBeforeTheAnswer) {
  set("hex", "true");
  set("early", "true");
  set("receipts", "\"tlv\"");
  auto config = config_for(port_);
  config.response_ids = dispatch::smpp::IdBase::hexadecimal;
  Sender sender(config);
  for (int i = 0; i < 5; ++i) {
    const Answer answer = sender.send(outgoing("x", i));
    ASSERT_EQ(answer.outcome, Outcome::accepted);
    EXPECT_TRUE(eventually([&] { return sender.sink().has(answer.references.at(0)); }));
  }
}

TEST_F(NpmCentre, ThrottlesAndRefuses) {
  Sender sender(config_for(port_));
  set("throttle", "3");
  const Answer first = sender.send(outgoing("x"));
  EXPECT_EQ(first.outcome, Outcome::retry);
  EXPECT_EQ(first.reason, Reason::carrier_throttled);
  EXPECT_EQ(sender.carrier().line(), LineState::throttled);
  EXPECT_EQ(sender.send_until_taken(outgoing("x")).outcome, Outcome::accepted);
  EXPECT_EQ(sender.carrier().line(), LineState::up);
  EXPECT_EQ(seen().size(), 4U);
  set("refuse", "1");
  EXPECT_EQ(sender.send(outgoing("x")).reason, Reason::no_such_number);
}

TEST_F(NpmCentre, AKilledConnectionLeavesTheWindowUnknownAndComesBack) {
  Sender sender(config_for(port_));
  set("hold", "true");
  for (int i = 0; i < 6; ++i) sender.post(outgoing("x", i));
  ASSERT_TRUE(eventually([&] { return count("seen") == 6; }));
  EXPECT_EQ(sender.answered(), 0U);
  act("drop");
  ASSERT_TRUE(sender.wait_for_answers(6));
  for (const auto& answer : sender.answers()) {
    EXPECT_EQ(answer.outcome, Outcome::unknown);
    EXPECT_EQ(answer.reason, Reason::answer_lost);
    EXPECT_TRUE(answer.references.empty());
  }
  set("hold", "false");
  ASSERT_TRUE(eventually([&] { return sender.carrier().line() == LineState::up; }));
  EXPECT_EQ(number("binds"), 2);
  EXPECT_EQ(sender.send(outgoing("y")).outcome, Outcome::accepted);
  EXPECT_EQ(seen().size(), 7U);  // nothing was sent twice by itself
}

TEST_F(NpmCentre, EndsTheSessionPolitely) {
  Sender sender(config_for(port_));
  act("unbind");
  ASSERT_TRUE(eventually([&] { return number("binds") == 2; }));
  ASSERT_TRUE(eventually([&] { return sender.carrier().line() == LineState::up; }));
  EXPECT_EQ(sender.send(outgoing("x")).outcome, Outcome::accepted);
  sender.carrier().stop(std::chrono::seconds(5));
  EXPECT_TRUE(eventually([&] { return number("sessions") == 0; }));
}

TEST_F(NpmCentre, ProbesBothWays) {
  auto config = config_for(port_);
  config.enquire_interval = std::chrono::milliseconds(30);
  Sender sender(config);
  EXPECT_TRUE(eventually([&] { return number("probes") >= 3; }));
  act("probe");
  EXPECT_TRUE(eventually([&] { return number("probes") >= 1000; }));
  EXPECT_EQ(number("binds"), 1);
}

TEST_F(NpmCentre, MessagesFromHandsetsAreRefusedAndNoReceipt) {
  Sender sender(config_for(port_));
  ASSERT_TRUE(ask(control_, R"({"act":"message","text":"T"})").at("ok").as_bool());
  ASSERT_TRUE(eventually([&] { return count("confirmed") == 1; }));
  EXPECT_EQ(state().at("confirmed").as_array()[0].to_number<int>(), 0x65);
  EXPECT_EQ(sender.sink().asked(), 0U);
}

TEST_F(NpmCentre, AWrongPassword) {
  auto config = config_for(port_);
  config.password = "wrong";
  Sender sender(config, false);
  EXPECT_EQ(sender.send(outgoing("x")).reason, Reason::carrier_down);
  EXPECT_EQ(number("binds"), 0);
}

}  // namespace
}  // namespace guardline::test

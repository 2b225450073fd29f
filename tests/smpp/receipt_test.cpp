// Receipts as carriers write them. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/dispatch/carriers/smpp/receipt.h"

#include "core/text/ucs2_parts.h"
#include "hub/dispatch/carriers/smpp/receipt_text.h"
#include "hub/dispatch/carriers/smpp/status.h"

#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace guardline::dispatch::smpp {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

// 2026-11-22 00:30:00 UTC, 08:30 in Shanghai.
constexpr std::int64_t kArrival = 1795307400;
Timestamp arrival() { return Timestamp(seconds(kArrival)); }

DeliverSm text_receipt(std::string_view text) {
  DeliverSm pdu;
  pdu.esm_class = kEsmReceipt;
  pdu.short_message.assign(text.begin(), text.end());
  return pdu;
}

RawReceipt read(const DeliverSm& pdu, const SmppConfig& config = {}) {
  const auto receipt = read_receipt(pdu, config, arrival());
  EXPECT_TRUE(receipt.has_value());
  return receipt.value_or(RawReceipt{});
}

struct TextCase {
  const char* text;
  const char* id;
  const char* stat;
  const char* err;
  bool done;
};

class ReceiptTexts : public testing::TestWithParam<TextCase> {};

TEST_P(ReceiptTexts, AreRead) {
  const auto receipt = parse_receipt_text(GetParam().text);
  ASSERT_TRUE(receipt);
  EXPECT_EQ(receipt->id, GetParam().id);
  EXPECT_EQ(receipt->stat, GetParam().stat);
  EXPECT_EQ(receipt->err, GetParam().err);
  EXPECT_EQ(receipt->done.has_value(), GetParam().done);
}

INSTANTIATE_TEST_SUITE_P(
    Variants, ReceiptTexts,
    testing::Values(
        TextCase{"id:0123456789 sub:001 dlvrd:001 submit date:2611220828 done date:2611220829 stat:DELIVRD err:000 "
                 "text:hello",
                 "0123456789", "DELIVRD", "000", true},
        TextCase{"id:c449ab9744f47b6af1879e49e75e4f40 sub:001 dlvrd:0 submit date:0610191018 done date:0610191018 "
                 "stat:ACCEPTD err:0 text:This is an Acti",
                 "c449ab9744f47b6af1879e49e75e4f40", "ACCEPTD", "0", true},
        TextCase{"ID:77 SUB:1 DLVRD:1 SUBMIT DATE:261122082800 DONE DATE:261122082901 STAT:Undeliv ERR:6 TEXT:", "77",
                 "UNDELIV", "6", true},
        TextCase{
            "id: 77  sub: 001 dlvrd: 001 submit date: 20261122082800 done date: 20261122082901 stat: EXPIRED err: 27",
            "77", "EXPIRED", "27", true},
        TextCase{
            "id:\"a-b_c\",sub:001,dlvrd:001,submit_date:2611220828,done_date:2611220829,stat:REJECTD,err:ab1,text:x",
            "a-b_c", "REJECTD", "ab1", true},
        TextCase{"stat:DELIVRD id:5", "5", "DELIVRD", "", false}, TextCase{"id:5", "5", "", "", false},
        TextCase{"stat:UNKNOWN", "", "UNKNOWN", "", false},
        TextCase{"id:5 stat:MA:0001 err:MA:1", "5", "MA:0001", "MA:1", false},
        TextCase{"id:5 submitdate:2611220828 donedate:2611220829 stat:DELIVRD", "5", "DELIVRD", "", true},
        TextCase{"id:5 done date:2613320829 stat:DELIVRD", "5", "DELIVRD", "", false},
        TextCase{"id:5 stat:DELIVRD text:id:6 stat:UNDELIV err:001", "5", "DELIVRD", "", false},
        TextCase{"grid:9 id:5 stat:DELIVRD", "5", "DELIVRD", "", false}));

TEST(ReceiptText, IsNotEverything) {
  for (const char* text : {"", "hello", "T", "退订", "invalid:5", "text:id:5 stat:DELIVRD", "id:", "sub:001"}) {
    EXPECT_FALSE(parse_receipt_text(text)) << text;
  }
  const std::string far = std::string(2000, ' ') + "id:5";
  EXPECT_FALSE(parse_receipt_text(far));
  EXPECT_EQ(parse_receipt_text("id:" + std::string(200, '7'))->id.size(), 64U);
}

RC_GTEST_PROP(ReceiptText, AnyTextIsReadOrNot, (const std::string& text)) {
  const auto receipt = parse_receipt_text(text);
  if (receipt) RC_ASSERT(receipt->id.size() + receipt->stat.size() > 0);
}

RC_GTEST_PROP(ReceiptText, FieldsComeBackInAnyOrder, ()) {
  const auto word = rc::gen::nonEmpty(rc::gen::resize(12, rc::gen::container<std::string>(rc::gen::inRange('0', '9'))));
  const std::string id = *word;
  const std::string err = *word;
  std::vector<std::string> fields{"id:" + id, "err:" + err, "stat:DELIVRD", "sub:001", "done date:2611220829"};
  for (std::size_t i = fields.size() - 1; i > 0; --i)
    std::swap(fields[i], fields[*rc::gen::inRange<std::size_t>(0, i + 1)]);
  std::string text;
  for (const auto& field : fields) text += field + " ";
  const auto receipt = parse_receipt_text(text + "text:" + id);
  RC_ASSERT(receipt.has_value());
  RC_ASSERT(receipt->id == id);
  RC_ASSERT(receipt->err == err);
  RC_ASSERT(receipt->stat == "DELIVRD");
  RC_ASSERT(receipt->done.has_value());
}

TEST(StatedTimes, ThreeLengths) {
  const auto minute = parse_stated_time("2611220829");
  ASSERT_TRUE(minute);
  EXPECT_FALSE(minute->seconds);
  const auto second = parse_stated_time("261122082930");
  ASSERT_TRUE(second);
  EXPECT_TRUE(second->seconds);
  EXPECT_EQ(second->at, minute->at + seconds(30));
  EXPECT_EQ(parse_stated_time("20261122082930")->at, second->at);
  for (const char* bad :
       {"", "26112208", "2600220829", "2602300829", "2611222429", "2611220860", "26112208xx", "2611220829301"}) {
    EXPECT_FALSE(parse_stated_time(bad)) << bad;
  }
}

struct StateCase {
  const char* stat;
  int state;  // of the parameter, -1 = none
  const char* err;
  DeliveryState to;
  Reason reason;
};

class ReceiptStates : public testing::TestWithParam<StateCase> {};

TEST_P(ReceiptStates, HaveOneMeaning) {
  const StateCase& c = GetParam();
  std::string text = "id:1";
  if (*c.stat != '\0') text += std::string(" stat:") + c.stat;
  if (*c.err != '\0') text += std::string(" err:") + c.err;
  DeliverSm pdu = text_receipt(text);
  if (c.state >= 0) {
    pdu.parameters.push_back({static_cast<std::uint16_t>(Tag::message_state), {static_cast<std::uint8_t>(c.state)}});
  }
  const RawReceipt receipt = read(pdu);
  EXPECT_EQ(receipt.state, c.to);
  EXPECT_EQ(receipt.reason, c.reason);
  // What failed has a class, and only what a person can mend counts against reach.
  if (c.to == DeliveryState::failed) EXPECT_TRUE(failure_class(receipt.reason).has_value());
}

INSTANTIATE_TEST_SUITE_P(
    Table, ReceiptStates,
    testing::Values(StateCase{"DELIVRD", -1, "000", DeliveryState::delivered, Reason::none},
                    StateCase{"DELIVERED", -1, "", DeliveryState::delivered, Reason::none},
                    StateCase{"", 2, "", DeliveryState::delivered, Reason::none},
                    StateCase{"ENROUTE", -1, "", DeliveryState::accepted, Reason::none},
                    StateCase{"ACCEPTD", -1, "000", DeliveryState::accepted, Reason::none},
                    StateCase{"", 6, "", DeliveryState::accepted, Reason::none},
                    StateCase{"EXPIRED", -1, "000", DeliveryState::expired, Reason::carrier_expired},
                    StateCase{"DELETED", -1, "", DeliveryState::failed, Reason::carrier_rejected},
                    StateCase{"UNDELIV", -1, "001", DeliveryState::failed, Reason::no_such_number},
                    StateCase{"UNDELIV", -1, "5", DeliveryState::failed, Reason::no_such_number},
                    StateCase{"UNDELIV", -1, "006", DeliveryState::failed, Reason::handset_off},
                    StateCase{"UNDELIV", -1, "27", DeliveryState::failed, Reason::handset_off},
                    StateCase{"UNDELIV", -1, "013", DeliveryState::failed, Reason::handset_suspended},
                    StateCase{"UNDELIV", -1, "032", DeliveryState::failed, Reason::mailbox_full},
                    StateCase{"UNDELIV", -1, "034", DeliveryState::failed, Reason::carrier_down},
                    StateCase{"UNDELIV", -1, "31", DeliveryState::failed, Reason::carrier_busy},
                    StateCase{"UNDELIV", -1, "777", DeliveryState::failed, Reason::carrier_answer_unclear},
                    StateCase{"UNDELIV", -1, "xyz", DeliveryState::failed, Reason::carrier_answer_unclear},
                    StateCase{"UNDELIV", -1, "", DeliveryState::failed, Reason::carrier_answer_unclear},
                    StateCase{"REJECTD", -1, "", DeliveryState::failed, Reason::carrier_rejected},
                    StateCase{"", 8, "021", DeliveryState::failed, Reason::carrier_rejected},
                    StateCase{"UNKNOWN", -1, "", DeliveryState::unknown, Reason::carrier_answer_unclear},
                    StateCase{"", 7, "", DeliveryState::unknown, Reason::carrier_answer_unclear},
                    StateCase{"MA:0001", -1, "", DeliveryState::failed, Reason::carrier_rejected},
                    StateCase{"WHATEVR", -1, "", DeliveryState::unknown, Reason::carrier_answer_unclear},
                    StateCase{"", -1, "", DeliveryState::unknown, Reason::carrier_answer_unclear},
                    StateCase{"", 99, "", DeliveryState::unknown, Reason::carrier_answer_unclear},
                    // The parameter holds against the word, but a bare "unknown" does not.
                    StateCase{"DELIVRD", 5, "", DeliveryState::failed, Reason::carrier_answer_unclear},
                    StateCase{"DELIVRD", 7, "", DeliveryState::delivered, Reason::none}));

TEST(Receipts, ByParametersAlone) {
  DeliverSm pdu;
  pdu.esm_class = kEsmReceipt;
  pdu.parameters = {{static_cast<std::uint16_t>(Tag::receipted_message_id), {'4', '2', 0}},
                    {static_cast<std::uint16_t>(Tag::message_state), {5}},
                    {static_cast<std::uint16_t>(Tag::network_error_code), {3, 0, 27}}};
  const RawReceipt receipt = read(pdu);
  EXPECT_EQ(receipt.id, "42");
  EXPECT_EQ(receipt.state, DeliveryState::failed);
  EXPECT_EQ(receipt.reason, Reason::handset_off);
  EXPECT_EQ(receipt.code, "state 5");
  EXPECT_EQ(receipt.occurred_at, arrival());
}

TEST(Receipts, TheParameterNamesTheMessage) {
  DeliverSm pdu = text_receipt("id:1 stat:DELIVRD err:000");
  pdu.parameters = {{static_cast<std::uint16_t>(Tag::receipted_message_id), {'2'}}};  // without its zero
  EXPECT_EQ(read(pdu).id, "2");
  EXPECT_EQ(read(pdu).code, "DELIVRD 000");
  pdu.parameters[0].value = {0};
  EXPECT_EQ(read(pdu).id, "1");
}

TEST(Receipts, OtherCodingsAndPayload) {
  DeliverSm pdu;
  pdu.esm_class = kEsmReceipt;
  pdu.data_coding = kCodingUcs2;
  const Bytes octets = text::to_ucs2_octets(u"id:9 stat:DELIVRD err:000 text:您好");
  pdu.parameters = {{static_cast<std::uint16_t>(Tag::message_payload), octets}};
  EXPECT_EQ(read(pdu).id, "9");
  EXPECT_EQ(read(pdu).state, DeliveryState::delivered);
}

TEST(Receipts, MessagesFromPeopleAreNone) {
  DeliverSm pdu = text_receipt("退订");
  pdu.esm_class = 0;
  EXPECT_FALSE(claims_receipt(pdu));
  EXPECT_FALSE(read_receipt(pdu, {}, arrival()));
  const std::string sly = "id:5 please call";
  pdu.short_message.assign(sly.begin(), sly.end());
  EXPECT_FALSE(read_receipt(pdu, {}, arrival()));
  const std::string unmarked = "id:5 sub:001 dlvrd:001 stat:DELIVRD err:000";
  pdu.short_message.assign(unmarked.begin(), unmarked.end());
  EXPECT_EQ(read(pdu).id, "5");
}

TEST(Receipts, TheAccountsOwnErrorTableGoesFirst) {
  SmppConfig config;
  config.error_reasons = {{"1", Reason::blocked_by_recipient}, {"MK:0012", Reason::content_refused}};
  EXPECT_EQ(read(text_receipt("id:1 stat:UNDELIV err:001"), config).reason, Reason::blocked_by_recipient);
  EXPECT_EQ(read(text_receipt("id:1 stat:UNDELIV err:MK:0012"), config).reason, Reason::content_refused);
  EXPECT_EQ(read(text_receipt("id:1 stat:DELIVRD err:001"), config).reason, Reason::none);
}

TEST(Receipts, TimesAreTheCarriersWallClock) {
  // Done at 08:29 in Shanghai, known to the minute: as late in it as can be.
  EXPECT_EQ(read(text_receipt("id:1 stat:DELIVRD done date:2611220829")).occurred_at, arrival() - Micros(1));
  // In the minute of the arrival: not after it.
  EXPECT_EQ(read(text_receipt("id:1 stat:DELIVRD done date:2611220830")).occurred_at, arrival());
  EXPECT_EQ(read(text_receipt("id:1 stat:DELIVRD done date:261122082905")).occurred_at, arrival() - seconds(55));
  // A clock that runs ahead.
  EXPECT_EQ(read(text_receipt("id:1 stat:DELIVRD done date:2611221100")).occurred_at, arrival());
  SmppConfig utc;
  utc.receipt_utc_offset_minutes = 0;
  EXPECT_EQ(read(text_receipt("id:1 stat:DELIVRD done date:261122001500"), utc).occurred_at, arrival() - minutes(15));
}

TEST(Statuses, OutcomeAndReason) {
  using Outcome = Answer::Outcome;
  EXPECT_EQ(verdict_of(0).outcome, Outcome::accepted);
  EXPECT_EQ(verdict_of(0x58).outcome, Outcome::retry);
  EXPECT_EQ(verdict_of(0x58).reason, Reason::carrier_throttled);
  EXPECT_EQ(verdict_of(0x14).reason, Reason::carrier_busy);
  EXPECT_EQ(verdict_of(0x08).outcome, Outcome::retry);
  EXPECT_EQ(verdict_of(0x04).reason, Reason::carrier_down);
  EXPECT_EQ(verdict_of(0x0B).outcome, Outcome::refused);
  EXPECT_EQ(verdict_of(0x0B).reason, Reason::no_such_number);
  EXPECT_EQ(verdict_of(0x01).reason, Reason::message_too_long);
  EXPECT_EQ(verdict_of(0x66).reason, Reason::content_refused);
  EXPECT_EQ(verdict_of(0x62).reason, Reason::carrier_expired);
  EXPECT_EQ(verdict_of(0x0410).outcome, Outcome::refused);
  EXPECT_EQ(verdict_of(0x0410).reason, Reason::carrier_rejected);
  EXPECT_TRUE(asks_for_pause(0x58) && asks_for_pause(0x14) && !asks_for_pause(0x08));
  EXPECT_EQ(status_text(0x58), "ESME_RTHROTTLED (0x58)");
  EXPECT_EQ(status_text(0x410), "status 0x410");
  // Every retry and refusal names whose failure it is.
  for (std::uint32_t status = 1; status < 0x500; ++status)
    EXPECT_TRUE(failure_class(verdict_of(status).reason).has_value());
}

}  // namespace
}  // namespace guardline::dispatch::smpp

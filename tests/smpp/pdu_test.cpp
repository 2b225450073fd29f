// PDUs: layout, refusals, and the same bytes through libsmpp34. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/dispatch/carriers/smpp/pdu.h"

#include "tools/farsides/smsc/codec.h"

#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace guardline::dispatch::smpp {
namespace {

Bytes bytes(std::string_view text) { return {text.begin(), text.end()}; }

rc::Gen<std::string> words(int most) {
  return rc::gen::resize(most, rc::gen::container<std::string>(rc::gen::inRange<char>('!', '~')));
}

TEST(Pdu, EnquireLinkIsAHeader) {
  EXPECT_EQ(to_hex(encode_empty(Command::enquire_link, 0, 7)), "00000010000000150000000000000007");
}

TEST(Pdu, BindLayout) {
  const auto pdu = encode(Bind{"smppclient1", "password", "WWW"}, 2);
  ASSERT_TRUE(pdu);
  EXPECT_EQ(to_hex(*pdu),
            "0000002d000000090000000000000002"
            "736d7070636c69656e743100"
            "70617373776f726400"
            "57575700"
            "34000000");
}

TEST(Pdu, FieldsThatDoNotFitAreRefused) {
  EXPECT_FALSE(encode(Bind{std::string(16, 'a'), "", ""}, 1));
  EXPECT_TRUE(encode(Bind{std::string(15, 'a'), "12345678", ""}, 1));
  EXPECT_FALSE(encode(Bind{"a", "123456789", ""}, 1));
  SubmitSm submit;
  submit.destination.digits = std::string(21, '1');
  EXPECT_FALSE(encode(submit, 1));
  submit.destination.digits = "8613800000000";
  submit.short_message = Bytes(255);
  EXPECT_FALSE(encode(submit, 1));
  submit.short_message = Bytes(254);
  EXPECT_TRUE(encode(submit, 1));
  submit.validity_period = "1";
  EXPECT_FALSE(encode(submit, 1));
  submit.validity_period = "000001000000000R";
  EXPECT_TRUE(encode(submit, 1));
  submit.service_type = std::string("a\0b", 3);
  EXPECT_FALSE(encode(submit, 1));
  submit.service_type.clear();
  submit.parameters = {{0x0424, Bytes(65'536)}};
  EXPECT_FALSE(encode(submit, 1));
}

TEST(Frames, WaitForWholeAndRefuseLyingLengths) {
  Bytes stream = encode_empty(Command::enquire_link, 0, 1);
  const Bytes second = encode_deliver_answer(0x64, 9);
  stream.insert(stream.end(), second.begin(), second.end());
  for (std::size_t cut = 0; cut < 16; ++cut) EXPECT_FALSE(next_frame(BytesView(stream).first(cut))->has_value());
  const auto frame = next_frame(stream);
  ASSERT_TRUE(frame && *frame);
  EXPECT_EQ((*frame)->header.command, Command::enquire_link);
  EXPECT_TRUE((*frame)->body.empty());
  const auto next = next_frame(BytesView(stream).subspan(16));
  ASSERT_TRUE(next && *next);
  EXPECT_EQ((*next)->header.status, 0x64U);
  EXPECT_EQ((*next)->header.sequence, 9U);
  EXPECT_EQ((*next)->body.size(), 1U);
  EXPECT_EQ(next_frame(Bytes{0, 0, 0, 15}).error().code, ErrorCode::corrupt);
  EXPECT_EQ(next_frame(Bytes{0, 1, 0x40, 1}).error().code, ErrorCode::corrupt);
  EXPECT_EQ(next_frame(Bytes{0xFF, 0xFF, 0xFF, 0xFF}).error().code, ErrorCode::corrupt);
  EXPECT_FALSE(next_frame(Bytes{0, 1, 0x40, 0})->has_value());
}

TEST(SubmitAnswer, IdOrNothing) {
  EXPECT_EQ(decode_submit_answer({}), "");
  EXPECT_EQ(decode_submit_answer(bytes(std::string("abc\0", 4))), "abc");
  EXPECT_EQ(decode_submit_answer(bytes(std::string("abc\0\x14\x01", 6))), "abc");
  EXPECT_FALSE(decode_submit_answer(bytes("abc")));
  EXPECT_TRUE(decode_submit_answer(bytes(std::string(64, '1') + std::string(1, '\0'))));
  EXPECT_FALSE(decode_submit_answer(bytes(std::string(65, '1') + std::string(1, '\0'))));
}

farside::Deliver receipt_pdu() {
  farside::Deliver deliver;
  deliver.source = "8613800000000";
  deliver.destination = "106900";
  deliver.esm_class = kEsmReceipt;
  deliver.text = "id:1 stat:DELIVRD";
  deliver.receipted_id = "1";
  deliver.message_state = 2;
  deliver.network_error = 0x0106;
  return deliver;
}

TEST(Deliver, ReadsWhatLibsmpp34Writes) {
  const auto pdu = farside::write_deliver(receipt_pdu(), 77);
  ASSERT_TRUE(pdu);
  const auto frame = next_frame(*pdu);
  ASSERT_TRUE(frame && *frame);
  EXPECT_EQ((*frame)->header.sequence, 77U);
  const auto deliver = decode_deliver((*frame)->body);
  ASSERT_TRUE(deliver) << deliver.error().message;
  EXPECT_EQ(deliver->source.digits, "8613800000000");
  EXPECT_EQ(deliver->destination.digits, "106900");
  EXPECT_EQ(deliver->esm_class, kEsmReceipt);
  EXPECT_EQ(as_text(deliver->text()), "id:1 stat:DELIVRD");
  ASSERT_NE(deliver->find(Tag::receipted_message_id), nullptr);
  EXPECT_EQ(*deliver->find(Tag::receipted_message_id), (Bytes{'1', 0}));
  EXPECT_EQ(*deliver->find(Tag::message_state), Bytes{2});
  EXPECT_EQ(*deliver->find(Tag::network_error_code), (Bytes{3, 1, 6}));
  EXPECT_EQ(deliver->find(Tag::message_payload), nullptr);
}

TEST(Deliver, EveryCutIsRefusedOrWhole) {
  const auto pdu = farside::write_deliver(receipt_pdu(), 1);
  ASSERT_TRUE(pdu);
  const BytesView body = BytesView(*pdu).subspan(kHeaderSize);
  // The parameters are the last 6 + 5 + 7 octets: only their borders are whole PDUs.
  std::size_t whole = 0;
  for (std::size_t cut = 0; cut <= body.size(); ++cut) whole += decode_deliver(body.first(cut)).has_value() ? 1 : 0;
  EXPECT_EQ(whole, 4U);
}

TEST(Deliver, PayloadOfAnyLength) {
  Bytes body = bytes(std::string("\0\1\1", 3) + "138" + std::string("\0\0\0\0\x04\0\0\0\0\0\0\0\0\0", 14));
  const auto append = [&body](std::initializer_list<int> octets) {
    for (const int o : octets) body.push_back(static_cast<std::uint8_t>(o));
  };
  append({0x04, 0x24, 0xEA, 0x60});
  body.insert(body.end(), 60'000, 'x');
  const auto deliver = decode_deliver(body);
  ASSERT_TRUE(deliver) << deliver.error().message;
  EXPECT_EQ(deliver->text().size(), 60'000U);
  body.pop_back();
  EXPECT_EQ(decode_deliver(body).error().code, ErrorCode::corrupt);
}

RC_GTEST_PROP(Submit, Libsmpp34ReadsWhatWeWrite, ()) {
  SubmitSm submit;
  submit.service_type = *words(5);
  submit.source = {5, 0, *words(20)};
  submit.destination = {1, 1, *words(20)};
  submit.esm_class = *rc::gen::element<std::uint8_t>(0, kEsmHasHeader);
  submit.validity_period = *rc::gen::element<std::string>("", "000001000000000R");
  submit.registered_delivery = 1;
  submit.data_coding = kCodingUcs2;
  submit.short_message = *rc::gen::resize(254, rc::gen::container<Bytes>(rc::gen::arbitrary<std::uint8_t>()));
  const auto reference = *rc::gen::arbitrary<std::uint16_t>();
  const auto payload = *rc::gen::resize(1000, rc::gen::container<Bytes>(rc::gen::arbitrary<std::uint8_t>()));
  submit.parameters = {
      {0x1401, bytes("0123456789abcdef0123456789abcdef")},
      {0x020C, {static_cast<std::uint8_t>(reference >> 8), static_cast<std::uint8_t>(reference & 0xFF)}},
      {0x020E, {3}},
      {0x020F, {2}},
      {0x0424, payload}};
  const auto sequence = *rc::gen::inRange<std::uint32_t>(1, 0x7FFFFFFF);
  const auto pdu = encode(submit, sequence);
  RC_ASSERT(pdu.has_value());
  const auto header = farside::read_header(*pdu);
  RC_ASSERT(header.has_value());
  RC_ASSERT(header->length == pdu->size());
  RC_ASSERT(header->sequence == sequence);
  const auto read = farside::read_submit(*pdu);
  RC_ASSERT(read.has_value());
  RC_ASSERT(read->source == submit.source.digits);
  RC_ASSERT(read->destination == submit.destination.digits);
  RC_ASSERT(read->esm_class == submit.esm_class);
  RC_ASSERT(read->validity_period == submit.validity_period);
  RC_ASSERT(read->registered_delivery == 1);
  RC_ASSERT(read->data_coding == kCodingUcs2);
  RC_ASSERT(read->message == (submit.short_message.empty() ? payload : submit.short_message));
  for (const Parameter& parameter : submit.parameters) RC_ASSERT(read->parameters.at(parameter.tag) == parameter.value);
}

RC_GTEST_PROP(Deliver, AnyOctetsAreReadOrRefused, (const Bytes& body)) {
  const auto deliver = decode_deliver(body);
  if (deliver) RC_ASSERT(deliver->text().size() <= body.size());
}

}  // namespace
}  // namespace guardline::dispatch::smpp

// From deliveries to submits. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/dispatch/carriers/smpp/parts.h"

#include "core/text/ucs2_parts.h"

#include <string>

#include <gtest/gtest.h>

namespace guardline::dispatch::smpp {
namespace {

constexpr std::int64_t kNow = 1'800'000'000;
Timestamp now() { return Timestamp(std::chrono::seconds(kNow)); }

Outgoing outgoing(std::string body) {
  Outgoing out;
  out.delivery = DeliveryId::make(now());
  out.address = "+8613800138000";
  out.body = std::move(body);
  return out;
}

std::string times(const char* text, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += text;
  return out;
}

std::vector<SubmitSm> parts(const Outgoing& out, const SmppConfig& config = {}, std::uint16_t reference = 0x1234) {
  auto made = make_parts(out, config, reference, now());
  EXPECT_TRUE(std::holds_alternative<std::vector<SubmitSm>>(made));
  return std::holds_alternative<Answer>(made) ? std::vector<SubmitSm>() : std::get<std::vector<SubmitSm>>(made);
}

Reason refusal(const Outgoing& out, const SmppConfig& config = {}) {
  const auto made = make_parts(out, config, 1, now());
  const auto* answer = std::get_if<Answer>(&made);
  EXPECT_TRUE(answer != nullptr && answer->outcome == Answer::Outcome::refused && answer->references.empty());
  return answer != nullptr ? answer->reason : Reason::none;
}

TEST(Parts, OnePart) {
  SmppConfig config;
  config.source_address = "106900";
  config.source_ton = 3;
  config.correlator_tlv = true;
  const Outgoing out = outgoing("风险提示");
  const auto made = parts(out, config);
  ASSERT_EQ(made.size(), 1U);
  const SubmitSm& submit = made[0];
  EXPECT_EQ(submit.destination.digits, "8613800138000");
  EXPECT_EQ(submit.destination.ton, 1);
  EXPECT_EQ(submit.destination.npi, 1);
  EXPECT_EQ(submit.source.digits, "106900");
  EXPECT_EQ(submit.source.ton, 3);
  EXPECT_EQ(submit.esm_class, 0);
  EXPECT_EQ(submit.data_coding, kCodingUcs2);
  EXPECT_EQ(submit.registered_delivery, 1);
  EXPECT_EQ(to_hex(submit.short_message), "98ce966963d0793a");
  EXPECT_TRUE(submit.validity_period.empty());
  ASSERT_EQ(submit.parameters.size(), 1U);
  EXPECT_EQ(submit.parameters[0].tag, 0x1401);
  EXPECT_EQ(as_text(submit.parameters[0].value), to_hex(out.delivery.bytes()));
  EXPECT_TRUE(parts(out)[0].parameters.empty());
}

TEST(Parts, UserDataHeaders) {
  const auto made = parts(outgoing(times("股", 150)));
  ASSERT_EQ(made.size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(made[i].esm_class, kEsmHasHeader);
    EXPECT_EQ(Bytes(made[i].short_message.begin(), made[i].short_message.begin() + 6),
              (Bytes{5, 0, 3, 0x34, 3, static_cast<std::uint8_t>(i + 1)}));
    EXPECT_LE(made[i].short_message.size(), 140U);
  }
  EXPECT_EQ(made[0].short_message.size(), 140U);
  EXPECT_EQ(made[2].short_message.size(), 6U + 32U);
}

TEST(Parts, SegmentParameters) {
  SmppConfig config;
  config.long_text = LongText::sar;
  const auto made = parts(outgoing(times("股", 71)), config);
  ASSERT_EQ(made.size(), 2U);
  EXPECT_EQ(made[1].esm_class, 0);
  EXPECT_EQ(made[0].short_message.size(), 134U);
  ASSERT_EQ(made[1].parameters.size(), 3U);
  EXPECT_EQ(made[1].parameters[0].value, (Bytes{0x12, 0x34}));
  EXPECT_EQ(made[1].parameters[1].value, Bytes{2});
  EXPECT_EQ(made[1].parameters[2].value, Bytes{2});
}

TEST(Parts, Payload) {
  SmppConfig config;
  config.long_text = LongText::payload;
  const auto made = parts(outgoing(times("股", 500)), config);
  ASSERT_EQ(made.size(), 1U);
  EXPECT_TRUE(made[0].short_message.empty());
  ASSERT_EQ(made[0].parameters.size(), 1U);
  EXPECT_EQ(made[0].parameters[0].tag, 0x0424);
  EXPECT_EQ(made[0].parameters[0].value.size(), 1000U);
  EXPECT_FALSE(parts(outgoing(times("股", 70)), config)[0].short_message.empty());
}

TEST(Parts, WhatCanNeverGo) {
  for (const char* address :
       {"", "13800138000", "+0138001380", "+86138", "+8613800138000123", "+86 13800138000", "a@b.cn"}) {
    Outgoing out = outgoing("x");
    out.address = address;
    EXPECT_EQ(refusal(out), Reason::no_such_number) << address;
  }
  EXPECT_EQ(refusal(outgoing("\xE4\xB8")), Reason::content_refused);
  EXPECT_EQ(refusal(outgoing(times("股", 671))), Reason::message_too_long);
  EXPECT_EQ(parts(outgoing(times("股", 670))).size(), 10U);
  Outgoing late = outgoing("x");
  late.valid_until = now();
  EXPECT_EQ(refusal(late), Reason::carrier_expired);
}

TEST(Parts, Validity) {
  using namespace std::chrono;
  Outgoing out = outgoing("x");
  out.valid_until = now() + hours(26) + minutes(3) + seconds(4);
  EXPECT_EQ(parts(out)[0].validity_period, "000001020304000R");
  EXPECT_EQ(relative_validity(Micros(1)), "000000000001000R");
  EXPECT_EQ(relative_validity(hours(24 * 400)), "000031000000000R");
}

TEST(Config, FieldsAreChecked) {
  EXPECT_TRUE(validate({}));
  const auto wrong = [](auto change) {
    SmppConfig config;
    change(config);
    return !validate(config).has_value();
  };
  EXPECT_TRUE(wrong([](SmppConfig& c) { c.id = "SMS"; }));
  EXPECT_TRUE(wrong([](SmppConfig& c) { c.id.clear(); }));
  EXPECT_TRUE(wrong([](SmppConfig& c) { c.host.clear(); }));
  EXPECT_TRUE(wrong([](SmppConfig& c) { c.port = 0; }));
  EXPECT_TRUE(wrong([](SmppConfig& c) { c.password = "123456789"; }));
  EXPECT_TRUE(wrong([](SmppConfig& c) { c.system_id = std::string(16, 'a'); }));
  EXPECT_TRUE(wrong([](SmppConfig& c) { c.system_type = "\n"; }));
  EXPECT_TRUE(wrong([](SmppConfig& c) { c.service_type = "123456"; }));
  EXPECT_TRUE(wrong([](SmppConfig& c) { c.source_address = std::string(21, '1'); }));
  EXPECT_TRUE(wrong([](SmppConfig& c) { c.window = 0; }));
  EXPECT_TRUE(wrong([](SmppConfig& c) { c.window = 1001; }));
  EXPECT_TRUE(wrong([](SmppConfig& c) { c.max_parts = 256; }));
  EXPECT_TRUE(wrong([](SmppConfig& c) { c.response_timeout = Micros(0); }));
  EXPECT_TRUE(wrong([](SmppConfig& c) { c.reconnect_first = c.reconnect_most * 2; }));
  EXPECT_TRUE(wrong([](SmppConfig& c) { c.throttle_first = c.throttle_most * 2; }));
  EXPECT_TRUE(wrong([](SmppConfig& c) { c.response_ids = IdBase::hexadecimal; }));
  EXPECT_TRUE(wrong([](SmppConfig& c) { c.receipt_utc_offset_minutes = 900; }));
  EXPECT_TRUE(wrong([](SmppConfig& c) { c.receipt_utc_offset_minutes = -14 * 60 - 1; }));
  EXPECT_FALSE(wrong([](SmppConfig& c) { c.receipt_utc_offset_minutes = -14 * 60; }));
  EXPECT_FALSE(wrong([](SmppConfig& c) { c.id = "a-z09"; }));
  EXPECT_TRUE(wrong([](SmppConfig& c) { c.id = "a~"; }));
  EXPECT_TRUE(wrong([](SmppConfig& c) { c.id = std::string(33, 'a'); }));
  EXPECT_TRUE(wrong([](SmppConfig& c) { c.host = std::string(254, 'a'); }));
  EXPECT_TRUE(wrong([](SmppConfig& c) { c.host = "中"; }));
  EXPECT_TRUE(wrong([](SmppConfig& c) { c.max_parts = 0; }));
  EXPECT_TRUE(wrong([](SmppConfig& c) {
    c.response_ids = IdBase::text;
    c.receipt_ids = IdBase::decimal;
  }));
  EXPECT_FALSE(wrong([](SmppConfig& c) { c.response_ids = c.receipt_ids = IdBase::text; }));
}

}  // namespace
}  // namespace guardline::dispatch::smpp

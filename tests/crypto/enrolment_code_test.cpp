// Enrolment codes: round trip, typing errors, typed answers. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/enrolment_code.h"

#include "core/crypto/digest.h"
#include "core/crypto/random.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace guardline::crypto {
namespace {

EnrolmentCode sample(std::string address = "hub.example:8443") {
  return {.address = std::move(address), .hub_key = sha256(as_bytes("key")), .secret = random_array<16>()};
}

std::string without_groups(std::string text) {
  std::erase(text, '-');
  return text;
}

// A code with any content and right check digits.
std::string forge(Bytes raw) {
  const Digest check = sha256(raw);
  raw.insert(raw.end(), check.begin(), check.begin() + 4);
  return to_base32(raw);
}

Bytes raw_code(std::uint8_t version, std::string_view address, std::uint8_t length) {
  Bytes raw(50);
  raw[0] = version;
  raw[49] = length;
  raw.insert(raw.end(), address.begin(), address.end());
  return raw;
}

TEST(EnrolmentCode, RoundTripInGroupsOfFour) {
  for (const char* address : {"hub.example:8443", "10.0.0.5:1", "[::1]:65535", "h:443"}) {
    const EnrolmentCode code = sample(address);
    const std::string text = format_enrolment_code(code).value();
    EXPECT_EQ(text[4], '-');
    EXPECT_EQ(text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567-"), std::string::npos);
    EXPECT_EQ(parse_enrolment_code(text), code) << address;
  }
}

TEST(EnrolmentCode, AcceptsHowPeopleType) {
  const EnrolmentCode code = sample();
  const std::string text = format_enrolment_code(code).value();
  std::string lower = text;
  std::string look_alikes = text;
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  for (char& c : look_alikes) c = c == 'O' ? '0' : c == 'I' ? '1' : c == 'B' ? '8' : c;
  std::string spaced = "  " + text + "\r\n";
  std::replace(spaced.begin(), spaced.end(), '-', '\n');
  EXPECT_EQ(parse_enrolment_code(lower), code);
  EXPECT_EQ(parse_enrolment_code(look_alikes), code);
  EXPECT_EQ(parse_enrolment_code(spaced), code);
  EXPECT_EQ(parse_enrolment_code(without_groups(text)), code);
}

TEST(EnrolmentCode, EveryWrongCharacterIsNoticed) {
  const std::string text = without_groups(format_enrolment_code(sample()).value());
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string wrong = text;
    wrong[i] = wrong[i] == 'A' ? 'C' : 'A';
    EXPECT_FALSE(parse_enrolment_code(wrong).has_value()) << i;
  }
}

TEST(EnrolmentCode, EveryCutIsNoticed) {
  const std::string text = format_enrolment_code(sample()).value();
  EXPECT_EQ(parse_enrolment_code("").error(), EnrolmentCodeError::empty);
  EXPECT_EQ(parse_enrolment_code(" \n-").error(), EnrolmentCodeError::empty);
  for (std::size_t size = 1; size < text.size(); ++size) {
    if (without_groups(text.substr(0, size)).empty()) continue;
    EXPECT_FALSE(parse_enrolment_code(text.substr(0, size)).has_value()) << size;
  }
  EXPECT_EQ(parse_enrolment_code(text.substr(0, 40)).error(), EnrolmentCodeError::cut_short);
  EXPECT_EQ(parse_enrolment_code(without_groups(text).substr(0, 96)).error(), EnrolmentCodeError::cut_short);
}

TEST(EnrolmentCode, AnswersAreTyped) {
  using enum EnrolmentCodeError;
  EXPECT_EQ(parse_enrolment_code("AAAA-9AAA").error(), foreign_character);
  EXPECT_EQ(parse_enrolment_code("守护台").error(), foreign_character);
  EXPECT_EQ(parse_enrolment_code(std::string(5000, 'A')).error(), too_long);
  EXPECT_EQ(parse_enrolment_code(std::string(1025, 'A')).error(), too_long);
  EXPECT_EQ(parse_enrolment_code(std::string(100, 'A')).error(), mistyped);
  EXPECT_EQ(parse_enrolment_code(forge(raw_code(2, "h:443", 5))).error(), newer_version);
  EXPECT_EQ(parse_enrolment_code(forge(raw_code(1, "h:443", 6))).error(), mistyped);
  EXPECT_EQ(parse_enrolment_code(forge(raw_code(1, "h443", 4))).error(), invalid_address);
  EXPECT_EQ(parse_enrolment_code(forge(raw_code(1, "", 0))).error(), invalid_address);
  EXPECT_TRUE(parse_enrolment_code(forge(raw_code(1, "h:443", 5))).has_value());
  for (const auto error : {empty, foreign_character, cut_short, too_long, mistyped, newer_version, invalid_address}) {
    EXPECT_FALSE(name(error).empty());
  }
}

TEST(EnrolmentCode, AddressesAreChecked) {
  const std::string zero_byte("[::1\0.evil]:443", 15);
  for (const std::string& bad : {std::string(),
                                 std::string("hub"),
                                 std::string("hub:"),
                                 std::string(":443"),
                                 std::string("hub:0"),
                                 std::string("hub:65536"),
                                 std::string("hub:+1"),
                                 std::string("hub:0443"),
                                 std::string("hub:4a"),
                                 std::string("-hub:443"),
                                 std::string("hub-:443"),
                                 std::string("a..b:443"),
                                 std::string(".a:443"),
                                 std::string("a.:443"),
                                 std::string("a b:443"),
                                 std::string("a/b:443"),
                                 std::string("u@h:443"),
                                 std::string("[::g]:443"),
                                 std::string("[]:443"),
                                 std::string("::1:443"),
                                 std::string(64, 'a') + ":443",
                                 std::string(190, 'a') + ".example.example:443",
                                 zero_byte}) {
    EXPECT_FALSE(is_hub_address(bad)) << bad;
    EXPECT_EQ(format_enrolment_code(sample(bad)).error().code, ErrorCode::invalid_argument);
  }
}

TEST(EnrolmentCode, AnyTextIsSafe) {
  rc::check([](const std::string& text) { (void)parse_enrolment_code(text); });
  rc::check([](Bytes raw) {
    raw.resize(raw.size() + 51);
    raw[0] = 1;
    (void)parse_enrolment_code(forge(raw));
  });
}

}  // namespace
}  // namespace guardline::crypto

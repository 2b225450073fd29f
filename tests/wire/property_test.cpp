// The mapper over random values and random texts. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/notice.h"
#include "core/api/stream.h"
#include "core/wire/codec.h"
#include "core/wire/format.h"

#include <regex>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace guardline {
namespace {

using wire::Format;

template <class T>
T pick(std::initializer_list<T> from) {
  return *rc::gen::elementOf(std::vector<T>(from));
}

std::string name_id() {
  std::string text(1, pick<char>({'a', 'k', 'z', '0', '9'}));
  return text + *rc::gen::resize(20, rc::gen::container<std::string>(rc::gen::elementOf(std::string("abz09._-"))));
}

/// Text of any characters that JSON must escape, or that take several bytes.
std::string prose() {
  std::string text;
  for (const auto& each :
       *rc::gen::resize(12, rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::vector<std::string>{
                                "a", "\"", "\\", "/", "\n", "\t", "中", "𠮷", "é", "\u2028", "😀", " ", "{", "~"})))) {
    text += each;
  }
  return text;
}

api::NoticeRequest any_notice() {
  api::NoticeRequest notice;
  notice.template_ = name_id();
  notice.version = *rc::gen::inRange<std::int64_t>(1, 1000001);
  notice.category = pick({Category::core_risk, Category::service, Category::marketing});
  notice.drill = *rc::gen::arbitrary<bool>();
  for (int i = *rc::gen::inRange(0, 4); i > 0; --i) notice.variables.push_back({name_id(), prose()});
  if (*rc::gen::arbitrary<bool>()) {
    notice.audience.tiers = std::vector<std::string>{name_id()};
  } else {
    auto& investors = notice.audience.investors.emplace();
    for (int i = *rc::gen::inRange(1, 4); i > 0; --i) {
      InvestorId id;
      for (auto& byte : id.value) byte = *rc::gen::arbitrary<std::uint8_t>();
      investors.push_back(id);
    }
  }
  for (int i = *rc::gen::inRange(1, 4); i > 0; --i) {
    notice.route.push_back({pick({StepMode::parallel, StepMode::then}),
                            {pick({Channel::sms, Channel::email, Channel::push, Channel::web})},
                            *rc::gen::inRange<std::int64_t>(0, 604801)});
  }
  return notice;
}

TEST(Property, WhatIsWrittenReadsBackTheSame) {
  EXPECT_TRUE(rc::check([] {
    const auto notice = any_notice();
    const auto text = wire::to_json(notice);
    const auto back = wire::from_json<api::NoticeRequest>(text);
    RC_ASSERT(back.has_value());
    RC_ASSERT(wire::to_json(*back) == text);
    RC_ASSERT(back->variables.size() == notice.variables.size());
    for (std::size_t i = 0; i < notice.variables.size(); ++i) {
      RC_ASSERT(back->variables[i].value == notice.variables[i].value);
    }
    RC_ASSERT(back->audience.investors == notice.audience.investors);
  }));
}

TEST(Property, ABrokenTextNeverReadsAsAValidOne) {
  EXPECT_TRUE(rc::check([] {
    auto text = wire::to_json(any_notice());
    const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
    text.erase(at);  // cut short: the object is never closed
    RC_ASSERT(!wire::from_json<api::NoticeRequest>(text).has_value());
  }));
}

TEST(Property, AnyChangeEitherReadsOrNamesAPlace) {
  EXPECT_TRUE(rc::check([] {
    auto text = wire::to_json(any_notice());
    const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
    text[at] = *rc::gen::arbitrary<char>();
    const auto read = wire::from_json<api::NoticeRequest>(text);
    if (read) {
      // Then it is a notice that obeys every rule: it survives another round.
      RC_ASSERT(wire::from_json<api::NoticeRequest>(wire::to_json(*read)).has_value());
    } else {
      RC_ASSERT(!read.error().empty());
    }
  }));
}

class FormatCheck : public testing::TestWithParam<Format> {};

/// The check in code and the regular expression of the OpenAPI document say the same.
TEST_P(FormatCheck, IsItsPattern) {
  const Format format = GetParam();
  const std::regex pattern{std::string(wire::pattern(format)), std::regex::ECMAScript};
  const std::string alphabet = "aAzZ09@.-_~+:/ \t\n\r\x01\x7f\"!#27=";
  const auto agree = [&](const std::string& text) {
    return wire::matches(format, text) == std::regex_search(text, pattern);
  };
  EXPECT_TRUE(rc::check([&] {
    const auto text = *rc::gen::container<std::string>(rc::gen::elementOf(alphabet));
    RC_ASSERT(agree(text));
  }));
  for (const char* each : {"",
                           "a",
                           "a@b",
                           "a.b@c.d",
                           "a..b@c",
                           ".a@b",
                           "a@b-",
                           "a@-b",
                           "a@b.-c",
                           "a@b-.c",
                           "a@b@c",
                           "+8613800138000",
                           "+0138001380",
                           "+123456",
                           "+1234567",
                           "+1234567890123456",
                           "ABCDEFGH",
                           "ABCDEFG",
                           "ABCDEFG1",
                           "https://a.b/c?d=e",
                           "HTTP://a",
                           "a:",
                           ":a",
                           "1a:b",
                           "0123456789abcdef",
                           "abc",
                           "aaaaaaaaaaaaaaa",
                           "aaaaaaaaaaaaaaaa",
                           "-a",
                           "a-",
                           "_",
                           "a\nb",
                           "a\n"}) {
    EXPECT_TRUE(agree(each)) << wire::label(format) << ": " << each;
  }
  EXPECT_TRUE(agree(std::string(64, 'a') + "@b")) << wire::label(format);
  EXPECT_TRUE(agree(std::string(65, 'a') + "@b")) << wire::label(format);
}

INSTANTIATE_TEST_SUITE_P(All, FormatCheck,
                         testing::Values(Format::line, Format::prose, Format::pem, Format::cursor, Format::token,
                                         Format::base32, Format::digits, Format::hex, Format::name_id, Format::email,
                                         Format::e164, Format::uri));

}  // namespace
}  // namespace guardline

// Parts of long texts. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/ucs2_parts.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace guardline::text {
namespace {

bool is_lead(char16_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_trail(char16_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

/// Texts of what names and notices are made of, with what must not be cut.
rc::Gen<std::u16string> texts() {
  const auto piece =
      rc::gen::element<std::u16string>(u"尊", u"敬", u"a", u"，", u"\n", u"𠮷", u"𪚥", u"e\u0301", u"葛\U000E0100",
                                       u"👨‍👩‍👧", u"👍🏽", u"🇨🇳", u"ก็", u"한");
  return rc::gen::map(rc::gen::container<std::vector<std::u16string>>(piece),
                      [](const std::vector<std::u16string>& pieces) {
                        std::u16string text;
                        for (const auto& p : pieces) text += p;
                        return text;
                      });
}

std::u16string joined(const std::vector<std::u16string>& parts) {
  std::u16string text;
  for (const auto& part : parts) text += part;
  return text;
}

RC_GTEST_PROP(Splitter, PartsJoinToTheTextAndFit, ()) {
  const auto text = *rc::gen::scale(8, texts());
  const auto parts = split_ucs2(text);
  RC_ASSERT(joined(parts) == text);
  RC_ASSERT((parts.size() == 1) == (text.size() <= kSingleUnits));
  for (const auto& part : parts) {
    RC_ASSERT(to_ucs2_octets(part).size() <= (parts.size() == 1 ? 140U : 134U));
    const bool filled = parts.size() == 1 || !part.empty();
    RC_ASSERT(filled);
  }
}

RC_GTEST_PROP(Splitter, NeverCutsASurrogatePair, ()) {
  // Any text at all, also one without a single border between graphemes.
  const auto units = *rc::gen::scale(5, rc::gen::container<std::vector<std::uint32_t>>(rc::gen::element<std::uint32_t>(
                                            0x4E2D, 0x20BB7, 0x1F468, 0x200D, 0x301, 0x41)));
  std::u16string text;
  for (const std::uint32_t point : units) {
    if (point < 0x10000) {
      text += static_cast<char16_t>(point);
    } else {
      text += static_cast<char16_t>(0xD800 + ((point - 0x10000) >> 10));
      text += static_cast<char16_t>(0xDC00 + ((point - 0x10000) & 0x3FF));
    }
  }
  const std::size_t part = *rc::gen::inRange<std::size_t>(2, 80);
  const auto parts = split_ucs2(text, part, part);
  RC_ASSERT(joined(parts) == text);
  for (const auto& p : parts) {
    RC_ASSERT(p.size() <= part);
    const bool whole = p.empty() || (!is_trail(p.front()) && !is_lead(p.back()));
    RC_ASSERT(whole);
  }
}

RC_GTEST_PROP(Splitter, NeverCutsAGrapheme, ()) {
  const auto cluster =
      *rc::gen::element<std::u16string>(u"葛\U000E0100", u"👨‍👩‍👧", u"e\u0301\u0323", u"🇨🇳", u"👍🏽");
  const auto before = *rc::gen::inRange<std::size_t>(55, 75);
  const std::u16string text = std::u16string(before, u'字') + cluster + std::u16string(40, u'字');
  std::size_t at = 0;
  for (const auto& part : split_ucs2(text)) {
    at += part.size();
    const bool outside = at <= before || at >= before + cluster.size();
    RC_ASSERT(outside);
  }
}

TEST(Splitter, BordersOfOneAndTwoParts) {
  EXPECT_EQ(split_ucs2(u"").size(), 1U);
  EXPECT_EQ(split_ucs2(std::u16string(70, u'中')).size(), 1U);
  const auto two = split_ucs2(std::u16string(71, u'中'));
  ASSERT_EQ(two.size(), 2U);
  EXPECT_EQ(two[0].size(), 67U);
  EXPECT_EQ(two[1].size(), 4U);
  EXPECT_EQ(split_ucs2(std::u16string(134, u'中')).size(), 2U);
  EXPECT_EQ(split_ucs2(std::u16string(135, u'中')).size(), 3U);
  // 66 characters, then a pair over the border: the pair moves as one.
  const auto moved = split_ucs2(std::u16string(66, u'中') + u"𠮷" + std::u16string(10, u'中'));
  ASSERT_EQ(moved.size(), 2U);
  EXPECT_EQ(moved[0].size(), 66U);
  EXPECT_EQ(moved[1].substr(0, 2), u"𠮷");
}

TEST(Splitter, AClusterLongerThanAPartIsCutBetweenCharacters) {
  std::u16string marks = u"a";
  for (int i = 0; i < 200; ++i) marks += u'\u0301';
  const auto parts = split_ucs2(marks);
  EXPECT_EQ(joined(parts), marks);
  EXPECT_EQ(parts.size(), 3U);
}

TEST(Utf, RoundTripAndRefusals) {
  const std::string text = "您好，𠮷野家 e\xCC\x81 \xF0\x9F\x91\x8D";
  const auto wide = to_utf16(text);
  ASSERT_TRUE(wide);
  EXPECT_EQ(to_utf8(*wide), text);
  EXPECT_EQ(from_ucs2_octets(to_ucs2_octets(*wide)), *wide);
  for (const char* bad : {"\xC0\xAF", "\xED\xA0\x80", "\xE4\xB8", "\xFF", "\xF5\x80\x80\x80"}) {
    EXPECT_EQ(to_utf16(bad).error().code, ErrorCode::invalid_argument);
  }
  EXPECT_FALSE(to_utf8(std::u16string(1, char16_t{0xD842})));
  EXPECT_FALSE(from_ucs2_octets(Bytes{1, 2, 3}));
  EXPECT_EQ(to_utf16("")->size(), 0U);
}

RC_GTEST_PROP(Utf, OctetsAreBigEndian, (const std::vector<std::uint16_t>& units)) {
  const std::u16string text(units.begin(), units.end());
  const Bytes octets = to_ucs2_octets(text);
  RC_ASSERT(octets.size() == text.size() * 2);
  for (std::size_t i = 0; i < text.size(); ++i) RC_ASSERT(octets[2 * i] == (units[i] >> 8));
  RC_ASSERT(from_ucs2_octets(octets).value() == text);
}

}  // namespace
}  // namespace guardline::text

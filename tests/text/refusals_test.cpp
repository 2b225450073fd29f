// Ill-formed text is refused, never mended. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/bigrams.h"
#include "core/text/graphemes.h"
#include "core/text/ucs2_parts.h"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

namespace guardline::text {
namespace {

template <class T>
bool refused(const Result<T>& result) {
  return !result && result.error().code == ErrorCode::invalid_argument;
}

TEST(IllFormedText, IsRefusedByEveryFunction) {
  const std::string bad[] = {
      "\xFF",              // no lead byte
      "a\x80",             // a tail without a lead
      "\xE4\xBD",          // cut short
      "\xC0\xAF",          // overlong
      "\xED\xA0\x80",      // a surrogate
      "\xF4\x90\x80\x80",  // beyond the last code point
  };
  for (const auto& text : bad) {
    EXPECT_TRUE(refused(fold(text)));
    EXPECT_TRUE(refused(graphemes(text)));
    EXPECT_TRUE(refused(to_utf16(text)));
  }
  EXPECT_TRUE(refused(to_utf8(u"\xD800")));
  EXPECT_TRUE(refused(to_utf8(std::u16string{0xDC00, u'a'})));
  EXPECT_TRUE(refused(to_utf8(std::u16string{u'a', 0xD83D, u'a'})));
  EXPECT_TRUE(refused(from_ucs2_octets(Bytes{0, 65, 0})));
}

TEST(WellFormedText, ComesBackAsItWas) {
  for (const std::string text : {"", "a", "你好", "𠮷𬱖", "👩‍👩‍👧"}) {
    const auto wide = to_utf16(text);
    ASSERT_TRUE(wide);
    EXPECT_EQ(to_utf8(*wide), text);
    const auto octets = to_ucs2_octets(*wide);
    EXPECT_EQ(octets.size(), 2 * wide->size());
    EXPECT_EQ(from_ucs2_octets(octets), *wide);
    const auto characters = graphemes(text);
    ASSERT_TRUE(characters);
    std::string joined;
    for (const auto& each : *characters) joined += each;
    EXPECT_EQ(joined, text);
  }
  EXPECT_EQ(graphemes("👩‍👩‍👧")->size(), 1U);
  EXPECT_EQ(fold("ＡＢＣ１２３"), "abc123") << "full-width becomes plain";
  EXPECT_EQ(fold(""), "");
}

TEST(Pairs, AreAskedForWithinBounds) {
  EXPECT_EQ(bigram_query(""), "");
  EXPECT_EQ(bigram_query("，。！ "), "") << "nothing to search by";
  EXPECT_EQ(bigram_column(""), "");
  std::string longest;
  for (int i = 0; i < 100; ++i) longest += "中文";
  const auto query = bigram_query(longest);
  EXPECT_FALSE(query.empty());
  EXPECT_LT(query.size(), 32 * 24U) << "at most 32 pairs";
  EXPECT_FALSE(bigram_query("中").empty()) << "one character is enough";
  EXPECT_NE(bigram_column("中文短信").find("文短"), std::string::npos);
}

TEST(Parts, NeverCutWhatIsOneCharacter) {
  EXPECT_EQ(split_ucs2(u"").size(), 1U);
  EXPECT_EQ(split_ucs2(std::u16string(70, u'a')).size(), 1U);
  EXPECT_EQ(split_ucs2(std::u16string(71, u'a')).size(), 2U);
  // A pair that would straddle the border goes whole into the next part.
  const auto parts = split_ucs2(u"abc𠮷def", 4, 4);
  ASSERT_GE(parts.size(), 2U);
  EXPECT_EQ(parts[0], u"abc");
  EXPECT_TRUE(parts[1].starts_with(u"𠮷"));
  // A cluster longer than a part has to be cut, but no pair in it is.
  std::u16string marks = u"e";
  for (int i = 0; i < 9; ++i) marks += u'\x0301';
  std::u16string joined;
  for (const auto& part : split_ucs2(marks, 4, 4)) {
    EXPECT_LE(part.size(), 4U);
    joined += part;
  }
  EXPECT_EQ(joined, marks);
}

}  // namespace
}  // namespace guardline::text

// No more of a personal value survives than its column allows. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/masking.h"

#include "core/text/graphemes.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace guardline::text {
namespace {

TEST(Masking, SaysWhatTheStandardsSay) {
  EXPECT_EQ(masked(PersonalColumn::phone, "+8613812345678"), "138****5678");
  EXPECT_EQ(masked(PersonalColumn::phone, "13812345678"), "138****5678");
  EXPECT_EQ(masked(PersonalColumn::phone, "+8619900123909"), "199****3909") << "nines and noughts are digits";
  EXPECT_EQ(masked(PersonalColumn::phone, "+85261234567"), "****67");
  EXPECT_EQ(masked(PersonalColumn::phone, "1381234567a"), "****");
  EXPECT_EQ(masked(PersonalColumn::phone, "10086"), "****");
  EXPECT_EQ(masked(PersonalColumn::phone, "+8612"), "****");
  EXPECT_EQ(masked(PersonalColumn::name, "陈晓明"), "陈*明");
  EXPECT_EQ(masked(PersonalColumn::name, "王伟"), "王*");
  EXPECT_EQ(masked(PersonalColumn::name, "王"), "*");
  EXPECT_EQ(masked(PersonalColumn::name, "欧阳振华"), "欧**华");
  EXPECT_EQ(masked(PersonalColumn::name, "Maximilian Mustermann"), "M******n");
  EXPECT_EQ(masked(PersonalColumn::email, "wang7@example.com"), "w***@example.com");
  EXPECT_EQ(masked(PersonalColumn::email, "w@example.com"), "***@example.com");
  EXPECT_EQ(masked(PersonalColumn::email, "nothing"), "****");
  EXPECT_EQ(masked(PersonalColumn::certificate, "310101199001011234"), "3****************4");
  EXPECT_EQ(masked(PersonalColumn::certificate, "12345"), "****");
  EXPECT_EQ(masked(PersonalColumn::push_token, "secret"), "");
  EXPECT_EQ(masked(PersonalColumn::tier, "vip"), "vip");
  for (const auto column :
       {PersonalColumn::name, PersonalColumn::phone, PersonalColumn::email, PersonalColumn::certificate}) {
    EXPECT_EQ(masked(column, ""), "");
    EXPECT_EQ(masked(column, "\xFF\xFE"), "****");
  }
}

TEST(Masking, CountsCharactersAsPeopleSeeThem) {
  EXPECT_EQ(masked(PersonalColumn::name, "𠮷𬱖"), "𠮷*");
  EXPECT_EQ(masked(PersonalColumn::name, "𠮷田𬱖"), "𠮷*𬱖");
  // A variation selector belongs to its character: two characters, not three, so the second one stays hidden.
  EXPECT_EQ(masked(PersonalColumn::name, "葛\U000E0100明"), "葛\U000E0100*");
  EXPECT_EQ(masked(PersonalColumn::name, "é"), "*");
}

/// Characters of the kinds that names are made of, several outside the Basic Multilingual Plane.
std::string drawn(const std::string& kind, std::size_t count) {
  static const std::vector<std::string> kHan{"王", "伟", "𠮷", "𬱖", "𫍯", "㛃", "陈", "葛\U000E0100"};
  static const std::vector<std::string> kAscii{"a", "b", "c", "d", "7", "8", "9", "0"};
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    out += kind == "han" ? *rc::gen::elementOf(kHan) : *rc::gen::elementOf(kAscii);
  }
  return out;
}

/// How many characters of the mask are none of its own signs.
std::size_t surviving(std::string_view mask) {
  std::size_t count = 0;
  const auto characters = text::graphemes(mask);
  RC_ASSERT(characters.has_value());
  for (const auto& character : *characters) count += character != "*" ? 1 : 0;
  return count;
}

RC_GTEST_PROP(MaskingProperty, ANameKeepsTwoCharactersAtMostAndNeverAll, ()) {
  const auto length = *rc::gen::inRange<std::size_t>(1, 30);
  const auto name = drawn(*rc::gen::element<std::string>("han", "ascii"), length);
  const auto mask = masked(PersonalColumn::name, name);
  RC_ASSERT(surviving(mask) <= std::min<std::size_t>(2, length - 1));
  RC_ASSERT(mask != name);
  RC_ASSERT(mask.find('*') != std::string::npos);
}

RC_GTEST_PROP(MaskingProperty, ANumberKeepsSevenDigitsAtMostAndLosesFour, ()) {
  const auto length = *rc::gen::inRange<std::size_t>(1, 16);
  std::string number = *rc::gen::element<std::string>("", "+", "+86", "+861", "1");
  for (std::size_t i = 0; i < length; ++i) number += static_cast<char>('0' + *rc::gen::inRange(0, 10));
  const auto mask = masked(PersonalColumn::phone, number);
  RC_ASSERT(surviving(mask) <= 7U);
  const auto digits = number.size() - (number.starts_with('+') ? 1 : 0);
  RC_ASSERT(surviving(mask) + 4 <= digits || surviving(mask) == 0U);
}

RC_GTEST_PROP(MaskingProperty, AMailboxKeepsOneCharacterOfItsLocalPart, ()) {
  const auto local = drawn(*rc::gen::element<std::string>("han", "ascii"), *rc::gen::inRange<std::size_t>(1, 20));
  const auto mask = masked(PersonalColumn::email, local + "@example.com");
  const auto at = mask.find('@');
  RC_ASSERT(at != std::string::npos);
  RC_ASSERT(surviving(mask.substr(0, at)) <= 1U);
  RC_ASSERT(mask.substr(0, at) != local);
}

RC_GTEST_PROP(MaskingProperty, ACertificateKeepsItsEndsOnly, ()) {
  const auto number = drawn("ascii", *rc::gen::inRange<std::size_t>(1, 25));
  RC_ASSERT(surviving(masked(PersonalColumn::certificate, number)) <= 2U);
}

RC_GTEST_PROP(MaskingProperty, NoKnownValueSurvivesInsideAText, ()) {
  const auto name = drawn("han", *rc::gen::inRange<std::size_t>(2, 6));
  const auto phone = "+8613" + std::to_string(*rc::gen::inRange(100000000, 999999999));
  const std::vector<Known> known{{PersonalColumn::name, name}, {PersonalColumn::phone, phone}};
  const auto text = masked_within("您好 " + name + "（" + phone + "）" + name, known);
  RC_ASSERT(text.find(name) == std::string::npos);
  RC_ASSERT(text.find(phone) == std::string::npos);
}

}  // namespace
}  // namespace guardline::text

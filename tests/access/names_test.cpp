// Account names, labels, password rules. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/access/names.h"

#include "hub/access/accounts.h"

#include <string>

#include <gtest/gtest.h>

namespace guardline::access {
namespace {

TEST(CanonicalName, LowerCaseWithoutOuterBlanks) {
  EXPECT_EQ(canonical_name("  Li.Wei-2 "), "li.wei-2");
  EXPECT_EQ(canonical_name(std::string(64, 'a')), std::string(64, 'a'));
  for (const std::string& bad : {std::string(), std::string("  "), std::string("a b"), std::string(".a"),
                                 std::string("-a"), std::string("李"), std::string(65, 'a'), std::string("a\0b", 3)}) {
    EXPECT_EQ(canonical_name(bad), "") << bad;
  }
}

TEST(Label, CountsCodePointsAndRefusesControls) {
  EXPECT_TRUE(is_label("一号桌", 3));
  EXPECT_FALSE(is_label("一号桌", 2));
  EXPECT_TRUE(is_label("\xF0\xA0\xAE\xB7", 1)) << "beyond the basic plane";
  EXPECT_TRUE(is_label("a b", 64));
  for (const std::string& bad :
       {std::string(), std::string("   "), std::string("\u3000"), std::string("a\nb"), std::string("a\x7f"),
        std::string("a\u0085"), std::string("\xff"), std::string("a\0", 2), std::string("\xe4\xb8")}) {
    EXPECT_FALSE(is_label(bad, 64));
  }
}

TEST(Password, AcceptsWhatIsLongAndNotListed) {
  for (const char* good :
       {"twelve horses graze", "correct-horse-battery", "一二三四五六七八九十甲乙", "xK9#qv!2Lm0p"}) {
    EXPECT_EQ(password_fault(good, "li.wei"), "") << good;
  }
  EXPECT_EQ(password_fault(std::string(64, 'x') + " and many more words", "li.wei"), "");
}

TEST(Password, RefusesWhatGuessersTryFirst) {
  for (const std::string& bad :
       {std::string("short pass"), std::string("password1234"), std::string("Password!2026"),
        std::string("aaaaaaaaaaaa"), std::string("abcabcabcabc"), std::string("abcdefghijklmn"),
        std::string("123456789012"), std::string("987654321098"), std::string("2026-11-22-08:00"),
        std::string("qwerty123456"), std::string("my li.wei secret"), std::string("Guardline rocks!"),
        std::string("我们的守护台很好"), std::string("welcome welcome 1").substr(0, 7) + "12345",
        std::string("line\nbreak in it"), std::string(257, 'x')}) {
    EXPECT_NE(password_fault(bad, "li.wei"), "") << bad;
  }
}

}  // namespace
}  // namespace guardline::access

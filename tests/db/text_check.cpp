// Which texts may be bound: well-formed UTF-8 without a zero (Unicode 15.0, table 3-7). SPDX-License-Identifier:
// GPL-3.0-or-later
#include "core/db/text_check.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace guardline::db {
namespace {

using namespace std::string_view_literals;

TEST(BindableText, IsWhatTheStandardsTableSays) {
  // The first and last of each row of the table.
  for (const auto good : {""sv,
                          "a"sv,
                          "\x7f"sv,
                          "\xc2\x80"sv,
                          "\xdf\xbf"sv,
                          "\xe0\xa0\x80"sv,
                          "\xe0\xbf\xbf"sv,
                          "\xe1\x80\x80"sv,
                          "\xec\xbf\xbf"sv,
                          "\xed\x80\x80"sv,
                          "\xed\x9f\xbf"sv,
                          "\xee\x80\x80"sv,
                          "\xef\xbf\xbf"sv,
                          "\xf0\x90\x80\x80"sv,
                          "\xf0\xbf\xbf\xbf"sv,
                          "\xf1\x80\x80\x80"sv,
                          "\xf3\xbf\xbf\xbf"sv,
                          "\xf4\x80\x80\x80"sv,
                          "\xf4\x8f\xbf\xbf"sv,
                          "保证金不足"sv}) {
    EXPECT_TRUE(is_bindable_text(good)) << good;
    // Wherever it stands beside the eight bytes that are looked at together.
    for (std::size_t before = 0; before <= 9; ++before) {
      EXPECT_TRUE(is_bindable_text(std::string(before, 'x') + std::string(good) + "12345678")) << before << good;
    }
  }
  // Cut short, without its lead, out of its row, overlong, a surrogate, above U+10FFFF; and the zero byte.
  for (const auto bad : {"\x80"sv,
                         "\xbf"sv,
                         "\xc0\x80"sv,
                         "\xc1\xbf"sv,
                         "\xc2"sv,
                         "\xc2\x7f"sv,
                         "\xc2\xc0"sv,
                         "\xe0\x9f\xbf"sv,
                         "\xe0\xa0"sv,
                         "\xe0\xa0\x7f"sv,
                         "\xe1\x80"sv,
                         "\xe1\x7f\x80"sv,
                         "\xed\xa0\x80"sv,
                         "\xed\xbf\xbf"sv,
                         "\xef\xbf\xc0"sv,
                         "\xf0\x8f\xbf\xbf"sv,
                         "\xf0\x90\x80"sv,
                         "\xf0\x90\x7f\x80"sv,
                         "\xf0\x90\x80\xc0"sv,
                         "\xf1\x80\x80"sv,
                         "\xf4\x90\x80\x80"sv,
                         "\xf5\x80\x80\x80"sv,
                         "\xff"sv,
                         "\0"sv}) {
    EXPECT_FALSE(is_bindable_text(bad));
    for (std::size_t before = 0; before <= 9; ++before) {
      EXPECT_FALSE(is_bindable_text(std::string(before, 'x') + std::string(bad) + "12345678")) << before;
      EXPECT_FALSE(is_bindable_text(std::string(before, 'x') + std::string(bad))) << before;
    }
  }
}

}  // namespace
}  // namespace guardline::db

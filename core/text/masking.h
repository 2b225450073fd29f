// What of personal data may be seen unasked: the one place. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace guardline::text {

/// Classes of JR/T 0171: C3 (secrets that prove who one is) is never shown, C2 (who one is, how one is reached, what
/// one has) is masked and can be revealed one field at a time, C1 (internal) is shown.
enum class DataClass : std::uint8_t { c1 = 1, c2 = 2, c3 = 3 };

/// The columns with personal data.
enum class PersonalColumn : std::uint8_t { name, phone, email, certificate, push_token, tier, language };
DataClass data_class(PersonalColumn column) noexcept;

/// C1 as it stands; C3 always "". C2 by column, counted in characters as people see them (grapheme clusters):
///   name         two characters or more: the first, a star for each in between (at most six), and the last from three
///                on; one character: a star
///   phone        mainland numbers 138****1234, with or without +86; others: the last two digits of at least eight
///   email        the first character, "***", and the domain; no "@": only stars
///   certificate  the first and the last of at least six, a star for each in between; shorter: only stars
/// A value that is not well-formed UTF-8 gives "****"; an empty one "".
std::string masked(PersonalColumn column, std::string_view value);

/// A value that may occur in a longer text.
struct Known {
  PersonalColumn column;
  std::string_view value;
};
/// The text with each of these values masked wherever it occurs; values of fewer than two bytes are left.
std::string masked_within(std::string text, std::span<const Known> known);

}  // namespace guardline::text

// What a reader takes for one character. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <string_view>
#include <vector>

namespace guardline::text {

/// The extended grapheme clusters (UAX #29) of a text, as views into it: a character with its accents or variation
/// selector is one. invalid_argument: not well-formed UTF-8, or longer than 2^29 bytes. Thread safe.
Result<std::vector<std::string_view>> graphemes(std::string_view utf8);

}  // namespace guardline::text

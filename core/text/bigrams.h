// Search inside Chinese text: pairs of characters as words. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <string>
#include <string_view>

namespace guardline::text {

/// The form in which texts are searched: NFKC with folded case (full-width digits and letters become plain ones).
/// Compare folded text with folded text only. invalid_argument: not well-formed UTF-8. Thread safe.
Result<std::string> fold(std::string_view utf8);

/// What an index column holds for a folded text: of every run of letters and digits all neighbouring pairs and its last
/// character, parted by blanks. For FTS5 with `tokenize='unicode61 remove_diacritics 0'`, where a trigram index would
/// find nothing under three characters.
std::string bigram_column(std::string_view folded);

/// The FTS5 expression that every text with `folded` inside matches; a few others match too, so hits are checked with
/// instr(). Empty when there is no letter or digit to search by. At most 32 pairs are asked for.
std::string bigram_query(std::string_view folded);

}  // namespace guardline::text

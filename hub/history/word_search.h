// Search inside one investor's words; internal to hub/history. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/crypto/secret.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guardline::history {

/// Names the use of the key that Opener::derived gives.
inline constexpr std::string_view kPairsLabel = "guardline history pairs 1";

/// Numbers for the characters and pairs of neighbouring characters of a text, rising, each once: HMAC-SHA-256 under
/// `key` (32 bytes, one investor's), cut to 16 bits. Who has the numbers without the key learns which entries of one
/// person share some; with 65,536 of them the rest is checked against the words anyway.
std::vector<std::uint16_t> pairs_of(const crypto::Secret& key, std::string_view folded);

/// What somebody looks for.
class WordQuery {
 public:
  /// invalid_argument: not well-formed UTF-8, or nothing but blanks.
  static Result<WordQuery> make(std::string_view typed);
  /// The numbers (pairs_of) that every text with it has; some without it have them, too.
  [[nodiscard]] std::vector<std::uint16_t> wanted(const crypto::Secret& key) const;
  /// Whether the text, as it is shown, has it.
  [[nodiscard]] bool is_in(std::string_view text) const;
  /// At most `most` code points of `text` with the first place of it inside, "…" where something was cut; the
  /// beginning where it has none.
  [[nodiscard]] std::string around(std::string_view text, std::size_t most) const;

 private:
  std::string folded_;
};

}  // namespace guardline::history

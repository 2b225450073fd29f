// Cutting a text into the parts of a long short message. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace guardline::text {

/// UTF-16 code units that fit one short message: 140 octets (3GPP TS 23.040 section 9.2.3.24), less six octets for the
/// concatenation header with an 8-bit reference in each part of a longer text.
inline constexpr std::size_t kSingleUnits = 70;
inline constexpr std::size_t kPartUnits = 67;

/// UTF-8 to UTF-16 in the machine's order. Ill-formed input (lone surrogates, overlong forms, cut sequences) is
/// `invalid_argument`: a replacement character in somebody's name would be worse than a refusal.
Result<std::u16string> to_utf16(std::string_view utf8);
/// The reverse; lone surrogates are `invalid_argument`.
Result<std::string> to_utf8(std::u16string_view utf16);

/// Big-endian octets, as carriers take them, and back. An odd count of octets is `invalid_argument`.
Bytes to_ucs2_octets(std::u16string_view text);
Result<std::u16string> from_ucs2_octets(BytesView octets);

/// The parts of `text`, in order; joined they are `text`. One part of up to `single` units, else parts of up to `part`
/// units. A surrogate pair is never cut (names with characters beyond the BMP); a grapheme cluster (UAX 29: a letter
/// with its marks, an ideograph with its variation selector, a joined emoji) is cut only if it is longer than a part by
/// itself. An empty text is one empty part. `part` is at least 2, `single` at least `part`.
std::vector<std::u16string> split_ucs2(std::u16string_view text, std::size_t single = kSingleUnits,
                                       std::size_t part = kPartUnits);

}  // namespace guardline::text

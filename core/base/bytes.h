// Byte strings and their text forms. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guardline {

using Bytes = std::vector<std::uint8_t>;
using BytesView = std::span<const std::uint8_t>;
using Digest = std::array<std::uint8_t, 32>;  ///< SHA-256

/// The bytes of a text, as they stand (no terminating zero). The view lives as long as `text`.
inline BytesView as_bytes(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
/// A byte string seen as text; no encoding is checked.
inline std::string_view as_text(BytesView bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

/// Lower-case hexadecimal, two digits a byte.
std::string to_hex(BytesView bytes);
/// Accepts both cases; nothing on odd length or a foreign character.
std::optional<Bytes> from_hex(std::string_view text);
/// RFC 4648 section 5 without padding.
std::string to_base64url(BytesView bytes);
std::optional<Bytes> from_base64url(std::string_view text);
/// RFC 4648 section 6, upper case, without padding.
std::string to_base32(BytesView bytes);
/// Accepts lower case and blanks between groups; refuses foreign characters and non-zero trailing bits.
std::optional<Bytes> from_base32(std::string_view text);

}  // namespace guardline

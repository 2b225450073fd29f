// Named shapes of text. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace guardline::wire {

/// Shapes a text may be asked to have. Each has a check and a regular expression that says the same (a test compares
/// them).
enum class Format : std::uint8_t {
  line,     ///< any characters but controls (U+0000–U+001F, U+007F): names, titles
  prose,    ///< as line, with tab and line feed
  pem,      ///< printable ASCII with line ends: certificates and requests
  cursor,   ///< opaque position of a reader: [A-Za-z0-9._~-]{1,2048}
  token,    ///< opaque credential: [A-Za-z0-9_-]{16,128}
  base32,   ///< RFC 4648 section 6 without padding, upper case, 8 to 128 characters
  digits,   ///< [0-9]
  hex,      ///< lower-case hexadecimal digits
  name_id,  ///< a person-made id (account, template, tier, carrier, variable): [a-z0-9][a-z0-9._-]{0,63}
  email,    ///< RFC 5321 mailbox: dot-atom local part, host name; 3 to 254 characters
  e164,     ///< ITU-T E.164 with plus: +[1-9][0-9]{6,14}
  uri,      ///< RFC 3986 characters, with a scheme
};

struct FormatBounds {
  std::int64_t least;
  std::int64_t most;
};
/// The length a format itself allows, in characters; formats without one of their own get 0..0 and need a rule with
/// bounds.
constexpr FormatBounds format_bounds(Format format) {
  switch (format) {
    case Format::pem:
      return {1, 16384};
    case Format::cursor:
      return {1, 512};
    case Format::token:
      return {16, 128};
    case Format::base32:
      return {8, 128};
    case Format::name_id:
      return {1, 64};
    case Format::email:
      return {3, 254};
    case Format::e164:
      return {8, 16};
    case Format::uri:
      return {3, 2048};
    case Format::line:
    case Format::prose:
    case Format::digits:
    case Format::hex:
      break;
  }
  return {0, 0};
}

/// True if `text` (valid UTF-8) has the shape; the rule's length is checked apart.
bool matches(Format format, std::string_view text) noexcept;
/// The same as an ECMA-262 regular expression for the OpenAPI document.
std::string_view pattern(Format format) noexcept;
/// The word a person reads: "e-mail address", "opaque cursor".
std::string_view label(Format format) noexcept;

}  // namespace guardline::wire

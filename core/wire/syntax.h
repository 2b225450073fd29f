// The part of JSON that must hold before any struct is looked at. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace guardline::wire {

/// A fault of the text itself.
struct SyntaxFault {
  std::string pointer;  ///< of the doubled member; "" for all others
  std::string detail;
};

/// Checks the grammar of RFC 8259, UTF-8, the depth, and that no object names a member twice (RFC 7493 section 2.3:
/// readers disagree on which one counts, so a gate and a handler could see different requests).
std::optional<SyntaxFault> check_syntax(std::string_view text, std::size_t max_depth);

/// Escapes one reference token of a JSON Pointer (RFC 6901 section 3) and appends it after a '/'.
std::string pointer_to(std::string_view parent, std::string_view member);

}  // namespace guardline::wire

// Names, labels, passwords: bounds and shape of what people choose. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace guardline::access {

/// 1..`most` code points of well-formed UTF-8 (RFC 3629), no control characters, not only blanks.
bool is_label(std::string_view text, std::size_t most);

/// Why a password may not be used, in English for an error message; empty if it may. 12..256 bytes of UTF-8, no control
/// characters; not a listed or trivially patterned one, not made of the account's own or the house's names (ASVS 5.0
/// section 6.2; no rules of composition).
std::string_view password_fault(std::string_view password, std::string_view account_name);

/// The form names are kept in: ASCII lower case, outer blanks dropped; empty if it can't be a name.
std::string canonical_name(std::string_view name);

}  // namespace guardline::access

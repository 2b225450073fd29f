// Text of people that the hub stores: bounds and shape. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace guardline::access {

/// 1..`most` code points of well-formed UTF-8 (RFC 3629), no control characters, not only blanks.
bool is_label(std::string_view text, std::size_t most);

}  // namespace guardline::access

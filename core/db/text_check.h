// What may be bound as text. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace guardline::db {

/// True for well-formed UTF-8 (Unicode 15, table 3-7: no surrogates, no overlong forms, at most U+10FFFF) without
/// U+0000. PostgreSQL refuses anything else at the server, SQLite would store it: both drivers check before they bind.
[[nodiscard]] bool is_bindable_text(std::string_view text) noexcept;

}  // namespace guardline::db

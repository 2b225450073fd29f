// Fills a template's placeholders. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <map>
#include <string>
#include <string_view>

namespace guardline::notices {

using Variables = std::map<std::string, std::string, std::less<>>;

/// Replaces each `{{name}}` (letters, digits, `_`; blanks inside the braces allowed) by its value. Values are inserted
/// as they stand and never scanned again, so a value can't bring in another placeholder. Errors (invalid_argument): a
/// placeholder without a value, one that is not closed, a name with other characters. Text is UTF-8.
Result<std::string> render(std::string_view text, const Variables& variables);

/// Placeholders that stay in the kept words and get their value at each hand-over only, since a link is a delivery's
/// and a one-time code must not be kept.
inline constexpr std::string_view kLetterName = "inbox_link";
inline constexpr std::string_view kCodeName = "inbox_code";
/// Values by which these two stand for themselves: `{{inbox_link}}` renders to `{{inbox_link}}`.
Variables own_values();

}  // namespace guardline::notices

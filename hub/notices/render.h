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

}  // namespace guardline::notices

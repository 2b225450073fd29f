// The one style sheet of the public pages. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace guardline::pages {

/// CSS for a phone first; light and dark after the reader's wish. Colours are tokens of resources/tokens.json by their
/// names (a test compares them and reckons the contrasts).
std::string_view style_sheet() noexcept;

/// The Content-Security-Policy of a page with exactly this style sheet: nothing else loads or runs, forms go to this
/// origin, and to `also` ("https://host") where an answer leads there; empty = nowhere else.
std::string security_policy(std::string_view also = {});

}  // namespace guardline::pages

// Investors by exact terms, for the global search. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/search_entry.h"

namespace guardline::ui {

/// Offers to search on the investor page, which asks for the second factor; nothing is looked up here. `may` says
/// whether the person of the moment may look at investors.
SearchFinder investor_finder(std::function<bool()> may);

}  // namespace guardline::ui

// What the global search offers for what was typed. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/commands.h"
#include "ui/shell/search_entry.h"

namespace guardline::ui {

struct SearchSources {
  std::vector<Commands::Offer> commands;  ///< of the page first, then the shell's
  std::vector<SearchFinder> finders;
  OpenPlace open;
  std::function<void(const QString& filter)> show_keys;  ///< the overlay of keys, filtered
};

/// ">" lists commands and "?" keys, filtered by what follows; else the finders are asked, and commands whose words
/// contain what was typed follow. Nothing typed: what may be typed.
std::vector<SearchEntry> search_entries(const QString& typed, const SearchSources& sources);

}  // namespace guardline::ui

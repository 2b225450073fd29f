// One line of the global search. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

#include <QString>
#include <functional>
#include <vector>

namespace guardline::ui {

struct SearchEntry {
  QString icon;    ///< of resources/icons
  QString title;   ///< what Enter does
  QString detail;  ///< the grey words behind it; never anybody's data in plain
  QString keys{};  ///< caps, as in KeyHelp
  /// What Enter does; empty: a line that only says something.
  std::function<void()> run{};
  QString kept{};  ///< what may stay in the box of what was typed, masked; empty: nothing
};

/// Where Enter may lead to.
using OpenPlace = std::function<void(Place place, const QString& subject)>;

/// Looks at what was typed and offers lines; empty when it is none of its business. Asks nobody: what is looked up is
/// looked up on the page that opens. The composition root gives the shell one for each kind of thing.
using SearchFinder = std::function<std::vector<SearchEntry>(const QString& typed, const OpenPlace& open)>;

}  // namespace guardline::ui

// Alerts by their number, for the global search. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/search_entry.h"

namespace guardline::models {
class AlertCentre;
}

namespace guardline::ui {

/// "A-3F02C1", with or without "#2", or the beginning of one: the alerts that this console knows of. `centre` outlives
/// the finder.
SearchFinder alert_finder(const models::AlertCentre& centre);

}  // namespace guardline::ui

// The rules a hub begins with. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/watch/rule.h"

#include <vector>

namespace guardline::watch {

/// For SMS (the channel whose carriers report deliveries): delivery rate below 97 % over 5 minutes, backlog, no
/// receipts, failures of the carrier's or our own; for e-mail and push: backlog and failures.
std::vector<Rule> default_rules();
/// The same for a demonstration of minutes: small numbers, short delays.
std::vector<Rule> demo_rules();

}  // namespace guardline::watch

// The first rules of a record. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "hub/spine/committer.h"
#include "hub/watch/rule.h"

#include <vector>

namespace guardline::watch {

/// Stores `rules` if the record has no rule at all, and nothing otherwise. Errors: those of the committer.
Status seed_rules(spine::Committer& committer, const std::vector<Rule>& rules);

}  // namespace guardline::watch

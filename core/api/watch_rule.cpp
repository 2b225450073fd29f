// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/watch_rule.h"

namespace guardline::api {

GUARDLINE_WIRE_DEFINE(WatchRule)
GUARDLINE_WIRE_DEFINE(WatchRuleEntry)
GUARDLINE_WIRE_DEFINE(WatchRuleBroken)
GUARDLINE_WIRE_DEFINE(WatchRules)
GUARDLINE_WIRE_DEFINE(WatchRuleChange)

}  // namespace guardline::api

// What a threshold rule may say: pure. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/watch_rule.h"
#include "core/base/error.h"
#include "core/wire/codec.h"

#include <vector>

namespace guardline::watch {

using Rule = api::WatchRule;

/// Everything a rule breaks, by JSON Pointers into it; empty if nothing. Members' own bounds first, and alone; then
/// what single members can't say: channels (each once, none exactly for watch_silence), whole minutes, limits of rates,
/// a deadband past which it could never clear, no rule that explains itself.
wire::Violations faults_of(const Rule& rule);

/// What `rule` breaks among the others (which may hold an older form of itself): an explanation by a rule that is not
/// there, or by one that it explains in turn. Two alerts that explain each other would both be kept quiet.
wire::Violations faults_among(const Rule& rule, const std::vector<Rule>& others);

/// invalid_argument with the first of `faults_of`.
Status check_rule(const Rule& rule);

}  // namespace guardline::watch

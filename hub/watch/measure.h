// What a rule sees in the KPI projection: pure. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "hub/spine/projection.h"
#include "hub/watch/condition.h"
#include "hub/watch/rule.h"

#include <vector>

namespace guardline::watch {

/// Over the whole minutes of (now − settle − window, now − settle]; the backlog is of all `buckets`, since a delivery
/// waits in the minute it was decided in. Not for watch_silence, which is no figure of the projection.
Measurement measure(const Rule& rule, Channel channel, const std::vector<spine::KpiBucket>& buckets, Timestamp now);

}  // namespace guardline::watch

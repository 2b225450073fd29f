// What is kept of an act that came too late: pure. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "hub/watch/wish.h"

#include <optional>

namespace guardline::watch {

/// What stood in a person's way; nothing for what no person's act is refused with.
std::optional<AlertObstacle> obstacle_of(AlarmRefusal why) noexcept;

/// The fact of an act that was refused as `why`, with the newest line of the log that was in its way. `why` has an
/// obstacle; a time of writing later than `now` (that computer's clock) becomes `now`.
AlertFact contested(const AlertReading& seen, const PersonAct& wish, AlarmRefusal why, Timestamp written_at,
                    Timestamp now);

}  // namespace guardline::watch

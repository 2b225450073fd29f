// The zone that every time on the screen is told in. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/firm_zone.h"
#include "models/values/time.h"

#include <QDateTime>
#include <QString>

namespace guardline::models {

/// Beijing time, whatever zone the computer is set to: quiet hours, trading days and the hours named in notices are
/// told in it, and two desks that look at one event must read one time.
inline constexpr int kZoneSeconds = std::chrono::seconds(kFirmZone).count();

/// `at` as date and time of day in that zone.
QDateTime wall_time(Timestamp at);
/// The last midnight of that zone that is not after `at`.
Timestamp wall_midnight(Timestamp at);
/// "UTC+8".
QString zone_offset_text();

}  // namespace guardline::models

// The zone of the firm's days. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace guardline {

/// Beijing, UTC+8: days, months and the hours named in notices. A fixed offset, for China has had no summer time since
/// 1991; it so needs no zone database.
inline constexpr std::chrono::hours kFirmZone{8};

}  // namespace guardline

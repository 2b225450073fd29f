// Times and durations in words. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/time.h"

#include <QString>

namespace guardline::ui {

/// Local time of day, "10:41:52".
QString clock_text(Timestamp at);
/// "UTC+8" (or "UTC+5:30") of this computer now.
QString zone_text();
/// "6 分 05 秒", "18 秒", "1 小时 02 分" in the language of the moment; negative counts as 0.
QString duration_text(long long seconds);

}  // namespace guardline::ui

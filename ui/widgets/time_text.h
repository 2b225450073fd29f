// Times and durations in words. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/time.h"

#include <QString>

namespace guardline::ui {

/// Time of day in the zone that all times on the screen are told in, "10:41:52".
QString clock_text(Timestamp at);
/// "今天 08:26", "昨天 21:10", "11 月 18 日 09:05" in that zone, as seen at `now`.
QString moment_text(Timestamp at, Timestamp now);
/// That zone in words, "北京时间 UTC+8".
QString zone_text();
/// "6 分 05 秒", "18 秒", "1 小时 02 分" in the language of the moment; negative counts as 0.
QString duration_text(long long seconds);

}  // namespace guardline::ui

// Words for times. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/time_text.h"

#include "models/zone/wall_time.h"

#include <QCoreApplication>
#include <algorithm>

namespace guardline::ui {

QString clock_text(Timestamp at) { return models::wall_time(at).toString(QStringLiteral("HH:mm:ss")); }

QString zone_text() { return QCoreApplication::translate("time", "北京时间 %1").arg(models::zone_offset_text()); }

QString duration_text(long long seconds) {
  seconds = std::max(0LL, seconds);
  const auto two = [](long long value) { return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0')); };
  if (seconds < 60) return QCoreApplication::translate("time", "%1 秒").arg(seconds);
  if (seconds < 3600)
    return QCoreApplication::translate("time", "%1 分 %2 秒").arg(seconds / 60).arg(two(seconds % 60));
  return QCoreApplication::translate("time", "%1 小时 %2 分").arg(seconds / 3600).arg(two(seconds % 3600 / 60));
}

}  // namespace guardline::ui

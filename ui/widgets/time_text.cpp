// Words for times. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/time_text.h"

#include "models/zone/wall_time.h"

#include <QCoreApplication>
#include <algorithm>

namespace guardline::ui {

QString clock_text(Timestamp at) { return models::wall_time(at).toString(QStringLiteral("HH:mm:ss")); }

QString moment_text(Timestamp at, Timestamp now) {
  const auto then = models::wall_time(at);
  const auto minute = then.toString(QStringLiteral("HH:mm"));
  switch (then.date().daysTo(models::wall_time(now).date())) {
    case 0:
      return QCoreApplication::translate("time", "今天 %1").arg(minute);
    case 1:
      return QCoreApplication::translate("time", "昨天 %1").arg(minute);
    default:
      return QCoreApplication::translate("time", "%1 月 %2 日 %3", "month, day, time")
          .arg(then.date().month())
          .arg(then.date().day())
          .arg(minute);
  }
}

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

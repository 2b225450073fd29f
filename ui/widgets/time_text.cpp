// Words for times. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/time_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <algorithm>
#include <cstdlib>

namespace guardline::ui {

QString clock_text(Timestamp at) {
  return QDateTime::fromMSecsSinceEpoch(to_micros(at) / 1000).toString(QStringLiteral("HH:mm:ss"));
}

QString zone_text() {
  const int minutes = QDateTime::currentDateTime().offsetFromUtc() / 60;
  auto text =
      QStringLiteral("UTC%1%2").arg(minutes < 0 ? QLatin1Char('-') : QLatin1Char('+')).arg(std::abs(minutes) / 60);
  if (minutes % 60 != 0) text += QStringLiteral(":%1").arg(std::abs(minutes) % 60, 2, 10, QLatin1Char('0'));
  return text;
}

QString duration_text(long long seconds) {
  seconds = std::max(0LL, seconds);
  const auto two = [](long long value) { return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0')); };
  if (seconds < 60) return QCoreApplication::translate("time", "%1 秒").arg(seconds);
  if (seconds < 3600)
    return QCoreApplication::translate("time", "%1 分 %2 秒").arg(seconds / 60).arg(two(seconds % 60));
  return QCoreApplication::translate("time", "%1 小时 %2 分").arg(seconds / 3600).arg(two(seconds % 3600 / 60));
}

}  // namespace guardline::ui

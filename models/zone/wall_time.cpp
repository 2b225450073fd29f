// Times of day in the screen's zone. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/zone/wall_time.h"

#include <chrono>

namespace guardline::models {

QDateTime wall_time(Timestamp at) {
  return QDateTime::fromMSecsSinceEpoch(std::chrono::floor<std::chrono::milliseconds>(at).time_since_epoch().count(),
                                        Qt::OffsetFromUTC, kZoneSeconds);
}

Timestamp wall_midnight(Timestamp at) {
  const std::chrono::seconds offset(kZoneSeconds);
  return Timestamp(std::chrono::floor<std::chrono::days>(at + offset).time_since_epoch() - offset);
}

QString zone_offset_text() { return QStringLiteral("UTC+%1").arg(kZoneSeconds / 3600); }

}  // namespace guardline::models

// When an alert may be heard. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/alarm_sound.h"

#include <algorithm>

namespace guardline::models {

bool AlarmSound::hear(const std::vector<AlertEntryPtr>& announced) {
  const bool urgent = std::any_of(announced.begin(), announced.end(),
                                  [](const auto& entry) { return entry->alert.severity == Severity::urgent; });
  if (!urgent) return false;
  const auto now = clock_.steady();
  if (last_ && now - *last_ < kBetween) return false;
  last_ = now;
  ring_();
  return true;
}

}  // namespace guardline::models

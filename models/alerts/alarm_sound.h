// When an alert may be heard. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/alert_store.h"

#include <functional>
#include <optional>
#include <vector>

namespace guardline::models {

/// Only urgent alerts ring, and never twice within kBetween: a flood must not drive people to switch the sound off.
class AlarmSound {
 public:
  static constexpr Micros kBetween = std::chrono::seconds(60);

  AlarmSound(const Clock& clock, std::function<void()> ring) : clock_(clock), ring_(std::move(ring)) {}

  /// True when it rang.
  bool hear(const std::vector<AlertEntryPtr>& announced);

 private:
  const Clock& clock_;
  std::function<void()> ring_;
  std::optional<Micros> last_;  ///< monotonic
};

}  // namespace guardline::models

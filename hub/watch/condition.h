// From measurements over time to "raise" and "clear": pure. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "hub/watch/rule.h"

#include <cstdint>
#include <optional>

namespace guardline::watch {

/// What a rule saw of one channel at one moment.
struct Measurement {
  std::optional<std::int64_t> value;  ///< nothing = no data; unit of AlertTrigger::limit
  std::int64_t sample{0};             ///< deliveries it is made of
};

enum class Verdict : std::uint8_t { nothing, raise, clear };

/// The on-delay, off-delay, deadband and no-data of one rule on one channel. Forgets at a restart: what was pending
/// begins anew, what is active stays active (that stands in the record).
class Condition {
 public:
  /// `active`: as the record has it. Times rise from call to call.
  Verdict judge(const Rule& rule, const Measurement& seen, bool active, Timestamp now);

 private:
  std::optional<Timestamp> bad_since_;
  std::optional<Timestamp> good_since_;
};

}  // namespace guardline::watch

// Alerts: three independent axes and what moves them. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <cstdint>

namespace guardline {

using AlertId = Id<struct AlertTag>;  ///< one rule watching one channel (or the hub itself): an alarm point, for good

/// The third axis, beside active and acknowledged (ISA-18.2 / IEC 62682 states G, H, I). A suppressed alert goes on
/// being evaluated and recorded; it only stops asking for attention. Numbers are stored: never renumber.
enum class Suppression : std::uint8_t {
  none = 0,
  shelved = 1,         ///< by a person, with a reason and an end
  by_design = 2,       ///< by another rule whose alert explains this one
  out_of_service = 3,  ///< its rule is switched off
};

/// Numbers are stored: never renumber.
enum class Severity : std::uint8_t { urgent = 1, high = 2, medium = 3, low = 4 };

/// What a rule looks at. Rates are in basis points (1/10,000). Numbers are stored: never renumber.
enum class AlertMetric : std::uint8_t {
  delivery_rate = 1,  ///< delivered / accepted; only where a carrier reports deliveries
  receipt_rate = 2,   ///< accepted deliveries that have any end state / accepted
  failure_rate = 3,   ///< failures of carrier, message and our own / (those + accepted); people's failures are no fault
  backlog = 4,        ///< deliveries that wait to be handed over
  watch_silence = 5,  ///< seconds since the rules were last evaluated; of the hub itself, no channel
};
enum class Comparison : std::uint8_t { below = 1, above = 2 };

/// What happened to an alert. Each is one row of the spine (EventKind::alert_*). Numbers are stored: never renumber.
enum class AlertAct : std::uint8_t {
  raised = 1,        ///< the condition came true: a new occurrence
  cleared = 2,       ///< the condition returned to normal
  acknowledged = 3,  ///< 确认知晓: a person has seen this occurrence
  resolved = 4,      ///< 处置完成: a person says what was done about it
  assigned = 5,
  shelved = 6,
  unshelved = 7,   ///< by a person, or by the shelf's end
  suppressed = 8,  ///< by design, or taken out of service
  unsuppressed = 9,
  unacknowledged = 10,  ///< by time: it was seen, goes on, and nobody said what was done
  contested = 11,       ///< somebody's act from without a hub came too late: kept in its own words, changes nothing
};

/// What was in the way of a contested act. Numbers are stored: never renumber.
enum class AlertObstacle : std::uint8_t {
  raised_again = 1,  ///< it named an occurrence that is not the present one
  already_acknowledged = 2,
  not_acknowledged = 3,  ///< 确认知晓 comes before 处置完成
  already_resolved = 4,
  kept_quiet = 5,  ///< in another way than on a shelf
  not_shelved = 6,
};

}  // namespace guardline

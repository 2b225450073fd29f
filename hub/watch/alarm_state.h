// What an alert is, and what moves it: pure, no clock, no store. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/alert.h"

#include <cstdint>
#include <expected>
#include <optional>

namespace guardline::watch {

/// Three independent axes and the life of the present occurrence. After ISA-18.2 / IEC 62682: inactive and acknowledged
/// is A (normal), active and not is B, active and acknowledged C, returned and not acknowledged D; `suppression` is G,
/// H and I beside them, never instead of them.
struct AlarmState {
  std::int64_t occurrence{0};  ///< 0 = never raised
  bool active{false};
  bool acknowledged{true};  ///< before the first occurrence there is nothing to see
  bool resolved{false};
  Suppression suppression{Suppression::none};
  friend bool operator==(const AlarmState&, const AlarmState&) = default;
};

enum class AlarmEvent : std::uint8_t {
  activate,           ///< the condition came true
  clear,              ///< the condition is back to normal
  acknowledge,        ///< by a person, of one occurrence
  resolve,            ///< by a person, of one occurrence
  shelve,             ///< by a person; on a shelf already: a new end
  unshelve,           ///< by a person, or by the shelf's end
  suppress,           ///< another alert explains this one
  unsuppress,         ///< it no longer does
  leave_service,      ///< the rule was switched off; wins over every other suppression
  return_to_service,  ///< it was switched on again
  unacknowledge,      ///< by time: seen, still active, not resolved
};

/// Why an event does nothing.
enum class AlarmRefusal : std::uint8_t {
  stale,                 ///< the act names another occurrence
  already_active,        ///< activate
  already_clear,         ///< clear
  already_acknowledged,  ///< acknowledge: also before the first occurrence, there is nothing to see
  not_acknowledged,      ///< resolve: 确认知晓 comes before 处置完成
  already_resolved,
  not_shelvable,  ///< shelve, suppress: suppressed in another way already
  not_shelved,
  not_suppressed,   ///< unsuppress, return_to_service
  already_as_told,  ///< suppress, leave_service: it is so already; unacknowledge: nobody has to see to it (any more)
};

struct AlarmStep {
  AlarmState state;
  bool announce{false};  ///< asks for attention now: raised, or come back unseen from being kept quiet
};

/// The one transition function. `occurrence` is what the person saw (people's acts); nothing for the hub's own.
std::expected<AlarmStep, AlarmRefusal> step(const AlarmState& state, AlarmEvent event,
                                            std::optional<std::int64_t> occurrence = std::nullopt);

}  // namespace guardline::watch

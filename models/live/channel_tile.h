// What one channel's tile says. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/live/kpi_store.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace guardline::models {

inline constexpr double kHintRate = 97.0;   ///< percent; below it a tile says so
inline constexpr double kAlarmRate = 95.0;  ///< percent; below it for kAlarmFor a tile alarms
inline constexpr Micros kAlarmFor = std::chrono::seconds(60);
inline constexpr std::int64_t kMinimumSample = 30;  ///< fewer accepted: the value is shown, nothing is judged
inline constexpr Micros kTileWindow = std::chrono::minutes(5);

enum class TileState : std::uint8_t {
  waiting,     ///< nothing heard from the hub yet
  no_traffic,  ///< nothing in 24 hours: no carrier, or no use of it
  idle,        ///< nothing accepted in the window
  few,         ///< too few to judge
  normal,
  hint,
  alarm,
  no_data,  ///< the hub doesn't tell this console any more: the last value stands, nothing is judged
};

struct ChannelTile {
  Channel channel{Channel::sms};
  TileState state{TileState::waiting};
  std::optional<double> rate;  ///< percent over the window; formula: delivered / accepted
  std::int64_t delivered{};
  std::int64_t accepted{};
  std::int64_t in_flight{};                  ///< accepted in the window, no end state yet
  std::optional<double> change;              ///< percentage points against the same window 1 hour before
  std::optional<std::int64_t> p95_ms;        ///< of the newest minute in the window that has one
  std::int64_t backlog{};                    ///< of all 24 hours
  std::vector<std::optional<double>> spark;  ///< rate per minute of the last hour, oldest first; nothing = gap
  std::optional<double> last_rate;           ///< newest minute with a value, for idle and no_data
  std::optional<Timestamp> last_at;
};

/// Remembers since when a channel has been below the alarm line: a rate has to stay there for kAlarmFor.
struct AlarmTimer {
  std::optional<Timestamp> below_since;
};

/// Thresholds judge the rate with receipts still on their way (running and previous minute) counted as good: a message
/// accepted a second ago isn't a failure. The shown value stays the plain formula.
ChannelTile make_tile(const KpiStore& store, Channel channel, Timestamp now, AlarmTimer& timer);

}  // namespace guardline::models

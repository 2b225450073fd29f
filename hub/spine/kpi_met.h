// Who was met on which channels, and how that counts. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/channel_reports.h"

#include <cstdint>

namespace guardline::spine {

constexpr bool known_channel(std::int64_t channel) { return channel >= 1 && channel <= 6; }
constexpr std::uint8_t bit(Channel channel) { return static_cast<std::uint8_t>(1U << static_cast<unsigned>(channel)); }
inline constexpr std::uint8_t kEveryChannel = 0xFF;
constexpr std::uint8_t reporting() {
  std::uint8_t bits = 0;
  for (const auto channel : kChannels)
    if (reports_opens(channel)) bits |= bit(channel);
  return bits;
}

/// Of one person over some hours: a bit for each channel.
struct Met {
  std::uint8_t meant{}, due{}, reached{}, opened{}, confirmed{};
  Met& operator|=(const Met& other) {
    meant |= other.meant;
    due |= other.due;
    reached |= other.reached;
    opened |= other.opened;
    confirmed |= other.confirmed;
    return *this;
  }
  /// Reached where opens are reported.
  [[nodiscard]] std::uint8_t readable() const { return static_cast<std::uint8_t>(reached & reporting()); }
};

}  // namespace guardline::spine

// The values that both charts draw. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/domain/delivery.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace guardline::bench {

/// So many lines of so many points, one every `step`.
struct LineShape {
  const char* name;
  std::size_t lines;
  std::int64_t points;
  Micros step;
};

inline constexpr std::int64_t kEnd = 1'795'315'320'000'000;  // a whole minute

inline Channel channel_of(std::size_t line) { return static_cast<Channel>(1 + line % 6); }

/// A rate that swings slowly, with noise from point to point; each line at a height of its own.
inline double value_of(std::size_t line, std::int64_t point) {
  const auto noise = static_cast<double>((point * 7919 + static_cast<std::int64_t>(line) * 31) % 101) / 101.0;
  return 90.7 + 1.1 * static_cast<double>(line) + 0.4 * std::sin(static_cast<double>(point) / 180.0) + 0.5 * noise;
}

}  // namespace guardline::bench

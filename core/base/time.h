// Time as a dependency. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>

namespace guardline {

using Micros = std::chrono::microseconds;
/// UTC, microseconds since 1970-01-01T00:00:00Z; stored and sent as a 64-bit integer of microseconds.
using Timestamp = std::chrono::sys_time<Micros>;

inline std::int64_t to_micros(Timestamp t) { return t.time_since_epoch().count(); }
inline Timestamp from_micros(std::int64_t us) { return Timestamp(Micros(us)); }

/// The only way product code reads a clock, so that tests can set it. Thread safe.
class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual Timestamp now() const = 0;
  /// Monotonic, for durations, time-outs and leases; unrelated to `now()`.
  [[nodiscard]] virtual Micros steady() const = 0;
};

class SystemClock final : public Clock {
 public:
  [[nodiscard]] Timestamp now() const override {
    return std::chrono::time_point_cast<Micros>(std::chrono::system_clock::now());
  }
  [[nodiscard]] Micros steady() const override {
    return std::chrono::duration_cast<Micros>(std::chrono::steady_clock::now().time_since_epoch());
  }
};

}  // namespace guardline

// How long a local copy may be kept without the hub. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <chrono>

namespace guardline::app {

/// What is written down of a lease.
struct LeaseRecord {
  Timestamp granted_at{};  ///< at the hub's last word
  Micros length{};
  Micros spent{};         ///< used up so far; only grows
  Timestamp last_seen{};  ///< the latest wall time seen; only grows
  friend bool operator==(const LeaseRecord&, const LeaseRecord&) = default;
};

inline constexpr Micros kLeaseLength = std::chrono::hours(72);
/// The wall clock may fall behind by so much (corrections over the network) without being called set back.
inline constexpr Micros kClockSlack = std::chrono::minutes(2);

/// Runs by the monotonic clock while the program runs, so moving the system's time neither lengthens nor shortens it.
/// Over a restart only the wall clock is left: time that it shows to have passed is spent; a clock that stands before
/// `last_seen` gains nothing and is noticed. One thread.
class Lease {
 public:
  static LeaseRecord granted(const Clock& clock, Micros length);
  Lease(const LeaseRecord& record, const Clock& clock);

  [[nodiscard]] Micros left() const;  ///< never negative
  [[nodiscard]] bool over() const { return left() == Micros::zero(); }
  [[nodiscard]] bool clock_set_back() const;
  [[nodiscard]] Micros length() const { return record_.length; }
  /// To be written down now.
  [[nodiscard]] LeaseRecord record() const;

 private:
  [[nodiscard]] Micros run() const;

  LeaseRecord record_;
  const Clock& clock_;
  Micros begun_;          ///< steady
  Timestamp begun_wall_;  ///< wall, at the same moment
  bool set_back_before_;
};

}  // namespace guardline::app

// How long a local copy may be kept without the hub. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/lease.h"

#include <algorithm>

namespace guardline::app {

LeaseRecord Lease::granted(const Clock& clock, Micros length) {
  return {.granted_at = clock.now(), .length = length, .spent = Micros::zero(), .last_seen = clock.now()};
}

Lease::Lease(const LeaseRecord& record, const Clock& clock)
    : record_(record),
      clock_(clock),
      begun_(clock.steady()),
      begun_wall_(clock.now()),
      set_back_before_(begun_wall_ < record.last_seen - kClockSlack) {
  record_.spent = std::max(record_.spent, Micros::zero());
  const Micros away = begun_wall_ - record_.last_seen;
  // A damaged or absurd record must not overflow: more than the whole lease is simply all of it.
  if (away > Micros::zero()) record_.spent += std::min(away, std::max(record_.length, Micros::zero()));
  record_.last_seen = std::max(record_.last_seen, begun_wall_);
}

Micros Lease::run() const { return std::max(clock_.steady() - begun_, Micros::zero()); }

Micros Lease::left() const { return std::max(record_.length - record_.spent - run(), Micros::zero()); }

bool Lease::clock_set_back() const { return set_back_before_ || clock_.now() - begun_wall_ < run() - kClockSlack; }

LeaseRecord Lease::record() const {
  auto now = record_;
  now.spent += run();
  // What the monotonic clock has seen counts, even where the wall clock was moved back meanwhile.
  now.last_seen = std::max({now.last_seen, clock_.now(), begun_wall_ + run()});
  return now;
}

}  // namespace guardline::app

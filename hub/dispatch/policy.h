// When to try again, and when never. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/domain/delivery.h"
#include "core/domain/notice.h"

namespace guardline::dispatch {

/// Retries of one delivery on one carrier.
struct RetryPolicy {
  int max_attempts{8};
  Micros first{std::chrono::seconds(1)};
  Micros longest{std::chrono::minutes(5)};
};

/// Pause before attempt `attempt` (2 = first retry): doubled each time up to `longest`, with full jitter in its upper
/// half so that a recovering carrier is not hit by everyone at once. `unit` is a random number in [0, 1).
Micros back_off(const RetryPolicy& policy, int attempt, double unit) noexcept;

/// May a delivery whose answer was lost be sent again? A second margin call harms less than none; a second
/// advertisement is only harm. What is sent again is counted as `resent_uncertain`.
bool may_resend_unknown(Category category) noexcept;

/// The address itself does not exist, or no longer: no other try over this channel can help, nor the next message.
bool address_is_gone(Reason reason) noexcept;

/// How long a carrier may keep trying to deliver.
Micros validity(Category category) noexcept;

}  // namespace guardline::dispatch

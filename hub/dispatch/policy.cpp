// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/dispatch/policy.h"

#include <algorithm>

namespace guardline::dispatch {

Micros back_off(const RetryPolicy& policy, int attempt, double unit) noexcept {
  const int doublings = std::clamp(attempt - 2, 0, 30);
  const auto pause = std::min<std::int64_t>(policy.longest.count(), policy.first.count() << doublings);
  const auto half = static_cast<double>(pause) / 2;
  return Micros(static_cast<std::int64_t>(half + half * unit));
}

bool may_resend_unknown(Category category) noexcept { return category != Category::marketing; }

bool address_is_gone(Reason reason) noexcept {
  return reason == Reason::no_such_number || reason == Reason::no_such_mailbox;
}

Micros validity(Category category) noexcept {
  switch (category) {
    case Category::core_risk:
      return std::chrono::hours(24);
    case Category::service:
      return std::chrono::hours(48);
    case Category::marketing:
      return std::chrono::hours(12);
    case Category::one_time_code:
      return std::chrono::minutes(10);
  }
  return std::chrono::hours(24);
}

}  // namespace guardline::dispatch

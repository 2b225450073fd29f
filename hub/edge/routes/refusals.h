// From hub/access' refusals to problems. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/access/refusal.h"
#include "hub/edge/problem.h"

#include <algorithm>
#include <chrono>

namespace guardline::edge {

inline std::int64_t whole_seconds(Micros time) {
  return std::max<std::int64_t>(1, std::chrono::ceil<std::chrono::seconds>(time).count());
}

/// Adds when and how often to try again.
inline Refusal with_tries(Refusal refusal, const access::Refusal& why) {
  if (why.tries_left) refusal.problem.attempts_left = *why.tries_left;
  if (why.retry_after) {
    refusal.problem.retry_after_seconds = whole_seconds(*why.retry_after);
    refusal.headers.emplace_back("Retry-After", std::to_string(*refusal.problem.retry_after_seconds));
  }
  return refusal;
}

}  // namespace guardline::edge

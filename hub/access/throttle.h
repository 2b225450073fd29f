// Growing waits and locks after failures. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/base/time.h"
#include "core/db/database.h"
#include "hub/access/limits.h"
#include "hub/access/refusal.h"

#include <span>
#include <vector>

namespace guardline::access {

struct ThrottleState {
  int failures{0};    ///< in a row
  Timestamp until{};  ///< no try before
  bool hard{false};   ///< until an administrator unlocks
};

/// How strict a counter is.
struct ThrottleRule {
  int per_lock;  ///< every so many failures lock
  int hard_at;   ///< 0 = never
  bool waits;    ///< short waits between locks
};
ThrottleRule account_rule(const Limits& limits);
/// Devices and addresses: many people may share one, so only locks, and later.
ThrottleRule origin_rule(const Limits& limits);
/// One enrolment's authenticator code.
ThrottleRule enrolment_rule(const Limits& limits);

/// The state after one more failure at `now`. Pure.
ThrottleState after_failure(const ThrottleState& state, const ThrottleRule& rule, const Limits& limits, Timestamp now);
/// Whether `state` has just become a lock (not a short wait).
bool is_lock(const ThrottleState& state, const ThrottleRule& rule);

/// One counter: a keyed hash of what it counts for, and its rule.
struct ThrottleKey {
  Digest id{};
  ThrottleRule rule;
  bool keep{false};  ///< counts for an account: never forgotten for age, or slow guessing would have no end
};

/// Why a try may not be made now, the strictest of all; nothing if it may.
Result<std::optional<Refusal>> throttle_check(db::Database& database, std::span<const ThrottleKey> keys, Timestamp now);
/// Counts a failure on every key (in a transaction). Returns the new states, in the order of the keys.
Result<std::vector<ThrottleState>> throttle_count(db::Database& database, std::span<const ThrottleKey> keys,
                                                  const Limits& limits, Timestamp now);
/// Forgets a counter.
Status throttle_clear(db::Database& database, const Digest& id);
Result<ThrottleState> throttle_state(db::Database& database, const Digest& id);

}  // namespace guardline::access

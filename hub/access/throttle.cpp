// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/access/throttle.h"

#include "hub/access/sql.h"

#include <algorithm>

namespace guardline::access {
namespace {

// first · 2^doublings, at most `most`; never overflows.
Micros grown(Micros first_wait, int doublings, Micros most) {
  Micros wait = first_wait;
  for (int i = 0; i < doublings && wait < most; ++i) wait *= 2;
  return std::min(wait, most);
}

Result<ThrottleState> read_state(db::Database& database, std::string_view sql, const Digest& id) {
  ThrottleState state;
  const auto found = first(database, sql, {BytesView(id)}, [&](const db::Row& row) {
    state.failures = static_cast<int>(row.int64(0));
    state.until = from_micros(row.int64(1));
    state.hard = row.int64(2) != 0;
    return false;
  });
  if (!found) return std::unexpected(found.error());
  return state;
}

}  // namespace

ThrottleRule account_rule(const Limits& limits) { return {limits.failures_per_lock, limits.failures_hard, true}; }
ThrottleRule origin_rule(const Limits& limits) { return {limits.failures_per_lock * limits.address_factor, 0, false}; }
ThrottleRule enrolment_rule(const Limits& limits) { return {limits.failures_per_lock, 0, true}; }

ThrottleState after_failure(const ThrottleState& state, const ThrottleRule& rule, const Limits& limits, Timestamp now) {
  ThrottleState next = state;
  ++next.failures;
  const int since_lock = next.failures % rule.per_lock;
  Micros wait{0};
  if (since_lock == 0) {
    wait = grown(limits.lock_first, next.failures / rule.per_lock - 1, limits.lock_longest);
  } else if (rule.waits) {
    wait = grown(limits.wait_first, since_lock - 1, limits.lock_first);
  }
  next.until = std::max(state.until, now + wait);
  next.hard = state.hard || (rule.hard_at > 0 && next.failures >= rule.hard_at);
  return next;
}

bool is_lock(const ThrottleState& state, const ThrottleRule& rule) {
  return state.hard || (state.failures > 0 && state.failures % rule.per_lock == 0);
}

Result<ThrottleState> throttle_state(db::Database& database, const Digest& id) {
  return read_state(database, "SELECT failures, until_at, hard FROM access_throttle WHERE id = $1", id);
}

Result<std::optional<Refusal>> throttle_check(db::Database& database, std::span<const ThrottleKey> keys,
                                              Timestamp now) {
  std::optional<Refusal> strictest;
  for (const ThrottleKey& key : keys) {
    const auto state = throttle_state(database, key.id);
    if (!state) return std::unexpected(state.error());
    if (state->hard) return Refusal{.code = ErrorCode::denied, .message = "locked until an administrator unlocks"};
    if (state->until <= now) continue;
    const Micros wait = state->until - now;
    if (!strictest || wait > *strictest->retry_after) {
      strictest = Refusal{.code = ErrorCode::exhausted, .message = "too many failures: wait", .retry_after = wait};
    }
  }
  return strictest;
}

Result<std::vector<ThrottleState>> throttle_count(db::Database& database, std::span<const ThrottleKey> keys,
                                                  const Limits& limits, Timestamp now) {
  std::vector<ThrottleState> states;
  for (const ThrottleKey& key : keys) {
    // The row first, then its lock: two hubs over one store that count at once must both be counted.
    const auto there = change(
        database,
        "INSERT INTO access_throttle (id, failures, until_at, hard, touched_at, keep) VALUES ($1, 0, 0, 0, $2, $3) "
        "ON CONFLICT (id) DO NOTHING",
        {BytesView(key.id), us(now), std::int64_t{key.keep ? 1 : 0}});
    if (!there) return std::unexpected(there.error());
    const auto state =
        read_state(database, "SELECT failures, until_at, hard FROM access_throttle WHERE id = $1 {lock}", key.id);
    if (!state) return std::unexpected(state.error());
    const ThrottleState next = after_failure(*state, key.rule, limits, now);
    const auto written = change(
        database,
        "UPDATE access_throttle SET failures = $2, until_at = $3, hard = $4, touched_at = $5, keep = $6 WHERE id = $1",
        {BytesView(key.id), std::int64_t{next.failures}, us(next.until), std::int64_t{next.hard ? 1 : 0}, us(now),
         std::int64_t{key.keep ? 1 : 0}});
    if (!written) return std::unexpected(written.error());
    states.push_back(next);
  }
  return states;
}

Status throttle_clear(db::Database& database, const Digest& id) {
  const auto changed = change(database, "DELETE FROM access_throttle WHERE id = $1", {BytesView(id)});
  if (!changed) return std::unexpected(changed.error());
  return {};
}

}  // namespace guardline::access

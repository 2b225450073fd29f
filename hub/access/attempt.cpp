// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/access/attempt.h"

#include "hub/access/backend.h"

namespace guardline::access {

Checked<std::vector<ThrottleState>> reserve_attempt(Backend& backend, std::span<const ThrottleKey> keys) {
  const Timestamp now = backend.now();
  // Asked on a reading connection first: a guesser who is locked out costs no transaction.
  const auto early = backend.read([&](db::Database& database) { return throttle_check(database, keys, now); });
  if (!early) return std::unexpected(refusal(early.error()));
  if (*early) return std::unexpected(**early);

  std::optional<Refusal> refused;
  std::vector<ThrottleState> states;
  const auto counted = backend.commit({}, [&](db::Database& database) -> Status {
    refused.reset();
    auto check = throttle_check(database, keys, now);
    if (!check) return std::unexpected(check.error());
    if (*check) {
      refused = **check;
      return fail(refused->code, refused->message);
    }
    auto next = throttle_count(database, keys, backend.limits(), now);
    if (!next) return std::unexpected(next.error());
    states = *std::move(next);
    return {};
  });
  if (!counted) return std::unexpected(refused ? *refused : refusal(counted.error()));
  return states;
}

Refusal wrong_answer(const ThrottleState& state, const ThrottleRule& rule, Timestamp now, ErrorCode code,
                     std::string_view message) {
  Refusal answer{.code = code, .message = std::string(message)};
  const int since_lock = state.failures % rule.per_lock;
  answer.tries_left = is_lock(state, rule) ? 0 : rule.per_lock - since_lock;
  if (state.until > now) answer.retry_after = state.until - now;
  return answer;
}

ThrottleKey device_key(const Backend& backend, DeviceId device) {
  return {backend.throttle_id("device", device.text()), origin_rule(backend.limits())};
}

ThrottleKey address_key(const Backend& backend, std::string_view address) {
  return {backend.throttle_id("address", address), origin_rule(backend.limits())};
}

}  // namespace guardline::access

// A try that is counted before it is judged. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/access/refusal.h"
#include "hub/access/throttle.h"
#include "hub/spine/event.h"

#include <span>
#include <string_view>
#include <vector>

namespace guardline::access {

class Backend;

/// Counts a failure on every key, durably, unless one of them forbids a try now (exhausted, denied). Success clears the
/// counters later: so a crash, or many tries at once, never win an extra guess.
Checked<std::vector<ThrottleState>> reserve_attempt(Backend& backend, std::span<const ThrottleKey> keys);

/// The refusal to answer a try that turned out wrong; `state` and `rule` are of the key that people are told about.
Refusal wrong_answer(const ThrottleState& state, const ThrottleRule& rule, Timestamp now, ErrorCode code,
                     std::string_view message);

ThrottleKey device_key(const Backend& backend, DeviceId device);
ThrottleKey address_key(const Backend& backend, std::string_view address);

}  // namespace guardline::access

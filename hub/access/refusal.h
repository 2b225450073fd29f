// A refusal that may carry when and how often to try again. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/time.h"

#include <expected>
#include <optional>
#include <string>

namespace guardline::access {

struct Refusal {
  /// unauthenticated: something given was wrong (never says what); exhausted: wait `retry_after` (nothing was checked);
  /// denied: locked until an administrator unlocks (nothing was checked). Others: see the call.
  ErrorCode code{ErrorCode::internal};
  std::string message{};                ///< English, for logs; no secrets, no names
  std::optional<Micros> retry_after{};  ///< with exhausted, and with unauthenticated when the next try must wait
  std::optional<int> tries_left{};      ///< with unauthenticated: until the next lock; only ever told after a failure
};

template <class T>
using Checked = std::expected<T, Refusal>;

inline Refusal refusal(const Error& error) { return {.code = error.code, .message = error.message}; }

}  // namespace guardline::access

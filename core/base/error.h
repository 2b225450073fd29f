// The one error type below the user interface. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <expected>
#include <string>
#include <utility>

namespace guardline {

/// What kind of failure it is: callers branch on this, never on the text.
enum class ErrorCode {
  invalid_argument,  ///< the caller gave something that can never work
  not_found,
  conflict,         ///< a newer state exists (stale version, same key with other content)
  denied,           ///< known who, not allowed
  unauthenticated,  ///< not known who, or not freshly enough
  unavailable,      ///< a dependency is down; the same call may work later
  exhausted,        ///< a bound was reached (queue full, disk full, throttled)
  corrupt,          ///< stored bytes fail their check
  io,               ///< the operating system or a database answered with an error
  timeout,
  lease_lost,  ///< another hub owns the partition now
  internal,
};

/// A failure as a value. `message` is English, for logs and operators; it never carries personal data or secrets.
struct Error {
  ErrorCode code{ErrorCode::internal};
  std::string message;
};

template <class T>
using Result = std::expected<T, Error>;
using Status = Result<void>;

/// Shorthand for `return fail(ErrorCode::conflict, "...")`.
inline std::unexpected<Error> fail(ErrorCode code, std::string message) {
  return std::unexpected<Error>(Error{code, std::move(message)});
}

}  // namespace guardline

// Signing in: account, password and second factor, checked together. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/session.h"
#include "core/api/words.h"
#include "core/base/id.h"
#include "core/base/time.h"
#include "hub/access/refusal.h"

#include <string>
#include <string_view>

namespace guardline::access {

class Backend;

struct SignInRequest {
  std::string account;
  std::string password;
  std::string code;     ///< 6 digits of the authenticator, or a recovery code (16 base32 characters, blanks allowed)
  DeviceId device;      ///< from the client certificate
  std::string address;  ///< where it came from, for throttling; never stored in the clear
};

struct StepUpRequest {
  SessionId session;
  std::string code;     ///< 6 digits of the authenticator
  std::string address;  ///< as in SignInRequest
  api::AccessReason reason{api::AccessReason::caller_check};
  std::string note{};  ///< sealed into the journal's row; at most 800 bytes
};

struct SignedIn {
  std::string token;  ///< 256 random bits, base64url; stored only as a hash; bound to the device
  SessionId session;
  AccountId account;
  std::string account_name;
  std::string display_name;
  api::Role role{api::Role::agent};
  Timestamp expires_at{};
  Micros idle{};
  Timestamp second_factor_at{};
  bool by_recovery_code{false};
  int recovery_codes_left{0};
};

/// Blocking (a password hash: some 30 ms and 19 MiB; at most Limits::hashes_at_once run); thread safe.
class SignIn {
 public:
  explicit SignIn(Backend& backend) : backend_(backend) {}

  /// Every try is counted, durably, before anything is compared: a crash or many tries at once gain a guesser nothing.
  /// Refusals:
  ///   unauthenticated  account, password or code is wrong, used already, not in force, or the account may not use this
  ///                    device: one answer and the same work for all, also for accounts that don't exist. `tries_left`
  ///                    and `retry_after` say how it goes on.
  ///   exhausted        this account name, device or address must wait `retry_after`; nothing was compared.
  ///   denied           100 failures in a row: until an administrator unlocks; or the device is not approved.
  ///   unavailable      the store is down.
  /// A new session ends an older one of the same account on the same device.
  Checked<SignedIn> sign_in(const SignInRequest& request);

  /// A fresh second factor for a live session (RFC 9470), by authenticator code only, and the reason for which the
  /// session looks at investors from now on; moves `second_factor_at`, by the hub's clock. Refusals as above;
  /// not_found: no such live session; invalid_argument: reason `other` without a note.
  Checked<Timestamp> step_up(const StepUpRequest& request);

 private:
  Backend& backend_;
};

}  // namespace guardline::access

// Live sessions. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/session.h"
#include "core/api/words.h"
#include "core/base/error.h"
#include "core/base/id.h"
#include "core/base/time.h"
#include "hub/access/actor.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guardline::access {

class Backend;

struct Session {
  SessionId id;
  AccountId account;
  std::string account_name;
  std::string display_name;
  api::Role role{api::Role::agent};  ///< as of now: a changed role counts at once
  DeviceId device;
  std::string device_name;
  bool shared_device{false};
  std::string place;  ///< short_place() of where it was opened from; may be empty
  Timestamp created_at{};
  Timestamp seen_at{};  ///< last sign of life, to the minute
  Timestamp expires_at{};
  Micros idle{};
  Timestamp second_factor_at{};
  std::optional<api::AccessReason> reason{};  ///< of the last step-up; none = there was none
};

/// Blocking; thread safe. Live = not ended, younger than 12 h, seen within 30 min, its device approved, its account
/// active.
class Sessions {
 public:
  explicit Sessions(Backend& backend) : backend_(backend) {}

  /// For the gate, at every request. unauthenticated: unknown, ended, over, idle too long, another device's; denied:
  /// the device is not approved (any more). `activity`: a person's request, restarts the idle time.
  Result<Session> check(std::string_view token, DeviceId device, bool activity);
  /// The same by id, for open streams; no sign of life.
  Status still_valid(SessionId session, DeviceId device);

  /// The person signs out. not_found: not live.
  Status sign_out(SessionId session);
  /// An administrator (any session) or the account itself (its own) ends it. denied, not_found.
  Status revoke(SessionId session, const Actor& actor);
  /// Ends all live sessions of an account: administrator or the account itself. Returns how many.
  Result<int> revoke_all(AccountId account, const Actor& actor);
  /// Live sessions of an account, newest first.
  Result<std::vector<Session>> list(AccountId account);

 private:
  Backend& backend_;
};

}  // namespace guardline::access

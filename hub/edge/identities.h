// What the edge asks about who is there. Implemented over hub/access. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/session.h"
#include "core/api/words.h"
#include "core/base/error.h"
#include "core/base/id.h"
#include "core/base/time.h"
#include "hub/edge/http.h"

#include <optional>
#include <string>
#include <string_view>

namespace guardline::edge {

struct DeviceIdentity {
  DeviceId id;
  api::DeviceState state{api::DeviceState::submitted};
};

struct SessionIdentity {
  SessionId id;
  AccountId account;
  api::Role role{api::Role::agent};
  Timestamp second_factor_at{};
  std::string account_name;
  std::string display_name;
  Timestamp expires_at{};
  Micros idle{};
  std::optional<api::AccessReason> reason{};  ///< given with the last step-up; none = there was none
};

/// Thread safe; may block on a database: called on the worker pool only.
class Identities {
 public:
  virtual ~Identities() = default;
  /// The device of a certificate of our CA. not_found: no device on file has this key.
  virtual Result<DeviceIdentity> device(const PeerCertificate& peer) = 0;
  /// The live session of a bearer token on that device. unauthenticated: unknown, ended, idle too long, or another
  /// device's. `activity`: the request comes from a person and restarts the idle time (a stream's polls don't).
  virtual Result<SessionIdentity> session(std::string_view token, DeviceId device, bool activity) = 0;
  /// Whether an open stream may go on: both still stand. unauthenticated (session over), denied (device revoked).
  virtual Status still_valid(DeviceId device, SessionId session) = 0;
};

}  // namespace guardline::edge

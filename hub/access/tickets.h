// One-use tickets that open a stream. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/id.h"
#include "core/base/time.h"

#include <string>
#include <string_view>

namespace guardline::access {

class Backend;

struct IssuedTicket {
  std::string ticket;  ///< 256 random bits, base64url; stored only as a hash
  Timestamp expires_at;
};

struct RedeemedTicket {
  SessionId session;
  std::string grant;  ///< as given to issue
};

/// Kept in the store, so that a ticket outlives a restart and works at any hub of a cluster. Blocking; thread safe.
class Tickets {
 public:
  explicit Tickets(Backend& backend) : backend_(backend) {}

  /// 30 s, for this session on this device. `grant`: what the stream may show, in the caller's own form, at most 4096
  /// bytes, no personal content. unauthenticated (session not live), exhausted (16 unused ones at once),
  /// invalid_argument (grant).
  Result<IssuedTicket> issue(SessionId session, DeviceId device, std::string_view grant);
  /// Works once. unauthenticated: unknown, used, expired, another device's, or its session is over: not told apart.
  Result<RedeemedTicket> redeem(std::string_view ticket, DeviceId device);

 private:
  Backend& backend_;
};

}  // namespace guardline::access

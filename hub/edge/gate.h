// Who, what, how fresh: asked for every request. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "hub/edge/identities.h"
#include "hub/edge/policy.h"
#include "hub/edge/problem.h"
#include "hub/edge/route.h"

#include <expected>

namespace guardline::edge {

/// Stateless: a device revoked or a session ended a moment ago is refused at the next request, also on a connection
/// that was opened before.
class Gate {
 public:
  Gate(Identities& identities, const Clock& clock) : identities_(identities), clock_(clock) {}

  /// On the worker pool (asks a database). The rules, in order:
  ///   UNIX socket: the local operator; public listener: nobody.
  ///   A certificate of no device on file: device-unknown. Of a revoked one: Need::device_state only (device-revoked).
  ///   No certificate: Need::anyone only (device-required).
  ///   Need::session: the bearer token of a live session on this very device (session-required), its role in the table
  ///   (role-not-allowed), its second factor fresh enough and given with a reason (step-up-required, RFC 9470).
  [[nodiscard]] std::expected<Caller, Refusal> admit(const Request& request, const Policy& policy) const;

 private:
  [[nodiscard]] std::expected<Caller, Refusal> admit_session(const Request& request, const Policy& policy,
                                                             Caller caller) const;

  Identities& identities_;
  const Clock& clock_;
};

}  // namespace guardline::edge

// Who, what, how fresh. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/edge/gate.h"

#include "core/api/problem_codes.h"

namespace guardline::edge {
namespace codes = api::codes;

std::expected<Caller, Refusal> Gate::admit(const Request& request, const Policy& policy) const {
  Caller caller;
  if (request.door == Door::local) {
    caller.local = true;
    return caller;
  }
  if (request.door == Door::open) return caller;
  if (!request.peer) {
    if (policy.need == Need::anyone) return caller;
    return std::unexpected(refuse(403, codes::device_required, "This needs the certificate of an enrolled device."));
  }
  auto device = identities_.device(*request.peer);
  if (!device) {
    if (device.error().code == ErrorCode::not_found) return std::unexpected(refuse(403, codes::device_unknown));
    return std::unexpected(refuse(device.error()));
  }
  caller.device = *device;
  if (policy.need == Need::device_state) return caller;
  if (device->state != api::DeviceState::approved) return std::unexpected(refuse(403, codes::device_revoked));
  return policy.need == Need::session ? admit_session(request, policy, std::move(caller)) : caller;
}

std::expected<Caller, Refusal> Gate::admit_session(const Request& request, const Policy& policy, Caller caller) const {
  const auto token = request.credential("Bearer");
  if (token.empty()) return std::unexpected(challenge(codes::session_required, "Bearer realm=\"guardline\""));
  auto session = identities_.session(token, caller.device->id, policy.activity);
  if (!session) {
    if (session.error().code == ErrorCode::unauthenticated) {
      return std::unexpected(challenge(codes::session_required, "Bearer realm=\"guardline\", error=\"invalid_token\""));
    }
    return std::unexpected(refuse(session.error()));
  }
  if (!may(session->role, policy.permission)) return std::unexpected(refuse(403, codes::role_not_allowed));
  if (policy.second_factor) {
    const auto age = clock_.now() - session->second_factor_at;
    const bool fresh = age <= *policy.second_factor && age >= -kClocksDiffer;
    if (!fresh || !session->reason) return std::unexpected(step_up(policy.second_factor->count()));
  }
  caller.session = *session;
  return caller;
}

}  // namespace guardline::edge

// The gate's questions, answered by hub/access. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/edge/identities.h"

#include "hub/access/access.h"
#include "hub/edge/routes/routes.h"

namespace guardline::edge {
namespace {

class AccessIdentities final : public Identities {
 public:
  explicit AccessIdentities(access::Access& access) : access_(access) {}

  Result<DeviceIdentity> device(const PeerCertificate& peer) override {
    const auto device = access_.devices().by_key(peer.key);
    if (!device) return std::unexpected(device.error());
    return DeviceIdentity{.id = device->id, .state = device->state};
  }

  Result<SessionIdentity> session(std::string_view token, DeviceId device, bool activity) override {
    const auto session = access_.sessions().check(token, device, activity);
    if (!session) return std::unexpected(session.error());
    return SessionIdentity{.id = session->id,
                           .account = session->account,
                           .role = session->role,
                           .second_factor_at = session->second_factor_at,
                           .account_name = session->account_name,
                           .display_name = session->display_name,
                           .expires_at = session->expires_at,
                           .idle = session->idle,
                           .reason = session->reason};
  }

  Status still_valid(DeviceId device, SessionId session) override {
    return access_.sessions().still_valid(session, device);
  }

 private:
  access::Access& access_;
};

}  // namespace

std::unique_ptr<Identities> make_identities(access::Access& access) {
  return std::make_unique<AccessIdentities>(access);
}

}  // namespace guardline::edge

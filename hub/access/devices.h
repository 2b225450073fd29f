// Devices as the administrator and the gate see them. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/words.h"
#include "core/base/bytes.h"
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

struct Device {
  DeviceId id;
  AccountId account;
  std::string account_name;
  std::string name;
  bool shared{false};
  api::DeviceState state{api::DeviceState::submitted};  ///< `expired` is computed: a request whose time is over
  Digest key{};                                         ///< SHA-256 of its SubjectPublicKeyInfo
  Timestamp submitted_at{};
  std::optional<Timestamp> viewed_at;
  std::optional<Timestamp> approved_at;
  std::optional<Timestamp> ended_at;  ///< refused, revoked or wiped
  [[nodiscard]] std::string fingerprint() const { return to_hex(key); }
};

/// Blocking; thread safe. Orders: denied (actor is no administrator), not_found, conflict (from a wrong state).
class Devices {
 public:
  explicit Devices(Backend& backend) : backend_(backend) {}

  /// submitted -> viewed; from any other state nothing changes. Returns the device as it is now.
  Result<Device> view(DeviceId device, const Actor& actor);
  /// submitted, viewed -> approved: signs the certificate and puts what the person bound into force. Nobody approves
  /// their own device (denied). `fingerprint_tail`: the last 8 digits of the fingerprint as read out by the person
  /// (invalid_argument if they differ), or empty where the caller compared them.
  Status approve(DeviceId device, std::string_view fingerprint_tail, const Actor& actor);
  /// submitted, viewed -> refused; drops what the person bound in this enrolment.
  Status refuse(DeviceId device, const Actor& actor);
  /// approved -> revoked; ends its sessions and tickets in the same transaction.
  Status revoke(DeviceId device, const Actor& actor);
  /// revoked -> wiped: the device says that its local copy is gone. wiped -> wiped does nothing.
  Status wiped(DeviceId device);

  /// For the gate, at every request: the device with this key, whatever its state. not_found.
  Result<Device> by_key(const Digest& key);
  Result<Device> get(DeviceId device);
  /// Newest first, at most `max`.
  Result<std::vector<Device>> list(std::size_t max = 10000);

 private:
  Backend& backend_;
};

}  // namespace guardline::access

// /v1/device: what a device may still ask after it was revoked. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/words.h"
#include "core/base/id.h"
#include "core/wire/describe.h"

namespace guardline::api {

/// GET /v1/device/state -> 200, for any certificate of the device CA, revoked ones too. When `wipe` is true the device
/// destroys its local copy and says so with POST /v1/device/wiped -> 204.
struct DeviceStanding {
  DeviceId device_id;
  DeviceState state{DeviceState::approved};
  bool wipe{false};
};
GUARDLINE_WIRE(DeviceStanding, (device_id, state, wipe), id("device_id", "The device asking."),
               choice("state", "approved, revoked or wiped."), flag("wipe", "Destroy the local copy now."))

}  // namespace guardline::api

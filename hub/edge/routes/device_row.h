// A device as lists show it. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/admin.h"
#include "hub/access/devices.h"

namespace guardline::edge {

inline api::DeviceRow to_wire(const access::Device& device) {
  return {.device_id = device.id,
          .account = device.account_name,
          .device_name = device.name,
          .shared = device.shared,
          .state = device.state,
          .fingerprint = device.fingerprint(),
          .submitted_at = device.submitted_at,
          .viewed_at = device.viewed_at,
          .approved_at = device.approved_at};
}

}  // namespace guardline::edge

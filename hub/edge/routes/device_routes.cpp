// /v1/device: what a device may ask after it was revoked. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/device.h"
#include "hub/access/access.h"
#include "hub/edge/routes/routes.h"

namespace guardline::edge {

void add_device_routes(Router& router, const RouteParts& parts) {
  router.add(make_route<Nothing, api::DeviceStanding>(
      {.method = Method::get,
       .pattern = "/v1/device/state",
       .summary = "Whether this device is still trusted.",
       .policy = {.need = Need::device_state}},
      [](const Call& call) -> Answer<api::DeviceStanding> {
        const auto& device = *call.caller.device;
        return api::DeviceStanding{
            .device_id = device.id, .state = device.state, .wipe = device.state == api::DeviceState::revoked};
      }));
  router.add(make_route<Nothing, Nothing>({.method = Method::post,
                                           .pattern = "/v1/device/wiped",
                                           .summary = "The local copy is destroyed.",
                                           .policy = {.need = Need::device_state},
                                           .status = 204},
                                          [&devices = parts.access.devices()](const Call& call) -> Answer<Nothing> {
                                            if (auto ok = devices.wiped(call.caller.device->id); !ok) {
                                              return std::unexpected(refuse(ok.error()));
                                            }
                                            return Nothing{};
                                          }));
}

}  // namespace guardline::edge

// /v1/devices: an administrator looks after devices from a console. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/admin.h"
#include "core/api/problem_codes.h"
#include "hub/access/access.h"
#include "hub/edge/routes/device_row.h"
#include "hub/edge/routes/routes.h"
#include "hub/edge/stream_hub.h"

namespace guardline::edge {

void add_device_list_routes(Router& router, const RouteParts& parts) {
  constexpr Policy kAdmin{.need = Need::session, .permission = Permission::device_admin};
  auto& devices = parts.access.devices();
  router.add(make_route<Nothing, api::DeviceList>(
      {.method = Method::get, .pattern = "/v1/devices", .summary = "All devices, newest first.", .policy = kAdmin},
      [&devices](const Call&) -> Answer<api::DeviceList> {
        const auto all = devices.list();
        if (!all) return std::unexpected(refuse(all.error()));
        api::DeviceList list;
        for (const auto& each : *all) list.devices.push_back(to_wire(each));
        return list;
      }));
  router.add(make_route<Nothing, Nothing>(
      {.method = Method::post,
       .pattern = "/v1/devices/{id}/revoke",
       .summary = "Ends the trust in a device, its sessions and streams; its local copy goes at its next contact.",
       .policy = kAdmin,
       .status = 204},
      [&devices, &streams = parts.streams](const Call& call) -> Answer<Nothing> {
        const auto id = call.id<DeviceId>("id");
        if (!id) return std::unexpected(refuse(404, api::codes::not_found));
        const access::Actor actor{.account = call.caller.session->account, .role = call.caller.session->role};
        if (auto ok = devices.revoke(*id, actor); !ok) return std::unexpected(refuse(ok.error()));
        streams.close_device(*id);
        return Nothing{};
      }));
}

}  // namespace guardline::edge

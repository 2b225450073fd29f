// /v1/hub and /healthz. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/hub.h"
#include "hub/edge/routes/routes.h"

namespace guardline::edge {

void add_hub_routes(Router& router, const RouteParts& parts) {
  router.add(make_route<Nothing, api::HubInfo>(
      {.method = Method::get,
       .pattern = "/v1/hub",
       .summary = "Who answers, and what time it has.",
       .policy = {.need = Need::anyone, .local_too = true}},
      [&clock = parts.clock, name = parts.hub_name, version = parts.version](const Call&) -> Answer<api::HubInfo> {
        return api::HubInfo{.name = name, .time = clock.now(), .version = version};
      }));
  router.add(
      make_route<Nothing, api::Health>({.method = Method::get,
                                        .pattern = "/healthz",
                                        .summary = "The hub takes requests.",
                                        .policy = {.need = Need::open}},
                                       [](const Call&) -> Answer<api::Health> { return api::Health{.status = "ok"}; }));
}

}  // namespace guardline::edge

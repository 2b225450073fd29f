// Every route, and the document that describes them. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/edge/openapi.h"
#include "hub/edge/routes/routes.h"

#include <memory>

namespace guardline::edge {

void add_all_routes(Router& router, const RouteParts& parts) {
  add_hub_routes(router, parts);
  add_enrolment_routes(router, parts);
  add_session_routes(router, parts);
  add_device_routes(router, parts);
  add_stream_routes(router, parts);
  add_notice_routes(router, parts);
  add_alert_routes(router, parts);
  add_rule_routes(router, parts);
  add_kpi_routes(router, parts);
  add_outbox_routes(router, parts);
  add_device_list_routes(router, parts);
  add_investor_routes(router, parts);
  add_admin_routes(router, parts);
  // Any JSON object: a schema of the document would be the OpenAPI meta-schema.
  const auto document = std::make_shared<std::string>();
  router.add(Route{.spec = {.method = Method::get,
                            .pattern = "/v1/openapi.json",
                            .summary = "This description.",
                            .policy = {.need = Need::device, .local_too = true}},
                   .handle = [document](const Call&, const Responder& respond) {
                     respond(Response{.status = 200,
                                      .content_type = "application/json",
                                      .body = *document,
                                      .headers = {},
                                      .upgrade = {},
                                      .code = {}});
                   }});
  *document = openapi_document(router, parts.version);
}

}  // namespace guardline::edge

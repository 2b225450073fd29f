// /v1/admin/messages: ending the links of a message. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/problem_codes.h"
#include "hub/edge/router.h"
#include "hub/edge/routes/public_routes.h"
#include "hub/receipts/tracking/revoke.h"

namespace guardline::edge {

void add_link_routes(Router& router, spine::Spine& spine, const Clock& clock) {
  router.add(make_route<Nothing, Nothing>(
      {.method = Method::post,
       .pattern = "/v1/admin/messages/{id}/end-links",
       .summary = "No link of this message holds any longer.",
       .policy = {.need = Need::local},
       .status = 204},
      [&spine, &clock](const Call& call) -> Answer<Nothing> {
        const auto message = call.id<MessageId>("id");
        if (!message) return std::unexpected(refuse(404, api::codes::not_found));
        if (auto ok = receipts::revoke_links(spine, *message, AccountId{}, clock.now()); !ok)
          return std::unexpected(refuse(ok.error()));
        return Nothing{};
      }));
}

}  // namespace guardline::edge

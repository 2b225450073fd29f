// /v1/admin/investors: erasing a person for good. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/admin.h"
#include "core/api/problem_codes.h"
#include "hub/edge/router.h"
#include "hub/edge/routes/routes.h"
#include "hub/notices/investors.h"
#include "hub/spine/spine.h"

namespace guardline::edge {

void add_erasure_routes(Router& router, spine::Spine& spine, const Clock& clock) {
  router.add(make_route<Nothing, api::InvestorErased>(
      {.method = Method::post,
       .pattern = "/v1/admin/investors/{id}/erase",
       .summary = "Erases an investor for good: the key of all that is sealed about them goes.",
       .policy = {.need = Need::local},
       .status = 200},
      [&spine, &clock](const Call& call) -> Answer<api::InvestorErased> {
        const auto investor = call.id<InvestorId>("id");
        if (!investor) return std::unexpected(refuse(404, api::codes::not_found));
        spine::Submission erasure;
        notices::erase_investor(erasure, *investor, AccountId{}, clock.now());
        if (auto done = spine.committer().submit_and_wait(std::move(erasure)); !done)
          return std::unexpected(refuse(done.error()));
        // Erased is erased; a reader that holds the log only keeps the old bytes from being overwritten just now.
        return api::InvestorErased{.scrubbed = spine.scrub().has_value()};
      }));
}

}  // namespace guardline::edge

// Every route of the hub, by resource. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "hub/edge/identities.h"
#include "hub/edge/router.h"

#include <memory>
#include <string>

namespace guardline::access {
class Access;
}
namespace guardline::history {
class Desk;
class PeopleDesk;
}  // namespace guardline::history
namespace guardline::kpi {
class Board;
}
namespace guardline::spine {
class Spine;
}

namespace guardline::watch {
class AlertBook;
class RuleBook;
}  // namespace guardline::watch

namespace guardline::edge {

class NoticeIntake;
struct OfflineKeys;
class StreamHub;
class WorkerPool;

/// What the routes call; outlives the router.
struct RouteParts {
  const Clock& clock;
  access::Access& access;
  NoticeIntake& notices;
  history::Desk& desk;
  history::PeopleDesk& people;
  kpi::Board& board;
  watch::AlertBook& alerts;
  watch::RuleBook& rules;
  StreamHub& streams;
  Identities& identities;
  WorkerPool& pool;
  std::string hub_name;
  std::string version;
  std::shared_ptr<const OfflineKeys> offline{};  ///< none: no outbox and no local copies
};

void add_hub_routes(Router& router, const RouteParts& parts);
void add_enrolment_routes(Router& router, const RouteParts& parts);
void add_session_routes(Router& router, const RouteParts& parts);
void add_device_routes(Router& router, const RouteParts& parts);
void add_stream_routes(Router& router, const RouteParts& parts);
void add_notice_routes(Router& router, const RouteParts& parts);
void add_alert_routes(Router& router, const RouteParts& parts);
void add_rule_routes(Router& router, const RouteParts& parts);
void add_kpi_routes(Router& router, const RouteParts& parts);
void add_outbox_routes(Router& router, const RouteParts& parts);
void add_device_list_routes(Router& router, const RouteParts& parts);
void add_investor_routes(Router& router, const RouteParts& parts);
void add_admin_routes(Router& router, const RouteParts& parts);
/// For the local operator: POST /v1/admin/investors/{id}/erase. `spine` outlives the router.
void add_erasure_routes(Router& router, spine::Spine& spine, const Clock& clock);
/// All of the others, and /v1/openapi.json last, which describes them.
void add_all_routes(Router& router, const RouteParts& parts);

/// The gate's questions, answered by hub/access.
std::unique_ptr<Identities> make_identities(access::Access& access);

}  // namespace guardline::edge

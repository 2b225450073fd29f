// The way to the figures of periods. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/handle.h"
#include "models/gateway/investor_gateway.h"
#include "models/gateway/kpi_people_values.h"
#include "models/gateway/kpi_values.h"
#include "models/gateway/session_gateway.h"

namespace guardline::models {

/// GUI thread only; answers come there from the event loop, at most once, and not after the handle's end. The gateway
/// outlives its handles.
class KpiGateway {
 public:
  KpiGateway() = default;
  KpiGateway(const KpiGateway&) = delete;
  KpiGateway& operator=(const KpiGateway&) = delete;
  virtual ~KpiGateway() = default;

  /// Failures: unreachable, role, busy (others' periods are being counted; `until`), refused (the bounds), version,
  /// internal.
  virtual Handle period(const KpiQuery& query, Answer<KpiReport> answer) = 0;
  /// The people behind a point: a look, which the hub writes down first (see InvestorGateway). `cursor`: `next` of the
  /// page before for the same query, or empty. Failures: step_up, role, stale, terms (no such point), journal,
  /// session, unreachable, busy, version, internal.
  virtual Handle people(const KpiPeopleQuery& query, const QString& cursor, LookAnswer<KpiPeoplePage> answer) = 0;
};

}  // namespace guardline::models

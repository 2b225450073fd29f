// Reading the KPI projection. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/db/database.h"
#include "hub/spine/projection.h"

#include <vector>

namespace guardline::spine {

struct KpiSnapshot {
  Cursor at;                       ///< everything up to here is in the buckets, nothing beyond
  std::vector<KpiBucket> buckets;  ///< by minute, then channel
};
/// Buckets with `from` <= minute < `until`, in one snapshot with their cursor. `projections` is a Use::read_projections
/// connection, outside a transaction.
Result<KpiSnapshot> read_kpi(db::Database& projections, Timestamp from, Timestamp until);

}  // namespace guardline::spine

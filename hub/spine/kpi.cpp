// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/kpi.h"

#include "hub/spine/kpi_buckets.h"
#include "hub/spine/sql.h"

namespace guardline::spine {

Result<KpiSnapshot> read_kpi(db::Database& projections, Timestamp from, Timestamp until) {
  if (auto ok = projections.begin_read(); !ok) return std::unexpected(ok.error());
  KpiSnapshot snapshot;
  std::string cursor;
  auto ok = do_sql(projections, "SELECT cursor FROM projection_cursor", {}, [&](const db::Row& row) {
    cursor = row.text(0);
    return true;
  });
  if (ok) {
    ok = do_sql(projections,
                "SELECT " GUARDLINE_KPI_COLUMNS
                " FROM p_kpi WHERE minute >= $1 AND minute < $2 ORDER BY minute, channel",
                {to_micros(from), to_micros(until)}, [&](const db::Row& row) {
                  snapshot.buckets.push_back(kpi_cell_from(row).bucket);
                  return true;
                });
  }
  projections.rollback();
  if (!ok) return std::unexpected(ok.error());
  if (!cursor.empty()) {
    auto at = Cursor::parse(cursor);
    if (!at) return fail(ErrorCode::corrupt, "the projections' cursor is not one");
    snapshot.at = std::move(*at);
  }
  return snapshot;
}

}  // namespace guardline::spine

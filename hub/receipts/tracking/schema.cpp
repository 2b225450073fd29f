// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/receipts/tracking/schema.h"

#include "core/db/database.h"

namespace guardline::receipts {
namespace {

// engagement: which first times are in the spine already (kind = guardline::Engagement), so that a picture fetched a
// thousand times is one event.
constexpr db::Migration kSteps[] = {
    {1, "engagement, links ended", R"sql(
CREATE TABLE engagement(
  delivery {blob} NOT NULL, kind {bigint} NOT NULL, at {bigint} NOT NULL,
  PRIMARY KEY(delivery, kind)) {strict}{without_rowid};
CREATE TABLE link_ended(message {blob} NOT NULL PRIMARY KEY, at {bigint} NOT NULL) {strict}{without_rowid};
)sql"},
};

}  // namespace

Status migrate_tracking(db::Database& database) { return db::migrate(database, "tracking", kSteps); }

}  // namespace guardline::receipts

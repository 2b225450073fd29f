// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/inbox/schema.h"

#include "core/db/database.h"

namespace guardline::inbox {
namespace {

// The one open code of a message: which notice carries it, never the code itself.
constexpr db::Migration kSteps[] = {
    {1, "open codes", R"sql(
CREATE TABLE inbox_code(
  message {blob} NOT NULL PRIMARY KEY, notice {blob} NOT NULL, until {bigint} NOT NULL, failures {bigint} NOT NULL)
  {strict}{without_rowid};
)sql"},
};

}  // namespace

Status migrate_inbox(db::Database& database) { return db::migrate(database, "inbox", kSteps); }

}  // namespace guardline::inbox

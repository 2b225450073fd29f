// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/access/sql.h"

namespace guardline::access {

Result<std::int64_t> change(db::Database& database, std::string_view sql, Params params) {
  auto statement = database.prepare(sql);
  if (!statement) return std::unexpected(statement.error());
  return (*statement)->run(params);
}

Status change_one(db::Database& database, std::string_view sql, Params params, const Error& otherwise) {
  const auto changed = change(database, sql, params);
  if (!changed) return std::unexpected(changed.error());
  if (*changed != 1) return std::unexpected(otherwise);
  return {};
}

Status each(db::Database& database, std::string_view sql, Params params, const db::RowFn& on_row) {
  auto statement = database.prepare(sql);
  if (!statement) return std::unexpected(statement.error());
  const auto ran = (*statement)->run(params, on_row);
  if (!ran) return std::unexpected(ran.error());
  return {};
}

Result<bool> first(db::Database& database, std::string_view sql, Params params, const db::RowFn& on_row) {
  bool found = false;
  const auto ok = each(database, sql, params, [&](const db::Row& row) {
    found = true;
    if (on_row) on_row(row);
    return false;
  });
  if (!ok) return std::unexpected(ok.error());
  return found;
}

Result<std::int64_t> number(db::Database& database, std::string_view sql, Params params) {
  std::int64_t value = 0;
  const auto ok = first(database, sql, params, [&](const db::Row& row) {
    value = row.int64(0);
    return false;
  });
  if (!ok) return std::unexpected(ok.error());
  return value;
}

}  // namespace guardline::access

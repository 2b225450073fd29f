// Short forms for statements of this folder. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/id.h"
#include "core/base/time.h"
#include "core/db/database.h"

#include <initializer_list>
#include <optional>
#include <string_view>

namespace guardline::access {

using Params = std::initializer_list<db::Param>;

/// Returns the number of rows changed.
Result<std::int64_t> change(db::Database& database, std::string_view sql, Params params);
/// `otherwise` unless exactly one row changed: the guard of every transition.
Status change_one(db::Database& database, std::string_view sql, Params params, const Error& otherwise);
/// Runs a query; `on_row` sees each row.
Status each(db::Database& database, std::string_view sql, Params params, const db::RowFn& on_row);
/// Whether there was a row; `on_row` sees the first.
Result<bool> first(db::Database& database, std::string_view sql, Params params, const db::RowFn& on_row);
/// The integer of the first column of the first row; 0 without rows.
Result<std::int64_t> number(db::Database& database, std::string_view sql, Params params);

inline std::int64_t us(Timestamp at) { return to_micros(at); }
/// An id, or NULL for none.
template <class Tag>
db::Param id_or_null(const Id<Tag>& id) {
  if (id.empty()) return db::Null{db::Type::blob};
  return id.bytes();
}
template <class IdType>
IdType id_at(const db::Row& row, int column) {
  return IdType::from_bytes(row.blob(column)).value_or(IdType{});
}
inline std::optional<Timestamp> time_at(const db::Row& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(from_micros(row.int64(column)));
}

}  // namespace guardline::access

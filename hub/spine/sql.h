// Short forms for running statements; internal to hub/spine. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/id.h"
#include "core/db/database.h"

#include <initializer_list>
#include <string_view>

namespace guardline::spine {

/// Prepares (cached by the driver) and runs.
inline Result<std::int64_t> run_sql(db::Database& database, std::string_view sql,
                                    std::initializer_list<db::Param> params = {}, const db::RowFn& on_row = {}) {
  auto statement = database.prepare(sql);
  if (!statement) return std::unexpected(statement.error());
  return (*statement)->run(params, on_row);
}

/// The same where the number of changed rows does not matter.
inline Status do_sql(db::Database& database, std::string_view sql, std::initializer_list<db::Param> params = {},
                     const db::RowFn& on_row = {}) {
  if (auto ran = run_sql(database, sql, params, on_row); !ran) return std::unexpected(ran.error());
  return {};
}

/// A stored id; NULL is none.
template <class Tag>
Id<Tag> id_from(const db::Row& row, int column) {
  return row.is_null(column) ? Id<Tag>{} : Id<Tag>::from_bytes(row.blob(column)).value_or(Id<Tag>{});
}

/// An id as a parameter; none is NULL. A view: the id must outlive the call.
template <class Tag>
db::Param id_param(const Id<Tag>& id) {
  if (id.empty()) return db::Null{db::Type::blob};
  return BytesView(id.value);
}

/// Columns of a batch under construction.
inline db::Column int_column(std::string name, std::size_t rows) {
  db::Column column{std::move(name), db::Type::int64, {}, {}, {}, {}};
  column.ints.reserve(rows);
  return column;
}
inline db::Column bytes_column(std::string name, db::Type type, std::size_t rows) {
  db::Column column{std::move(name), type, {}, {}, {}, {}};
  column.bytes.reserve(rows);
  return column;
}

}  // namespace guardline::spine

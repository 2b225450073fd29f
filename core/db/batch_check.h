// The shape of a batch. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/db/database.h"

namespace guardline::db {

/// Every column has a name and `rows` values of its type, and `nulls` is empty or as long. Error: invalid_argument.
inline Status check_batch(const Batch& batch) {
  if (batch.columns.empty()) return fail(ErrorCode::invalid_argument, "batch without columns");
  for (const auto& column : batch.columns) {
    std::size_t values = column.bytes.size();
    if (column.type == Type::int64) values = column.ints.size();
    if (column.type == Type::real) values = column.reals.size();
    const bool nulls_fit = column.nulls.empty() || column.nulls.size() == batch.rows;
    if (column.name.empty() || values != batch.rows || !nulls_fit) {
      return fail(ErrorCode::invalid_argument, "batch column '" + column.name + "' has the wrong number of values");
    }
  }
  return {};
}

}  // namespace guardline::db

// Reads rows as text. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/db/stores.h"

namespace guardline::db {
namespace {

std::string cell(const Row& row, int column, Type type) {
  if (row.is_null(column)) return "null";
  switch (type) {
    case Type::int64:
      return std::to_string(row.int64(column));
    case Type::real:
      return std::to_string(row.real(column));
    case Type::text:
      return std::string(row.text(column));
    case Type::blob:
      return to_hex(row.blob(column));
  }
  return {};
}

}  // namespace

std::vector<std::string> BothStores::rows_of(Database& database, const std::string& sql,
                                             std::initializer_list<Param> params, const std::vector<Type>& types) {
  std::vector<std::string> found;
  auto statement = database.prepare(sql);
  EXPECT_TRUE(ok(statement)) << sql;
  if (!statement) return found;
  auto ran = (*statement)->run(params, [&](const Row& row) {
    std::string line;
    for (std::size_t i = 0; i < types.size(); ++i) {
      if (i > 0) line += '|';
      line += cell(row, static_cast<int>(i), types[i]);
    }
    found.push_back(line);
    return true;
  });
  EXPECT_TRUE(ok(ran)) << sql;
  return found;
}

}  // namespace guardline::db

// A prepared statement of the embedded store. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"
#include "core/db/sqlcipher_session.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <sqlcipher/sqlite3.h>

namespace guardline::db {

/// SQLite's result code as our error. The text names the code and SQLite's own words for it, which hold names of tables
/// and columns but never a stored value.
Error sqlcipher_error(sqlite3* handle, int code, std::string_view doing);

class SqlcipherStatement final : public Statement {
 public:
  /// One statement, already expanded; more than one, or none, is invalid_argument.
  static Result<std::unique_ptr<SqlcipherStatement>> make(SqlcipherSession& session, const std::string& expanded);

  Result<std::int64_t> run(std::span<const Param> params, const RowFn& on_row) override;
  /// Once a row of `batch`; the caller has checked the shape and opened a transaction.
  Result<std::int64_t> run_rows(const Batch& batch, const RowFn& on_row);
  [[nodiscard]] bool reads_only() const noexcept { return reads_only_; }
  /// The columns this was expanded for (batches only).
  std::vector<std::pair<std::string, Type>> columns;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
  };
  SqlcipherStatement(SqlcipherSession& session, sqlite3_stmt* statement);

  Status bind(int parameter, const Param& value);
  Status bind_cell(int parameter, const Column& column, std::size_t row);
  Status bind_bytes(int slot, std::string_view value, bool text);
  /// Steps to the end; `more` becomes false when the reader wants no more rows.
  Status step(const RowFn& on_row, bool& more);

  SqlcipherSession& session_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  bool reads_only_;
  bool running_{false};
  /// slots_[n - 1] is SQLite's number of `$n` (it counts by first appearance), 0 where `$n` does not occur.
  std::vector<int> slots_;
};

}  // namespace guardline::db

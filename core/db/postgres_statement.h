// A prepared statement on PostgreSQL. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"
#include "core/db/postgres_session.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <libpq-fe.h>

namespace guardline::db {

struct ClearResult {
  void operator()(PGresult* result) const noexcept { PQclear(result); }
};
using PostgresResult = std::unique_ptr<PGresult, ClearResult>;

/// The server's refusal as our error, by SQLSTATE. `result` may be null (no answer at all: unavailable). The text holds
/// no detail and, for data exceptions, no message: those quote stored values.
Error postgres_error(PGconn* handle, const PGresult* result, std::string_view doing);

/// The server's plan belongs to the types of the parameters, and these come with the first run: so the text is sent for
/// preparation then, once for each combination of types (in practice one).
class PostgresStatement final : public Statement {
 public:
  PostgresStatement(PostgresSession& session, std::string expanded);

  Result<std::int64_t> run(std::span<const Param> params, const RowFn& on_row) override;
  /// All rows in one round trip, a binary array a column; the caller has checked the shape.
  Result<std::int64_t> run_rows(const Batch& batch, const RowFn& on_row);
  /// The columns this was expanded for (batches only).
  std::vector<std::pair<std::string, Type>> columns;

 private:
  struct Prepared {
    std::vector<Oid> types;
    std::string name;
    std::uint64_t generation;
  };
  Result<const char*> prepared();
  Status bind(std::size_t i, const Param& value);
  Result<std::int64_t> send(const RowFn& on_row);

  PostgresSession& session_;
  std::string expanded_;
  std::size_t parameters_;
  std::vector<Prepared> prepared_;
  bool running_{false};
  // Buffers of one call, kept for the next.
  std::vector<Oid> types_;
  std::vector<const char*> values_;
  std::vector<int> lengths_;
  std::vector<int> formats_;
  std::vector<std::vector<char>> buffers_;
};

}  // namespace guardline::db

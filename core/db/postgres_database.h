// A connection to PostgreSQL. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"
#include "core/db/postgres_session.h"
#include "core/db/postgres_statement.h"
#include "core/db/text_hash.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <libpq-fe.h>

namespace guardline::db {

/// One libpq connection; one thread at a time. A lost connection is opened again at the next call outside a
/// transaction.
class PostgresDatabase final : public Database, public PostgresSession {
 public:
  static Result<std::unique_ptr<Database>> open(const PostgresOptions& options);
  ~PostgresDatabase() override;

  [[nodiscard]] Dialect dialect() const noexcept override { return Dialect::postgres; }
  Result<Statement*> prepare(std::string_view sql) override;
  Status execute(std::string_view sql) override;
  Result<std::int64_t> run_batch(std::string_view sql, const Batch& batch, const RowFn& on_row) override;
  Status append(std::string_view table, const Batch& batch) override;
  Status begin() override;
  Status begin_read() override;
  Status commit() override;
  void rollback() noexcept override;
  [[nodiscard]] bool in_transaction() const noexcept override;
  Status scrub(std::string_view table) override;
  Status checkpoint() override { return {}; }

  [[nodiscard]] PGconn* handle() const noexcept override { return handle_.get(); }
  [[nodiscard]] std::uint64_t generation() const noexcept override { return generation_; }
  [[nodiscard]] std::string next_name() override { return "s" + std::to_string(++names_); }
  Status ensure_connected() override;
  std::unexpected<Error> give_up(Error error) noexcept override;

 private:
  struct Finish {
    void operator()(PGconn* handle) const noexcept { PQfinish(handle); }
  };
  using Statements = std::unordered_map<std::string, std::unique_ptr<PostgresStatement>, TextHash, std::equal_to<>>;

  explicit PostgresDatabase(PostgresOptions options) : options_(std::move(options)) {}
  Status connect();
  Status set_session();
  Result<PostgresResult> simple(const std::string& sql, std::string_view doing);
  std::string quoted(std::string_view name) const;

  PostgresOptions options_;
  std::unique_ptr<PGconn, Finish> handle_;
  std::uint64_t generation_{0};
  std::uint64_t names_{0};
  Statements statements_;
  Statements batches_;
  std::vector<char> copied_;  ///< rows on their way; its memory is kept
};

}  // namespace guardline::db

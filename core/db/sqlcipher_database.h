// A connection to the embedded store. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"
#include "core/db/sqlcipher_session.h"
#include "core/db/sqlcipher_statement.h"
#include "core/db/text_hash.h"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include <sqlcipher/sqlite3.h>

namespace guardline::db {

/// Owns the handle (opened and keyed by open_sqlcipher). One thread at a time: the handle has no mutex.
class SqlcipherDatabase final : public Database, public SqlcipherSession {
 public:
  struct Close {
    void operator()(sqlite3* handle) const noexcept { sqlite3_close_v2(handle); }
  };
  using Handle = std::unique_ptr<sqlite3, Close>;

  SqlcipherDatabase(Handle handle, bool owns_checkpoint);
  ~SqlcipherDatabase() override;

  [[nodiscard]] Dialect dialect() const noexcept override { return Dialect::sqlcipher; }
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
  Status checkpoint() override;

  [[nodiscard]] sqlite3* handle() const noexcept override { return handle_.get(); }
  [[nodiscard]] bool in_read_transaction() const noexcept override { return read_only_ && in_transaction(); }
  std::unexpected<Error> give_up(Error error) noexcept override;

 private:
  using Statements = std::unordered_map<std::string, std::unique_ptr<SqlcipherStatement>, TextHash, std::equal_to<>>;

  Result<SqlcipherStatement*> prepare_batch(std::string_view sql, const Batch& batch);
  Status control(const char* sql, const char* doing);
  Status run_script(const std::string& expanded);
  Status wal_checkpoint(int mode);

  Handle handle_;
  bool owns_checkpoint_;
  bool read_only_{false};
  Statements statements_;
  Statements batches_;
};

}  // namespace guardline::db

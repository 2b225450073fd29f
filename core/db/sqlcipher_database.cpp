// Transactions, scripts and checkpoints on the embedded store. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/sqlcipher_database.h"

#include "core/db/batch_check.h"
#include "core/db/tokens.h"

#include <algorithm>

namespace guardline::db {

SqlcipherDatabase::SqlcipherDatabase(Handle handle, bool owns_checkpoint)
    : handle_(std::move(handle)), owns_checkpoint_(owns_checkpoint) {}

SqlcipherDatabase::~SqlcipherDatabase() {
  rollback();
  // Statements first: a handle with open statements would linger.
  batches_.clear();
  statements_.clear();
}

bool SqlcipherDatabase::in_transaction() const noexcept { return sqlite3_get_autocommit(handle_.get()) == 0; }

void SqlcipherDatabase::rollback() noexcept {
  if (in_transaction()) sqlite3_exec(handle_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
  read_only_ = false;
}

std::unexpected<Error> SqlcipherDatabase::give_up(Error error) noexcept {
  rollback();
  return std::unexpected(std::move(error));
}

Status SqlcipherDatabase::control(const char* sql, const char* doing) {
  const int code = sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return give_up(sqlcipher_error(handle_.get(), code, doing));
  return {};
}

Status SqlcipherDatabase::begin() {
  if (in_transaction()) return give_up({ErrorCode::invalid_argument, "begin: already in a transaction"});
  read_only_ = false;
  return control("BEGIN IMMEDIATE", "begin");
}

Status SqlcipherDatabase::begin_read() {
  if (in_transaction()) return give_up({ErrorCode::invalid_argument, "begin: already in a transaction"});
  // The read fixes the snapshot now, not at the first statement of the caller.
  auto status = control("BEGIN DEFERRED; SELECT 1 FROM sqlite_schema LIMIT 1", "begin");
  read_only_ = status.has_value();
  return status;
}

Status SqlcipherDatabase::commit() {
  if (!in_transaction()) return fail(ErrorCode::invalid_argument, "commit: no transaction");
  auto status = control("COMMIT", "commit");
  read_only_ = false;
  // The frames may stand in the log although the sync failed: after a crash they could come back.
  if (!status && status.error().code == ErrorCode::io) status.error().code = ErrorCode::unavailable;
  return status;
}

Result<Statement*> SqlcipherDatabase::prepare(std::string_view sql) {
  if (const auto found = statements_.find(sql); found != statements_.end()) return found->second.get();
  auto expanded = expand(Dialect::sqlcipher, sql);
  if (!expanded) return give_up(std::move(expanded.error()));
  auto made = SqlcipherStatement::make(*this, *expanded);
  if (!made) return give_up(std::move(made.error()));
  return statements_.emplace(std::string(sql), std::move(*made)).first->second.get();
}

Status SqlcipherDatabase::run_script(const std::string& expanded) {
  const char* next = expanded.c_str();
  const char* const end = next + expanded.size();
  while (next < end) {
    sqlite3_stmt* raw = nullptr;
    int code = sqlite3_prepare_v2(handle_.get(), next, static_cast<int>(end - next), &raw, &next);
    if (code == SQLITE_OK && raw != nullptr) {
      if (sqlite3_bind_parameter_count(raw) != 0) {
        sqlite3_finalize(raw);
        return give_up({ErrorCode::invalid_argument, "execute: takes no parameters"});
      }
      do code = sqlite3_step(raw);
      while (code == SQLITE_ROW);
      code = sqlite3_finalize(raw);
    }
    if (code != SQLITE_OK) return give_up(sqlcipher_error(handle_.get(), code, "execute"));
  }
  return {};
}

Status SqlcipherDatabase::execute(std::string_view sql) {
  auto expanded = expand(Dialect::sqlcipher, sql);
  if (!expanded) return give_up(std::move(expanded.error()));
  if (in_read_transaction()) return give_up({ErrorCode::invalid_argument, "execute: a write in a read transaction"});
  const auto separator = expanded->find(';');
  const bool several =
      separator != std::string::npos && expanded->find_first_not_of(" \t\r\n;", separator) != std::string::npos;
  // Several statements are one transaction on the other store: so here.
  if (!several || in_transaction()) return run_script(*expanded);
  if (auto ok = begin(); !ok) return ok;
  if (auto ok = run_script(*expanded); !ok) return ok;
  return commit();
}

Result<SqlcipherStatement*> SqlcipherDatabase::prepare_batch(std::string_view sql, const Batch& batch) {
  const auto same = [](const Column& column, const std::pair<std::string, Type>& known) {
    return column.type == known.second && column.name == known.first;
  };
  const auto found = batches_.find(sql);
  if (found != batches_.end() && std::ranges::equal(batch.columns, found->second->columns, same)) {
    return found->second.get();
  }
  std::vector<RowColumn> rows;
  for (const auto& column : batch.columns) rows.push_back({column.name, column.type});
  auto expanded = expand(Dialect::sqlcipher, sql, rows);
  if (!expanded) return std::unexpected(std::move(expanded.error()));
  auto made = SqlcipherStatement::make(*this, *expanded);
  if (!made) return std::unexpected(std::move(made.error()));
  for (const auto& column : batch.columns) (*made)->columns.emplace_back(column.name, column.type);
  return batches_.insert_or_assign(std::string(sql), std::move(*made)).first->second.get();
}

Result<std::int64_t> SqlcipherDatabase::run_batch(std::string_view sql, const Batch& batch, const RowFn& on_row) {
  if (auto ok = check_batch(batch); !ok) return give_up(std::move(ok.error()));
  auto statement = prepare_batch(sql, batch);
  if (!statement) return give_up(std::move(statement.error()));
  if (batch.rows == 0) return 0;
  const bool reads = (*statement)->reads_only();
  if (!reads && in_read_transaction()) {
    return give_up({ErrorCode::invalid_argument, "run_batch: a write in a read transaction"});
  }
  if (in_transaction()) return (*statement)->run_rows(batch, on_row);
  // All rows see one state, as one statement does on the other store; a query must not wait for a writer.
  if (auto ok = reads ? begin_read() : begin(); !ok) return std::unexpected(std::move(ok.error()));
  auto changed = (*statement)->run_rows(batch, on_row);
  if (!changed) return changed;
  if (auto ok = commit(); !ok) return std::unexpected(std::move(ok.error()));
  return changed;
}

Status SqlcipherDatabase::append(std::string_view table, const Batch& batch) {
  std::string names;
  std::string values;
  for (const auto& column : batch.columns) {
    names.append(names.empty() ? "" : ", ").append(column.name);
    values.append(values.empty() ? "r." : ", r.").append(column.name);
  }
  const auto sql = "INSERT INTO " + std::string(table) + " (" + names + ") SELECT " + values + " FROM {rows} AS r";
  if (auto ran = run_batch(sql, batch, {}); !ran) return std::unexpected(std::move(ran.error()));
  return {};
}

Status SqlcipherDatabase::wal_checkpoint(int mode) {
  if (!owns_checkpoint_) return give_up({ErrorCode::invalid_argument, "checkpoint: another connection owns it"});
  if (in_transaction()) return give_up({ErrorCode::invalid_argument, "checkpoint: inside a transaction"});
  const int code = sqlite3_wal_checkpoint_v2(handle_.get(), "main", mode, nullptr, nullptr);
  if (code != SQLITE_OK) return std::unexpected(sqlcipher_error(handle_.get(), code, "checkpoint"));
  return {};
}

Status SqlcipherDatabase::scrub(std::string_view /*table*/) { return wal_checkpoint(SQLITE_CHECKPOINT_TRUNCATE); }

Status SqlcipherDatabase::checkpoint() { return wal_checkpoint(SQLITE_CHECKPOINT_PASSIVE); }

}  // namespace guardline::db

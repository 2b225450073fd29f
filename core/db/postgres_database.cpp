// Sessions and transactions on PostgreSQL. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/postgres_database.h"

#include "core/db/batch_check.h"
#include "core/db/postgres_copy.h"
#include "core/db/tokens.h"

#include <algorithm>
#include <string>

namespace guardline::db {

Result<std::unique_ptr<Database>> PostgresDatabase::open(const PostgresOptions& options) {
  if (options.schema.empty()) return fail(ErrorCode::invalid_argument, "open: the schema has no name");
  std::unique_ptr<PostgresDatabase> database(new PostgresDatabase(options));
  if (auto ok = database->connect(); !ok) return std::unexpected(ok.error());
  return database;
}

PostgresDatabase::~PostgresDatabase() { rollback(); }

Status PostgresDatabase::connect() {
  handle_.reset(PQconnectdb(options_.conninfo.c_str()));
  ++generation_;
  if (handle_ == nullptr) return fail(ErrorCode::exhausted, "connect: out of memory");
  if (PQstatus(handle_.get()) != CONNECTION_OK) {
    // libpq's own words would name the host and the user; the operator has the server's log.
    return fail(ErrorCode::unavailable, "connect: the database server does not accept the connection");
  }
  // Notices would go to stderr.
  PQsetNoticeProcessor(
      handle_.get(), [](void*, const char*) {}, nullptr);
  if (auto ok = set_session(); !ok) {
    handle_.reset();
    return ok;
  }
  return {};
}

Status PostgresDatabase::set_session() {
  const char* encoding = PQparameterStatus(handle_.get(), "server_encoding");
  if (encoding == nullptr || std::string_view(encoding) != "UTF8") {
    return fail(ErrorCode::invalid_argument, "connect: the database is not in UTF-8");
  }
  const auto schema = quoted(options_.schema);
  // Two hubs may make the schema at once; the loser's error says that it is there.
  auto created = simple("CREATE SCHEMA IF NOT EXISTS " + schema, "connect: schema");
  if (!created && created.error().code != ErrorCode::conflict) return std::unexpected(created.error());
  // Durable means durable, whatever the server's default; lock waits end as they do on the embedded store.
  auto done = simple(
      "SET client_encoding TO 'UTF8'; SET standard_conforming_strings TO on; SET lock_timeout TO '5s';"
      "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off';"
      "SET search_path TO " +
          schema,
      "connect: session");
  if (!done) return std::unexpected(done.error());
  return {};
}

Status PostgresDatabase::ensure_connected() {
  if (handle_ != nullptr && PQstatus(handle_.get()) == CONNECTION_OK) return {};
  return connect();
}

std::string PostgresDatabase::quoted(std::string_view name) const {
  const std::unique_ptr<char, decltype(&PQfreemem)> text(PQescapeIdentifier(handle_.get(), name.data(), name.size()),
                                                         &PQfreemem);
  return text ? std::string(text.get()) : std::string();
}

Result<PostgresResult> PostgresDatabase::simple(const std::string& sql, std::string_view doing) {
  PostgresResult result(PQexec(handle_.get(), sql.c_str()));
  const auto status = PQresultStatus(result.get());
  if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return result;
  return give_up(postgres_error(handle_.get(), result.get(), doing));
}

bool PostgresDatabase::in_transaction() const noexcept {
  if (handle_ == nullptr) return false;
  const auto status = PQtransactionStatus(handle_.get());
  return status == PQTRANS_INTRANS || status == PQTRANS_INERROR || status == PQTRANS_ACTIVE;
}

void PostgresDatabase::rollback() noexcept {
  if (in_transaction()) PQclear(PQexec(handle_.get(), "ROLLBACK"));
}

std::unexpected<Error> PostgresDatabase::give_up(Error error) noexcept {
  rollback();
  return std::unexpected(std::move(error));
}

Status PostgresDatabase::begin() {
  if (in_transaction()) return give_up({ErrorCode::invalid_argument, "begin: already in a transaction"});
  if (auto ok = ensure_connected(); !ok) return ok;
  if (auto done = simple("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE", "begin"); !done) {
    return std::unexpected(done.error());
  }
  return {};
}

Status PostgresDatabase::begin_read() {
  if (in_transaction()) return give_up({ErrorCode::invalid_argument, "begin: already in a transaction"});
  if (auto ok = ensure_connected(); !ok) return ok;
  // The read fixes the snapshot now, not at the first statement of the caller.
  auto done = simple("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT 1", "begin");
  if (!done) return std::unexpected(done.error());
  return {};
}

Status PostgresDatabase::commit() {
  if (!in_transaction()) return fail(ErrorCode::invalid_argument, "commit: no transaction");
  auto done = simple("COMMIT", "commit");
  if (!done) return std::unexpected(done.error());
  // The server answers COMMIT of a failed transaction with ROLLBACK and calls that success.
  if (std::string_view(PQcmdStatus(done->get())) != "COMMIT") return fail(ErrorCode::io, "commit: rolled back");
  return {};
}

Result<Statement*> PostgresDatabase::prepare(std::string_view sql) {
  if (const auto found = statements_.find(sql); found != statements_.end()) return found->second.get();
  auto expanded = expand(Dialect::postgres, sql);
  if (!expanded) return give_up(std::move(expanded.error()));
  auto made = std::make_unique<PostgresStatement>(*this, std::move(*expanded));
  return statements_.emplace(std::string(sql), std::move(made)).first->second.get();
}

Status PostgresDatabase::execute(std::string_view sql) {
  auto expanded = expand(Dialect::postgres, sql);
  if (!expanded) return give_up(std::move(expanded.error()));
  if (auto ok = ensure_connected(); !ok) return ok;
  if (auto done = simple(*expanded, "execute"); !done) return std::unexpected(done.error());
  return {};
}

Result<std::int64_t> PostgresDatabase::run_batch(std::string_view sql, const Batch& batch, const RowFn& on_row) {
  if (auto ok = check_batch(batch); !ok) return give_up(std::move(ok.error()));
  const auto same = [](const Column& column, const std::pair<std::string, Type>& known) {
    return column.type == known.second && column.name == known.first;
  };
  auto found = batches_.find(sql);
  if (found == batches_.end() || !std::ranges::equal(batch.columns, found->second->columns, same)) {
    std::vector<RowColumn> rows;
    for (const auto& column : batch.columns) rows.push_back({column.name, column.type});
    auto expanded = expand(Dialect::postgres, sql, rows);
    if (!expanded) return give_up(std::move(expanded.error()));
    auto made = std::make_unique<PostgresStatement>(*this, std::move(*expanded));
    for (const auto& column : batch.columns) made->columns.emplace_back(column.name, column.type);
    found = batches_.insert_or_assign(std::string(sql), std::move(made)).first;
  }
  if (batch.rows == 0) return 0;
  return found->second->run_rows(batch, on_row);
}

Status PostgresDatabase::append(std::string_view table, const Batch& batch) {
  if (auto ok = check_batch(batch); !ok) return give_up(std::move(ok.error()));
  if (batch.rows == 0) return {};
  if (auto ok = ensure_connected(); !ok) return ok;
  if (auto ok = put_copy(copied_, batch); !ok) return give_up(std::move(ok.error()));
  std::string copy = "COPY " + quoted(table) + " (";
  for (const auto& column : batch.columns) copy.append(copy.ends_with('(') ? "" : ", ").append(quoted(column.name));
  if (auto ok = run_copy(handle(), copy + ") FROM STDIN (FORMAT binary)", copied_); !ok) {
    return give_up(std::move(ok.error()));
  }
  return {};
}

Status PostgresDatabase::scrub(std::string_view table) {
  if (in_transaction()) return give_up({ErrorCode::invalid_argument, "scrub: inside a transaction"});
  if (auto ok = ensure_connected(); !ok) return ok;
  // A plain VACUUM frees the place of a row and leaves its bytes in the gap of the page.
  if (auto done = simple("VACUUM (FULL) " + quoted(table), "scrub"); !done) return std::unexpected(done.error());
  return {};
}

Result<std::unique_ptr<Database>> open_postgres(const PostgresOptions& options) {
  return PostgresDatabase::open(options);
}

}  // namespace guardline::db

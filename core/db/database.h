// One SQL text, two stores. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace guardline::db {

enum class Dialect { sqlcipher, postgres };

/// Column and parameter types of the shared SQL. Booleans are int64 0/1, times are int64 microseconds.
enum class Type : std::uint8_t { int64, real, text, blob };

/// A NULL that says its type (PostgreSQL can't guess it).
struct Null {
  Type type{Type::int64};
};

/// A bound parameter: a view, alive only for the call.
using Param = std::variant<Null, std::int64_t, double, std::string_view, BytesView>;

/// One result row; views are valid until the next step of its statement. Columns count from 0. Reading a column as
/// another type than it has is a programming error (asserted); NULL reads as 0, 0.0, "" or empty.
class Row {
 public:
  virtual ~Row() = default;
  [[nodiscard]] virtual bool is_null(int column) const = 0;
  [[nodiscard]] virtual std::int64_t int64(int column) const = 0;
  [[nodiscard]] virtual double real(int column) const = 0;
  [[nodiscard]] virtual std::string_view text(int column) const = 0;
  [[nodiscard]] virtual BytesView blob(int column) const = 0;
};

/// Return false to stop early.
using RowFn = std::function<bool(const Row&)>;

/// A prepared statement. Text is the shared SQL: parameters `$1`..`$n` (any order, repeats allowed), no `::` casts,
/// type tokens as in docs/decisions (`{bigint}` `{blob}` ...). Belongs to its connection and that connection's thread.
class Statement {
 public:
  virtual ~Statement() = default;
  /// Runs to the end; `on_row` may be empty. Returns the number of rows changed (0 for a query).
  virtual Result<std::int64_t> run(std::span<const Param> params, const RowFn& on_row) = 0;

  Result<std::int64_t> run(std::initializer_list<Param> params = {}) {
    return run(std::span<const Param>(params.begin(), params.size()), {});
  }
  Result<std::int64_t> run(std::initializer_list<Param> params, const RowFn& on_row) {
    return run(std::span<const Param>(params.begin(), params.size()), on_row);
  }
};

/// Rows to write at once, column by column; all columns have the same length.
struct Column {
  std::string name{};
  Type type{Type::int64};
  std::vector<std::int64_t> ints{};       ///< for Type::int64
  std::vector<double> reals{};            ///< for Type::real
  std::vector<std::string_view> bytes{};  ///< for Type::text and Type::blob; the caller keeps the memory
  std::vector<std::uint8_t> nulls{};      ///< empty = no NULLs, else one 0/1 a row
};
struct Batch {
  std::vector<Column> columns{};
  std::size_t rows{0};
};

/// One connection; one thread at a time. Any error inside a transaction rolls it back (both stores behave alike).
class Database {
 public:
  virtual ~Database() = default;
  [[nodiscard]] virtual Dialect dialect() const noexcept = 0;

  /// Expands the tokens and prepares; statements of the same text are cached by the driver, so call sites may prepare
  /// again freely. The statement lives as long as the database.
  virtual Result<Statement*> prepare(std::string_view sql) = 0;

  /// Statements without parameters or rows (DDL), tokens expanded, several separated by `;`.
  virtual Status execute(std::string_view sql) = 0;

  /// The bulk form: `sql` contains `{rows}` where a row source stands, e.g.
  ///   INSERT INTO t(a, b) SELECT r.a, r.b FROM {rows} AS r WHERE true ON CONFLICT (a) DO NOTHING RETURNING a
  /// SQLCipher runs it once a row, PostgreSQL once with unnest over typed arrays: so a row must not depend on an
  /// earlier row of the same batch (fold doubles first). Returns the number of rows changed; `on_row` sees RETURNING
  /// rows.
  virtual Result<std::int64_t> run_batch(std::string_view sql, const Batch& batch, const RowFn& on_row = {}) = 0;

  /// Adds the rows of `batch`, whose columns are named after the table's, by the store's fastest way (PostgreSQL: COPY
  /// in binary form). Error conflict: a key is there already; none of the rows is added then.
  virtual Status append(std::string_view table, const Batch& batch) = 0;

  /// Write transaction: BEGIN IMMEDIATE, or READ COMMITTED on PostgreSQL. Not nested.
  virtual Status begin() = 0;
  /// A read transaction with one snapshot (BEGIN DEFERRED, or REPEATABLE READ READ ONLY).
  virtual Status begin_read() = 0;
  /// Durable when it returns success (SQLCipher: WAL with synchronous as opened). After an error without an answer the
  /// outcome is unknown: ErrorCode::unavailable, and the caller must read back.
  virtual Status commit() = 0;
  /// Safe at any time; never fails (a broken connection has rolled back already).
  virtual void rollback() noexcept = 0;
  [[nodiscard]] virtual bool in_transaction() const noexcept = 0;

  /// Forgets deleted content for good: wal_checkpoint(TRUNCATE) on SQLCipher (only on the connection that owns
  /// checkpointing; `table` is not looked at), VACUUM FULL of `table` on PostgreSQL, which rewrites it under an
  /// exclusive lock (a plain VACUUM leaves the bytes in the page): keep what must be erased in a small table of its
  /// own. Not in a transaction (invalid_argument); a reader in the way is `unavailable`, so call again.
  virtual Status scrub(std::string_view table) = 0;
  /// SQLCipher: PASSIVE checkpoint. PostgreSQL: nothing.
  virtual Status checkpoint() = 0;
};

/// Rolls back unless committed.
class Transaction {
 public:
  static Result<Transaction> begin(Database& database) {
    if (auto ok = database.begin(); !ok) return std::unexpected(ok.error());
    return Transaction(database);
  }
  Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
  Transaction& operator=(Transaction&&) = delete;
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction() {
    if (database_ != nullptr && database_->in_transaction()) database_->rollback();
  }
  Status commit() {
    auto* database = std::exchange(database_, nullptr);
    return database->commit();
  }

 private:
  explicit Transaction(Database& database) : database_(&database) {}
  Database* database_;
};

/// How an embedded file is opened.
struct SqlcipherOptions {
  std::string path{};
  Bytes key{};  ///< 32 raw bytes; wiped by the caller
  bool create{false};
  bool owns_checkpoint{false};  ///< exactly one connection per file: wal_autocheckpoint=8000, 0 on all others
  bool synchronous_full{true};  ///< projections may use NORMAL: they replay
  std::int64_t cache_kib{65536};
  std::string vfs{};  ///< empty = default; tests put a power-cut VFS here
};
/// Errors: unavailable (locked), corrupt, denied (wrong key or not an encrypted file: told apart where it can be),
/// invalid_argument (not linked against SQLCipher).
Result<std::unique_ptr<Database>> open_sqlcipher(const SqlcipherOptions& options);

struct PostgresOptions {
  std::string conninfo{};  ///< libpq connection string
  std::string schema{};    ///< search_path; created if missing
};
Result<std::unique_ptr<Database>> open_postgres(const PostgresOptions& options);

/// Test seam: every access (prepare, run, run_batch, append, execute, begin, commit) counts; the n-th fails with
/// ErrorCode::io and does what a broken connection would (rolls back). `fail_at` counts from 1; 0 never fails.
std::unique_ptr<Database> with_fault(std::unique_ptr<Database> inner, std::int64_t fail_at, std::int64_t* accesses);

/// A numbered step of the schema; numbers rise by one from 1, texts never change once shipped.
struct Migration {
  int number;
  std::string_view name;
  std::string_view sql;
};
/// Applies what is missing, each in its own transaction, recorded per `component` in schema_migration (component,
/// number, name, checksum, at). Refuses a changed text (corrupt) and a newer schema than known (conflict).
Status migrate(Database& database, std::string_view component, std::span<const Migration> steps);

}  // namespace guardline::db

// Binding, stepping and reading on the embedded store. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/sqlcipher_statement.h"

#include "core/db/text_check.h"

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <charconv>

namespace guardline::db {
namespace {

ErrorCode code_of(sqlite3* handle, int code) {
  switch (code & 0xFF) {
    case SQLITE_FULL:
    case SQLITE_NOMEM:
      return ErrorCode::exhausted;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return ErrorCode::unavailable;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return ErrorCode::corrupt;
    case SQLITE_CONSTRAINT:
      return ErrorCode::conflict;
    case SQLITE_ERROR:
    case SQLITE_MISUSE:
    case SQLITE_RANGE:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
      return ErrorCode::invalid_argument;
    case SQLITE_INTERRUPT:
      return ErrorCode::timeout;
    case SQLITE_IOERR:
      // A full disk shows as an I/O error where SQLite can't tell (the shared-memory file, a sync).
      return handle != nullptr && sqlite3_system_errno(handle) == ENOSPC ? ErrorCode::exhausted : ErrorCode::io;
    default:
      return ErrorCode::io;
  }
}

class SqlcipherRow final : public Row {
 public:
  explicit SqlcipherRow(sqlite3_stmt* statement) : statement_(statement) {}

  [[nodiscard]] bool is_null(int column) const override { return type(column) == SQLITE_NULL; }
  [[nodiscard]] std::int64_t int64(int column) const override {
    assert(type(column) == SQLITE_INTEGER || is_null(column));
    return sqlite3_column_int64(statement_, column);
  }
  [[nodiscard]] double real(int column) const override {
    assert(type(column) == SQLITE_FLOAT || type(column) == SQLITE_INTEGER || is_null(column));
    return sqlite3_column_double(statement_, column);
  }
  [[nodiscard]] std::string_view text(int column) const override {
    assert(type(column) == SQLITE_TEXT || is_null(column));
    const auto* text = sqlite3_column_text(statement_, column);
    if (text == nullptr) return {};
    return {reinterpret_cast<const char*>(text), size(column)};
  }
  [[nodiscard]] BytesView blob(int column) const override {
    assert(type(column) == SQLITE_BLOB || is_null(column));
    const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_, column));
    if (bytes == nullptr) return {};
    return {bytes, size(column)};
  }

 private:
  [[nodiscard]] int type(int column) const {
    assert(column >= 0 && column < sqlite3_column_count(statement_));
    return sqlite3_column_type(statement_, column);
  }
  [[nodiscard]] std::size_t size(int column) const {
    return static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
  }
  sqlite3_stmt* statement_;
};

// The number behind `$12`; 0 for any other form of parameter.
int parameter_number(const char* name) {
  if (name == nullptr || name[0] != '$') return 0;
  const std::string_view digits(name + 1);
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc{} && end == digits.data() + digits.size() && number >= 1 && number <= 32766 ? number : 0;
}

}  // namespace

Error sqlcipher_error(sqlite3* handle, int code, std::string_view doing) {
  std::string text(doing);
  text.append(": ").append(handle != nullptr ? sqlite3_errmsg(handle) : sqlite3_errstr(code));
  text.append(" (").append(std::to_string(code)).append(")");
  return {code_of(handle, code), std::move(text)};
}

SqlcipherStatement::SqlcipherStatement(SqlcipherSession& session, sqlite3_stmt* statement)
    : session_(session), statement_(statement), reads_only_(sqlite3_stmt_readonly(statement) != 0) {}

Result<std::unique_ptr<SqlcipherStatement>> SqlcipherStatement::make(SqlcipherSession& session,
                                                                     const std::string& expanded) {
  sqlite3_stmt* raw = nullptr;
  const char* tail = nullptr;
  const int code = sqlite3_prepare_v3(session.handle(), expanded.data(), static_cast<int>(expanded.size()),
                                      SQLITE_PREPARE_PERSISTENT, &raw, &tail);
  if (code != SQLITE_OK) return std::unexpected(sqlcipher_error(session.handle(), code, "prepare"));
  if (raw == nullptr) return fail(ErrorCode::invalid_argument, "prepare: no statement");
  std::unique_ptr<SqlcipherStatement> made(new SqlcipherStatement(session, raw));
  const std::string_view rest(tail, static_cast<std::size_t>(expanded.data() + expanded.size() - tail));
  if (rest.find_first_not_of(" \t\r\n;") != std::string_view::npos) {
    return fail(ErrorCode::invalid_argument, "prepare: more than one statement");
  }
  const int count = sqlite3_bind_parameter_count(raw);
  for (int slot = 1; slot <= count; ++slot) {
    const int number = parameter_number(sqlite3_bind_parameter_name(raw, slot));
    if (number == 0) return fail(ErrorCode::invalid_argument, "prepare: parameters are written $1, $2, ..");
    if (made->slots_.size() < static_cast<std::size_t>(number)) made->slots_.resize(static_cast<std::size_t>(number));
    made->slots_[static_cast<std::size_t>(number) - 1] = slot;
  }
  return made;
}

Status SqlcipherStatement::bind_bytes(int slot, std::string_view value, bool text) {
  // A null pointer would bind NULL: an empty value needs an address.
  const char* data = value.data() == nullptr ? "" : value.data();
  int code = SQLITE_OK;
  if (text) {
    if (!is_bindable_text(value)) return fail(ErrorCode::invalid_argument, "bind: text is not UTF-8");
    code = sqlite3_bind_text64(statement_.get(), slot, data, value.size(), nullptr, SQLITE_UTF8);
  } else {
    code = sqlite3_bind_blob64(statement_.get(), slot, data, value.size(), nullptr);
  }
  if (code != SQLITE_OK) return std::unexpected(sqlcipher_error(session_.handle(), code, "bind"));
  return {};
}

Status SqlcipherStatement::bind(int parameter, const Param& value) {
  const int slot = slots_[static_cast<std::size_t>(parameter)];
  if (slot == 0) return {};
  int code = SQLITE_OK;
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    code = sqlite3_bind_int64(statement_.get(), slot, *number);
  } else if (const auto* bytes = std::get_if<BytesView>(&value)) {
    return bind_bytes(slot, as_text(*bytes), false);
  } else if (const auto* text = std::get_if<std::string_view>(&value)) {
    return bind_bytes(slot, *text, true);
  } else if (const auto* real = std::get_if<double>(&value)) {
    code = sqlite3_bind_double(statement_.get(), slot, *real);
  } else {
    code = sqlite3_bind_null(statement_.get(), slot);
  }
  if (code != SQLITE_OK) return std::unexpected(sqlcipher_error(session_.handle(), code, "bind"));
  return {};
}

Status SqlcipherStatement::bind_cell(int parameter, const Column& column, std::size_t row) {
  const int slot = slots_[static_cast<std::size_t>(parameter)];
  if (slot == 0) return {};
  int code = SQLITE_OK;
  if (!column.nulls.empty() && column.nulls[row] != 0) {
    code = sqlite3_bind_null(statement_.get(), slot);
  } else if (column.type == Type::int64) {
    code = sqlite3_bind_int64(statement_.get(), slot, column.ints[row]);
  } else if (column.type == Type::real) {
    code = sqlite3_bind_double(statement_.get(), slot, column.reals[row]);
  } else {
    return bind_bytes(slot, column.bytes[row], column.type == Type::text);
  }
  if (code != SQLITE_OK) return std::unexpected(sqlcipher_error(session_.handle(), code, "bind"));
  return {};
}

Status SqlcipherStatement::step(const RowFn& on_row, bool& more) {
  const SqlcipherRow row(statement_.get());
  for (;;) {
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_DONE) return {};
    if (code != SQLITE_ROW) return std::unexpected(sqlcipher_error(session_.handle(), code, "step"));
    if (!more || !on_row) continue;
    more = on_row(row);
    if (!more && reads_only_) return {};
  }
}

Result<std::int64_t> SqlcipherStatement::run(std::span<const Param> params, const RowFn& on_row) {
  if (running_) return session_.give_up({ErrorCode::invalid_argument, "run: the statement is being read"});
  if (params.size() != slots_.size()) {
    return session_.give_up({ErrorCode::invalid_argument, "run: wrong number of parameters"});
  }
  if (!reads_only_ && session_.in_read_transaction()) {
    return session_.give_up({ErrorCode::invalid_argument, "run: a write in a read transaction"});
  }
  auto* const handle = session_.handle();
  const auto before = sqlite3_total_changes64(handle);
  running_ = true;
  Status status;
  for (std::size_t i = 0; status && i < params.size(); ++i) status = bind(static_cast<int>(i), params[i]);
  bool more = true;
  if (status) status = step(on_row, more);
  sqlite3_reset(statement_.get());
  // The bound views end with the call.
  sqlite3_clear_bindings(statement_.get());
  running_ = false;
  if (!status) return session_.give_up(std::move(status.error()));
  if (reads_only_ || sqlite3_total_changes64(handle) == before) return 0;
  return sqlite3_changes64(handle);
}

Result<std::int64_t> SqlcipherStatement::run_rows(const Batch& batch, const RowFn& on_row) {
  if (running_) return session_.give_up({ErrorCode::invalid_argument, "run_batch: the statement is being read"});
  auto* const handle = session_.handle();
  const std::size_t bound = std::min(slots_.size(), batch.columns.size());
  std::int64_t changed = 0;
  bool more = true;
  running_ = true;
  Status status;
  for (std::size_t row = 0; status && row < batch.rows; ++row) {
    for (std::size_t i = 0; status && i < bound; ++i) status = bind_cell(static_cast<int>(i), batch.columns[i], row);
    if (!status) break;
    const auto before = sqlite3_total_changes64(handle);
    status = step(on_row, more);
    sqlite3_reset(statement_.get());
    if (status && sqlite3_total_changes64(handle) != before) changed += sqlite3_changes64(handle);
    if (!more && reads_only_) break;
  }
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
  running_ = false;
  if (!status) return session_.give_up(std::move(status.error()));
  return changed;
}

}  // namespace guardline::db

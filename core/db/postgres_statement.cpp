// Binding, sending and reading on PostgreSQL. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/postgres_statement.h"

#include "core/db/postgres_wire.h"
#include "core/db/text_check.h"
#include "core/db/tokens.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cstring>

namespace guardline::db {
namespace {

ErrorCode code_of(std::string_view state) {
  const auto kind = state.substr(0, 2);
  if (kind == "23") return ErrorCode::conflict;
  if (state == "57014") return ErrorCode::timeout;
  if (state == "42501" || kind == "28") return ErrorCode::denied;
  if (state == "3D000") return ErrorCode::not_found;
  // Connection, deadlock and serialization, lock not available, server going down or full of connections: try again.
  if (kind == "08" || kind == "40" || state == "55P03" || kind == "57" || state == "53300")
    return ErrorCode::unavailable;
  if (kind == "53" || kind == "54") return ErrorCode::exhausted;
  if (kind == "XX") return state == "XX000" ? ErrorCode::internal : ErrorCode::corrupt;
  if (kind == "58") return ErrorCode::io;
  if (kind == "42" || kind == "22" || kind == "25" || kind == "0A" || kind == "3F") return ErrorCode::invalid_argument;
  return ErrorCode::io;
}

class PostgresRow final : public Row {
 public:
  PostgresRow(const PGresult* result, int row) : result_(result), row_(row) {}

  [[nodiscard]] bool is_null(int column) const override {
    assert(column >= 0 && column < PQnfields(result_));
    return PQgetisnull(result_, row_, column) != 0;
  }
  [[nodiscard]] std::int64_t int64(int column) const override {
    if (is_null(column)) return 0;
    switch (PQftype(result_, column)) {
      case oid::kBool:
      case oid::kInt2:
      case oid::kInt4:
      case oid::kInt8:
        return get_integer(value(column), size(column));
      case oid::kNumeric: {
        const auto number = get_numeric_integer(bytes(column));
        assert(number.has_value());
        return number.value_or(0);
      }
      default:
        assert(false && "column is not an integer");
        return 0;
    }
  }
  [[nodiscard]] double real(int column) const override {
    if (is_null(column)) return 0;
    switch (PQftype(result_, column)) {
      case oid::kFloat4:
      case oid::kFloat8:
        return get_real(value(column), size(column));
      case oid::kNumeric:
        return get_numeric(bytes(column));
      default:
        return static_cast<double>(int64(column));
    }
  }
  [[nodiscard]] std::string_view text(int column) const override {
    if (is_null(column)) return {};
    [[maybe_unused]] const auto type = PQftype(result_, column);
    assert(type == oid::kText || type == oid::kVarchar || type == oid::kBpchar || type == oid::kName);
    return as_text(bytes(column));
  }
  [[nodiscard]] BytesView blob(int column) const override {
    if (is_null(column)) return {};
    assert(PQftype(result_, column) == oid::kBytea);
    return bytes(column);
  }

 private:
  [[nodiscard]] const char* value(int column) const { return PQgetvalue(result_, row_, column); }
  [[nodiscard]] int size(int column) const { return PQgetlength(result_, row_, column); }
  [[nodiscard]] BytesView bytes(int column) const {
    return as_bytes({value(column), static_cast<std::size_t>(size(column))});
  }
  const PGresult* result_;
  int row_;
};

// Rows changed; the server's tag counts the rows of a query too.
std::int64_t changed_rows(PGresult* result) {
  const std::string_view tag(PQcmdStatus(result));
  if (!tag.starts_with("INSERT") && !tag.starts_with("UPDATE") && !tag.starts_with("DELETE")) return 0;
  const std::string_view digits(PQcmdTuples(result));
  std::int64_t count = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), count);
  return count;
}

unsigned oid_of(const Param& value) {
  struct {
    unsigned operator()(const Null& null) const { return type_oid(null.type); }
    unsigned operator()(std::int64_t) const { return oid::kInt8; }
    unsigned operator()(double) const { return oid::kFloat8; }
    unsigned operator()(std::string_view) const { return oid::kText; }
    unsigned operator()(BytesView) const { return oid::kBytea; }
  } const visitor;
  return std::visit(visitor, value);
}

}  // namespace

Error postgres_error(PGconn* handle, const PGresult* result, std::string_view doing) {
  const char* state = result != nullptr ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
  if (state == nullptr) {
    // No SQLSTATE: libpq itself speaks. Without a connection there was no answer.
    const bool lost = handle == nullptr || PQstatus(handle) != CONNECTION_OK;
    return {lost ? ErrorCode::unavailable : ErrorCode::io,
            std::string(doing) + (lost ? ": the connection to the database is lost" : ": libpq failed")};
  }
  const char* words = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
  std::string text = std::string(doing) + ": SQLSTATE " + state;
  if (words != nullptr && std::strncmp(state, "22", 2) != 0) text.append(", ").append(words);
  return {code_of(state), std::move(text)};
}

PostgresStatement::PostgresStatement(PostgresSession& session, std::string expanded)
    : session_(session), expanded_(std::move(expanded)), parameters_(parameter_count(expanded_)) {}

Result<const char*> PostgresStatement::prepared() {
  std::erase_if(prepared_, [&](const Prepared& p) { return p.generation != session_.generation(); });
  const auto known = std::ranges::find(prepared_, types_, &Prepared::types);
  if (known != prepared_.end()) return known->name.c_str();
  auto name = session_.next_name();
  const PostgresResult result(
      PQprepare(session_.handle(), name.c_str(), expanded_.c_str(), static_cast<int>(types_.size()), types_.data()));
  if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) {
    return std::unexpected(postgres_error(session_.handle(), result.get(), "prepare"));
  }
  prepared_.push_back({types_, std::move(name), session_.generation()});
  return prepared_.back().name.c_str();
}

Status PostgresStatement::bind(std::size_t i, const Param& value) {
  types_[i] = oid_of(value);
  auto& buffer = buffers_[i];
  buffer.clear();
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    put_int64(buffer, *number);
  } else if (const auto* real = std::get_if<double>(&value)) {
    put_real(buffer, *real);
  } else if (std::holds_alternative<Null>(value)) {
    values_[i] = nullptr;
    lengths_[i] = 0;
    return {};
  } else {
    std::string_view bytes;
    if (const auto* text = std::get_if<std::string_view>(&value)) {
      if (!is_bindable_text(*text)) return fail(ErrorCode::invalid_argument, "bind: text is not UTF-8");
      bytes = *text;
    } else {
      bytes = as_text(std::get<BytesView>(value));
    }
    // A null pointer would be NULL: an empty value needs an address.
    values_[i] = bytes.data() == nullptr ? "" : bytes.data();
    lengths_[i] = static_cast<int>(bytes.size());
    return {};
  }
  values_[i] = buffer.data();
  lengths_[i] = static_cast<int>(buffer.size());
  return {};
}

Result<std::int64_t> PostgresStatement::send(const RowFn& on_row) {
  const auto name = prepared();
  if (!name) return std::unexpected(name.error());
  const PostgresResult result(PQexecPrepared(session_.handle(), *name, static_cast<int>(values_.size()), values_.data(),
                                             lengths_.data(), formats_.data(), 1));
  const auto status = PQresultStatus(result.get());
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
    return std::unexpected(postgres_error(session_.handle(), result.get(), "run"));
  }
  if (on_row) {
    const int rows = PQntuples(result.get());
    for (int i = 0; i < rows; ++i) {
      if (!on_row(PostgresRow(result.get(), i))) break;
    }
  }
  return changed_rows(result.get());
}

Result<std::int64_t> PostgresStatement::run(std::span<const Param> params, const RowFn& on_row) {
  if (running_) return session_.give_up({ErrorCode::invalid_argument, "run: the statement is being read"});
  if (params.size() != parameters_) {
    return session_.give_up({ErrorCode::invalid_argument, "run: wrong number of parameters"});
  }
  if (auto ok = session_.ensure_connected(); !ok) return std::unexpected(ok.error());
  const auto count = params.size();
  types_.resize(count);
  values_.resize(count);
  lengths_.resize(count);
  formats_.assign(count, 1);
  if (buffers_.size() < count) buffers_.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    if (auto ok = bind(i, params[i]); !ok) return session_.give_up(std::move(ok.error()));
  }
  running_ = true;
  auto changed = send(on_row);
  running_ = false;
  if (!changed) return session_.give_up(std::move(changed.error()));
  return changed;
}

Result<std::int64_t> PostgresStatement::run_rows(const Batch& batch, const RowFn& on_row) {
  if (running_) return session_.give_up({ErrorCode::invalid_argument, "run_batch: the statement is being read"});
  if (auto ok = session_.ensure_connected(); !ok) return std::unexpected(ok.error());
  const auto count = batch.columns.size();
  types_.resize(count);
  values_.resize(count);
  lengths_.resize(count);
  formats_.assign(count, 1);
  if (buffers_.size() < count) buffers_.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    if (auto ok = put_array(buffers_[i], batch.columns[i], batch.rows); !ok) {
      return session_.give_up(std::move(ok.error()));
    }
    types_[i] = array_oid(batch.columns[i].type);
    values_[i] = buffers_[i].data();
    lengths_[i] = static_cast<int>(buffers_[i].size());
  }
  running_ = true;
  auto changed = send(on_row);
  running_ = false;
  if (!changed) return session_.give_up(std::move(changed.error()));
  return changed;
}

}  // namespace guardline::db

// Encodes rows for COPY and sends them. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/postgres_copy.h"

#include "core/db/postgres_statement.h"
#include "core/db/postgres_wire.h"
#include "core/db/text_check.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace guardline::db {
namespace {

constexpr std::string_view kSignature{"PGCOPY\n\377\r\n\0", 11};
constexpr std::int32_t kNull = -1;
constexpr std::size_t kPiece = std::size_t{1} << 20;  // PQputCopyData counts in int

Status put_value(std::vector<char>& out, const Column& column, std::size_t row) {
  if (!column.nulls.empty() && column.nulls[row] != 0) {
    put_int32(out, kNull);
    return {};
  }
  switch (column.type) {
    case Type::int64:
      put_int32(out, 8);
      put_int64(out, column.ints[row]);
      return {};
    case Type::real:
      put_int32(out, 8);
      put_real(out, column.reals[row]);
      return {};
    case Type::text:
      if (!is_bindable_text(column.bytes[row])) return fail(ErrorCode::invalid_argument, "bind: text is not UTF-8");
      break;
    case Type::blob:
      break;
  }
  const auto value = column.bytes[row];
  put_int32(out, static_cast<std::int32_t>(value.size()));
  out.insert(out.end(), value.begin(), value.end());
  return {};
}

}  // namespace

Status put_copy(std::vector<char>& out, const Batch& batch) {
  out.assign(kSignature.begin(), kSignature.end());
  put_int32(out, 0);  // no flags
  put_int32(out, 0);  // no header extension
  for (std::size_t row = 0; row < batch.rows; ++row) {
    put_int16(out, static_cast<std::int16_t>(batch.columns.size()));
    for (const auto& column : batch.columns) {
      if (auto ok = put_value(out, column, row); !ok) return ok;
    }
  }
  put_int16(out, -1);
  return {};
}

Status run_copy(PGconn* handle, const std::string& copy, const std::vector<char>& rows) {
  const PostgresResult begun(PQexec(handle, copy.c_str()));
  if (PQresultStatus(begun.get()) != PGRES_COPY_IN)
    return std::unexpected(postgres_error(handle, begun.get(), "append"));
  bool sent = true;
  for (std::size_t at = 0; at < rows.size() && sent; at += kPiece) {
    sent = PQputCopyData(handle, rows.data() + at, static_cast<int>(std::min(kPiece, rows.size() - at))) == 1;
  }
  if (sent) sent = PQputCopyEnd(handle, nullptr) == 1;
  // The answers are read to their end in any case: what the server refused is said there.
  std::optional<Error> error;
  while (const PostgresResult result{PQgetResult(handle)}) {
    const auto status = PQresultStatus(result.get());
    if (status == PGRES_COPY_IN) break;  // a lost connection would answer so forever
    if (status != PGRES_COMMAND_OK && !error) error = postgres_error(handle, result.get(), "append");
  }
  if (!error && !sent) error = postgres_error(handle, nullptr, "append");
  if (error) return std::unexpected(std::move(*error));
  return {};
}

}  // namespace guardline::db

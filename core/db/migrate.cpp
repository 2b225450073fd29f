// Numbered steps of the schema. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/time.h"
#include "core/db/database.h"

#include <algorithm>

#include <openssl/sha.h>

namespace guardline::db {
namespace {

constexpr std::string_view kTable =
    "CREATE TABLE IF NOT EXISTS schema_migration (component TEXT NOT NULL, number {bigint} NOT NULL, name TEXT NOT "
    "NULL, "
    "checksum {blob} NOT NULL, at {bigint} NOT NULL, PRIMARY KEY (component, number)) {strict} {without_rowid}";

Digest checksum_of(std::string_view sql) {
  Digest digest{};
  SHA256(as_bytes(sql).data(), sql.size(), digest.data());
  return digest;
}

std::string label(std::string_view component, std::int64_t number) {
  return "migration " + std::string(component) + " " + std::to_string(number);
}

// Two hubs may start on one store: the second waits here and then finds the work done. The embedded store's BEGIN
// IMMEDIATE is that lock already.
Status take_turn(Database& database) {
  if (database.dialect() != Dialect::postgres) return {};
  constexpr std::int64_t kLock = 0x677561726473;  // any number, the same in every hub
  auto statement = database.prepare("SELECT pg_advisory_xact_lock($1)");
  if (!statement) return std::unexpected(statement.error());
  auto ran = (*statement)->run({kLock});
  if (!ran) return std::unexpected(ran.error());
  return {};
}

// How many steps the store has; checks each against ours.
Result<std::size_t> applied(Database& database, std::string_view component, std::span<const Migration> steps) {
  auto statement =
      database.prepare("SELECT number, checksum FROM schema_migration WHERE component = $1 ORDER BY number");
  if (!statement) return std::unexpected(statement.error());
  std::size_t count = 0;
  Status verdict;
  auto ran = (*statement)->run({component}, [&](const Row& row) {
    const auto number = row.int64(0);
    if (static_cast<std::size_t>(number) > steps.size()) {
      verdict = fail(ErrorCode::conflict, label(component, number) + " is newer than this program");
    } else if (static_cast<std::size_t>(number) != count + 1) {
      verdict = fail(ErrorCode::corrupt, label(component, number) + " follows a gap");
    } else if (!std::ranges::equal(row.blob(1), checksum_of(steps[count].sql))) {
      verdict = fail(ErrorCode::corrupt, label(component, number) + " was applied with another text");
    }
    ++count;
    return verdict.has_value();
  });
  if (!ran) return std::unexpected(ran.error());
  if (!verdict) return std::unexpected(verdict.error());
  return count;
}

Status record(Database& database, std::string_view component, const Migration& step) {
  auto statement = database.prepare(
      "INSERT INTO schema_migration (component, number, name, checksum, at) VALUES ($1, $2, $3, $4, $5)");
  if (!statement) return std::unexpected(statement.error());
  const auto checksum = checksum_of(step.sql);
  const auto at = to_micros(SystemClock().now());
  auto ran = (*statement)->run({component, std::int64_t{step.number}, step.name, BytesView(checksum), at});
  if (!ran) return std::unexpected(ran.error());
  return {};
}

// Applies the next missing step; says whether there may be more.
Result<bool> advance(Database& database, std::string_view component, std::span<const Migration> steps) {
  auto transaction = Transaction::begin(database);
  if (!transaction) return std::unexpected(transaction.error());
  if (auto ok = take_turn(database); !ok) return std::unexpected(ok.error());
  if (auto ok = database.execute(kTable); !ok) return std::unexpected(ok.error());
  const auto have = applied(database, component, steps);
  if (!have) return std::unexpected(have.error());
  if (*have < steps.size()) {
    const auto& step = steps[*have];
    if (auto ok = database.execute(step.sql); !ok) {
      auto error = ok.error();
      error.message.insert(0, label(component, step.number) + ": ");
      return std::unexpected(std::move(error));
    }
    if (auto ok = record(database, component, step); !ok) return std::unexpected(ok.error());
  }
  if (auto ok = transaction->commit(); !ok) return std::unexpected(ok.error());
  return *have + 1 < steps.size();
}

}  // namespace

Status migrate(Database& database, std::string_view component, std::span<const Migration> steps) {
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (steps[i].number != static_cast<int>(i) + 1) {
      return fail(ErrorCode::invalid_argument, label(component, steps[i].number) + " is out of order");
    }
  }
  for (;;) {
    auto more = advance(database, component, steps);
    if (!more) return std::unexpected(more.error());
    if (!*more) return {};
  }
}

}  // namespace guardline::db

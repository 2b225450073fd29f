// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/vault/plain_search.h"

#include "bench/base/must.h"

namespace guardline::bench {

PlainSearch::PlainSearch(const std::filesystem::path& file, BytesView key) {
  sqlite3* raw = nullptr;
  const int opened = sqlite3_open_v2(file.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
  handle_.reset(raw);
  const auto literal = "x'" + to_hex(key) + "'";
  if (opened != SQLITE_OK ||
      sqlite3_key_v2(raw, "main", literal.data(), static_cast<int>(literal.size())) != SQLITE_OK ||
      sqlite3_exec(raw, "PRAGMA cache_size=-8192;PRAGMA temp_store=2", nullptr, nullptr, nullptr) != SQLITE_OK) {
    give_up("plain search: can't open the file");
  }
  sqlite3_stmt* statement = nullptr;
  const int prepared = sqlite3_prepare_v3(
      raw,
      "SELECT p.investor, p.body, p.words, p.as_of, p.opened_at, p.followed FROM person_search AS s JOIN person AS p "
      "ON p.id = s.rowid WHERE person_search MATCH ?1 AND instr(p.words, ?2) > 0 ORDER BY s.rowid DESC LIMIT ?3",
      -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  statement_.reset(statement);
  if (prepared != SQLITE_OK) give_up(sqlite3_errmsg(raw));
}

PlainSearch::Read PlainSearch::find(const std::string& folded, const std::string& query, int most) {
  auto* statement = statement_.get();
  sqlite3_bind_text(statement, 1, query.data(), static_cast<int>(query.size()), SQLITE_STATIC);
  sqlite3_bind_text(statement, 2, folded.data(), static_cast<int>(folded.size()), SQLITE_STATIC);
  sqlite3_bind_int(statement, 3, most);
  Read read;
  int step = SQLITE_ROW;
  while ((step = sqlite3_step(statement)) == SQLITE_ROW) {
    ++read.hits;
    for (const int column : {0, 1, 2}) {
      if (sqlite3_column_blob(statement, column) == nullptr) give_up("plain search: an empty column");
      read.bytes += static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
    }
    if (sqlite3_column_int64(statement, 3) == 0 || sqlite3_column_int64(statement, 4) == 0) give_up("no time");
    if (sqlite3_column_int64(statement, 5) != 0) give_up("followed");
  }
  if (step != SQLITE_DONE) give_up(sqlite3_errmsg(handle_.get()));
  sqlite3_reset(statement);
  return read;
}

}  // namespace guardline::bench

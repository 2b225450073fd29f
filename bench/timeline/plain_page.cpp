// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/timeline/plain_page.h"

#include "bench/base/must.h"

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

#include <libpq-fe.h>
#include <sqlcipher/sqlite3.h>

namespace guardline::bench {
namespace {

constexpr const char* kPage =
    "SELECT e.entry, e.notice, t.delivery, t.carrier, t.code, e.planned_at, e.drill, t.channel, t.state, t.reason, "
    "t.attempts, t.late, t.resent, t.planned_at, t.handed_at, t.accepted_at, t.ended_at, t.opened_at, t.machine_at, "
    "t.clicked_at, t.replied_at, t.confirmed_at, t.partition, t.seq FROM (SELECT * FROM p_entry WHERE investor = $1 "
    "ORDER BY entry DESC LIMIT $2) AS e JOIN p_track AS t ON t.investor = e.investor AND t.entry = e.entry";
constexpr int kTexts = 5;
constexpr int kColumns = 24;

/// Counts what was read and keeps the compiler from leaving the reading out.
struct Tally {
  PageRead page;
  std::array<char, 16> last{};
  std::size_t bytes{};
  std::uint64_t sum{};

  void row(const void* entry) {
    if (page.tracks++ == 0 || std::memcmp(last.data(), entry, last.size()) != 0) ++page.entries;
    std::memcpy(last.data(), entry, last.size());
  }
  [[nodiscard]] PageRead done() const {
    if (page.tracks != 0 && (bytes == 0 || sum == 0)) give_up("plain page: empty rows");
    return page;
  }
};

class SqlcipherPage final : public PlainPage {
 public:
  SqlcipherPage(const std::string& file, BytesView key) {
    sqlite3* raw = nullptr;
    const int opened = sqlite3_open_v2(file.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    handle_.reset(raw);
    const auto literal = "x'" + to_hex(key) + "'";
    if (opened != SQLITE_OK ||
        sqlite3_key_v2(raw, "main", literal.data(), static_cast<int>(literal.size())) != SQLITE_OK ||
        sqlite3_exec(raw, "PRAGMA cache_size=-16384;PRAGMA temp_store=2", nullptr, nullptr, nullptr) != SQLITE_OK) {
      give_up("plain page: can't open the file");
    }
    sqlite3_stmt* statement = nullptr;
    const int prepared = sqlite3_prepare_v3(raw, kPage, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    statement_.reset(statement);
    if (prepared != SQLITE_OK) give_up(sqlite3_errmsg(raw));
  }

  PageRead read(InvestorId investor, std::size_t max) override {
    auto* statement = statement_.get();
    sqlite3_bind_blob(statement, 1, investor.value.data(), static_cast<int>(investor.value.size()), SQLITE_STATIC);
    sqlite3_bind_int64(statement, 2, static_cast<sqlite3_int64>(max));
    Tally tally;
    int step = SQLITE_ROW;
    while ((step = sqlite3_step(statement)) == SQLITE_ROW) {
      tally.row(sqlite3_column_blob(statement, 0));
      for (int column = 0; column < kTexts; ++column) {
        tally.bytes += static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
      }
      for (int column = kTexts; column < kColumns; ++column) {
        tally.sum += static_cast<std::uint64_t>(sqlite3_column_int64(statement, column));
      }
    }
    if (step != SQLITE_DONE) give_up(sqlite3_errmsg(handle_.get()));
    sqlite3_reset(statement);
    return tally.done();
  }

 private:
  struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  std::unique_ptr<sqlite3, Close> handle_;
  std::unique_ptr<sqlite3_stmt, Close> statement_;
};

class PostgresPage final : public PlainPage {
 public:
  PostgresPage(const std::string& conninfo, const std::string& schema)
      : connection_(PQconnectdb(conninfo.c_str()), &PQfinish) {
    check(PQexec(connection_.get(), ("SET search_path = " + schema).c_str()), PGRES_COMMAND_OK);
    constexpr std::array<Oid, 2> kTypes{17, 20};  // bytea, int8
    check(PQprepare(connection_.get(), "page", kPage, 2, kTypes.data()), PGRES_COMMAND_OK);
  }

  PageRead read(InvestorId investor, std::size_t max) override {
    const std::uint64_t most = std::byteswap(std::uint64_t{max});
    const std::array<const char*, 2> values{as_text(investor.bytes()).data(), reinterpret_cast<const char*>(&most)};
    constexpr std::array<int, 2> kLengths{16, 8};
    constexpr std::array<int, 2> kBinary{1, 1};
    const auto rows =
        check(PQexecPrepared(connection_.get(), "page", 2, values.data(), kLengths.data(), kBinary.data(), 1),
              PGRES_TUPLES_OK);
    Tally tally;
    for (int row = 0; row < PQntuples(rows.get()); ++row) {
      tally.row(PQgetvalue(rows.get(), row, 0));
      for (int column = 0; column < kTexts; ++column) {
        tally.bytes += static_cast<std::size_t>(PQgetlength(rows.get(), row, column));
      }
      for (int column = kTexts; column < kColumns; ++column) {
        std::uint64_t number = 0;
        std::memcpy(&number, PQgetvalue(rows.get(), row, column), sizeof number);
        tally.sum += std::byteswap(number);
      }
    }
    return tally.done();
  }

 private:
  using Rows = std::unique_ptr<PGresult, decltype(&PQclear)>;
  Rows check(PGresult* result, ExecStatusType wanted) {
    Rows rows(result, &PQclear);
    if (PQresultStatus(result) != wanted) give_up(PQerrorMessage(connection_.get()));
    return rows;
  }
  std::unique_ptr<PGconn, decltype(&PQfinish)> connection_;
};

}  // namespace

std::unique_ptr<PlainPage> plain_sqlcipher_page(const std::string& file, BytesView key) {
  return std::make_unique<SqlcipherPage>(file, key);
}

std::unique_ptr<PlainPage> plain_postgres_page(const std::string& conninfo, const std::string& schema) {
  return std::make_unique<PostgresPage>(conninfo, schema);
}

}  // namespace guardline::bench

// What only the server promises. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/postgres_wire.h"
#include "tests/db/stores.h"

#include <atomic>
#include <cmath>
#include <thread>

#include <libpq-fe.h>

namespace guardline::db {
namespace {

using testing::ElementsAre;

class OnPostgres : public testing::Test {
 protected:
  void SetUp() override {
    auto fresh = test_support::fresh_postgres();
    ASSERT_TRUE(ok(fresh));
    options_ = *fresh;
    database_ = open();
    ASSERT_TRUE(ok(database_->execute("CREATE TABLE t (id {bigint} PRIMARY KEY, s TEXT)")));
  }
  std::unique_ptr<Database> open() const {
    auto opened = open_postgres(options_);
    EXPECT_TRUE(ok(opened));
    return opened ? std::move(*opened) : nullptr;
  }
  static std::vector<std::int64_t> ints(Database& database, const std::string& sql) {
    std::vector<std::int64_t> found;
    auto statement = database.prepare(sql);
    EXPECT_TRUE(ok(statement));
    EXPECT_TRUE(ok((*statement)->run({}, [&](const Row& row) { return found.push_back(row.int64(0)), true; })));
    return found;
  }
  // Ends the server's side of a connection, as a network cut or a fail-over would.
  void kill(Database& victim) {
    const auto pid = ints(victim, "SELECT pg_backend_pid()").at(0);
    const auto killer = open();
    auto statement = killer->prepare("SELECT pg_terminate_backend(CAST($1 AS INTEGER), 5000)");
    ASSERT_TRUE(ok(statement));
    ASSERT_TRUE(ok((*statement)->run({pid})));
  }
  static Result<std::int64_t> insert(Database& database, std::int64_t id) {
    auto statement = database.prepare("INSERT INTO t (id) VALUES ($1)");
    if (!statement) return std::unexpected(statement.error());
    return (*statement)->run({id});
  }
  PostgresOptions options_;
  std::unique_ptr<Database> database_;
};

TEST_F(OnPostgres, EachStateOfTheServerHasItsCode) {
  using enum ErrorCode;
  const std::pair<const char*, ErrorCode> states[] = {{"23505", conflict},
                                                      {"23503", conflict},
                                                      {"57014", timeout},
                                                      {"42501", denied},
                                                      {"28000", denied},
                                                      {"28P01", denied},
                                                      {"3D000", not_found},
                                                      {"08006", unavailable},
                                                      {"40001", unavailable},
                                                      {"40P01", unavailable},
                                                      {"55P03", unavailable},
                                                      {"57P03", unavailable},
                                                      {"53300", unavailable},
                                                      {"53100", exhausted},
                                                      {"53200", exhausted},
                                                      {"54000", exhausted},
                                                      {"XX000", internal},
                                                      {"XX001", corrupt},
                                                      {"XX002", corrupt},
                                                      {"58030", io},
                                                      {"42P01", invalid_argument},
                                                      {"22003", invalid_argument},
                                                      {"25006", invalid_argument},
                                                      {"0A000", invalid_argument},
                                                      {"3F000", invalid_argument},
                                                      {"P0001", io},
                                                      {"55000", io}};
  for (const auto& [state, code] : states) {
    const auto raised =
        database_->execute("DO 'BEGIN RAISE EXCEPTION ''words'' USING ERRCODE = ''" + std::string(state) + "''; END'");
    ASSERT_FALSE(raised) << state;
    EXPECT_EQ(raised.error().code, code) << state;
    EXPECT_NE(raised.error().message.find(state), std::string::npos);
    // Errors about data quote the data.
    EXPECT_EQ(raised.error().message.find("words") == std::string::npos, std::string_view(state).starts_with("22"));
  }
  EXPECT_THAT(ints(*database_, "SELECT count(*) FROM t"), ElementsAre(0)) << "and goes on";
}

TEST_F(OnPostgres, ALostConnectionInCommitIsUnavailableAndReadsBack) {
  ASSERT_TRUE(ok(database_->begin()));
  ASSERT_TRUE(ok(insert(*database_, 1)));
  kill(*database_);
  EXPECT_EQ(code_of(database_->commit()), ErrorCode::unavailable);
  EXPECT_FALSE(database_->in_transaction());
  // The same object connects again, and its statements are prepared again.
  EXPECT_THAT(ints(*database_, "SELECT id FROM t"), ElementsAre());
  ASSERT_TRUE(ok(database_->begin()));
  ASSERT_TRUE(ok(insert(*database_, 2)));
  ASSERT_TRUE(ok(database_->commit()));
  EXPECT_THAT(ints(*database_, "SELECT id FROM t"), ElementsAre(2));
}

TEST_F(OnPostgres, ALostConnectionInAStatementIsUnavailable) {
  ASSERT_TRUE(ok(database_->begin()));
  kill(*database_);
  EXPECT_EQ(code_of(insert(*database_, 1)), ErrorCode::unavailable);
  EXPECT_FALSE(database_->in_transaction());
  database_->rollback();
  EXPECT_TRUE(ok(database_->begin()));
}

TEST_F(OnPostgres, NoServerIsUnavailable) {
  EXPECT_EQ(code_of(open_postgres({.conninfo = "host=/nonexistent-folder dbname=x", .schema = "s"})),
            ErrorCode::unavailable);
  EXPECT_EQ(code_of(open_postgres({.conninfo = options_.conninfo, .schema = ""})), ErrorCode::invalid_argument);
}

TEST_F(OnPostgres, ASchemaIsASeparateStore) {
  auto other = test_support::fresh_postgres();
  ASSERT_TRUE(ok(other));
  other->schema += "-with \"quotes\"";
  const auto apart = open_postgres(*other);
  ASSERT_TRUE(ok(apart));
  EXPECT_EQ(code_of(insert(**apart, 1)), ErrorCode::invalid_argument);
}

TEST_F(OnPostgres, ALockThatIsHeldIsUnavailable) {
  ASSERT_TRUE(ok(insert(*database_, 1)));
  ASSERT_TRUE(ok(database_->begin()));
  EXPECT_THAT(ints(*database_, "SELECT id FROM t WHERE id = 1 {lock}"), ElementsAre(1));
  const auto other = open();
  ASSERT_TRUE(ok(other->execute("SET lock_timeout TO '20ms'")));
  auto statement = other->prepare("SELECT id FROM t WHERE id = 1 {lock}");
  ASSERT_TRUE(ok(statement));
  EXPECT_EQ(code_of((*statement)->run()), ErrorCode::unavailable);
}

TEST_F(OnPostgres, MigrationsOfSeveralHubsTakeTurns) {
  constexpr std::array<Migration, 2> steps{
      {{1, "one", "CREATE TABLE one (x {bigint})"}, {2, "two", "INSERT INTO one VALUES (1)"}}};
  auto shared = test_support::fresh_postgres();
  ASSERT_TRUE(ok(shared));
  std::atomic<int> good{0};
  std::vector<std::thread> hubs;
  for (int i = 0; i < 4; ++i) {
    hubs.emplace_back([&] {
      auto database = open_postgres(*shared);
      if (database && migrate(**database, "hub", steps)) ++good;
    });
  }
  for (auto& hub : hubs) hub.join();
  EXPECT_EQ(good, 4);
  const auto database = open_postgres(*shared);
  ASSERT_TRUE(ok(database));
  EXPECT_THAT(ints(**database, "SELECT x FROM one"), ElementsAre(1));
}

TEST_F(OnPostgres, ScrubLeavesNoTraceOfWhatWasDeletedInTheHeap) {
  ASSERT_TRUE(ok(database_->execute("CREATE EXTENSION IF NOT EXISTS pageinspect SCHEMA pg_catalog")));
  ASSERT_TRUE(
      ok(database_->execute("INSERT INTO t VALUES (1, 'keep-this-one'), (2, 'and this'), (3, 'canary-erase-me')")));
  const auto traces = [&](const std::string& text) {
    return ints(*database_,
                "SELECT count(*) FROM generate_series(0, CAST(pg_relation_size('t') / 8192 - 1 AS INTEGER)) AS p(n) "
                "WHERE position(CAST('" +
                    text + "' AS {blob}) IN get_raw_page('t', p.n)) > 0")
        .at(0);
  };
  ASSERT_TRUE(ok(database_->execute("DELETE FROM t WHERE id = 3")));
  EXPECT_EQ(traces("canary-erase-me"), 1);
  ASSERT_TRUE(ok(database_->scrub("t")));
  EXPECT_EQ(traces("canary-erase-me"), 0);
  EXPECT_EQ(traces("keep-this-one"), 1);
  EXPECT_THAT(ints(*database_, "SELECT id FROM t ORDER BY id"), ElementsAre(1, 2));
  EXPECT_EQ(code_of(database_->scrub("nowhere")), ErrorCode::invalid_argument);
}

TEST_F(OnPostgres, NumericsReadExactly) {
  EXPECT_THAT(ints(*database_,
                   "SELECT x FROM (VALUES (CAST('0' AS NUMERIC)), (1), (-10000), (9223372036854775807), "
                   "(-9223372036854775808), (100000000), (12345678.000)) AS v(x)"),
              ElementsAre(0, 1, -10000, INT64_MAX, INT64_MIN, 100000000, 12345678));
  std::vector<double> reals;
  auto statement =
      database_->prepare("SELECT x FROM (VALUES (CAST('0.5' AS NUMERIC)), (-1234.0625), (0.00001)) AS v(x)");
  ASSERT_TRUE(ok(statement));
  ASSERT_TRUE(ok((*statement)->run({}, [&](const Row& row) { return reals.push_back(row.real(0)), true; })));
  EXPECT_THAT(reals, ElementsAre(testing::DoubleEq(0.5), testing::DoubleEq(-1234.0625), testing::DoubleEq(1e-5)));
}

TEST(Numeric, FractionsAndGiantsAreNoInteger) {
  const auto numeric = [](std::initializer_list<int> words) {
    Bytes bytes;
    for (const int word : words) {
      bytes.push_back(static_cast<std::uint8_t>(word >> 8));
      bytes.push_back(static_cast<std::uint8_t>(word & 0xFF));
    }
    return bytes;
  };
  // digits, weight, sign, scale, then the digits in base 10,000
  EXPECT_EQ(get_numeric_integer(numeric({2, 0, 0, 1, 7, 5000})), std::nullopt);
  EXPECT_EQ(get_numeric_integer(numeric({1, -1, 0, 1, 5000})), std::nullopt);
  EXPECT_EQ(get_numeric_integer(numeric({1, 4, 0, 0, 9999})), std::nullopt);
  EXPECT_EQ(get_numeric_integer(numeric({1, 5, 0, 0, 1})), std::nullopt);
  EXPECT_EQ(get_numeric_integer(numeric({1, 1, 0x4000, 0, 3})), -30000);
  EXPECT_EQ(get_numeric_integer(numeric({0, 0, 0xC000, 0})), std::nullopt);
  EXPECT_TRUE(std::isnan(get_numeric(numeric({0, 0, 0xC000, 0}))));
  EXPECT_EQ(get_numeric_integer(numeric({3, 0, 0})), std::nullopt);
}

}  // namespace
}  // namespace guardline::db

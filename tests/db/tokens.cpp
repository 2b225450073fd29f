// The tokens of the shared SQL. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/tokens.h"

#include "tests/db/stores.h"

#include <array>

namespace guardline::db {
namespace {

constexpr std::array<RowColumn, 2> kRows{{{"a", Type::int64}, {"b", Type::blob}}};

std::string lite(std::string_view sql, std::span<const RowColumn> rows = {}) {
  const auto expanded = expand(Dialect::sqlcipher, sql, rows);
  return expanded ? *expanded : "error: " + expanded.error().message;
}
std::string pg(std::string_view sql, std::span<const RowColumn> rows = {}) {
  const auto expanded = expand(Dialect::postgres, sql, rows);
  return expanded ? *expanded : "error: " + expanded.error().message;
}

TEST(Tokens, TypesDiffer) {
  EXPECT_EQ(lite("a {bigint}, b {blob}, c {real}, d {textsearch}"), "a INTEGER, b BLOB, c REAL, d TEXT");
  EXPECT_EQ(pg("a {bigint}, b {blob}, c {real}, d {textsearch}"), "a BIGINT, b BYTEA, c DOUBLE PRECISION, d TSVECTOR");
}

TEST(Tokens, TableOptionsGetTheirComma) {
  for (const auto* sql : {"t (a) {strict} {without_rowid};", "t (a) {strict}, {without_rowid};",
                          "t (a) {strict}{without_rowid};", "t (a) {strict} ,\n {without_rowid};"}) {
    EXPECT_EQ(lite(sql), "t (a) STRICT, WITHOUT ROWID;");
    EXPECT_EQ(pg(sql), "t (a) ;");
  }
  EXPECT_EQ(lite("t (a) {strict}"), "t (a) STRICT");
  EXPECT_EQ(lite("t (a) {without_rowid}"), "t (a) WITHOUT ROWID");
  EXPECT_EQ(pg("t (a) {without_rowid}"), "t (a) ");
}

TEST(Tokens, IncludeAndLockAreForPostgresOnly) {
  EXPECT_EQ(lite("ON t (a) {include(b, c)}"), "ON t (a) ");
  EXPECT_EQ(pg("ON t (a) {include(b, c)}"), "ON t (a) INCLUDE (b, c)");
  EXPECT_EQ(lite("SELECT a FROM t {lock}"), "SELECT a FROM t ");
  EXPECT_EQ(pg("SELECT a FROM t {lock}"), "SELECT a FROM t FOR UPDATE");
}

TEST(Tokens, ALoneRowSourceBecomesParametersOnSqlite) {
  constexpr std::string_view insert =
      "INSERT INTO t (a, b) SELECT r.a, r.b FROM {rows} AS r WHERE true ON CONFLICT (a) DO NOTHING";
  EXPECT_EQ(lite(insert, kRows), "INSERT INTO t (a, b) VALUES ( $1, $2 ) ON CONFLICT (a) DO NOTHING");
  EXPECT_EQ(pg(insert, kRows),
            "INSERT INTO t (a, b) SELECT r.a, r.b FROM unnest(CAST($1 AS bigint[]), CAST($2 AS bytea[])) AS r(a, b) "
            "WHERE true ON CONFLICT (a) DO NOTHING");
  EXPECT_EQ(lite("UPDATE t SET b = r.b FROM {rows} AS r WHERE t.a = r.a", kRows),
            "UPDATE t SET b = $2  WHERE t.a = $1");
  EXPECT_EQ(lite("SELECT x FROM (SELECT r.a AS x FROM {rows} AS r)", kRows), "SELECT x FROM (SELECT $1 AS x )");
}

TEST(Tokens, OnlyAPlainInsertBecomesValues) {
  EXPECT_EQ(lite("INSERT INTO t (a) SELECT r.a FROM {rows} AS r", kRows), "INSERT INTO t (a) VALUES ( $1 )");
  EXPECT_EQ(lite("INSERT INTO t (a) SELECT r.a FROM {rows} AS r RETURNING a", kRows),
            "INSERT INTO t (a) VALUES ( $1 ) RETURNING a");
  EXPECT_EQ(lite("INSERT INTO t (a) SELECT r.a FROM {rows} AS r WHERE r.b IS NULL", kRows),
            "INSERT INTO t (a) SELECT $1  WHERE $2 IS NULL");
  EXPECT_EQ(lite("INSERT INTO t (a) SELECT r.a FROM {rows} AS r WHERE true AND r.a > 1", kRows),
            "INSERT INTO t (a) SELECT $1  WHERE true AND $1 > 1");
  EXPECT_EQ(lite("INSERT INTO t (a) SELECT DISTINCT r.a FROM {rows} AS r", kRows),
            "INSERT INTO t (a) SELECT DISTINCT $1 ");
  EXPECT_EQ(lite("INSERT INTO t (a) SELECT x FROM u WHERE x IN (SELECT r.a FROM {rows} AS r)", kRows),
            "INSERT INTO t (a) SELECT x FROM u WHERE x IN ( $1 )");
  EXPECT_EQ(lite("INSERT INTO t (a) SELECT 1 UNION ALL SELECT r.a FROM {rows} AS r", kRows),
            "INSERT INTO t (a) SELECT 1 UNION ALL SELECT $1 ");
}

TEST(Tokens, AListOfOneColumnBecomesTheParameter) {
  EXPECT_EQ(lite("DELETE FROM t WHERE a IN (SELECT r.a FROM {rows} AS r)", kRows), "DELETE FROM t WHERE a IN ( $1 )");
  EXPECT_EQ(lite("DELETE FROM t WHERE a NOT IN ( SELECT r.b FROM {rows} AS r )", kRows),
            "DELETE FROM t WHERE a NOT IN (  $2  )");
  EXPECT_EQ(lite("DELETE FROM t WHERE a IN (SELECT DISTINCT r.a FROM {rows} AS r)", kRows),
            "DELETE FROM t WHERE a IN (SELECT DISTINCT $1 )");
  EXPECT_EQ(lite("DELETE FROM t WHERE (a, b) IN (SELECT r.a, r.b FROM {rows} AS r)", kRows),
            "DELETE FROM t WHERE (a, b) IN (SELECT $1, $2 )");
  EXPECT_EQ(lite("DELETE FROM t WHERE a IN (SELECT r.a FROM {rows} AS r WHERE r.b IS NULL)", kRows),
            "DELETE FROM t WHERE a IN (SELECT $1  WHERE $2 IS NULL)");
  EXPECT_EQ(lite("DELETE FROM t WHERE a IN (1, (SELECT r.a FROM {rows} AS r))", kRows),
            "DELETE FROM t WHERE a IN (1, (SELECT $1 ))");
}

TEST(Tokens, AJoinedRowSourceStaysOne) {
  EXPECT_EQ(lite("SELECT r.a FROM {rows} AS r JOIN t ON t.a = r.a", kRows),
            "SELECT r.a FROM (SELECT $1 AS a, $2 AS b) AS r JOIN t ON t.a = r.a");
  EXPECT_EQ(lite("SELECT r.a FROM t, {rows} AS r WHERE t.a = r.a", kRows),
            "SELECT r.a FROM t, (SELECT $1 AS a, $2 AS b) AS r WHERE t.a = r.a");
  EXPECT_EQ(lite("SELECT r.a FROM {rows} AS r, t", kRows), "SELECT r.a FROM (SELECT $1 AS a, $2 AS b) AS r, t");
}

TEST(Tokens, OtherNamesThatEndAlikeAreLeftAlone) {
  EXPECT_EQ(lite("SELECT r.a, tr.a, r.ab, r.b FROM {rows} AS r", kRows), "SELECT $1, tr.a, r.ab, $2 ");
}

TEST(Tokens, QuotesAndCommentsAreLeftAlone) {
  constexpr std::string_view sql = "SELECT '{blob} '' :: {rows}', \"{x}\" -- {y} ::\n, /* {z} :: */ 1";
  EXPECT_EQ(lite(sql), sql);
  EXPECT_EQ(pg(sql), sql);
  EXPECT_EQ(lite("SELECT 'r.a', r.a FROM {rows} AS r", kRows), "SELECT 'r.a', $1 ");
}

TEST(Tokens, MistakesAreNamed) {
  for (const auto dialect : {Dialect::sqlcipher, Dialect::postgres}) {
    EXPECT_EQ(code_of(expand(dialect, "SELECT $1::bigint")), ErrorCode::invalid_argument);
    EXPECT_EQ(code_of(expand(dialect, "SELECT {unknown}")), ErrorCode::invalid_argument);
    EXPECT_EQ(code_of(expand(dialect, "SELECT {bigint")), ErrorCode::invalid_argument);
    EXPECT_EQ(code_of(expand(dialect, "SELECT r.a FROM {rows} AS r")), ErrorCode::invalid_argument);
    EXPECT_EQ(code_of(expand(dialect, "SELECT a FROM {rows}", kRows)), ErrorCode::invalid_argument);
    EXPECT_EQ(code_of(expand(dialect, "SELECT a FROM {rows} r", kRows)), ErrorCode::invalid_argument);
  }
}

TEST(Tokens, ParametersAreCountedOutsideQuotes) {
  EXPECT_EQ(parameter_count("SELECT 1"), 0U);
  EXPECT_EQ(parameter_count("SELECT $2, $11, '$99', a$50 -- $77"), 11U);
}

}  // namespace
}  // namespace guardline::db

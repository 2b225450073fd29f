// What is bound comes back. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/db/stores.h"

#include <limits>

namespace guardline::db {
namespace {

using testing::ElementsAre;

class Values : public BothStores {
 protected:
  void SetUp() override {
    BothStores::SetUp();
    ASSERT_TRUE(
        ok(db().execute("CREATE TABLE v (id {bigint} PRIMARY KEY, n {bigint}, r {real}, t TEXT, b {blob}) {strict}")));
  }
};

TEST_P(Values, ParametersKeepTheirNumbersWhateverTheirOrder) {
  ASSERT_TRUE(ok(run("INSERT INTO v (n, id) VALUES ($2, $1)", {std::int64_t{1}, std::int64_t{20}})));
  EXPECT_THAT(rows("SELECT id, n FROM v", {}, {Type::int64, Type::int64}), ElementsAre("1|20"));
  EXPECT_THAT(rows("SELECT $3 - $1 * $2 + $1", {std::int64_t{2}, std::int64_t{3}, std::int64_t{100}}),
              ElementsAre("96"));
}

TEST_P(Values, TheSameParameterMayStandTwice) {
  ASSERT_TRUE(ok(run("INSERT INTO v (id, n) VALUES ($1, $1)", {std::int64_t{7}})));
  EXPECT_THAT(rows("SELECT id, n FROM v WHERE n = $1 AND id = $1", {std::int64_t{7}}, {Type::int64, Type::int64}),
              ElementsAre("7|7"));
}

TEST_P(Values, NullsOfEveryTypeComeBackAsNull) {
  ASSERT_TRUE(ok(run("INSERT INTO v (id, n, r, t, b) VALUES (1, $1, $2, $3, $4)",
                     {Null{Type::int64}, Null{Type::real}, Null{Type::text}, Null{Type::blob}})));
  EXPECT_THAT(rows("SELECT n, r, t, b FROM v", {}, {Type::int64, Type::real, Type::text, Type::blob}),
              ElementsAre("null|null|null|null"));
  EXPECT_THAT(rows("SELECT CASE WHEN $1 IS NULL THEN 1 ELSE 0 END", {Null{Type::text}}), ElementsAre("1"));
}

TEST_P(Values, ANullReadsAsNothing) {
  auto statement = db().prepare("SELECT n, r, t, b FROM v");
  ASSERT_TRUE(ok(statement));
  ASSERT_TRUE(ok(run("INSERT INTO v (id) VALUES (1)")));
  int seen = 0;
  ASSERT_TRUE(ok((*statement)->run({}, [&](const Row& row) {
    EXPECT_EQ(row.int64(0), 0);
    EXPECT_EQ(row.real(1), 0.0);
    EXPECT_EQ(row.text(2), "");
    EXPECT_TRUE(row.blob(3).empty());
    ++seen;
    return true;
  })));
  EXPECT_EQ(seen, 1);
}

TEST_P(Values, IntegersKeepAll64Bits) {
  for (const auto value : {std::numeric_limits<std::int64_t>::min(), std::int64_t{-1}, std::int64_t{0},
                           std::int64_t{1} << 40, std::numeric_limits<std::int64_t>::max()}) {
    ASSERT_TRUE(ok(run("DELETE FROM v")));
    ASSERT_TRUE(ok(run("INSERT INTO v (id) VALUES ($1)", {value})));
    EXPECT_THAT(rows("SELECT id FROM v"), ElementsAre(std::to_string(value)));
  }
}

TEST_P(Values, RealsKeepTheirBits) {
  for (const auto value : {0.1, -1e300, 5e-324, 1.0 / 3}) {
    double back = 0;
    auto statement = db().prepare("SELECT CAST($1 AS {real})");
    ASSERT_TRUE(ok(statement));
    ASSERT_TRUE(ok((*statement)->run({value}, [&](const Row& row) { return back = row.real(0), true; })));
    EXPECT_EQ(back, value);
  }
}

TEST_P(Values, TextBeyondTheBasicPlaneComesBack) {
  // U+20BB7 and U+30EDE are family names; U+9FFF ends the basic block.
  const std::string text = "𠮷野家 𰻞 \U00009FFF 守护台 '\"\\ % {blob}";
  ASSERT_TRUE(ok(run("INSERT INTO v (id, t) VALUES (1, $1)", {std::string_view(text)})));
  EXPECT_THAT(rows("SELECT t FROM v WHERE t = $1", {std::string_view(text)}, {Type::text}), ElementsAre(text));
  EXPECT_THAT(rows("SELECT length(t) FROM v WHERE id = 1"), ElementsAre("24"));
}

TEST_P(Values, EmptyIsNotNull) {
  ASSERT_TRUE(ok(run("INSERT INTO v (id, t, b) VALUES (1, $1, $2)", {std::string_view(), BytesView()})));
  EXPECT_THAT(rows("SELECT id FROM v WHERE t = '' AND b IS NOT NULL"), ElementsAre("1"));
  EXPECT_THAT(rows("SELECT t, b FROM v", {}, {Type::text, Type::blob}), ElementsAre("|"));
}

TEST_P(Values, BlobsHoldEveryByte) {
  Bytes all(256);
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<std::uint8_t>(i);
  ASSERT_TRUE(ok(run("INSERT INTO v (id, b) VALUES (1, $1)", {BytesView(all)})));
  EXPECT_THAT(rows("SELECT b FROM v WHERE b = $1", {BytesView(all)}, {Type::blob}), ElementsAre(to_hex(all)));
}

TEST_P(Values, TextThatIsNotUtf8IsRefused) {
  using namespace std::string_view_literals;
  for (const auto bad : {"\xFF"sv, "ab\xC0\x80"sv, "\xED\xA0\x80"sv, "\xF4\x90\x80\x80"sv, "\xE5\xAE"sv, "a\0b"sv,
                         "12345678\0"sv, "1234567\x80"sv}) {
    EXPECT_EQ(code_of(run("INSERT INTO v (id, t) VALUES (1, $1)", {bad})), ErrorCode::invalid_argument);
  }
  EXPECT_THAT(rows("SELECT count(*) FROM v"), ElementsAre("0"));
}

TEST_P(Values, WrongNumberOfParametersIsRefused) {
  EXPECT_EQ(code_of(run("INSERT INTO v (id, n) VALUES ($1, $2)", {std::int64_t{1}})), ErrorCode::invalid_argument);
  EXPECT_EQ(code_of(run("SELECT n FROM v", {std::int64_t{1}})), ErrorCode::invalid_argument);
}

TEST_P(Values, SumsAndAveragesReadAsNumbers) {
  for (std::int64_t i = 1; i <= 4; ++i) ASSERT_TRUE(ok(run("INSERT INTO v (id, n) VALUES ($1, $2)", {i, i * 100000})));
  EXPECT_THAT(rows("SELECT sum(n), count(*), max(n) FROM v", {}, {Type::int64, Type::int64, Type::int64}),
              ElementsAre("1000000|4|400000"));
  EXPECT_THAT(rows("SELECT sum(-n), sum(n) FILTER (WHERE id > 100) FROM v", {}, {Type::int64, Type::int64}),
              ElementsAre("-1000000|null"));
  EXPECT_THAT(rows("SELECT avg(n), avg(id) FROM v", {}, {Type::real, Type::real}),
              ElementsAre("250000.000000|2.500000"));
}

TEST_P(Values, RowsChangedAreCounted) {
  for (std::int64_t i = 1; i <= 3; ++i) EXPECT_EQ(run("INSERT INTO v (id) VALUES ($1)", {i}), 1);
  EXPECT_EQ(run("UPDATE v SET n = 5 WHERE id >= $1", {std::int64_t{2}}), 2);
  EXPECT_EQ(run("SELECT id FROM v"), 0);
  EXPECT_EQ(run("UPDATE v SET n = 5 WHERE id > 100"), 0);
  EXPECT_EQ(run("INSERT INTO v (id) VALUES (1) ON CONFLICT (id) DO NOTHING"), 0);
  EXPECT_EQ(run("DELETE FROM v"), 3);
}

TEST_P(Values, AReaderMayStopEarlyAndReadAgain) {
  for (std::int64_t i = 1; i <= 3; ++i) ASSERT_TRUE(ok(run("INSERT INTO v (id) VALUES ($1)", {i})));
  auto statement = db().prepare("SELECT id FROM v ORDER BY id");
  ASSERT_TRUE(ok(statement));
  for (int round = 0; round < 2; ++round) {
    int seen = 0;
    ASSERT_TRUE(ok((*statement)->run({}, [&](const Row&) { return ++seen < 2; })));
    EXPECT_EQ(seen, 2);
  }
}

TEST_P(Values, AStatementCanNotRunInsideItself) {
  ASSERT_TRUE(ok(run("INSERT INTO v (id) VALUES (1)")));
  auto statement = db().prepare("SELECT id FROM v");
  ASSERT_TRUE(ok(statement));
  std::optional<ErrorCode> inner;
  ASSERT_TRUE(ok((*statement)->run({}, [&](const Row&) {
    inner = code_of((*statement)->run());
    return true;
  })));
  EXPECT_EQ(inner, ErrorCode::invalid_argument);
}

TEST_P(Values, TheSameTextIsPreparedOnce) {
  const auto first = db().prepare("SELECT n FROM v");
  const auto second = db().prepare(std::string("SELECT n") + " FROM v");
  ASSERT_TRUE(ok(first));
  ASSERT_TRUE(ok(second));
  EXPECT_EQ(*first, *second);
}

TEST_P(Values, OneTextServesParametersOfSeveralTypes) {
  const std::string sql = "SELECT CASE WHEN $1 IS NULL THEN 1 ELSE 0 END";
  EXPECT_THAT(rows(sql, {std::int64_t{1}}), ElementsAre("0"));
  EXPECT_THAT(rows(sql, {std::string_view("x")}), ElementsAre("0"));
  EXPECT_THAT(rows(sql, {Null{Type::blob}}), ElementsAre("1"));
}

TEST_P(Values, CastsOfOneStoreOnlyAreRefused) {
  EXPECT_EQ(code_of(db().prepare("SELECT $1::bigint")), ErrorCode::invalid_argument);
  EXPECT_EQ(code_of(db().execute("CREATE TABLE w (a {bigint} DEFAULT 1::bigint)")), ErrorCode::invalid_argument);
  EXPECT_THAT(rows("SELECT length('a::b')"), ElementsAre("4"));
}

TEST_P(Values, BadSqlIsAnArgumentError) {
  EXPECT_EQ(code_of(run("SELEKT 1")), ErrorCode::invalid_argument);
  EXPECT_EQ(code_of(run("SELECT nothing_like_this FROM v")), ErrorCode::invalid_argument);
  EXPECT_EQ(code_of(run("SELECT \"just a text\" FROM v")), ErrorCode::invalid_argument);
  EXPECT_EQ(code_of(db().execute("CREATE TABLE v (a {nonsense})")), ErrorCode::invalid_argument);
}

TEST_P(Values, ABrokenRuleIsAConflictThatQuotesNoValue) {
  ASSERT_TRUE(ok(run("INSERT INTO v (id) VALUES (4711)")));
  const auto again = run("INSERT INTO v (id) VALUES ($1)", {std::int64_t{4711}});
  EXPECT_EQ(code_of(again), ErrorCode::conflict);
  EXPECT_EQ(again.error().message.find("4711"), std::string::npos) << again.error().message;
}

TEST_P(Values, ForeignKeysHold) {
  ASSERT_TRUE(
      ok(db().execute("CREATE TABLE child (id {bigint} PRIMARY KEY, parent {bigint} REFERENCES v (id)) {strict}")));
  EXPECT_EQ(code_of(run("INSERT INTO child (id, parent) VALUES (1, 99)")), ErrorCode::conflict);
}

GUARDLINE_ON_BOTH_STORES(Values);

}  // namespace
}  // namespace guardline::db

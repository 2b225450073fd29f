// Many rows at once. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/db/stores.h"

#include <deque>

namespace guardline::db {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

constexpr std::string_view kInsert = "INSERT INTO t (id, n, r, s, b) SELECT r.id, r.n, r.r, r.s, r.b FROM {rows} AS r";

class Batches : public BothStores {
 protected:
  void SetUp() override {
    BothStores::SetUp();
    ASSERT_TRUE(
        ok(db().execute("CREATE TABLE t (id {bigint} PRIMARY KEY, n {bigint}, r {real}, s TEXT, b {blob}) "
                        "{strict} {without_rowid}")));
  }
  /// Rows first..first+count-1 with a value in every column.
  Batch full(std::int64_t first, std::size_t count) {
    Batch batch;
    batch.rows = count;
    batch.columns.resize(5);
    batch.columns[0] = {.name = "id", .type = Type::int64};
    batch.columns[1] = {.name = "n", .type = Type::int64};
    batch.columns[2] = {.name = "r", .type = Type::real};
    batch.columns[3] = {.name = "s", .type = Type::text};
    batch.columns[4] = {.name = "b", .type = Type::blob};
    for (std::size_t i = 0; i < count; ++i) {
      const auto id = first + static_cast<std::int64_t>(i);
      kept_.push_back("行" + std::to_string(id));
      batch.columns[0].ints.push_back(id);
      batch.columns[1].ints.push_back(id * 10);
      batch.columns[2].reals.push_back(static_cast<double>(id) / 2);
      batch.columns[3].bytes.push_back(kept_.back());
      batch.columns[4].bytes.push_back(kept_.back());
    }
    return batch;
  }
  static Batch ids(std::vector<std::int64_t> values) {
    Batch batch;
    batch.rows = values.size();
    batch.columns.push_back({.name = "id", .type = Type::int64, .ints = std::move(values)});
    return batch;
  }
  std::deque<std::string> kept_;
};

TEST_P(Batches, InsertsEveryColumnType) {
  EXPECT_EQ(db().run_batch(kInsert, full(1, 3)), 3);
  EXPECT_THAT(rows("SELECT id, n, r, s, b FROM t ORDER BY id", {},
                   {Type::int64, Type::int64, Type::real, Type::text, Type::blob}),
              ElementsAre("1|10|0.500000|行1|e8a18c31", "2|20|1.000000|行2|e8a18c32", "3|30|1.500000|行3|e8a18c33"));
}

TEST_P(Batches, WritesThousandsOfRows) {
  EXPECT_EQ(db().run_batch(kInsert, full(1, 5000)), 5000);
  EXPECT_EQ(db().run_batch(kInsert, full(5001, 1)), 1);
  EXPECT_THAT(rows("SELECT count(*), sum(n) FROM t", {}, {Type::int64, Type::int64}),
              ElementsAre("5001|" + std::to_string(10LL * 5001 * 5002 / 2)));
}

TEST_P(Batches, NullsAreMarkedPerRow) {
  auto batch = full(1, 2);
  for (std::size_t i = 1; i < batch.columns.size(); ++i) batch.columns[i].nulls = {1, 0};
  ASSERT_TRUE(ok(db().run_batch(kInsert, batch)));
  EXPECT_THAT(rows("SELECT n, r, s, b FROM t ORDER BY id", {}, {Type::int64, Type::real, Type::text, Type::blob}),
              ElementsAre("null|null|null|null", "20|1.000000|行2|e8a18c32"));
}

TEST_P(Batches, OnConflictAndReturningSayWhatWasNew) {
  ASSERT_TRUE(ok(db().run_batch(kInsert, full(2, 1))));
  std::vector<std::int64_t> fresh;
  const auto changed = db().run_batch(
      "INSERT INTO t (id) SELECT r.id FROM {rows} AS r WHERE true ON CONFLICT (id) DO NOTHING RETURNING id",
      ids({1, 2, 3}), [&](const Row& row) { return fresh.push_back(row.int64(0)), true; });
  EXPECT_EQ(changed, 2);
  EXPECT_THAT(fresh, UnorderedElementsAre(1, 3));
}

TEST_P(Batches, UpsertSeesTheOldRow) {
  ASSERT_TRUE(ok(db().run_batch(kInsert, full(1, 2))));
  auto batch = ids({1, 2, 3});
  batch.columns.push_back({.name = "n", .type = Type::int64, .ints = {5, 500, 7}});
  const auto changed = db().run_batch(
      "INSERT INTO t (id, n) SELECT r.id, r.n FROM {rows} AS r WHERE true "
      "ON CONFLICT (id) DO UPDATE SET n = excluded.n WHERE t.n < excluded.n",
      batch);
  EXPECT_EQ(changed, 2);
  EXPECT_THAT(rows("SELECT n FROM t ORDER BY id"), ElementsAre("10", "500", "7"));
}

TEST_P(Batches, UpdatesByRow) {
  ASSERT_TRUE(ok(db().run_batch(kInsert, full(1, 3))));
  auto batch = ids({1, 3, 9});
  batch.columns.push_back({.name = "n", .type = Type::int64, .ints = {-1, -3, -9}});
  std::vector<std::int64_t> touched;
  const auto changed =
      db().run_batch("UPDATE t SET n = r.n FROM {rows} AS r WHERE t.id = r.id AND t.n > r.n RETURNING t.id", batch,
                     [&](const Row& row) { return touched.push_back(row.int64(0)), true; });
  EXPECT_EQ(changed, 2);
  EXPECT_THAT(touched, UnorderedElementsAre(1, 3));
  EXPECT_THAT(rows("SELECT n FROM t ORDER BY id"), ElementsAre("-1", "20", "-3"));
}

TEST_P(Batches, DeletesByRow) {
  ASSERT_TRUE(ok(db().run_batch(kInsert, full(1, 4))));
  EXPECT_EQ(db().run_batch("DELETE FROM t WHERE id IN (SELECT r.id FROM {rows} AS r)", ids({2, 4, 6})), 2);
  EXPECT_THAT(rows("SELECT id FROM t ORDER BY id"), ElementsAre("1", "3"));
}

TEST_P(Batches, JoinsRowsWithATable) {
  ASSERT_TRUE(ok(db().run_batch(kInsert, full(1, 3))));
  std::vector<std::int64_t> found;
  ASSERT_TRUE(ok(db().run_batch("SELECT r.id, t.n FROM {rows} AS r JOIN t ON t.id = r.id", ids({3, 1, 8}),
                                [&](const Row& row) { return found.push_back(row.int64(1)), true; })));
  EXPECT_THAT(found, UnorderedElementsAre(30, 10));
}

TEST_P(Batches, IsAllOrNothingOutsideATransaction) {
  EXPECT_EQ(code_of(db().run_batch("INSERT INTO t (id) SELECT r.id FROM {rows} AS r", ids({1, 2, 1}))),
            ErrorCode::conflict);
  EXPECT_FALSE(db().in_transaction());
  EXPECT_THAT(rows("SELECT count(*) FROM t"), ElementsAre("0"));
}

TEST_P(Batches, AppendTakesEveryColumnTypeAndNulls) {
  auto batch = full(1, 3);
  for (std::size_t i = 1; i < batch.columns.size(); ++i) batch.columns[i].nulls = {0, 1, 0};
  ASSERT_TRUE(db().append("t", batch));
  EXPECT_THAT(rows("SELECT id, n, r, s, b FROM t ORDER BY id", {},
                   {Type::int64, Type::int64, Type::real, Type::text, Type::blob}),
              ElementsAre("1|10|0.500000|行1|e8a18c31", "2|null|null|null|null", "3|30|1.500000|行3|e8a18c33"));
  ASSERT_TRUE(db().append("t", full(4, 20'000)));
  EXPECT_THAT(rows("SELECT count(*), max(id) FROM t", {}, {Type::int64, Type::int64}), ElementsAre("20003|20003"));
  ASSERT_TRUE(db().append("t", ids({})));
}

TEST_P(Batches, AppendIsPartOfTheTransaction) {
  ASSERT_TRUE(db().begin());
  ASSERT_TRUE(db().append("t", full(1, 5)));
  EXPECT_THAT(rows("SELECT count(*) FROM t"), ElementsAre("5"));
  db().rollback();
  EXPECT_THAT(rows("SELECT count(*) FROM t"), ElementsAre("0"));
}

TEST_P(Batches, AppendAddsNothingWhereOneKeyIsThere) {
  ASSERT_TRUE(db().append("t", ids({7})));
  ASSERT_TRUE(db().begin());
  EXPECT_EQ(code_of(db().append("t", ids({6, 7, 8}))), ErrorCode::conflict);
  EXPECT_FALSE(db().in_transaction());
  EXPECT_THAT(rows("SELECT id FROM t"), ElementsAre("7"));
  EXPECT_TRUE(db().append("t", ids({8})));  // the connection goes on
}

TEST_P(Batches, AppendRefusesBadTextAndShape) {
  auto batch = full(1, 2);
  batch.columns[3].bytes[1] = "\xff\xfe";
  EXPECT_EQ(code_of(db().append("t", batch)), ErrorCode::invalid_argument);
  auto uneven = full(1, 3);
  uneven.columns[2].reals.pop_back();
  EXPECT_EQ(code_of(db().append("t", uneven)), ErrorCode::invalid_argument);
  EXPECT_FALSE(db().append("no_such_table", ids({1})));
  EXPECT_TRUE(db().append("t", ids({1})));
}

TEST_P(Batches, WritesOnWhenTheReaderHasSeenEnough) {
  int seen = 0;
  EXPECT_EQ(db().run_batch("INSERT INTO t (id) SELECT r.id FROM {rows} AS r RETURNING id", ids({1, 2, 3}),
                           [&](const Row&) { return ++seen, false; }),
            3);
  EXPECT_EQ(seen, 1);
  EXPECT_THAT(rows("SELECT count(*) FROM t"), ElementsAre("3"));
}

TEST_P(Batches, ABatchOfNothingDoesNothing) {
  EXPECT_EQ(db().run_batch("INSERT INTO t (id) SELECT r.id FROM {rows} AS r", ids({})), 0);
}

TEST_P(Batches, TheSameTextTakesOtherColumnTypes) {
  constexpr std::string_view sql = "INSERT INTO t (id, n) SELECT 1, 2 FROM {rows} AS r WHERE r.x IS NULL";
  Batch batch;
  batch.rows = 1;
  batch.columns.push_back({.name = "x", .type = Type::text, .bytes = {"a"}});
  EXPECT_EQ(db().run_batch(sql, batch), 0);
  batch.columns[0] = {.name = "x", .type = Type::blob, .bytes = {std::string_view()}, .nulls = {1}};
  EXPECT_EQ(db().run_batch(sql, batch), 1);
}

TEST_P(Batches, AMisshapenBatchIsRefused) {
  auto uneven = full(1, 3);
  uneven.columns[2].reals.pop_back();
  EXPECT_EQ(code_of(db().run_batch(kInsert, uneven)), ErrorCode::invalid_argument);
  auto nulls = full(1, 3);
  nulls.columns[1].nulls = {1};
  EXPECT_EQ(code_of(db().run_batch(kInsert, nulls)), ErrorCode::invalid_argument);
  EXPECT_EQ(code_of(db().run_batch(kInsert, Batch{})), ErrorCode::invalid_argument);
  auto bad = full(1, 2);
  bad.columns[3].bytes[1] = "\xFF";
  EXPECT_EQ(code_of(db().run_batch(kInsert, bad)), ErrorCode::invalid_argument);
  EXPECT_THAT(rows("SELECT count(*) FROM t"), ElementsAre("0"));
}

GUARDLINE_ON_BOTH_STORES(Batches);

}  // namespace
}  // namespace guardline::db

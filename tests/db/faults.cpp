// The n-th access fails, for every n. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/db/stores.h"

namespace guardline::db {
namespace {

using testing::ElementsAre;

class Faults : public BothStores {
 protected:
  void SetUp() override {
    BothStores::SetUp();
    ASSERT_TRUE(ok(db().execute("CREATE TABLE t (id {bigint} PRIMARY KEY, n {bigint} NOT NULL) {strict}")));
  }

  // Moves a counter and appends a row, both or neither: six accesses.
  static Status work(Database& database, std::int64_t id) {
    auto transaction = Transaction::begin(database);
    if (!transaction) return std::unexpected(transaction.error());
    if (auto ran = run_on(database, "INSERT INTO t (id, n) VALUES ($1, 0)", {id}); !ran) {
      return std::unexpected(ran.error());
    }
    Batch batch;
    batch.rows = 2;
    batch.columns.push_back({.name = "id", .type = Type::int64, .ints = {id + 1, id + 2}});
    if (auto ran = database.run_batch("INSERT INTO t (id, n) SELECT r.id, 1 FROM {rows} AS r", batch); !ran) {
      return std::unexpected(ran.error());
    }
    if (auto done = database.execute("UPDATE t SET n = n + 1"); !done) return done;
    return transaction->commit();
  }
};

TEST_P(Faults, EachAccessFailsOnceAndLeavesNothingHalf) {
  constexpr std::int64_t kAccesses = 6;
  for (std::int64_t fail_at = 1; fail_at <= kAccesses; ++fail_at) {
    std::int64_t accesses = 0;
    const auto broken = with_fault(open(), fail_at, &accesses);
    EXPECT_EQ(broken->dialect(), GetParam());
    EXPECT_EQ(code_of(work(*broken, 10)), ErrorCode::io) << fail_at;
    EXPECT_EQ(accesses, fail_at);
    EXPECT_FALSE(broken->in_transaction()) << fail_at;
    EXPECT_THAT(rows("SELECT count(*) FROM t"), ElementsAre("0")) << fail_at;
    // The next attempt on the same connection succeeds.
    EXPECT_TRUE(ok(work(*broken, 10))) << fail_at;
    EXPECT_THAT(rows("SELECT count(*), sum(n) FROM t", {}, {Type::int64, Type::int64}), ElementsAre("3|5")) << fail_at;
    ASSERT_TRUE(ok(run("DELETE FROM t")));
  }
  std::int64_t accesses = 0;
  const auto sound = with_fault(open(), kAccesses + 1, &accesses);
  EXPECT_TRUE(ok(work(*sound, 10)));
  EXPECT_EQ(accesses, kAccesses);
}

TEST_P(Faults, ZeroNeverFails) {
  std::int64_t accesses = 0;
  const auto sound = with_fault(open(), 0, &accesses);
  for (int i = 0; i < 5; ++i) EXPECT_TRUE(ok(work(*sound, 10 * i)));
  EXPECT_EQ(accesses, 30);
}

TEST_P(Faults, AReadTransactionCountsToo) {
  const auto broken = with_fault(open(), 1, nullptr);
  EXPECT_EQ(code_of(broken->begin_read()), ErrorCode::io);
  EXPECT_TRUE(ok(broken->begin_read()));
  EXPECT_TRUE(broken->in_transaction());
  broken->rollback();
}

GUARDLINE_ON_BOTH_STORES(Faults);

}  // namespace
}  // namespace guardline::db

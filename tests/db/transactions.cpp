// Transactions behave alike on both stores. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/db/stores.h"

namespace guardline::db {
namespace {

using testing::ElementsAre;

class Transactions : public BothStores {
 protected:
  void SetUp() override {
    BothStores::SetUp();
    ASSERT_TRUE(ok(db().execute("CREATE TABLE t (id {bigint} PRIMARY KEY, n {bigint} NOT NULL) {strict}")));
    ASSERT_TRUE(ok(insert(db(), 1)));
  }
  static Result<std::int64_t> insert(Database& database, std::int64_t id) {
    return run_on(database, "INSERT INTO t (id, n) VALUES ($1, 0)", {id});
  }
  static std::vector<std::string> ids(Database& database) { return rows_of(database, "SELECT id FROM t ORDER BY id"); }
};

TEST_P(Transactions, CommitKeepsAndOthersSeeIt) {
  const auto other = open();
  ASSERT_TRUE(ok(db().begin()));
  EXPECT_TRUE(db().in_transaction());
  ASSERT_TRUE(ok(insert(db(), 2)));
  EXPECT_THAT(ids(*other), ElementsAre("1"));
  ASSERT_TRUE(ok(db().commit()));
  EXPECT_FALSE(db().in_transaction());
  EXPECT_THAT(ids(*other), ElementsAre("1", "2"));
}

TEST_P(Transactions, RollbackForgets) {
  ASSERT_TRUE(ok(db().begin()));
  ASSERT_TRUE(ok(insert(db(), 2)));
  db().rollback();
  EXPECT_FALSE(db().in_transaction());
  EXPECT_THAT(ids(db()), ElementsAre("1"));
  db().rollback();
}

TEST_P(Transactions, TheGuardRollsBackUnlessCommitted) {
  {
    auto transaction = Transaction::begin(db());
    ASSERT_TRUE(ok(transaction));
    ASSERT_TRUE(ok(insert(db(), 2)));
  }
  EXPECT_THAT(ids(db()), ElementsAre("1"));
  {
    auto transaction = Transaction::begin(db());
    ASSERT_TRUE(ok(transaction));
    ASSERT_TRUE(ok(insert(db(), 3)));
    ASSERT_TRUE(ok(transaction->commit()));
  }
  EXPECT_THAT(ids(db()), ElementsAre("1", "3"));
}

TEST_P(Transactions, AnyErrorRollsBack) {
  using Step = std::function<std::optional<ErrorCode>()>;
  const std::vector<std::pair<Step, ErrorCode>> errors = {
      {[&] { return code_of(insert(db(), 1)); }, ErrorCode::conflict},
      {[&] { return code_of(run("SELECT nothing FROM t")); }, ErrorCode::invalid_argument},
      {[&] { return code_of(run("SELECT $1", {std::string_view("\xFF")})); }, ErrorCode::invalid_argument},
      {[&] { return code_of(db().prepare("SELECT {nonsense}")); }, ErrorCode::invalid_argument},
      {[&] { return code_of(db().execute("DROP TABLE nowhere")); }, ErrorCode::invalid_argument},
      {[&] { return code_of(db().run_batch("SELECT 1 FROM {rows} AS r", Batch{})); }, ErrorCode::invalid_argument},
      {[&] { return code_of(db().begin()); }, ErrorCode::invalid_argument},
      {[&] { return code_of(db().begin_read()); }, ErrorCode::invalid_argument},
  };
  for (std::size_t i = 0; i < errors.size(); ++i) {
    ASSERT_TRUE(ok(db().begin())) << i;
    ASSERT_TRUE(ok(insert(db(), 2))) << i;
    EXPECT_EQ(errors[i].first(), errors[i].second) << i;
    EXPECT_FALSE(db().in_transaction()) << i;
    EXPECT_EQ(code_of(db().commit()), ErrorCode::invalid_argument) << i;
    EXPECT_THAT(ids(db()), ElementsAre("1")) << i;
  }
}

TEST_P(Transactions, AReaderKeepsItsSnapshot) {
  const auto reader = open();
  ASSERT_TRUE(ok(reader->begin_read()));
  ASSERT_TRUE(ok(insert(db(), 2)));
  EXPECT_THAT(ids(*reader), ElementsAre("1"));
  ASSERT_TRUE(ok(insert(db(), 3)));
  EXPECT_THAT(ids(*reader), ElementsAre("1"));
  ASSERT_TRUE(ok(reader->commit()));
  EXPECT_THAT(ids(*reader), ElementsAre("1", "2", "3"));
}

TEST_P(Transactions, AReadTransactionCanNotWrite) {
  ASSERT_TRUE(ok(db().begin_read()));
  EXPECT_EQ(code_of(insert(db(), 2)), ErrorCode::invalid_argument);
  EXPECT_FALSE(db().in_transaction());
  ASSERT_TRUE(ok(db().begin_read()));
  EXPECT_EQ(code_of(db().execute("CREATE TABLE w (id {bigint})")), ErrorCode::invalid_argument);
  ASSERT_TRUE(ok(db().begin_read()));
  Batch batch;
  batch.rows = 1;
  batch.columns.push_back({.name = "id", .type = Type::int64, .ints = {5}});
  EXPECT_EQ(code_of(db().run_batch("INSERT INTO t (id, n) SELECT r.id, 0 FROM {rows} AS r", batch)),
            ErrorCode::invalid_argument);
  EXPECT_THAT(ids(db()), ElementsAre("1"));
  // The next transaction writes again.
  ASSERT_TRUE(ok(db().begin()));
  ASSERT_TRUE(ok(insert(db(), 2)));
  ASSERT_TRUE(ok(db().commit()));
}

TEST_P(Transactions, ABatchOfQueriesNeitherWritesNorWaitsForAWriter) {
  Batch batch;
  batch.rows = 3;
  batch.columns.push_back({.name = "id", .type = Type::int64, .ints = {1, 5, 1}});
  int seen = 0;
  const auto look = [&](Database& database, bool on) {
    seen = 0;
    return database.run_batch("SELECT t.id FROM {rows} AS r JOIN t ON t.id = r.id", batch,
                              [&](const Row&) { return ++seen, on; });
  };
  const auto reader = open();
  ASSERT_TRUE(ok(reader->begin_read()));
  EXPECT_EQ(look(*reader, true), 0);
  EXPECT_EQ(seen, 2);
  EXPECT_EQ(look(*reader, false), 0);
  EXPECT_EQ(seen, 1);
  ASSERT_TRUE(ok(reader->commit()));
  ASSERT_TRUE(ok(db().begin()));
  ASSERT_TRUE(ok(insert(db(), 5)));
  EXPECT_EQ(look(*reader, true), 0);
  EXPECT_EQ(seen, 2);
  EXPECT_FALSE(reader->in_transaction());
  EXPECT_EQ(look(db(), true), 0);
  EXPECT_EQ(seen, 3);
}

TEST_P(Transactions, SeveralStatementsAtOnceAreOneTransaction) {
  EXPECT_EQ(code_of(db().execute("CREATE TABLE a (x {bigint}); CREATE TABLE t (x {bigint})")),
            ErrorCode::invalid_argument);
  EXPECT_EQ(code_of(run("SELECT x FROM a")), ErrorCode::invalid_argument);
  ASSERT_TRUE(ok(db().execute("CREATE TABLE a (x {bigint}); INSERT INTO a VALUES (1); -- done\n")));
  EXPECT_THAT(rows("SELECT x FROM a"), ElementsAre("1"));
}

TEST_P(Transactions, ScrubWantsNoTransaction) {
  ASSERT_TRUE(ok(db().begin()));
  EXPECT_EQ(code_of(db().scrub("t")), ErrorCode::invalid_argument);
  EXPECT_TRUE(ok(db().scrub("t")));
  EXPECT_TRUE(ok(db().checkpoint()));
}

TEST_P(Transactions, WhatIsCommittedOutlivesTheConnection) {
  ASSERT_TRUE(ok(db().begin()));
  ASSERT_TRUE(ok(insert(db(), 2)));
  ASSERT_TRUE(ok(db().commit()));
  ASSERT_TRUE(ok(db().begin()));
  ASSERT_TRUE(ok(insert(db(), 3)));
  close_all();
  const auto again = open();
  ASSERT_NE(again, nullptr);
  EXPECT_THAT(ids(*again), ElementsAre("1", "2"));
}

GUARDLINE_ON_BOTH_STORES(Transactions);

}  // namespace
}  // namespace guardline::db

// Durability against a disk that loses power. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/db/stores.h"
#include "tests/support/power_cut_vfs.h"

#include <random>

namespace guardline::db {
namespace {

using test_support::Acknowledge;
using test_support::CutMode;
using test_support::CutPlan;

constexpr int kRowsInGroup = 15;

SqlcipherOptions options(const std::string& path, bool full) {
  SqlcipherOptions made;
  made.path = path;
  made.key = test_key();
  made.create = true;
  made.owns_checkpoint = true;
  made.synchronous_full = full;
  return made;
}

// Commits group after group and acknowledges each; ends the child on any error.
void commit_groups(const SqlcipherOptions& with, const Acknowledge& acknowledge) {
  auto database = open_sqlcipher(with);
  // Checkpoints every few groups, so that cuts hit them too.
  if (!database || !(*database)->execute("PRAGMA wal_autocheckpoint=12")) throw std::runtime_error("open");
  for (std::int64_t group = 1; group <= 60; ++group) {
    Batch batch;
    batch.rows = kRowsInGroup;
    batch.columns.resize(2);
    batch.columns[0].name = "grp";
    batch.columns[1].name = "n";
    for (std::int64_t n = 0; n < kRowsInGroup; ++n) {
      batch.columns[0].ints.push_back(group);
      batch.columns[1].ints.push_back(n);
    }
    auto transaction = Transaction::begin(**database);
    if (!transaction || !(*database)->run_batch("INSERT INTO t (grp, n) SELECT r.grp, r.n FROM {rows} AS r", batch) ||
        !transaction->commit()) {
      throw std::runtime_error("commit");
    }
    acknowledge(group);
  }
}

struct Outcome {
  int cut{0};
  int failed{0};
  int lost_runs{0};  ///< runs that lost an acknowledged group
};

// Whole groups only, without a gap; `last` becomes the highest.
void check_store(const std::string& path, std::int64_t& last) {
  std::filesystem::remove(path + "-shm");
  auto database = open_sqlcipher(options(path, true));
  ASSERT_TRUE(ok(database));
  auto check = (*database)->prepare("PRAGMA integrity_check");
  ASSERT_TRUE(ok(check));
  ASSERT_TRUE(ok((*check)->run({}, [](const Row& row) {
    EXPECT_EQ(row.text(0), "ok");
    return true;
  })));
  auto count = (*database)->prepare("SELECT count(*), count(DISTINCT grp), max(grp) FROM t");
  ASSERT_TRUE(ok(count));
  ASSERT_TRUE(ok((*count)->run({}, [&](const Row& row) {
    last = row.int64(2);
    EXPECT_EQ(row.int64(1), last);
    EXPECT_EQ(row.int64(0), last * kRowsInGroup);
    return true;
  })));
}

Outcome cut_many(CutMode mode, bool full, int runs) {
  Outcome outcome;
  std::mt19937_64 random(static_cast<std::uint64_t>(mode) + (full ? 10 : 20));
  for (int i = 0; i < runs; ++i) {
    const TempFolder folder;
    const auto path = folder.file("store.db");
    {
      const auto database = open_sqlcipher(options(path, true));
      EXPECT_TRUE(ok(database));
      if (!database) return outcome;
      EXPECT_TRUE(ok((*database)->execute("CREATE TABLE t (grp {bigint}, n {bigint}, PRIMARY KEY (grp, n)) {strict}")));
    }
    const CutPlan plan{static_cast<std::int64_t>(random() % 250 + 1), mode, random()};
    const auto run = test_support::run_until_cut(plan, [&](const Acknowledge& acknowledge) {
      auto with = options(path, full);
      with.vfs = test_support::power_cut_vfs();
      commit_groups(with, acknowledge);
    });
    std::int64_t last = 0;
    check_store(path, last);
    outcome.cut += run.cut ? 1 : 0;
    outcome.failed += run.failed ? 1 : 0;
    outcome.lost_runs += !run.acknowledged.empty() && run.acknowledged.back() > last ? 1 : 0;
  }
  return outcome;
}

class PowerCut : public testing::TestWithParam<CutMode> {};

TEST_P(PowerCut, LosesNothingThatWasAcknowledged) {
  constexpr int kRuns = 34;
  const auto outcome = cut_many(GetParam(), true, kRuns);
  EXPECT_EQ(outcome.cut, kRuns);
  EXPECT_EQ(outcome.failed, 0);
  EXPECT_EQ(outcome.lost_runs, 0);
}

TEST_P(PowerCut, WithoutASyncAtEachCommitItWouldLose) {
  // The negative control: the same cuts do find a store that acknowledges too early. It still keeps whole groups.
  const auto outcome = cut_many(GetParam(), false, 20);
  EXPECT_EQ(outcome.failed, 0);
  EXPECT_GT(outcome.lost_runs, 0);
}

std::string mode_name(const testing::TestParamInfo<CutMode>& info) {
  switch (info.param) {
    case CutMode::drop_all:
      return "drop_all";
    case CutMode::random_sectors:
      return "random_sectors";
    case CutMode::ordered_prefix:
      return "ordered_prefix";
  }
  return {};
}
INSTANTIATE_TEST_SUITE_P(Modes, PowerCut,
                         testing::Values(CutMode::drop_all, CutMode::random_sectors, CutMode::ordered_prefix),
                         mode_name);

TEST(PowerCutDisk, ACommitReturnsAfterItsSync) {
  for (const bool full : {true, false}) {
    const TempFolder folder;
    auto with = options(folder.file(full ? "full.db" : "normal.db"), full);
    with.vfs = test_support::power_cut_vfs();
    test_support::arm_power_cut({});
    const auto database = open_sqlcipher(with);
    ASSERT_TRUE(ok(database));
    ASSERT_TRUE(ok((*database)->execute("CREATE TABLE t (id {bigint})")));
    for (int i = 0; i < 10; ++i) {
      ASSERT_TRUE(ok((*database)->begin()));
      ASSERT_TRUE(ok((*database)->execute("INSERT INTO t VALUES (1)")));
      ASSERT_TRUE(ok((*database)->commit()));
      const auto waiting = test_support::unsynced_bytes(full ? "full.db-wal" : "normal.db-wal");
      if (full)
        EXPECT_EQ(waiting, 0U);
      else
        EXPECT_GT(waiting, 0U);
    }
    EXPECT_GT(test_support::power_cut_steps(), 20);
  }
}

TEST(PowerCutDisk, AWorkThatEndsFirstIsNoCut) {
  const auto run = test_support::run_until_cut({1, CutMode::drop_all, 1}, [](const Acknowledge& done) { done(5); });
  EXPECT_FALSE(run.cut);
  EXPECT_FALSE(run.failed);
  EXPECT_THAT(run.acknowledged, testing::ElementsAre(5));
  const auto broken = test_support::run_until_cut({}, [](const Acknowledge&) { throw std::runtime_error("x"); });
  EXPECT_TRUE(broken.failed);
}

}  // namespace
}  // namespace guardline::db

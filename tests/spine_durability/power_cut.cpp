// Nothing acknowledged is lost when the power goes. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/spine_durability/runs.h"
#include "tests/support/power_cut_vfs.h"

#include <filesystem>
#include <random>
#include <semaphore>

namespace guardline::spine::test {
namespace {

using test_support::Acknowledge;
using test_support::CutMode;
using test_support::CutPlan;

constexpr std::uint64_t kNumbers = 150;
constexpr std::int64_t kTooEarly = -1;  // acknowledged before the log was synced

/// Commits numbers in bursts of one to six; acknowledges each from the committer's own answer.
void commit_numbers(const Stores& stores, const Acknowledge& acknowledge) {
  SystemClock clock;
  auto spine = Spine::open(stores, test_keys(), clock);
  if (!spine) throw std::runtime_error(spine.error().message);
  std::counting_semaphore<64> answered(0);
  for (std::uint64_t number = 1; number <= kNumbers;) {
    const std::uint64_t burst = 1 + number % 6;
    for (std::uint64_t i = 0; i < burst; ++i, ++number) {
      auto queued = (*spine)->committer().submit(numbered(clock, number), [&, number](Result<Committed> answer) {
        if (answer) {
          if (test_support::unsynced_bytes("-wal") != 0) acknowledge(kTooEarly);
          acknowledge(static_cast<std::int64_t>(number));
        }
        answered.release();
      });
      if (!queued) throw std::runtime_error(queued.error().message);
    }
    for (std::uint64_t i = 0; i < burst; ++i) answered.acquire();
  }
}

struct Outcome {
  int cut{0};
  int failed{0};
  int lost_runs{0};
  int early{0};
};

Outcome cut_many(CutMode mode, bool full, int runs) {
  Outcome outcome;
  const auto vfs = test_support::power_cut_vfs();
  std::mt19937_64 random(static_cast<std::uint64_t>(mode) + (full ? 100 : 200));
  for (int i = 0; i < runs; ++i) {
    Folder folder;
    SystemClock clock;
    const auto made = Spine::init(embedded_stores(folder.path, kFileKey, true), 4, clock);
    EXPECT_TRUE(made) << made.error().message;
    const auto stores = fragile_stores(folder.path, vfs, full);
    const CutPlan plan{static_cast<std::int64_t>(1 + random() % 1200), mode, random()};
    const auto run =
        test_support::run_until_cut(plan, [&](const Acknowledge& acknowledge) { commit_numbers(stores, acknowledge); });
    outcome.cut += run.cut ? 1 : 0;
    outcome.failed += run.failed ? 1 : 0;
    std::filesystem::remove(folder.path + "/spine.db-shm");
    const auto there = numbers_in(folder.path);
    bool lost = false;
    for (const auto number : run.acknowledged) {
      if (number == kTooEarly) {
        ++outcome.early;
      } else {
        lost = lost || !there.contains(static_cast<std::uint64_t>(number));
      }
    }
    outcome.lost_runs += lost ? 1 : 0;
    for (const auto& [number, times] : there) EXPECT_EQ(times, 1) << number;
  }
  return outcome;
}

void expect_nothing_lost(CutMode mode, int runs) {
  const auto outcome = cut_many(mode, true, runs);
  EXPECT_EQ(outcome.lost_runs, 0);
  EXPECT_EQ(outcome.early, 0);
  EXPECT_EQ(outcome.failed, 0);
  EXPECT_GT(outcome.cut, runs / 2) << "too few runs were cut at all";
}

TEST(PowerCut, NothingAcknowledgedIsLostWhenAllUnsyncedGoes) { expect_nothing_lost(CutMode::drop_all, 70); }
TEST(PowerCut, NothingAcknowledgedIsLostWhenRandomSectorsStay) { expect_nothing_lost(CutMode::random_sectors, 70); }
TEST(PowerCut, NothingAcknowledgedIsLostWhenTheLastWriteIsTorn) { expect_nothing_lost(CutMode::ordered_prefix, 60); }

TEST(PowerCut, NegativeControlNormalLosesAcknowledgedGroups) {
  // The same test with synchronous NORMAL must fail, or it proves nothing.
  const auto outcome = cut_many(CutMode::drop_all, false, 25);
  EXPECT_GT(outcome.lost_runs, 5);
  EXPECT_GT(outcome.early, 0);
}

}  // namespace
}  // namespace guardline::spine::test

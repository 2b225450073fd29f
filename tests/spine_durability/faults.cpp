// The n-th access fails, an answer to COMMIT is lost, the disk is full: the committer recovers and never says a wrong
// thing. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/sql.h"
#include "tests/spine_durability/full_disk_vfs.h"
#include "tests/spine_durability/runs.h"

#include <atomic>

namespace guardline::spine::test {
namespace {

/// One script with everything a submission can carry.
std::vector<Submission> script(const Clock& clock) {
  std::vector<Submission> all;
  for (std::uint64_t n = 1; n <= 3; ++n) all.push_back(numbered(clock, n));
  all[1].bodies.push_back({message(1), investor(1), {'b'}});
  all[2].erase.push_back(investor(40));
  Submission tables_only;
  tables_only.also = [](db::Database& d) { return do_sql(d, "UPDATE spine_meta SET made_at = made_at + 1"); };
  all.push_back(std::move(tables_only));
  all.push_back(numbered(clock, 4));
  return all;
}

std::int64_t made_at(const std::string& folder) {
  std::int64_t value = 0;
  auto database = embedded_stores(folder, kFileKey).open(Use::read);
  EXPECT_TRUE(do_sql(**database, "SELECT made_at FROM spine_meta", {}, [&](const db::Row& row) {
    value = row.int64(0);
    return true;
  }));
  return value;
}

/// Wraps the committer's connections; everything else passes.
Stores wrap_commit(const Stores& inner,
                   std::function<std::unique_ptr<db::Database>(std::unique_ptr<db::Database>)> wrap) {
  return {[=](Use use) -> Result<std::unique_ptr<db::Database>> {
    auto opened = inner.open(use);
    if (opened && use == Use::commit) return wrap(std::move(*opened));
    return opened;
  }};
}

TEST(Faults, TheNthAccessFailsForEveryNAndTheCommitterRecovers) {
  std::int64_t last_accesses = 0;
  int while_opening = 0;
  for (std::int64_t n = 1;; ++n) {
    Folder folder;
    SystemClock clock;
    const auto plain = embedded_stores(folder.path, kFileKey, true);
    ASSERT_TRUE(Spine::init(plain, 4, clock));
    const auto before = made_at(folder.path);
    std::int64_t accesses = 0;
    const auto stores = wrap_commit(plain, [&](auto inner) { return db::with_fault(std::move(inner), n, &accesses); });
    auto spine = Spine::open(stores, test_keys(), clock);
    if (!spine) {
      // A fault while opening is told to who opens; trying again works.
      ++while_opening;
      EXPECT_EQ(spine.error().code, ErrorCode::io) << n;
      spine = Spine::open(stores, test_keys(), clock);
      ASSERT_TRUE(spine) << n << spine.error().message;
    }
    for (auto& submission : script(clock)) {
      const auto answer = (*spine)->committer().submit_and_wait(std::move(submission));
      EXPECT_TRUE(answer) << n << ": " << answer.error().message;
    }
    spine->reset();
    const auto there = numbers_in(folder.path);
    EXPECT_EQ(there, (std::map<std::uint64_t, int>{{1, 1}, {2, 1}, {3, 1}, {4, 1}})) << n;
    EXPECT_EQ(made_at(folder.path), before + 1) << n;
    if (accesses < n) {
      last_accesses = n;
      break;
    }
    ASSERT_LT(n, 1000);
  }
  EXPECT_GT(last_accesses, 100);
  EXPECT_GT(while_opening, 10);
}

/// Commits, and then loses the answer.
class LostAnswer final : public db::Database {
 public:
  LostAnswer(std::unique_ptr<db::Database> inner, std::atomic<int>& commits, int lose)
      : inner_(std::move(inner)), commits_(commits), lose_(lose) {}
  db::Dialect dialect() const noexcept override { return inner_->dialect(); }
  Result<db::Statement*> prepare(std::string_view sql) override { return inner_->prepare(sql); }
  Status execute(std::string_view sql) override { return inner_->execute(sql); }
  Result<std::int64_t> run_batch(std::string_view sql, const db::Batch& batch, const db::RowFn& fn) override {
    return inner_->run_batch(sql, batch, fn);
  }
  Status append(std::string_view table, const db::Batch& batch) override { return inner_->append(table, batch); }
  Status begin() override { return inner_->begin(); }
  Status begin_read() override { return inner_->begin_read(); }
  Status commit() override {
    auto ok = inner_->commit();
    if (ok && ++commits_ == lose_) return fail(ErrorCode::unavailable, "the connection broke before the answer came");
    return ok;
  }
  void rollback() noexcept override { inner_->rollback(); }
  bool in_transaction() const noexcept override { return inner_->in_transaction(); }
  Status scrub(std::string_view table) override { return inner_->scrub(table); }
  Status checkpoint() override { return inner_->checkpoint(); }

 private:
  std::unique_ptr<db::Database> inner_;
  std::atomic<int>& commits_;
  int lose_;
};

TEST(Faults, ACommitWhoseAnswerIsLostIsReadBackAndNotDoneTwice) {
  int read_back = 0;
  for (int lose = 1; lose <= 14; ++lose) {
    Folder folder;
    SystemClock clock;
    const auto plain = embedded_stores(folder.path, kFileKey, true);
    ASSERT_TRUE(Spine::init(plain, 4, clock));
    const auto before = made_at(folder.path);
    std::atomic<int> commits{0};
    const auto stores =
        wrap_commit(plain, [&](auto inner) { return std::make_unique<LostAnswer>(std::move(inner), commits, lose); });
    auto spine = Spine::open(stores, test_keys(), clock);
    if (!spine) spine = Spine::open(stores, test_keys(), clock);
    ASSERT_TRUE(spine) << lose << spine.error().message;
    for (auto& submission : script(clock)) {
      const auto answer = (*spine)->committer().submit_and_wait(std::move(submission));
      ASSERT_TRUE(answer) << lose << ": " << answer.error().message;
    }
    read_back += (*spine)->committer().stats().read_backs > 0 ? 1 : 0;
    spine->reset();
    EXPECT_EQ(numbers_in(folder.path), (std::map<std::uint64_t, int>{{1, 1}, {2, 1}, {3, 1}, {4, 1}})) << lose;
    EXPECT_EQ(made_at(folder.path), before + 1) << lose;
  }
  EXPECT_GE(read_back, 5);
}

TEST(Faults, AFullDiskIsSaidAndSpaceHeals) {
  Folder folder;
  SystemClock clock;
  const auto vfs = full_disk_vfs();
  const auto stores = fragile_stores(folder.path, vfs, true);
  set_disk_limit(std::numeric_limits<std::int64_t>::max());
  ASSERT_TRUE(Spine::init(stores, 4, clock));
  auto spine = Spine::open(stores, test_keys(), clock);
  ASSERT_TRUE(spine) << spine.error().message;
  std::set<std::uint64_t> acknowledged;
  std::set<std::uint64_t> refused;
  std::uint64_t number = 0;
  const auto send = [&] {
    ++number;
    const auto answer = (*spine)->committer().submit_and_wait(numbered(clock, number));
    if (answer) {
      acknowledged.insert(number);
    } else {
      EXPECT_EQ(answer.error().code, ErrorCode::exhausted) << answer.error().message;
      refused.insert(number);
    }
  };
  for (int i = 0; i < 20; ++i) send();
  EXPECT_TRUE(refused.empty());
  for (const std::int64_t limit : {100'000, 60'000, 20'000, 130'000, 80'000}) {
    set_disk_limit(limit);
    for (int i = 0; i < 30; ++i) send();
    set_disk_limit(std::numeric_limits<std::int64_t>::max());
    const auto before = refused.size();
    for (int i = 0; i < 10; ++i) send();
    EXPECT_EQ(refused.size(), before) << "no healing after " << limit;
  }
  EXPECT_GT(refused.size(), 20u);
  spine->reset();
  const auto there = numbers_in(folder.path);
  for (const auto n : acknowledged) EXPECT_TRUE(there.contains(n)) << n;
  for (const auto n : refused) EXPECT_FALSE(there.contains(n)) << n;
}

}  // namespace
}  // namespace guardline::spine::test

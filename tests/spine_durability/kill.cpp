// SIGKILL under load, again and again, on one record: every number once, none lost. SPDX-License-Identifier:
// GPL-3.0-or-later
#include "hub/spine/kpi.h"
#include "hub/spine/projector.h"
#include "tests/spine_durability/runs.h"

#include <csignal>
#include <random>
#include <semaphore>

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace guardline::spine::test {
namespace {

/// The hub's part: sends numbers from `first` on until it is killed; the ones not acknowledged before come again under
/// the same idempotency keys.
[[noreturn]] void serve(const std::string& folder, std::uint64_t first, int pipe) {
  SystemClock clock;
  const auto stores = embedded_stores(folder, kFileKey);
  auto spine = Spine::open(stores, test_keys(), clock);
  if (!spine) _exit(3);
  Projector projector((*spine)->stores(), (*spine)->signal(), clock);
  if (!projector.start()) _exit(4);
  std::counting_semaphore<256> slots(24);
  for (std::uint64_t number = first;; ++number) {
    slots.acquire();
    auto queued = (*spine)->committer().submit(numbered(clock, number), [&, number](Result<Committed> answer) {
      if (!answer || ::write(pipe, &number, sizeof number) != sizeof number) _exit(5);
      slots.release();
    });
    if (!queued) _exit(6);
  }
}

void read_acks(int pipe, std::set<std::uint64_t>& acknowledged) {
  std::uint64_t number = 0;
  while (::read(pipe, &number, sizeof number) == sizeof number) acknowledged.insert(number);
}

void run_and_kill(const std::string& folder, std::set<std::uint64_t>& acknowledged, std::mt19937_64& random) {
  // Numbers are acknowledged in order but for what was on its way: go on behind the last gap-free one.
  std::uint64_t first = 1;
  for (const auto number : acknowledged) {
    if (number != first) break;
    ++first;
  }
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    ::close(ends[0]);
    serve(folder, first, ends[1]);
  }
  ::close(ends[1]);
  pollfd wait{ends[0], POLLIN, 0};
  ASSERT_EQ(::poll(&wait, 1, 10'000), 1);  // under load from here on
  ::usleep(static_cast<useconds_t>(random() % 25'000));
  ::kill(child, SIGKILL);
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status)) << "the hub ended by itself: " << WEXITSTATUS(status);
  read_acks(ends[0], acknowledged);
  ::close(ends[0]);
}

TEST(Kill, EveryAcknowledgedNumberIsThereAndEveryNumberOnce) {
  Folder folder;
  SystemClock clock;
  ASSERT_TRUE(Spine::init(embedded_stores(folder.path, kFileKey, true), 4, clock));
  std::set<std::uint64_t> acknowledged;
  std::mt19937_64 random(7);
  for (int run = 1; run <= kill_runs; ++run) {
    run_and_kill(folder.path, acknowledged, random);
    if (testing::Test::HasFatalFailure()) return;
    // The whole record is walked now and then, and at the end.
    const bool last = run == kill_runs;
    if (!last && run % (kill_runs / 5) != 0) continue;
    const auto there = numbers_in(folder.path);
    for (const auto number : acknowledged) EXPECT_TRUE(there.contains(number)) << number << " was lost";
    for (const auto& [number, times] : there) EXPECT_EQ(times, 1) << number << " stands there more than once";
  }
  const auto there = numbers_in(folder.path);
  EXPECT_GT(acknowledged.size(), static_cast<std::size_t>(kill_runs) * 5);
  // The projections, killed as often, count every event exactly once too.
  const auto stores = embedded_stores(folder.path, kFileKey);
  const auto planned = [&] {
    auto snapshot = read_kpi(**stores.open(Use::read_projections), Timestamp{}, Timestamp::max());
    std::int64_t sum = 0;
    for (const auto& bucket : snapshot->buckets) sum += bucket.planned;
    return sum;
  };
  const pid_t child = ::fork();  // the projector has a thread: not in this process
  if (child == 0) {
    CommitSignal signal;
    Projector projector(stores, signal, clock);
    const auto end = Reader(std::move(*stores.open(Use::read))).end();
    _exit(projector.start() && end && projector.wait_for(*end, Micros(30'000'000)) ? 0 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), 0);
  const auto live = planned();
  EXPECT_EQ(live, static_cast<std::int64_t>(there.size()));
  ASSERT_TRUE(rebuild_projections(stores, clock));
  EXPECT_EQ(planned(), live);
}

}  // namespace
}  // namespace guardline::spine::test

// The lease's clock: what moves it and what doesn't. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/lease.h"

#include "app/vault/boot_clock.h"
#include "tests/vault/room.h"

#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace guardline::app {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using test::TwoClocks;

TEST(Lease, RunsByTheMonotonicClock) {
  TwoClocks clock;
  const Lease lease(Lease::granted(clock, hours(72)), clock);
  clock.pass(hours(1));
  EXPECT_EQ(lease.left(), hours(71));
  clock.wall += hours(24 * 365);  // the system's time is moved ahead: no reason to take somebody's copy
  EXPECT_EQ(lease.left(), hours(71));
  EXPECT_FALSE(lease.clock_set_back());
  clock.wall -= hours(24 * 800);
  EXPECT_EQ(lease.left(), hours(71)) << "moved back: it gains nothing";
  EXPECT_TRUE(lease.clock_set_back());
  clock.pass(hours(71));
  EXPECT_TRUE(lease.over());
  EXPECT_EQ(lease.left(), Micros::zero());
}

TEST(Lease, SmallCorrectionsOfTheClockAreNoSettingBack) {
  TwoClocks clock;
  const Lease lease(Lease::granted(clock, hours(72)), clock);
  clock.pass(hours(2));
  clock.wall -= minutes(1);
  EXPECT_FALSE(lease.clock_set_back());
}

TEST(Lease, CountsTheTimeAwayAndKeepsWhatIsSpent) {
  TwoClocks clock;
  const Lease first(Lease::granted(clock, hours(72)), clock);
  clock.pass(hours(10));
  const auto kept = first.record();
  EXPECT_EQ(kept.spent, hours(10));
  clock.pass(hours(5));  // the program is not running
  clock.monotonic = Micros::zero();
  const Lease second(kept, clock);
  EXPECT_EQ(second.left(), hours(57));
}

TEST(Lease, AClockSetBackWhileAwayIsNoticedAndGainsNothing) {
  TwoClocks clock;
  const Lease first(Lease::granted(clock, hours(72)), clock);
  clock.pass(hours(70));
  const auto kept = first.record();
  clock.wall -= hours(60);
  const Lease second(kept, clock);
  EXPECT_EQ(second.left(), hours(2));
  EXPECT_TRUE(second.clock_set_back());
  // Nor by setting it back again and again: the latest time seen stays.
  EXPECT_GE(second.record().last_seen, kept.last_seen);
  clock.wall -= hours(24);
  const Lease third(second.record(), clock);
  EXPECT_LE(third.left(), hours(2));
  EXPECT_TRUE(third.clock_set_back());
}

TEST(Lease, AWallClockMovedBackWhileRunningCountsAllTheSameOverARestart) {
  TwoClocks clock;
  const Lease first(Lease::granted(clock, hours(72)), clock);
  clock.pass(hours(3));
  clock.wall -= hours(48);
  const auto kept = first.record();
  EXPECT_EQ(kept.spent, hours(3));
  clock.wall += hours(48);  // and put right again
  const Lease second(kept, clock);
  EXPECT_EQ(second.left(), hours(69));
}

/// Whatever is done to the system's time, over whatever restarts: it never lasts longer than its length of real
/// running time.
RC_GTEST_PROP(Lease, NeverLastsLongerThanItsLength, ()) {
  TwoClocks clock;
  auto record = Lease::granted(clock, hours(72));
  Micros real{};
  Micros before = record.length;
  for (int i = 0; i < 12; ++i) {
    const Lease lease(record, clock);
    RC_ASSERT(lease.left() <= before);
    const Micros step = minutes(*rc::gen::inRange(0, 600));
    clock.wall += minutes(*rc::gen::inRange(-100000, 100000));
    clock.pass(step);
    real += step;
    RC_ASSERT(lease.left() <= std::max(Micros(hours(72)) - real, Micros::zero()));
    before = lease.left();
    record = lease.record();
    clock.wall += minutes(*rc::gen::inRange(-100000, 100000));
    clock.monotonic = Micros::zero();
  }
}

TEST(BootClock, GoesOn) {
  const BootClock clock;
  const auto first = clock.steady();
  EXPECT_GT(first, Micros::zero());
  EXPECT_GE(clock.steady(), first);
}

}  // namespace
}  // namespace guardline::app

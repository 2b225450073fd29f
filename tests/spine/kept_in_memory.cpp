// What the spine keeps in memory is forgotten with the transaction or connection it was learnt on.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/fold.h"
#include "hub/spine/progress.h"
#include "hub/spine/schema.h"
#include "hub/spine/sealing.h"
#include "tests/spine/fixture.h"
#include "tests/support/breaks.h"

namespace guardline::spine::test {
namespace {

using test_support::Breaks;

TEST(KeptInMemory, AKeyDestroyedWhileTheConnectionWasLostIsNotUsedAgain) {
  Breaks breaks;
  World world(Store::embedded, 2);
  const auto plain = world.stores;
  world.stores = breaks.over(plain, {Use::commit});
  world.open();
  world.commit(one(delivery_event(world.clock, EventKind::delivery_planned, 1, "before")));
  // As another hub would do it that had the partition for a while.
  {
    const auto other = *plain.open(Use::commit);
    ASSERT_TRUE(other->execute("UPDATE data_key SET wrapped = NULL, erased_at = 1"));
  }
  breaks.arm(1);
  world.commit(one(delivery_event(world.clock, EventKind::delivery_intent, 1, "after")));
  ASSERT_TRUE(breaks.broke());
  int seen = 0;
  for (const auto& event : world.all()) {
    if (event.kind != EventKind::delivery_intent) continue;
    ++seen;
    EXPECT_TRUE(event.sealed_detail.empty()) << "sealed for nobody";
  }
  EXPECT_EQ(seen, 1);
}

TEST(KeptInMemory, AFoldThatBrokeTakesTheSameEventsAgainAsIfForTheFirstTime) {
  World world(Store::embedded, 2);
  Submission first;
  for (auto& draft : life(world.clock, 1)) first.events.push_back(std::move(draft));
  world.commit(std::move(first));
  const auto events = world.all();
  ASSERT_EQ(events.size(), 5U);
  const auto database = world.connect(Use::project);
  ASSERT_TRUE(migrate_projections(*database));
  Fold fresh;
  ASSERT_TRUE(database->begin());
  const auto expected = fresh.apply(*database, events);
  ASSERT_TRUE(expected);
  database->rollback();

  int failed = 0;
  for (int n = 1; n < 300; ++n) {
    Fold fold;
    std::int64_t accesses = 0;
    const auto broken = db::with_fault(world.connect(Use::project), n, &accesses);
    if (auto ok = broken->begin(); !ok) {
      EXPECT_EQ(n, 1);
      continue;
    }
    const auto once = fold.apply(*broken, events);
    const bool broke = accesses >= n;
    EXPECT_EQ(once.has_value(), !broke) << n;
    broken->rollback();
    fold.clear();
    ASSERT_TRUE(database->begin());
    const auto again = fold.apply(*database, events);
    ASSERT_TRUE(again) << n;
    ASSERT_TRUE(*again == *expected) << n;
    const auto progress = read_delivery(*database, delivery(1));
    ASSERT_TRUE(progress) << n << ": " << progress.error().message;
    EXPECT_EQ(progress->state, DeliveryState::delivered) << n;
    database->rollback();
    if (!broke) break;
    ++failed;
  }
  EXPECT_GT(failed, 10);
}

}  // namespace
}  // namespace guardline::spine::test

// After an erasure the key is nowhere: not in free pages, not in the log, not in memory that comes back.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/sql.h"
#include "hub/spine/verify.h"
#include "tests/spine/fixture.h"
#include "tests/spine/raw_pages.h"

namespace guardline::spine::test {
namespace {

constexpr std::string_view kName = "欧阳娜娜 +8613912345678";

std::string wrapped_key(World& world, InvestorId who) {
  std::string wrapped;
  auto database = world.connect(Use::read);
  EXPECT_TRUE(do_sql(*database, "SELECT wrapped FROM data_key WHERE investor = $1", {BytesView(who.value)},
                     [&](const db::Row& row) {
                       wrapped = as_text(row.blob(0));
                       return true;
                     }));
  return wrapped;
}

TEST(Erasure, NoPageHoldsContentAndAfterErasingNoneHoldsTheKey) {
  World world(Store::embedded);
  const Bytes key(32, 0x42);
  const std::string path = world.folder.path + "/spine.db";
  for (std::uint64_t n = 0; n < 200; ++n) {
    world.commit(one(delivery_event(world.clock, EventKind::delivery_planned, n, kName)));
  }
  Submission body;
  body.bodies.push_back({message(7), investor(7), Bytes(kName.begin(), kName.end())});
  world.commit(std::move(body));
  const auto wrapped = wrapped_key(world, investor(7));
  const auto other = wrapped_key(world, investor(8));
  ASSERT_GT(wrapped.size(), 40u);

  auto pages = pages_in_the_clear(path, key);
  ASSERT_NE(pages.find(wrapped), std::string::npos) << "the test can't see what it looks for";
  ASSERT_NE(pages.find("sms-main"), std::string::npos);
  EXPECT_EQ(pages.find(kName), std::string::npos) << "content in the clear behind the file key";

  Submission erase;
  erase.erase = {investor(7)};
  world.commit(std::move(erase));
  EXPECT_NE(pages_in_the_clear(path, key).find(wrapped), std::string::npos) << "the log forgot it by itself?";
  ASSERT_TRUE(world.spine->scrub());
  pages = pages_in_the_clear(path, key);
  EXPECT_EQ(pages.find(wrapped), std::string::npos) << "the erased key is still in the files";
  EXPECT_NE(pages.find(other), std::string::npos);
  EXPECT_EQ(pages.find(kName), std::string::npos);

  // After a rotation none of the old wrapped keys is left either.
  ASSERT_TRUE(world.spine->rotate_wrap_key(bytes32(0x77)));
  EXPECT_EQ(pages_in_the_clear(path, key).find(other), std::string::npos);
  const auto report = verify(*world.connect(Use::read), test_public_key());
  ASSERT_TRUE(report);
  EXPECT_TRUE(report->good());
}

TEST(Erasure, AReaderInTheMiddleDelaysTheScrubAndDoesNotBreakIt) {
  World world(Store::embedded);
  world.commit(one(delivery_event(world.clock, EventKind::delivery_planned, 1, kName)));
  auto database = world.connect(Use::read);
  ASSERT_TRUE(database->begin_read());
  world.commit(one(delivery_event(world.clock, EventKind::delivery_planned, 2, kName)));
  const auto held = world.spine->scrub();
  ASSERT_FALSE(held);
  EXPECT_EQ(held.error().code, ErrorCode::unavailable);
  database->rollback();
  const auto done = world.spine->scrub();
  EXPECT_TRUE(done) << done.error().message;
  world.commit(one(delivery_event(world.clock, EventKind::delivery_planned, 3, kName)));
  EXPECT_EQ(world.all().size(), 3u);
}

}  // namespace
}  // namespace guardline::spine::test

// Repeats of one idempotency key inside one commit group, on both stores. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/sql.h"
#include "tests/spine/fixture.h"

namespace guardline::spine::test {
namespace {

class RepeatsOnBothStores : public testing::TestWithParam<Store> {
 protected:
  World world{GetParam()};

  Submission with_key(std::uint64_t number, std::string key, std::uint8_t request) {
    auto submission = one(delivery_event(world.clock, EventKind::delivery_planned, number));
    Digest digest{};
    digest[0] = request;
    submission.idempotency =
        IdempotencyRecord{"desk POST /v1/notices", std::move(key), digest, {'a', static_cast<std::uint8_t>(number)}};
    submission.also = [this](db::Database&) {
      ++ran;
      return Status{};
    };
    return submission;
  }
  /// Who was refused, who replayed, who counted: one letter each.
  static std::string kinds(const std::vector<Result<Committed>>& answers) {
    std::string out;
    for (const auto& answer : answers) {
      out += !answer ? (answer.error().code == ErrorCode::conflict ? 'x' : '?') : answer->replayed ? 'r' : 'c';
    }
    return out;
  }
  std::int64_t kept() {
    std::int64_t n = -1;
    auto database = world.connect(Use::read);
    EXPECT_TRUE(do_sql(*database, "SELECT count(*) FROM idempotency", {}, [&](const db::Row& row) {
      n = row.int64(0);
      return true;
    }));
    return n;
  }
  int ran{0};  // on the committer's thread; read only after the answers
};
INSTANTIATE_TEST_SUITE_P(Repeats, RepeatsOnBothStores, testing::Values(Store::embedded, Store::postgres), store_name);

TEST_P(RepeatsOnBothStores, OfANewKeyTheFirstCountsAndTheOthersGetItsAnswer) {
  std::vector<Submission> group;
  group.push_back(with_key(1, "key", 7));
  group.push_back(with_key(2, "key", 7));    // the same request again
  group.push_back(with_key(3, "other", 7));  // another key
  group.push_back(with_key(4, "key", 9));    // the key for another request
  group.push_back(with_key(5, "key", 7));
  const auto answers = commit_together(world.committer(), std::move(group));
  ASSERT_EQ(kinds(answers), "crcxr");
  EXPECT_EQ(answers[0]->recorded_at, answers[2]->recorded_at) << "not one group";
  EXPECT_EQ(answers[0]->answer, (Bytes{'a', 1}));
  for (const std::size_t repeat : {1, 4}) {
    EXPECT_EQ(answers[repeat]->answer, (Bytes{'a', 1}));
    EXPECT_TRUE(answers[repeat]->refs.empty());
  }
  EXPECT_EQ(answers[2]->answer, (Bytes{'a', 3}));
  EXPECT_EQ(ran, 2) << "the repeats' own writes must not run";
  const auto rows = world.all();
  ASSERT_EQ(rows.size(), 2u);
  for (const auto& row : rows) EXPECT_TRUE(row.delivery == delivery(1) || row.delivery == delivery(3));
  EXPECT_EQ(kept(), 2);
}

TEST_P(RepeatsOnBothStores, OfAKeptKeyAllGetTheKeptAnswer) {
  world.commit(with_key(1, "key", 7));
  std::vector<Submission> group;
  group.push_back(with_key(2, "key", 9));
  group.push_back(with_key(3, "key", 7));
  group.push_back(with_key(4, "key", 7));
  const auto answers = commit_together(world.committer(), std::move(group));
  ASSERT_EQ(kinds(answers), "xrr");
  for (const std::size_t repeat : {1, 2}) EXPECT_EQ(answers[repeat]->answer, (Bytes{'a', 1}));
  EXPECT_EQ(ran, 1);
  EXPECT_EQ(world.all().size(), 1u);
  EXPECT_EQ(kept(), 1);
}

TEST_P(RepeatsOnBothStores, WhenTheFirstFailsTheNextCounts) {
  std::vector<Submission> group;
  group.push_back(with_key(1, "key", 7));
  group.back().also = [](db::Database&) -> Status { return fail(ErrorCode::denied, "not this one"); };
  group.push_back(with_key(2, "key", 7));
  group.push_back(with_key(3, "key", 7));
  const auto answers = commit_together(world.committer(), std::move(group));
  ASSERT_EQ(kinds(answers), "?cr");
  EXPECT_EQ(answers[0].error().code, ErrorCode::denied);
  EXPECT_EQ(answers[2]->answer, (Bytes{'a', 2}));
  const auto rows = world.all();
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].delivery, delivery(2));
}

}  // namespace
}  // namespace guardline::spine::test

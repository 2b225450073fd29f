// The store breaks at any access outside the committer's groups: every reader says so, nothing reads as a defect of the
// record, and what rewrites the record does all of it or nothing. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/kpi.h"
#include "hub/spine/outgoing.h"
#include "hub/spine/progress.h"
#include "hub/spine/projector.h"
#include "hub/spine/reach.h"
#include "hub/spine/sealing.h"
#include "hub/spine/verify.h"
#include "tests/spine/fixture.h"

#include <functional>
#include <optional>

namespace guardline::spine::test {
namespace {

using Call = std::function<std::optional<ErrorCode>(std::unique_ptr<db::Database>)>;

template <class T>
std::optional<ErrorCode> code_of(const Result<T>& result) {
  return result ? std::nullopt : std::optional(result.error().code);
}

class BrokenStore : public testing::Test {
 protected:
  World world{Store::embedded, 4};

  void SetUp() override {
    for (std::uint64_t n = 0; n < 12; n += 4) {
      Submission submission;
      for (std::uint64_t i = n; i < n + 4; ++i) {
        for (auto& draft : life(world.clock, i, "detail of " + std::to_string(i)))
          submission.events.push_back(std::move(draft));
      }
      submission.bodies.push_back({message(n), investor(n), {'b'}});
      world.commit(std::move(submission));
    }
    ASSERT_TRUE(world.spine->sign_head());
  }

  /// Breaks each access of a call that has a connection of its own; it must say `io` each time, and work in the end.
  void every_access_breaks(std::string_view what, Use use, const Call& call) {
    SCOPED_TRACE(what);
    for (std::int64_t n = 1; n < 500; ++n) {
      std::int64_t accesses = 0;
      const auto code = call(db::with_fault(world.connect(use), n, &accesses));
      if (accesses < n) {
        EXPECT_EQ(code, std::nullopt) << "nothing broke";
        EXPECT_GT(n, 1) << "no access at all";
        return;
      }
      EXPECT_EQ(code, ErrorCode::io) << "access " << n;
    }
    ADD_FAILURE() << "no end";
  }
  VerifyReport look(const SpineKeys& keys) {
    auto report = verify(*world.connect(Use::read), test_public_key(), &keys.wrap);
    EXPECT_TRUE(report);
    return report ? *report : VerifyReport{};
  }
};

TEST_F(BrokenStore, ReadersOfTheSpineSaySo) {
  const EventRef ref = world.all().at(20).ref;
  const auto middle = Reader(world.connect(Use::read)).read({}, 7)->to;
  every_access_breaks("read", Use::read,
                      [&](auto database) { return code_of(Reader(std::move(database)).read(middle, 5)); });
  every_access_breaks("at", Use::read, [&](auto database) { return code_of(Reader(std::move(database)).at(ref)); });
  every_access_breaks("why", Use::read,
                      [&](auto database) { return code_of(Reader(std::move(database)).why(ref, 9)); });
  every_access_breaks("end", Use::read, [&](auto database) { return code_of(Reader(std::move(database)).end()); });
  every_access_breaks("prove", Use::read, [&](auto database) { return code_of(prove(*database, ref)); });
  every_access_breaks("state", Use::read,
                      [&](auto database) { return code_of(read_delivery_state(*database, delivery(3))); });
  every_access_breaks("body", Use::read,
                      [&](auto database) { return code_of(Opener(*database, bytes32(0x17)).body(message(0))); });
  every_access_breaks("erased", Use::read,
                      [&](auto database) { return code_of(Opener(*database, bytes32(0x17)).erased(investor(1))); });
}

TEST_F(BrokenStore, IsNoDefectOfTheRecord) {
  const auto keys = test_keys();
  every_access_breaks("verify", Use::read, [&](auto database) {
    const auto report = verify(*database, test_public_key(), &keys.wrap);
    if (report) EXPECT_TRUE(report->good()) << report->defects.front().text;
    return code_of(report);
  });
}

TEST_F(BrokenStore, ReadersOfTheProjectionsSaySo) {
  ASSERT_TRUE(rebuild_projections(world.stores, world.clock));
  const auto reads = [&](std::string_view what, const Call& call) {
    every_access_breaks(what, Use::read_projections, call);
  };
  reads("kpi", [&](auto database) { return code_of(read_kpi(*database, Timestamp{}, Timestamp::max())); });
  reads("reach", [&](auto database) { return code_of(read_reach(*database, investor(1))); });
  reads("reach of all", [&](auto database) { return code_of(count_reach(*database)); });
  reads("delivery", [&](auto database) { return code_of(read_delivery(*database, delivery(3))); });
  reads("notice", [&](auto database) { return code_of(read_notice(*database, notice(0))); });
  reads("messages", [&](auto database) { return code_of(read_messages(*database, notice(0), {}, 10)); });
  reads("deliveries", [&](auto database) { return code_of(read_deliveries(*database, notice(0), message(3))); });
}

TEST_F(BrokenStore, ARebuildThatFailedIsMadeAgain) {
  ASSERT_EQ(rebuild_projections(world.stores, world.clock), 60);
  const auto sound = read_notice(*world.connect(Use::read_projections), notice(0));
  ASSERT_TRUE(sound);
  int failed = 0;
  for (const auto broken : {Use::read, Use::project}) {
    for (std::int64_t n = 1;; ++n) {
      std::int64_t accesses = 0;
      const Stores stores{[&](Use use) -> Result<std::unique_ptr<db::Database>> {
        auto opened = world.stores.open(use);
        if (!opened || use != broken) return opened;
        return db::with_fault(std::move(*opened), n, &accesses);
      }};
      const auto rows = rebuild_projections(stores, world.clock);
      if (accesses < n) {
        EXPECT_EQ(rows, 60);
        break;
      }
      ASSERT_LT(n, 500);
      ++failed;
      EXPECT_EQ(code_of(rows), ErrorCode::io) << n;
      if (n % 20 != 0) continue;
      ASSERT_EQ(rebuild_projections(world.stores, world.clock), 60) << n;
      const auto again = read_notice(*world.connect(Use::read_projections), notice(0));
      ASSERT_TRUE(again);
      EXPECT_EQ(again->messages, sound->messages) << n;
    }
  }
  EXPECT_GT(failed, 20);
}

TEST_F(BrokenStore, TheWrappingKeyChangesForAllOrForNone) {
  const auto plain = world.stores;
  std::int64_t accesses = 0;
  constexpr std::int64_t kNever = std::int64_t{1} << 40;
  world.close();
  const Stores stores{[&](Use use) -> Result<std::unique_ptr<db::Database>> {
    auto opened = plain.open(use);
    if (!opened || use != Use::commit) return opened;
    return db::with_fault(std::move(*opened), kNever, &accesses);
  }};
  SpineKeys keys = test_keys();
  int failed = 0;
  for (std::int64_t n = 1; n < 200; ++n) {
    auto opened = Spine::open(
        stores, {crypto::Secret::copy_of(keys.wrap.view()), crypto::Secret::copy_of(keys.chain_seed.view())},
        world.clock);
    ASSERT_TRUE(opened) << opened.error().message;
    accesses = kNever - n;
    const Bytes next(32, static_cast<std::uint8_t>(n));
    const auto ok = (*opened)->rotate_wrap_key(crypto::Secret::copy_of(next));
    opened->reset();
    const bool broke = accesses >= kNever;
    accesses = 0;
    if (!ok) EXPECT_EQ(ok.error().code, ErrorCode::io) << n;
    // Whatever the answer, one of the two keys opens every detail; after a success it is the new one.
    SpineKeys changed{crypto::Secret::copy_of(next), crypto::Secret::copy_of(keys.chain_seed.view())};
    const bool with_new = look(changed).good();
    if (ok) EXPECT_TRUE(with_new) << n;
    if (!with_new) EXPECT_TRUE(look(keys).good()) << n;
    if (with_new) keys = std::move(changed);
    failed += !ok;
    if (!broke) {
      EXPECT_TRUE(ok);
      break;
    }
  }
  EXPECT_GT(failed, 3);
}

}  // namespace
}  // namespace guardline::spine::test

// The vault's thread: unlocking, the lease's end, wiping, its bound. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/local_thread.h"
#include "tests/vault/room.h"

#include <filesystem>
#include <future>

namespace guardline::app {
namespace {

using models::VaultTrouble;
using test::person;
using test::secrets;

/// A clock that the thread under test may read while the test moves it.
class SharedClock final : public Clock {
 public:
  [[nodiscard]] Timestamp now() const override {
    const std::lock_guard lock(mutex_);
    return clocks_.now();
  }
  [[nodiscard]] Micros steady() const override {
    const std::lock_guard lock(mutex_);
    return clocks_.steady();
  }
  void pass(Micros time) {
    const std::lock_guard lock(mutex_);
    clocks_.pass(time);
  }

 private:
  mutable std::mutex mutex_;
  test::TwoClocks clocks_;
};

class TheThread : public test::VaultRoom {
 protected:
  LocalThread& start(std::size_t most = 256) {
    thread = std::make_unique<LocalThread>(
        shared,
        [this](const models::VaultStatus& status) {
          const std::lock_guard lock(mutex);
          told.push_back(status);
        },
        std::chrono::milliseconds(5), most);
    return *thread;
  }
  models::VaultStatus last() {
    const std::lock_guard lock(mutex);
    return told.empty() ? models::VaultStatus{} : told.back();
  }
  /// Runs on the thread, after what waits.
  template <class F>
  auto ask(F question) {
    std::promise<decltype(question(std::declval<LocalRoom&>()))> promise;
    EXPECT_TRUE(thread->post([&](LocalRoom& room) { promise.set_value(question(room)); }));
    return promise.get_future().get();
  }
  bool is_open() {
    return ask([](LocalRoom& room) { return room.vault != nullptr; });
  }

  SharedClock shared;
  std::mutex mutex;
  std::vector<models::VaultStatus> told;
  std::unique_ptr<LocalThread> thread;
};

TEST_F(TheThread, MakesOpensAndCloses) {
  start().unlock(place, secrets(), options);
  ASSERT_TRUE(is_open());
  thread->record([](LocalRoom& room) { ASSERT_TRUE(room.vault->store().put(person(1))); });
  ASSERT_TRUE(guardline::test::eventually([&] { return last().open && last().people == 1; }));
  EXPECT_EQ(last().lease_length, options.lease);
  thread->close();
  ASSERT_FALSE(is_open());
  thread->unlock(place, secrets("another password"), options);
  ASSERT_FALSE(is_open());
  ASSERT_TRUE(guardline::test::eventually([&] { return last().trouble == VaultTrouble::wrong_key; }));
  thread->unlock(place, secrets(), options);
  EXPECT_EQ(ask([](LocalRoom& room) { return room.vault ? room.vault->store().count_people().value() : 99; }), 1U);
  // Made anew only when asked to.
  thread->unlock(place, secrets("another password"), options, true);
  EXPECT_EQ(ask([](LocalRoom& room) { return room.vault ? room.vault->store().count_people().value() : 99; }), 0U);
}

TEST_F(TheThread, AtTheLeasesEndTheCopyGoes) {
  start().unlock(place, secrets(), options);
  ASSERT_TRUE(is_open());
  shared.pass(options.lease - std::chrono::minutes(1));
  ASSERT_TRUE(is_open());
  shared.pass(std::chrono::minutes(2));
  EXPECT_FALSE(is_open()) << "no job reads from it any more";
  ASSERT_TRUE(guardline::test::eventually([&] { return last().trouble == VaultTrouble::lease_over; }));
  EXPECT_FALSE(std::filesystem::exists(place.head()));
  EXPECT_FALSE(std::filesystem::exists(place.database()));
  thread->unlock(place, secrets(), options);
  EXPECT_TRUE(is_open()) << "online again: an empty one";
}

TEST_F(TheThread, AHubsWordBeginsTheLeaseAnew) {
  start().unlock(place, secrets(), options);
  ASSERT_TRUE(is_open());
  shared.pass(std::chrono::hours(50));
  thread->unlock(place, secrets(), options);
  EXPECT_EQ(ask([](LocalRoom& room) { return room.vault->lease().left(); }), options.lease);
  // And with each further word, without a new sign-in.
  shared.pass(std::chrono::hours(9));
  EXPECT_LT(ask([](LocalRoom& room) { return room.vault->lease().left(); }), options.lease);
  thread->renew();
  EXPECT_EQ(ask([](LocalRoom& room) { return room.vault->lease().left(); }), options.lease);
  // Too late is too late.
  shared.pass(options.lease + std::chrono::minutes(1));
  thread->renew();
  EXPECT_FALSE(is_open());
}

TEST_F(TheThread, WipingGoesBeforeEverythingThatWaits) {
  start().unlock(place, secrets(), options);
  ASSERT_TRUE(is_open());
  const VaultPlace other{place.folder, "p2"};
  ASSERT_TRUE(Vault::make(other, secrets("somebody else's"), clock, options));
  std::promise<void> hold;
  std::promise<void> wiped;
  auto held = hold.get_future().share();
  bool open_in_job = true;
  ASSERT_TRUE(thread->post([held](LocalRoom&) { held.wait(); }));
  ASSERT_TRUE(thread->post([&](LocalRoom& room) { open_in_job = room.vault != nullptr; }));
  Status result = fail(ErrorCode::internal, "not called");
  thread->wipe(place.folder, [&](const Status& status) {
    result = status;
    wiped.set_value();
  });
  hold.set_value();
  wiped.get_future().get();
  ASSERT_TRUE(result);
  EXPECT_TRUE(std::filesystem::is_empty(place.folder)) << "everybody's";
  EXPECT_FALSE(is_open());
  EXPECT_FALSE(open_in_job);
}

TEST_F(TheThread, SaysNoWhenTooMuchWaits) {
  start(2);
  std::promise<void> hold;
  std::promise<void> running;
  auto held = hold.get_future().share();
  ASSERT_TRUE(thread->post([&, held](LocalRoom&) {
    running.set_value();
    held.wait();
  }));
  running.get_future().get();
  EXPECT_TRUE(thread->post([](LocalRoom&) {}));
  EXPECT_TRUE(thread->post([](LocalRoom&) {}));
  EXPECT_FALSE(thread->post([](LocalRoom&) {}));
  hold.set_value();
}

TEST(DestroyVaults, AFolderThatIsNotThereHoldsNone) { EXPECT_TRUE(destroy_vaults("/nonexistent/guardline")); }

}  // namespace
}  // namespace guardline::app

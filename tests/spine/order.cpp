// Order under many hands: several hubs on one PostgreSQL, restarts, receipts in any interleaving.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/outgoing.h"
#include "hub/spine/verify.h"
#include "tests/spine/fixture.h"
#include "tests/support/private_postgres.h"

#include <atomic>
#include <map>
#include <thread>

#include <rapidcheck.h>

namespace guardline::spine::test {
namespace {

constexpr EventKind kMoves[] = {EventKind::delivery_planned,    EventKind::delivery_intent,
                                EventKind::delivery_handed,     EventKind::delivery_accepted,
                                EventKind::delivery_unknown,    EventKind::delivery_delivered,
                                EventKind::delivery_failed,     EventKind::delivery_expired,
                                EventKind::delivery_suppressed, EventKind::delivery_cancelled};

TEST(Order, AnyInterleavingAndDoublingOfReceiptsGivesTheSameState) {
  World world(Store::embedded);
  static std::uint64_t fresh = 1'000'000;
  EXPECT_TRUE(rc::check("the state is the highest rank of the set", [&] {
    const auto number = ++fresh;
    const auto kinds = *rc::gen::nonEmpty(rc::gen::container<std::vector<EventKind>>(
        rc::gen::elementOf(std::vector<EventKind>(std::begin(kMoves), std::end(kMoves)))));
    Submission submission;
    std::vector<Mark> marks;
    for (const auto kind : kinds) {
      submission.events.push_back(delivery_event(world.clock, kind, number));
      if (*rc::gen::arbitrary<bool>()) {
        for (const auto mark : world.commit(std::exchange(submission, {})).marks) marks.push_back(mark);
      }
    }
    for (const auto mark : world.commit(std::move(submission)).marks) marks.push_back(mark);

    auto best = DeliveryState::planned;
    int now = 0;
    RC_ASSERT(marks.size() == kinds.size());
    for (std::size_t i = 0; i < kinds.size(); ++i) {
      const auto state = *target_state(kinds[i]);
      const int wanted = rank(state);
      RC_ASSERT(marks[i] == (wanted > now ? Mark::applied : wanted == now ? Mark::duplicate : Mark::late));
      now = std::max(now, wanted);
      if (rank(state) > rank(best)) best = state;
    }
    auto database = world.connect(Use::read);
    RC_ASSERT(*read_delivery_state(*database, delivery(number)) == std::optional(best));
  }));
}

/// A reader that never stops; remembers every place it has been at.
class Follower {
 public:
  explicit Follower(const Stores& stores) : reader_(std::move(*stores.open(Use::read))), thread_([this] { loop(); }) {}
  ~Follower() { finish(); }
  Follower(const Follower&) = delete;
  Follower& operator=(const Follower&) = delete;
  std::vector<EventRef> finish() {
    stop_ = true;
    if (thread_.joinable()) thread_.join();
    while (take()) {
    }
    return seen_;
  }

 private:
  bool take() {
    auto batch = reader_.read(at_, 17);
    if (!batch) return false;
    for (const auto& event : batch->events) seen_.push_back(event.ref);
    at_ = *Cursor::parse(batch->to.text());
    return !batch->events.empty();
  }
  void loop() {
    while (!stop_) {
      if (!take()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
  }
  Reader reader_;
  Cursor at_;
  std::vector<EventRef> seen_;
  std::atomic<bool> stop_{false};
  std::thread thread_;
};

/// Several hubs on one store that take the leases from each other, and callers that try again elsewhere.
class Cluster {
 public:
  explicit Cluster(std::size_t hubs) : world_(Store::postgres, 4), hubs_(hubs) {
    world_.close();
    for (std::size_t h = 0; h < hubs; ++h) open(h);
  }
  void open(std::size_t h) {
    hubs_[h].reset();
    SpineOptions options;
    options.owner = "hub-" + std::to_string(h);
    options.lease = Micros(300'000);
    auto opened = Spine::open(world_.stores, test_keys(), world_.clock, std::move(options));
    RC_ASSERT(opened.has_value());
    hubs_[h] = std::move(*opened);
  }
  /// Every lease runs out at this moment, so that whoever asks first gets it.
  void expire() { world_.clock.push(Micros(400'000)); }
  /// Sends to each hub in turn until one commits it. The idempotency key makes the tries one.
  void send(std::uint64_t number, std::size_t first) {
    for (std::size_t turn = 0; turn < 2000; ++turn) {
      auto submission = one(delivery_event(world_.clock, kMoves[number % 6], number));
      submission.idempotency = IdempotencyRecord{"order", std::to_string(number), Digest{}, {}};
      auto& hub = hubs_[(first + turn) % hubs_.size()];
      auto answer = hub->committer().submit_and_wait(std::move(submission));
      if (answer) {
        ++committed_;
        return;
      }
      if (turn % hubs_.size() == 0) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    ADD_FAILURE() << "number " << number << " found no hub";
  }
  World& world() { return world_; }
  std::atomic<int> committed_{0};

 private:
  World world_;
  std::vector<std::unique_ptr<Spine>> hubs_;
};

void check_order(const std::vector<EventRef>& seen, int committed) {
  std::map<std::uint16_t, std::int64_t> next;
  for (const auto& ref : seen) {
    RC_ASSERT(ref.seq == ++next[ref.partition]);  // neither skipped nor repeated
  }
  RC_ASSERT(seen.size() == static_cast<std::size_t>(committed));
}

TEST(Order, NoReaderSkipsOrRepeatsWhateverTheHubsDo) {
  static std::uint64_t fresh = 0;
  // Each run starts several hubs: a few generated cases do, and shrinking is not worth its time.
  int runs = 0;
  EXPECT_TRUE(rc::check("every row once, in order", [&] {
    if (++runs > 6) return;
    const auto hubs = *rc::gen::inRange<std::size_t>(2, 4);
    const auto callers = *rc::gen::inRange<std::size_t>(2, 5);
    const auto upheavals = *rc::gen::container<std::vector<int>>(6, rc::gen::inRange(0, 4));
    Cluster cluster(hubs);
    Follower first(cluster.world().stores);
    std::vector<std::thread> threads;
    const std::uint64_t base = fresh;
    fresh += callers * 25;
    for (std::size_t c = 0; c < callers; ++c) {
      threads.emplace_back([&, c] {
        for (std::uint64_t i = 0; i < 25; ++i) cluster.send(base + c * 25 + i, c);
      });
    }
    for (const auto upheaval : upheavals) {
      if (upheaval > 0) cluster.expire();
      std::this_thread::sleep_for(std::chrono::milliseconds(120));
    }
    for (auto& thread : threads) thread.join();
    Follower second(cluster.world().stores);  // one that starts late sees the same
    check_order(first.finish(), cluster.committed_);
    check_order(second.finish(), cluster.committed_);
    const auto report = verify(*cluster.world().connect(Use::read), test_public_key());
    RC_ASSERT(report.has_value() && report->good());
  }));
}

TEST(Order, AHubThatLostItsLeaseCanWriteNothingMore) {
  ShiftedClock later;
  World world(Store::postgres, 4);
  world.commit(one(delivery_event(world.clock, EventKind::delivery_planned, 1)));
  // The first hub's clock stands behind by more than its lease, so it can't renew in time; a second one takes over.
  auto old = std::move(world.spine);
  SpineOptions options;
  options.owner = "second";
  later.push(options.lease + Micros(20'000'000));
  auto second = Spine::open(world.stores, test_keys(), later, std::move(options));
  ASSERT_TRUE(second) << second.error().message;
  world.spine = std::move(*second);
  EXPECT_EQ(world.spine->owned().size(), 4u);
  const auto late = old->committer().submit_and_wait(one(delivery_event(world.clock, EventKind::delivery_accepted, 1)));
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().code, ErrorCode::lease_lost);
  EXPECT_EQ(world.commit(one(delivery_event(world.clock, EventKind::delivery_accepted, 1))).marks.at(0), Mark::applied);
  EXPECT_EQ(world.all().size(), 2u);
}

TEST(Order, AnEmbeddedHubIsFencedOffByTheNextOne) {
  World world(Store::embedded, 4);
  auto old = std::move(world.spine);
  world.open();
  const auto late = old->committer().submit_and_wait(one(delivery_event(world.clock, EventKind::delivery_planned, 1)));
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().code, ErrorCode::lease_lost);
  world.commit(one(delivery_event(world.clock, EventKind::delivery_planned, 1)));
}

TEST(Order, CursorsOfAnotherSpineAreRefused) {
  World a(Store::embedded);
  World b(Store::embedded);
  Reader reader(a.connect(Use::read));
  const auto foreign = reader.read(b.spine->beginning(), 10);
  ASSERT_FALSE(foreign);
  EXPECT_EQ(foreign.error().code, ErrorCode::conflict);
}

}  // namespace
}  // namespace guardline::spine::test

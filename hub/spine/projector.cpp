// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/projector.h"

#include "hub/spine/fold.h"
#include "hub/spine/reader.h"
#include "hub/spine/schema.h"
#include "hub/spine/sql.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace guardline::spine {
namespace {

constexpr std::size_t kSample = 20;
constexpr Micros kPauseAfterTrouble{250'000};

/// One subscriber. Its function runs under its mutex, so that ending a subscription waits for a running call.
struct Listener {
  std::mutex mutex;
  DeltaFn fn;
};

Result<Cursor> stored_cursor(db::Database& database, std::string_view lock = {}) {
  std::string text;
  auto ok = do_sql(database, "SELECT cursor FROM projection_cursor " + std::string(lock), {}, [&](const db::Row& row) {
    text = row.text(0);
    return true;
  });
  if (!ok) return std::unexpected(ok.error());
  return text.empty() ? Cursor{} : Cursor::parse(text);
}

Status store_cursor(db::Database& database, const Cursor& cursor) {
  return do_sql(database,
                "INSERT INTO projection_cursor (only_row, cursor) VALUES (1, $1) ON CONFLICT (only_row) "
                "DO UPDATE SET cursor = excluded.cursor",
                {std::string_view(cursor.text())});
}

/// One projections' store following one spine, on one thread.
class Follower {
 public:
  /// Opens both sides and finds the place. Projections of another spine, or of a future this spine has lost (restored
  /// from a backup), are made again.
  static Result<Follower> open(const Stores& stores) {
    auto projections = stores.open(Use::project);
    if (!projections) return std::unexpected(projections.error());
    if (auto ok = migrate_projections(**projections); !ok) return std::unexpected(ok.error());
    auto spine = stores.open(Use::read);
    if (!spine) return std::unexpected(spine.error());
    Follower follower(std::move(*projections), Reader(std::move(*spine)));
    auto end = follower.reader_.end();
    if (!end) return std::unexpected(end.error());
    auto at = stored_cursor(*follower.database_);
    // Only a cursor that is none is a reason to begin anew: a store that is down for a moment has kept its own.
    if (!at && at.error().code != ErrorCode::invalid_argument) return std::unexpected(at.error());
    if (!at || (*at != Cursor{} && !end->covers(*at))) {
      if (auto ok = reset_projections(*follower.database_); !ok) return std::unexpected(ok.error());
      at = Cursor{};
    }
    follower.at_ = *at != Cursor{} ? *at : Cursor(end->mark(), end->partitions());
    return follower;
  }

  [[nodiscard]] const Cursor& at() const { return at_; }

  /// One batch; null if there is nothing new.
  Result<std::shared_ptr<const ProjectionDelta>> step(std::size_t batch_size) {
    auto batch = reader_.read(at_, batch_size);
    if (!batch) return std::unexpected(batch.error());
    if (batch->events.empty()) return nullptr;
    auto buckets = write(*batch);
    if (!buckets) {
      database_->rollback();
      fold_.clear();
      return std::unexpected(buckets.error());
    }
    auto delta = std::make_shared<ProjectionDelta>();
    delta->from = std::exchange(at_, batch->to);
    delta->to = at_;
    delta->events = static_cast<std::int64_t>(batch->events.size());
    delta->buckets = std::move(*buckets);
    delta->sample = sample_of(batch->events);
    return delta;
  }

 private:
  Follower(std::unique_ptr<db::Database> database, Reader reader)
      : database_(std::move(database)), reader_(std::move(reader)) {}

  Result<std::vector<KpiBucket>> write(const EventBatch& batch) {
    auto transaction = db::Transaction::begin(*database_);
    if (!transaction) return std::unexpected(transaction.error());
    const auto stored = stored_cursor(*database_, "{lock}");
    if (!stored) return std::unexpected(stored.error());
    if (*stored != Cursor{} && *stored != at_) {
      return fail(ErrorCode::conflict, "another projector writes to these projections");
    }
    auto buckets = fold_.apply(*database_, batch.events);
    if (!buckets) return buckets;
    if (auto ok = store_cursor(*database_, batch.to); !ok) return std::unexpected(ok.error());
    if (auto ok = transaction->commit(); !ok) return std::unexpected(ok.error());
    return buckets;
  }

  static std::vector<StoredEvent> sample_of(std::vector<StoredEvent>& events) {
    std::vector<StoredEvent> sample;
    for (auto at = events.rbegin(); at != events.rend() && sample.size() < kSample; ++at) {
      if (!at->delivery.empty()) sample.push_back(std::move(*at));
    }
    std::ranges::reverse(sample);
    return sample;
  }

  std::unique_ptr<db::Database> database_;
  Reader reader_;
  Fold fold_;
  Cursor at_;
};

}  // namespace

struct Projector::Impl {
  Impl(const Stores& s, CommitSignal& c, ProjectorOptions o) : stores(s), signal(c), options(o) {}

  Stores stores;
  CommitSignal& signal;
  ProjectorOptions options;
  std::size_t batch{options.batch};  // of the next step; the projector's thread only
  std::atomic<bool> stopping{false};
  std::thread thread;

  mutable std::mutex mutex;
  std::condition_variable moved;
  Cursor at;
  std::string trouble;
  std::vector<std::weak_ptr<Listener>> listeners;

  void set_trouble(std::string text) {
    const std::lock_guard lock(mutex);
    trouble = std::move(text);
  }

  void reached(const Cursor& place) {
    {
      const std::lock_guard lock(mutex);
      at = place;
      trouble.clear();
    }
    moved.notify_all();
  }

  void publish(const std::shared_ptr<const ProjectionDelta>& delta) {
    std::vector<std::shared_ptr<Listener>> live;
    {
      const std::lock_guard lock(mutex);
      std::erase_if(listeners, [](const auto& listener) { return listener.expired(); });
      for (const auto& listener : listeners) {
        if (auto held = listener.lock()) live.push_back(std::move(held));
      }
    }
    for (const auto& listener : live) {
      const std::lock_guard lock(listener->mutex);
      if (listener->fn) listener->fn(delta);
    }
  }

  void loop() {
    std::optional<Follower> follower;
    while (!stopping) {
      const auto seen = signal.count();
      auto ok = follow(follower);
      if (!ok) {
        set_trouble(ok.error().message);
        follower.reset();
        signal.wait(seen, kPauseAfterTrouble);
        if (!stopping) std::this_thread::sleep_for(std::chrono::milliseconds(50));
      } else if (!*ok) {
        signal.wait(seen, options.poll);
      }
    }
  }

  /// True if there may be more at once.
  Result<bool> follow(std::optional<Follower>& follower) {
    if (!follower) {
      auto opened = Follower::open(stores);
      if (!opened) return std::unexpected(opened.error());
      follower.emplace(std::move(*opened));
      reached(follower->at());
    }
    auto delta = follower->step(batch);
    if (!delta) return std::unexpected(delta.error());
    const bool full = *delta && static_cast<std::size_t>((*delta)->events) >= batch;
    batch = full ? std::min(batch * 2, std::max(options.batch, options.most)) : options.batch;
    if (!*delta) return false;
    // First the subscribers, then those who wait: who has waited for a place has also been told about it.
    publish(*delta);
    reached(follower->at());
    return true;
  }
};

Projector::Projector(const Stores& stores, CommitSignal& signal, const Clock& /*clock*/, ProjectorOptions options)
    : impl_(std::make_unique<Impl>(stores, signal, options)) {}

Projector::~Projector() { stop(); }

Status Projector::start() {
  // Opened once here, so that a wrong key or a newer schema is heard of at the start and not in a log.
  auto probe = Follower::open(impl_->stores);
  if (!probe) return std::unexpected(probe.error());
  impl_->reached(probe->at());
  impl_->thread = std::thread([this] { impl_->loop(); });
  return {};
}

void Projector::stop() {
  if (!impl_ || !impl_->thread.joinable()) return;
  impl_->stopping = true;
  impl_->signal.raise();
  impl_->thread.join();
}

Subscription Projector::subscribe(DeltaFn fn) {
  auto listener = std::make_shared<Listener>();
  listener->fn = std::move(fn);
  {
    const std::lock_guard lock(impl_->mutex);
    impl_->listeners.push_back(listener);
  }
  return Subscription(std::shared_ptr<void>(listener.get(), [listener](void*) mutable {
    {
      const std::lock_guard lock(listener->mutex);
      listener->fn = nullptr;
    }
    listener.reset();
  }));
}

Status Projector::wait_for(const Cursor& to, Micros at_most) {
  std::unique_lock lock(impl_->mutex);
  if (impl_->moved.wait_for(lock, at_most, [&] { return impl_->at.covers(to); })) return {};
  return fail(ErrorCode::timeout, "the projections have not come that far: " + impl_->trouble);
}

std::string Projector::trouble() const {
  const std::lock_guard lock(impl_->mutex);
  return impl_->trouble;
}

Result<std::int64_t> rebuild_projections(const Stores& stores, const Clock& /*clock*/) {
  {
    auto projections = stores.open(Use::project);
    if (!projections) return std::unexpected(projections.error());
    if (auto ok = reset_projections(**projections); !ok) return std::unexpected(ok.error());
  }
  auto follower = Follower::open(stores);
  if (!follower) return std::unexpected(follower.error());
  std::int64_t events = 0;
  for (;;) {
    auto delta = follower->step(ProjectorOptions{}.batch);
    if (!delta) return std::unexpected(delta.error());
    if (!*delta) return events;
    events += (*delta)->events;
  }
}

}  // namespace guardline::spine

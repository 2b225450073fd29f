// Topic kpi: from the spine's projection to frames. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/edge/kpi_source.h"

#include <deque>
#include <map>
#include <mutex>
#include <set>

namespace guardline::edge {
namespace {

using Key = std::pair<Timestamp, Channel>;
using Buckets = std::map<Key, spine::KpiBucket>;

constexpr auto kHorizon = std::chrono::hours(24);

api::KpiBucket to_wire(const spine::KpiBucket& bucket) {
  const auto latency = [](std::int64_t ms) { return ms > 0 ? std::optional(ms) : std::nullopt; };
  return {.minute = bucket.minute,
          .channel = bucket.channel,
          .planned = bucket.planned,
          .handed = bucket.handed,
          .accepted = bucket.accepted,
          .delivered = bucket.delivered,
          .failed_person = bucket.failed_person,
          .failed_message = bucket.failed_message,
          .failed_carrier = bucket.failed_carrier,
          .failed_system = bucket.failed_system,
          .suppressed = bucket.suppressed,
          .expired = bucket.expired,
          .unknown = bucket.unknown,
          .backlog = bucket.backlog,
          .opened_person = bucket.opened_person,
          .opened_machine = bucket.opened_machine,
          .latency_p50_ms = latency(bucket.latency_p50_ms),
          .latency_p95_ms = latency(bucket.latency_p95_ms)};
}

/// Steps of the projector that no frame has told of yet, folded: bounded by the number of buckets, not by time.
struct Pending {
  std::int64_t events{0};
  spine::Cursor to;
  Buckets changed;
  bool any{false};
};

/// One frame that was told: for clients that come back.
struct Told {
  std::string to;
  std::int64_t events;
  std::vector<Key> keys;
};

}  // namespace

struct KpiSource::State {
  explicit State(std::size_t bound) : ring_bound(bound) {}

  const std::size_t ring_bound;
  mutable std::mutex mutex;  // the projector's thread adds to `pending`; all else is under the stream hub's lock too
  std::function<void()> changed;
  bool loaded{false};
  std::deque<std::shared_ptr<const spine::ProjectionDelta>> early;  // came while the snapshot was being read
  Pending pending;

  Buckets buckets;  // as of `at`
  spine::Cursor at;
  std::string at_text;
  std::string ring_from;  // where the ring begins
  std::deque<Told> ring;

  spine::Subscription subscription;

  void add(const spine::ProjectionDelta& delta) {
    for (const auto& bucket : delta.buckets) pending.changed.insert_or_assign({bucket.minute, bucket.channel}, bucket);
    pending.events += delta.events;
    pending.to = delta.to;
    pending.any = true;
  }

  void on_delta(const std::shared_ptr<const spine::ProjectionDelta>& delta) {
    std::function<void()> wake;
    {
      const std::lock_guard lock(mutex);
      if (!loaded) {
        early.push_back(delta);
        return;
      }
      add(*delta);
      wake = changed;
    }
    if (wake) wake();
  }

  void forget_old() {
    if (buckets.empty()) return;
    const auto oldest = buckets.rbegin()->first.first - kHorizon;
    buckets.erase(buckets.begin(), buckets.lower_bound({oldest, Channel{}}));
  }

  [[nodiscard]] api::Frame snapshot() const {
    api::Frame frame{.type = api::FrameType::snapshot,
                     .topic = api::Topic::kpi,
                     .from = {},
                     .to = at_text,
                     .events = {},
                     .data = api::KpiData{},
                     .items = {},
                     .alerts = {}};
    frame.data->buckets.reserve(buckets.size());
    for (const auto& [key, bucket] : buckets) frame.data->buckets.push_back(to_wire(bucket));
    return frame;
  }

  /// One delta from a place in the ring; nothing if the place is not there.
  [[nodiscard]] std::optional<api::Frame> since(std::string_view from) const {
    std::size_t first = 0;
    if (from != ring_from) {
      while (first < ring.size() && ring[first].to != from) ++first;
      if (first == ring.size()) return std::nullopt;
      ++first;
    }
    api::Frame frame{.type = api::FrameType::delta,
                     .topic = api::Topic::kpi,
                     .from = std::string(from),
                     .to = at_text,
                     .events = 0,
                     .data = api::KpiData{},
                     .items = {},
                     .alerts = {}};
    std::set<Key> keys;
    for (std::size_t i = first; i < ring.size(); ++i) {
      frame.events = *frame.events + ring[i].events;
      keys.insert(ring[i].keys.begin(), ring[i].keys.end());
    }
    for (const auto& key : keys) {
      if (const auto found = buckets.find(key); found != buckets.end()) {
        frame.data->buckets.push_back(to_wire(found->second));
      }
    }
    return frame;
  }
};

KpiSource::KpiSource(std::size_t ring) : state_(std::make_unique<State>(ring)) {}

KpiSource::~KpiSource() { stop(); }

Result<std::unique_ptr<KpiSource>> KpiSource::open(const Subscribe& subscribe, const Load& load, std::size_t ring) {
  std::unique_ptr<KpiSource> source(new KpiSource(ring));
  State& state = *source->state_;
  state.subscription = subscribe([&state](const auto& delta) { state.on_delta(delta); });
  auto snapshot = load();
  if (!snapshot) return std::unexpected(snapshot.error());
  const std::lock_guard lock(state.mutex);
  for (const auto& bucket : snapshot->buckets) state.buckets.emplace(Key{bucket.minute, bucket.channel}, bucket);
  state.at = std::move(snapshot->at);
  state.at_text = state.at.text();
  state.ring_from = state.at_text;
  state.loaded = true;
  for (const auto& delta : state.early) {
    if (!state.at.covers(delta->to)) state.add(*delta);
  }
  state.early.clear();
  return source;
}

void KpiSource::start(std::function<void()> changed) {
  const std::lock_guard lock(state_->mutex);
  state_->changed = std::move(changed);
}

void KpiSource::stop() {
  state_->subscription.reset();  // its function is not running and will not run again
  const std::lock_guard lock(state_->mutex);
  state_->changed = nullptr;
}

std::optional<api::Frame> KpiSource::take() {
  State& state = *state_;
  const std::lock_guard lock(state.mutex);
  if (!state.pending.any) return std::nullopt;
  Pending step = std::exchange(state.pending, {});
  api::Frame frame{.type = api::FrameType::delta,
                   .topic = api::Topic::kpi,
                   .from = state.at_text,
                   .to = step.to.text(),
                   .events = step.events,
                   .data = api::KpiData{},
                   .items = {},
                   .alerts = {}};
  Told told{.to = *frame.to, .events = step.events, .keys = {}};
  for (const auto& [key, bucket] : step.changed) {
    frame.data->buckets.push_back(to_wire(bucket));
    told.keys.push_back(key);
    state.buckets.insert_or_assign(key, bucket);
  }
  state.forget_old();
  state.at = std::move(step.to);
  state.at_text = *frame.to;
  state.ring.push_back(std::move(told));
  while (state.ring.size() > state.ring_bound) {
    state.ring_from = state.ring.front().to;
    state.ring.pop_front();
  }
  return frame;
}

std::vector<api::Frame> KpiSource::catch_up(std::optional<std::string_view> position) {
  State& state = *state_;
  const std::lock_guard lock(state.mutex);
  if (!position || position->empty()) return {state.snapshot()};
  if (*position == state.at_text) return {};
  if (auto frame = state.since(*position)) return {std::move(*frame)};
  const auto theirs = spine::Cursor::parse(*position);
  if (theirs && theirs->mark() == state.at.mark() && theirs->partitions() == state.at.partitions() &&
      state.at.covers(*theirs)) {
    auto frame = state.snapshot();
    frame.from = std::string(*position);
    frame.events = state.at.distance_from(*theirs);
    return {std::move(frame)};
  }
  return {api::Frame{.type = api::FrameType::resync_required,
                     .topic = api::Topic::kpi,
                     .from = {},
                     .to = {},
                     .events = {},
                     .data = {},
                     .items = {},
                     .alerts = {}},
          state.snapshot()};
}

std::string KpiSource::position() const {
  const std::lock_guard lock(state_->mutex);
  return state_->at_text;
}

}  // namespace guardline::edge

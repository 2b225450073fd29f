// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/receipts/receipts.h"

#include "hub/dispatch/answers.h"
#include "hub/dispatch/policy.h"
#include "hub/dispatch/references.h"
#include "hub/receipts/parked.h"
#include "hub/spine/outgoing.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <set>
#include <thread>
#include <utility>

namespace guardline::receipts {
namespace {

constexpr Micros kMaxAhead = std::chrono::days(1);  // a receipt from further in the future has a wrong clock

using Key = std::pair<std::string, std::string>;  // carrier, reference

struct Queued {
  dispatch::Receipt receipt;
  std::function<void(bool)> done;  // empty for released ones
};

/// One transaction's worth.
struct Work {
  spine::Submission submission;
  std::vector<std::pair<Key, DeliveryState>> parts;
  std::vector<Key> unpark;
  std::vector<dispatch::Receipt> park;
  std::vector<MessageId> ended;
  std::vector<dispatch::GoneAddress> gone;
  std::uint64_t applied{0};
};

std::optional<EventKind> kind_of(DeliveryState state) {
  switch (state) {
    case DeliveryState::accepted:
      return EventKind::delivery_accepted;
    case DeliveryState::delivered:
      return EventKind::delivery_delivered;
    case DeliveryState::failed:
      return EventKind::delivery_failed;
    case DeliveryState::expired:
      return EventKind::delivery_expired;
    case DeliveryState::unknown:
      return EventKind::delivery_unknown;
    default:
      return std::nullopt;  // a carrier can't plan, suppress or cancel
  }
}

spine::EventDraft event_of(const dispatch::Reference& reference, const dispatch::Receipt& receipt, EventKind kind,
                           Timestamp now) {
  spine::EventDraft event;
  event.id = EventId::make(now);
  event.occurred_at = receipt.occurred_at;
  event.drill = reference.drill;
  event.kind = kind;
  event.subject_type = SubjectType::delivery;
  event.subject = reference.delivery.value;
  event.notice = reference.notice;
  event.message = reference.message;
  event.delivery = reference.delivery;
  event.investor = reference.investor;
  event.channel = reference.channel;
  event.carrier = reference.carrier;
  event.reason = receipt.reason;
  event.code = dispatch::clean_code(receipt.code);
  return event;
}

}  // namespace

struct Receipts::Impl {
  Impl(spine::Spine& s, const Clock& c, ReceiptsHooks h, ReceiptsOptions o)
      : spine(s), clock(c), hooks(std::move(h)), options(o) {}

  void run() {
    std::unique_lock lock(mutex);
    while (true) {
      changed.wait(lock, [this] { return stopping || !queue.empty() || !known.empty(); });
      std::vector<Queued> batch;
      while (!queue.empty() && batch.size() < options.batch) {
        batch.push_back(std::move(queue.front()));
        queue.pop_front();
      }
      auto release = std::exchange(known, {});
      const bool ending = stopping;
      lock.unlock();
      if (auto ok = handle(batch, release); !ok) failed(batch, std::move(release), ok.error());
      lock.lock();
      if (ending && queue.empty()) return;
    }
  }

  /// The store could not take it: carriers are told so and report again; releases are kept for the next round.
  void failed(std::vector<Queued>& batch, std::set<Key> release, const Error& error) {
    for (auto& queued : batch)
      if (queued.done) queued.done(false);
    std::unique_lock lock(mutex);
    trouble = error.message;
    known.merge(release);
    changed.wait_for(lock, std::chrono::milliseconds(500), [this] { return stopping; });
  }

  Status handle(std::vector<Queued>& batch, const std::set<Key>& release) {
    if (!database) {
      auto opened = spine.stores().open(spine::Use::read);
      if (!opened) return std::unexpected(opened.error());
      database = std::move(*opened);
    }
    // A parked receipt whose acceptance became known between our look and the commit makes the transaction fail with
    // `conflict`: look again. Twice is enough in practice; the bound keeps a fault from spinning.
    for (int attempt = 0;; ++attempt) {
      Work work;
      if (auto ok = collect(work, batch, release); !ok) return ok;
      auto committed = commit(work);
      if (!committed && committed.error().code == ErrorCode::conflict && attempt < 5) continue;
      if (!committed) return std::unexpected(committed.error());
      settle(work, batch);
      return {};
    }
  }

  Status collect(Work& work, const std::vector<Queued>& batch, const std::set<Key>& release) {
    PartStates pending;
    for (const auto& [carrier, reference] : release) {
      auto receipts = parked_for(*database, carrier, reference);
      if (!receipts) return std::unexpected(receipts.error());
      const auto parked_before = work.park.size();
      for (const auto& receipt : *receipts)
        if (auto ok = apply(work, receipt, pending); !ok) return ok;
      // Still without a delivery (see recheck): it stays parked.
      if (!receipts->empty() && work.park.size() == parked_before) work.unpark.push_back({carrier, reference});
    }
    for (const auto& queued : batch)
      if (auto ok = apply(work, queued.receipt, pending); !ok) return ok;
    return {};
  }

  /// States of parts that this transaction sets, on top of what the store says.
  using PartStates = std::map<DeliveryId, std::map<std::int64_t, DeliveryState>>;

  Status apply(Work& work, const dispatch::Receipt& receipt, PartStates& pending) {
    const auto kind = kind_of(receipt.state);
    if (!kind) return {};
    auto reference = dispatch::find_reference(*database, receipt.carrier, receipt.reference);
    if (!reference) {
      if (reference.error().code != ErrorCode::not_found) return std::unexpected(reference.error());
      work.park.push_back(receipt);
      return {};
    }
    const auto now = clock.now();
    ++work.applied;
    if (reference->parts <= 1) return move_delivery(work, event_of(*reference, receipt, *kind, now), receipt.state);

    auto event = event_of(*reference, receipt, EventKind::part_receipt, now);
    event.code = dispatch::clean_code("part " + std::to_string(reference->part + 1) + "/" +
                                      std::to_string(reference->parts) + " " + receipt.code);
    work.submission.events.push_back(std::move(event));
    const bool forward = !reference->state || rank(*reference->state) < rank(receipt.state);
    if (forward) {
      pending[reference->delivery][reference->part] = receipt.state;
      work.parts.push_back({{receipt.carrier, receipt.reference}, receipt.state});
    }
    if (receipt.state == DeliveryState::delivered) {
      auto whole = all_delivered(reference->delivery, pending[reference->delivery]);
      if (!whole) return std::unexpected(whole.error());
      if (!*whole) return {};
    }
    return move_delivery(work, event_of(*reference, receipt, *kind, now), receipt.state);
  }

  Result<bool> all_delivered(DeliveryId delivery, const std::map<std::int64_t, DeliveryState>& pending) {
    auto parts = dispatch::parts_of(*database, delivery);
    if (!parts) return std::unexpected(parts.error());
    return std::ranges::all_of(*parts, [&](const dispatch::Reference& part) {
      const auto set = pending.find(part.part);
      const auto state = set != pending.end() ? std::optional(set->second) : part.state;
      return state == DeliveryState::delivered;
    });
  }

  Status move_delivery(Work& work, spine::EventDraft event, DeliveryState state) {
    if (is_end_state(state) && state != DeliveryState::delivered) work.ended.push_back(event.message);
    const auto delivery = event.delivery;
    const bool gone = state == DeliveryState::failed && dispatch::address_is_gone(event.reason);
    work.submission.events.push_back(std::move(event));
    if (!gone) return {};
    // What has been delivered there exists; what has failed already has said so.
    const auto before = spine::read_delivery_state(*database, delivery);
    if (!before) return std::unexpected(before.error());
    if (*before && rank(**before) >= rank(DeliveryState::failed)) return {};
    dispatch::note_gone_address(work.submission, work.submission.events.size() - 1, work.gone, clock.now());
    return {};
  }

  Result<spine::Committed> commit(Work& work) {
    if (work.submission.events.empty() && work.park.empty() && work.unpark.empty()) return spine::Committed{};
    auto submission = std::move(work.submission);
    submission.also = [&](db::Database& db) -> Status {
      const auto now = clock.now();
      for (const auto& receipt : work.park) {
        auto known_now = dispatch::find_reference(db, receipt.carrier, receipt.reference);
        if (known_now) return fail(ErrorCode::conflict, "the acceptance came in between");
        if (known_now.error().code != ErrorCode::not_found) return std::unexpected(known_now.error());
        if (auto ok = park(db, receipt, now); !ok) return ok;
      }
      for (const auto& [key, state] : work.parts)
        if (auto ok = dispatch::set_part_state(db, key.first, key.second, state); !ok) return ok;
      for (const auto& key : work.unpark)
        if (auto ok = unpark(db, key.first, key.second); !ok) return ok;
      for (const auto& message : work.ended)
        if (hooks.ended)
          if (auto ok = hooks.ended(db, message, now); !ok) return ok;
      for (const auto& [investor, channel] : work.gone)
        if (hooks.address_gone)
          if (auto ok = hooks.address_gone(db, investor, channel); !ok) return ok;
      return {};
    };
    return spine.committer().submit_and_wait(std::move(submission));
  }

  void settle(const Work& work, std::vector<Queued>& batch) {
    for (auto& queued : batch)
      if (queued.done) queued.done(true);
    {
      const std::lock_guard lock(mutex);
      stats.applied += work.applied;
      stats.parked += work.park.size();
      stats.released += work.unpark.size();
      trouble.clear();
      for (const auto& receipt : work.park) parked.insert({receipt.carrier, receipt.reference});
      for (const auto& key : work.unpark) parked.erase(key);
    }
    if (!work.ended.empty() && hooks.ended_committed) hooks.ended_committed();
    if (!work.park.empty()) recheck(work.park);
  }

  /// An acceptance may have become known between our commit and our note that its receipt is parked.
  void recheck(const std::vector<dispatch::Receipt>& receipts) {
    for (const auto& receipt : receipts) {
      const auto found = dispatch::find_reference(*database, receipt.carrier, receipt.reference);
      if (!found && found.error().code == ErrorCode::not_found) continue;
      // Also when that can't be read now: the next round looks again, nobody else will.
      const std::lock_guard lock(mutex);
      known.insert({receipt.carrier, receipt.reference});
    }
  }

  spine::Spine& spine;
  const Clock& clock;
  ReceiptsHooks hooks;
  ReceiptsOptions options;
  std::unique_ptr<db::Database> database;

  mutable std::mutex mutex;
  std::condition_variable changed;
  std::deque<Queued> queue;
  std::set<Key> parked;  // what the store holds, so that an acceptance without a parked receipt costs nothing
  std::set<Key> known;   // parked ones whose acceptance is known now
  bool stopping{false};
  ReceiptsStats stats;
  std::string trouble;
  std::thread thread;
};

Receipts::Receipts(spine::Spine& spine, const Clock& clock, ReceiptsHooks hooks, ReceiptsOptions options)
    : impl_(std::make_unique<Impl>(spine, clock, std::move(hooks), options)) {}

Receipts::~Receipts() { stop(); }

Status Receipts::start() {
  spine::Submission clean;
  clean.also = [before = impl_->clock.now() - impl_->options.park_for](db::Database& db) -> Status {
    auto dropped = drop_old(db, before);
    if (!dropped) return std::unexpected(dropped.error());
    return {};
  };
  if (auto ok = impl_->spine.committer().submit_and_wait(std::move(clean)); !ok) return std::unexpected(ok.error());
  auto database = impl_->spine.stores().open(spine::Use::read);
  if (!database) return std::unexpected(database.error());
  auto keys = parked_keys(**database);
  if (!keys) return std::unexpected(keys.error());
  for (auto& key : *keys) {
    const auto reference = dispatch::find_reference(**database, key.first, key.second);
    if (!reference && reference.error().code != ErrorCode::not_found) return std::unexpected(reference.error());
    if (reference) impl_->known.insert(key);
    impl_->parked.insert(std::move(key));
  }
  impl_->thread = std::thread([impl = impl_.get()] { impl->run(); });
  return {};
}

void Receipts::stop() {
  {
    const std::lock_guard lock(impl_->mutex);
    impl_->stopping = true;
  }
  impl_->changed.notify_all();
  if (impl_->thread.joinable()) impl_->thread.join();
}

bool Receipts::on_receipt(dispatch::Receipt receipt, std::function<void(bool durable)> done) {
  // Whatever a carrier puts into a receipt, it must be storable: one that isn't would hold up its whole batch, and come
  // again for ever.
  receipt.reference = dispatch::kept_reference(receipt.reference);
  receipt.code = dispatch::clean_code(receipt.code);
  const auto now = impl_->clock.now();
  if (receipt.occurred_at <= Timestamp{} || receipt.occurred_at > now + kMaxAhead) receipt.occurred_at = now;
  {
    const std::lock_guard lock(impl_->mutex);
    if (impl_->stopping || impl_->queue.size() >= impl_->options.queue) return false;
    impl_->queue.push_back({std::move(receipt), std::move(done)});
  }
  impl_->changed.notify_one();
  return true;
}

void Receipts::references_known(std::string_view carrier, const std::vector<std::string>& references) {
  const std::lock_guard lock(impl_->mutex);
  for (const auto& reference : references) {
    Key key{carrier, reference};
    if (impl_->parked.contains(key)) impl_->known.insert(std::move(key));
  }
  if (!impl_->known.empty()) impl_->changed.notify_one();
}

ReceiptsStats Receipts::stats() const {
  const std::lock_guard lock(impl_->mutex);
  return impl_->stats;
}

std::string Receipts::trouble() const {
  const std::lock_guard lock(impl_->mutex);
  return impl_->trouble;
}

}  // namespace guardline::receipts

// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/receipts/tracking/tracking.h"

#include "hub/notices/worker.h"
#include "hub/receipts/tracking/sight.h"
#include "hub/spine/connections.h"

#include <deque>
#include <mutex>
#include <set>
#include <utility>

namespace guardline::receipts {
namespace {

struct Opening {
  DeliveryId delivery;
  Timestamp at{};
  std::string_view rule;
};

/// One first time in the making.
struct First {
  Target target;
  Engagement kind{};
  Timestamp at{};
  std::string code;
  std::string_view rule;
};

EventKind event_kind(Engagement kind) {
  switch (kind) {
    case Engagement::opened_person:
    case Engagement::opened_machine:
      return EventKind::opened;
    case Engagement::clicked:
      return EventKind::clicked;
    case Engagement::replied:
      return EventKind::replied;
    case Engagement::confirmed:
      return EventKind::read_confirmed;
  }
  return EventKind::opened;
}

spine::EventDraft draft(const First& first, Timestamp now) {
  spine::EventDraft event;
  event.id = EventId::make(now);
  event.occurred_at = first.at;
  event.kind = event_kind(first.kind);
  event.drill = first.target.drill;
  event.subject_type = SubjectType::delivery;
  event.subject = first.target.delivery.value;
  event.notice = first.target.notice;
  event.message = first.target.message;
  event.delivery = first.target.delivery;
  event.investor = first.target.investor;
  event.channel = first.target.channel;
  event.carrier = first.target.carrier;
  event.code = first.code;
  event.detail.assign(first.rule.begin(), first.rule.end());
  return event;
}

Result<bool> is_known(db::Database& database, DeliveryId delivery, Engagement kind) {
  auto statement = database.prepare("SELECT 1 FROM engagement WHERE delivery = $1 AND kind = $2");
  if (!statement) return std::unexpected(statement.error());
  bool found = false;
  auto ok = (*statement)->run({delivery.bytes(), static_cast<std::int64_t>(kind)}, [&](const db::Row&) {
    return found = true;
  });
  if (!ok) return std::unexpected(ok.error());
  return found;
}

/// For `also`; conflict if somebody else was first.
Status note(db::Database& database, const std::vector<First>& firsts) {
  auto statement =
      database.prepare("INSERT INTO engagement(delivery, kind, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING");
  if (!statement) return std::unexpected(statement.error());
  for (const auto& first : firsts) {
    auto added =
        (*statement)->run({first.target.delivery.bytes(), static_cast<std::int64_t>(first.kind), to_micros(first.at)});
    if (!added) return std::unexpected(added.error());
    if (*added != 1) return fail(ErrorCode::conflict, "it was recorded in between");
  }
  return {};
}

}  // namespace

struct Tracking::Impl {
  Impl(spine::Spine& s, const Clock& c, TrackingOptions o)
      : spine(s), clock(c), options(o), worker([this] { return round(); }, o.poll) {}

  /// Writes those that are not in the record. Returns how many.
  Result<std::size_t> write(const std::vector<First>& wanted, const std::function<Status(db::Database&)>& also) {
    // Between our look and the commit another thread or hub may write the same: look again. Each further try needs
    // another one to come in between; the bound keeps a fault from spinning.
    for (int attempt = 0;; ++attempt) {
      auto fresh = connections.with([&](db::Database& database) -> Result<std::vector<First>> {
        std::vector<First> missing;
        std::set<std::pair<DeliveryId, Engagement>> here;
        for (const auto& first : wanted) {
          auto known = is_known(database, first.target.delivery, first.kind);
          if (!known) return std::unexpected(known.error());
          if (!*known && here.insert({first.target.delivery, first.kind}).second) missing.push_back(first);
        }
        return missing;
      });
      if (!fresh) return std::unexpected(fresh.error());
      if (fresh->empty() && !also) return 0;
      spine::Submission submission;
      const auto now = clock.now();
      for (const auto& first : *fresh) submission.events.push_back(draft(first, now));
      submission.also = [&](db::Database& database) -> Status {
        if (also)
          if (auto ok = also(database); !ok) return ok;
        return note(database, *fresh);
      };
      auto committed = spine.committer().submit_and_wait(std::move(submission));
      if (committed) return fresh->size();
      if (committed.error().code != ErrorCode::conflict || attempt >= 5) return std::unexpected(committed.error());
    }
  }

  Result<bool> round() {
    std::vector<Opening> batch;
    {
      const std::lock_guard lock(mutex);
      while (!queue.empty() && batch.size() < options.batch) {
        batch.push_back(queue.front());
        queue.pop_front();
      }
    }
    if (batch.empty()) return false;
    auto wrote = take(batch);
    const std::lock_guard lock(mutex);
    if (!wrote) {
      // Kept for the next round; what came meanwhile stays behind it.
      queue.insert(queue.begin(), batch.begin(), batch.end());
      return std::unexpected(wrote.error());
    }
    return !queue.empty();
  }

  Status take(const std::vector<Opening>& batch) {
    std::uint64_t nowhere = 0;
    auto firsts = connections.with([&](db::Database& database) -> Result<std::vector<First>> {
      std::vector<First> found;
      for (const auto& opening : batch) {
        auto target = find_target(database, opening.delivery, opening.at);
        if (!target) {
          const auto code = target.error().code;
          if (code != ErrorCode::not_found && code != ErrorCode::denied) return std::unexpected(target.error());
          ++nowhere;
          continue;
        }
        const auto rule = opening.rule.empty() ? machine_by_time(opening.at, target->accepted_at) : opening.rule;
        const auto kind = rule.empty() ? Engagement::opened_person : Engagement::opened_machine;
        found.push_back({std::move(*target), kind, opening.at, rule.empty() ? "person" : "machine", rule});
      }
      return found;
    });
    if (!firsts) return std::unexpected(firsts.error());
    auto wrote = write(*firsts, {});
    if (!wrote) return std::unexpected(wrote.error());
    const std::lock_guard lock(mutex);
    stats.opened += *wrote;
    stats.known += firsts->size() - *wrote;
    stats.nowhere += nowhere;
    return {};
  }

  spine::Spine& spine;
  const Clock& clock;
  TrackingOptions options;
  spine::Connections connections{[this] { return spine.stores().open(spine::Use::read); }};
  mutable std::mutex mutex;
  std::deque<Opening> queue;
  TrackingStats stats;
  notices::Worker worker;
};

Tracking::Tracking(spine::Spine& spine, const Clock& clock, TrackingOptions options)
    : impl_(std::make_unique<Impl>(spine, clock, options)) {}
Tracking::~Tracking() { stop(); }

void Tracking::start() { impl_->worker.start(); }

void Tracking::stop() {
  impl_->worker.stop();
  for (auto more = impl_->round(); more && *more;) more = impl_->round();
}

bool Tracking::on_open(DeliveryId delivery, Timestamp at, std::string_view rule) {
  {
    const std::lock_guard lock(impl_->mutex);
    if (impl_->queue.size() >= impl_->options.queue) {
      ++impl_->stats.dropped;
      return false;
    }
    impl_->queue.push_back({delivery, at, rule});
  }
  impl_->worker.wake();
  return true;
}

Status Tracking::record(const Target& target, const std::vector<Act>& acts,
                        const std::function<Status(db::Database&)>& also) {
  const auto now = impl_->clock.now();
  std::vector<First> firsts;
  if (!acts.empty()) firsts.push_back({target, Engagement::opened_person, now, "person", {}});
  for (const auto& act : acts)
    if (act.kind != Engagement::opened_person) firsts.push_back({target, act.kind, now, act.how, {}});
  auto wrote = impl_->write(firsts, also);
  if (!wrote) return std::unexpected(wrote.error());
  return {};
}

TrackingStats Tracking::stats() const {
  const std::lock_guard lock(impl_->mutex);
  return impl_->stats;
}

std::string Tracking::trouble() const { return impl_->worker.trouble(); }

}  // namespace guardline::receipts

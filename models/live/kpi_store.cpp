// The minutes of the last 24 hours, per channel. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/kpi_store.h"

#include <algorithm>

namespace guardline::models {
namespace {

constexpr std::int64_t kMissingMinutes = 3;  // shorter runs are gaps of the line, not worth a hatch

std::int64_t minute_of(Timestamp at) { return to_micros(at) / kMinute.count(); }
std::int64_t minute_up(Timestamp at) { return (to_micros(at) + kMinute.count() - 1) / kMinute.count(); }
std::size_t place(std::int64_t minute) { return static_cast<std::size_t>(minute % KpiStore::kMinutes); }

enum class Minute : std::uint8_t { idle, work, sent };

Minute what(const KpiBucket* bucket) {
  if (bucket == nullptr) return Minute::idle;
  if (bucket->accepted > 0) return Minute::sent;
  return bucket->planned > 0 || bucket->backlog > 0 ? Minute::work : Minute::idle;
}

/// Calls `found(from, to, with_work)` for each run of minutes without an acceptance in [first, last] that is long
/// enough; before the first acceptance nothing is missing.
template <class What, class Found>
void each_quiet_run(std::int64_t first, std::int64_t last, const What& what_at, const Found& found) {
  bool begun = false;
  bool work = false;
  std::int64_t start = -1;
  const auto close = [&](std::int64_t end) {
    if (start >= 0 && end - start >= kMissingMinutes) {
      found(from_micros(start * kMinute.count()), from_micros(end * kMinute.count()), work);
    }
    start = -1;
    work = false;
  };
  for (auto minute = first; minute <= last; ++minute) {
    const auto now = what_at(minute);
    if (now == Minute::sent) {
      close(minute);
      begun = true;
      continue;
    }
    if (!begun) continue;
    if (start < 0) start = minute;
    if (now == Minute::work) work = true;
  }
  close(last + 1);
}

}  // namespace

void KpiSum::add(const KpiBucket& b) {
  planned += b.planned;
  handed += b.handed;
  accepted += b.accepted;
  delivered += b.delivered;
  failed_person += b.failed_person;
  failed_message += b.failed_message;
  failed_carrier += b.failed_carrier;
  failed_system += b.failed_system;
  suppressed += b.suppressed;
  expired += b.expired;
  unknown += b.unknown;
  backlog += b.backlog;
}

void KpiSum::add(const KpiSum& o) {
  planned += o.planned;
  handed += o.handed;
  accepted += o.accepted;
  delivered += o.delivered;
  failed_person += o.failed_person;
  failed_message += o.failed_message;
  failed_carrier += o.failed_carrier;
  failed_system += o.failed_system;
  suppressed += o.suppressed;
  expired += o.expired;
  unknown += o.unknown;
  backlog += o.backlog;
}

std::optional<double> KpiSum::rate() const {
  if (accepted <= 0) return std::nullopt;
  return 100.0 * static_cast<double>(delivered) / static_cast<double>(accepted);
}

std::int64_t KpiSum::in_flight() const {
  const auto ended = delivered + failed_person + failed_message + failed_carrier + failed_system + expired + unknown;
  return std::max<std::int64_t>(0, accepted - ended);
}

KpiStore::KpiStore() {
  for (auto& ring : rings_) ring.resize(kMinutes);
  rates_.reserve(kChannelCount);
  for (std::size_t i = 0; i < kChannelCount; ++i) rates_.emplace_back(LiveSeries::Level::minute, kMinute * kMinutes);
}

void KpiStore::clear() {
  for (auto& ring : rings_) std::fill(ring.begin(), ring.end(), std::nullopt);
  for (auto& rate : rates_) rate.clear();
  seen_.fill(false);
  newest_ = -1;
}

void KpiStore::replace(const std::vector<KpiBucket>& buckets) {
  clear();
  for (const auto& bucket : buckets) apply(bucket);
}

bool KpiStore::apply(const KpiBucket& bucket) {
  if (to_micros(bucket.minute) < 0) return false;
  const auto minute = minute_of(bucket.minute);
  if (newest_ >= 0 && minute <= newest_ - kMinutes) return false;
  newest_ = std::max(newest_, minute);
  const auto channel = channel_index(bucket.channel);
  rings_[channel][place(minute)] = bucket;
  seen_[channel] = true;
  if (bucket.accepted > 0) {
    rates_[channel].put(bucket.minute,
                        100.0 * static_cast<double>(bucket.delivered) / static_cast<double>(bucket.accepted));
  } else {
    rates_[channel].clear(bucket.minute);
  }
  return true;
}

const KpiBucket* KpiStore::at(Channel channel, Timestamp when) const {
  const auto minute = minute_of(when);
  if (minute < 0 || minute > newest_ || minute <= newest_ - kMinutes) return nullptr;
  const auto& slot = rings_[channel_index(channel)][place(minute)];
  return slot && minute_of(slot->minute) == minute ? &*slot : nullptr;
}

std::vector<const KpiBucket*> KpiStore::range(Channel channel, Timestamp from, Timestamp to) const {
  std::vector<const KpiBucket*> out;
  const auto last = std::min(minute_up(to) - 1, newest_);
  for (auto minute = std::max(minute_up(from), newest_ - kMinutes + 1); minute <= last; ++minute) {
    if (const auto* bucket = at(channel, from_micros(minute * kMinute.count()))) out.push_back(bucket);
  }
  return out;
}

KpiSum KpiStore::sum(Channel channel, Timestamp from, Timestamp to) const {
  KpiSum sum;
  for (const auto* bucket : range(channel, from, to)) sum.add(*bucket);
  return sum;
}

std::int64_t KpiStore::backlog(Channel channel) const {
  std::int64_t total = 0;
  for (const auto& slot : rings_[channel_index(channel)]) {
    if (slot && minute_of(slot->minute) > newest_ - kMinutes) total += slot->backlog;
  }
  return total;
}

std::vector<MissingSpan> KpiStore::missing(Channel channel, Timestamp from, Timestamp to) const {
  std::vector<MissingSpan> out;
  if (newest_ < 0 || !seen(channel)) return out;
  const auto first = std::max(minute_of(from), newest_ - kMinutes + 1);
  const auto minute = [&](std::int64_t at) { return what(this->at(channel, from_micros(at * kMinute.count()))); };
  each_quiet_run(first, std::min(minute_up(to) - 1, newest_), minute, [&](Timestamp start, Timestamp end, bool work) {
    if (work) out.push_back({channel, start, end});
  });
  return out;
}

std::vector<SilentSpan> KpiStore::silent(Timestamp from, Timestamp to) const {
  std::vector<SilentSpan> out;
  if (newest_ < 0) return out;
  const auto first = std::max(minute_of(from), newest_ - kMinutes + 1);
  const auto minute = [&](std::int64_t at) {
    auto most = Minute::idle;
    for (const auto channel : kChannels) {
      most = std::max(most, what(this->at(channel, from_micros(at * kMinute.count()))));
    }
    return most;
  };
  // To the window's end: in the minutes after the newest one nothing was heard of, so nothing was sent.
  each_quiet_run(first, std::min(minute_up(to) - 1, newest_ + kMinutes), minute,
                 [&](Timestamp start, Timestamp end, bool work) {
                   if (!work) out.push_back({start, end});
                 });
  return out;
}

}  // namespace guardline::models

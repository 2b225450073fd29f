// The minutes of the last 24 hours, per channel. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/kpi_store.h"

#include <algorithm>

namespace guardline::models {
namespace {

constexpr std::int64_t kMissingMinutes = 3;  // shorter runs are gaps of the line, not worth a hatch

std::int64_t minute_of(Timestamp at) { return to_micros(at) / kMinute.count(); }
std::int64_t minute_up(Timestamp at) { return (to_micros(at) + kMinute.count() - 1) / kMinute.count(); }
std::size_t place(std::int64_t minute) { return static_cast<std::size_t>(minute % KpiStore::kMinutes); }

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
  const auto last = std::min(minute_up(to) - 1, newest_);
  bool begun = false;  // before the first acceptance nothing is missing
  bool work = false;
  std::int64_t start = -1;
  const auto close = [&](std::int64_t end) {
    if (start >= 0 && work && end - start >= kMissingMinutes) {
      out.push_back({channel, from_micros(start * kMinute.count()), from_micros(end * kMinute.count())});
    }
    start = -1;
    work = false;
  };
  for (auto minute = std::max(minute_of(from), newest_ - kMinutes + 1); minute <= last; ++minute) {
    const auto when = from_micros(minute * kMinute.count());
    const auto* own = at(channel, when);
    if (own != nullptr && own->accepted > 0) {
      close(minute);
      begun = true;
      continue;
    }
    if (!begun) continue;
    if (start < 0) start = minute;
    if (own != nullptr && (own->planned > 0 || own->backlog > 0)) work = true;
  }
  close(last + 1);
  return out;
}

}  // namespace guardline::models

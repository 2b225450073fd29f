// A bounded series with a min/max pyramid. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/live_series.h"

#include <algorithm>
#include <cmath>

namespace guardline::models {
namespace {

std::size_t index_of(LiveSeries::Level level) { return static_cast<std::size_t>(level); }

std::int64_t number_of(Timestamp at, std::int64_t step) {
  const auto us = to_micros(at);
  const auto number = us / step;
  return us < 0 && number * step != us ? number - 1 : number;
}

void absorb(SeriesBucket& into, const SeriesBucket& part) {
  if (part.count == 0) return;
  if (into.count == 0) {
    into = part;
    return;
  }
  into.min = std::min(into.min, part.min);
  into.max = std::max(into.max, part.max);
  into.last = part.last;
  into.count += part.count;
}

}  // namespace

LiveSeries::LiveSeries(Level base, Micros span)
    : base_(base), capacity_(std::max<std::int64_t>(1, span.count() / kStep[index_of(base)])) {
  for (auto i = index_of(base); i < rings_.size(); ++i) {
    // One more than fits: the oldest and the newest coarse bucket are both partly covered.
    const auto size = static_cast<std::size_t>(capacity_ * kStep[index_of(base)] / kStep[i]) + 2;
    rings_[i] = Ring{
        .step = kStep[i], .buckets = std::vector<SeriesBucket>(size), .index = std::vector<std::int64_t>(size, -1)};
  }
}

const LiveSeries::Ring& LiveSeries::ring(Level level) const {
  return rings_[std::max(index_of(level), index_of(base_))];
}

const SeriesBucket* LiveSeries::find(Level level, std::int64_t number) const {
  const auto& r = ring(level);
  if (number < 0) return nullptr;
  const auto place = static_cast<std::size_t>(number) % r.buckets.size();
  return r.index[place] == number ? &r.buckets[place] : nullptr;
}

SeriesBucket& LiveSeries::slot(Level level, std::int64_t number) {
  auto& r = rings_[index_of(level)];
  const auto place = static_cast<std::size_t>(number) % r.buckets.size();
  if (r.index[place] != number) {
    r.index[place] = number;
    r.buckets[place] = {};
  }
  return r.buckets[place];
}

bool LiveSeries::accepts(std::int64_t number) const {
  return number >= 0 && (!newest_ || number > *newest_ - capacity_);
}

void LiveSeries::put(Timestamp at, double value) {
  if (!std::isfinite(value)) return;
  const auto number = number_of(at, ring(base_).step);
  if (!accepts(number)) return;
  slot(base_, number) = {.min = value, .max = value, .first = value, .last = value, .count = 1};
  newest_ = std::max(newest_.value_or(number), number);
  refold(number);
}

void LiveSeries::fold(Timestamp at, double value) {
  if (!std::isfinite(value)) return;
  const auto number = number_of(at, ring(base_).step);
  if (!accepts(number)) return;
  absorb(slot(base_, number), {.min = value, .max = value, .first = value, .last = value, .count = 1});
  newest_ = std::max(newest_.value_or(number), number);
  refold(number);
}

void LiveSeries::clear(Timestamp at) {
  const auto number = number_of(at, ring(base_).step);
  if (!accepts(number) || find(base_, number) == nullptr) return;
  slot(base_, number) = {};
  refold(number);
}

void LiveSeries::clear() {
  newest_.reset();
  for (auto& r : rings_) std::fill(r.index.begin(), r.index.end(), -1);
}

void LiveSeries::refold(std::int64_t base_number) {
  auto child = base_;
  auto number = base_number;
  for (auto i = index_of(base_) + 1; i < rings_.size(); ++i) {
    const auto ratio = rings_[i].step / ring(child).step;
    number /= ratio;
    SeriesBucket sum;
    const auto oldest = newest_.value_or(base_number) - capacity_ + 1;  // in base buckets; older children have gone
    for (std::int64_t k = 0; k < ratio; ++k) {
      const auto part = number * ratio + k;
      if ((part + 1) * (ring(child).step / ring(base_).step) <= oldest) continue;
      if (const auto* bucket = find(child, part)) absorb(sum, *bucket);
    }
    const auto level = static_cast<Level>(i);
    slot(level, number) = sum;
    child = level;
  }
}

std::optional<Timestamp> LiveSeries::newest() const {
  return newest_ ? std::optional(from_micros(*newest_ * ring(base_).step)) : std::nullopt;
}

SeriesBucket LiveSeries::at(Level level, Timestamp when) const {
  const auto* bucket = find(level, number_of(when, ring(level).step));
  return bucket != nullptr ? *bucket : SeriesBucket{};
}

LiveSeries::Level LiveSeries::level_for(Timestamp from, Timestamp to, int pixels) const {
  const auto range = (to - from).count();
  for (auto i = rings_.size(); i-- > index_of(base_);) {
    if (range / kStep[i] >= std::max(1, pixels)) return static_cast<Level>(i);
  }
  return base_;
}

std::vector<SeriesSegment> LiveSeries::view(Timestamp from, Timestamp to, int pixels) const {
  std::vector<SeriesSegment> segments;
  if (!newest_ || to <= from || pixels <= 0) return segments;
  const auto level = level_for(from, to, pixels);
  const auto step = ring(level).step;
  const auto base_step = ring(base_).step;
  // Never walk what the ring can't hold, whatever range is asked for.
  const auto first = std::max(number_of(from, step), (*newest_ - capacity_ + 1) * base_step / step);
  const auto last = std::min(number_of(to - Micros(1), step), *newest_ * base_step / step);
  const double per_pixel = static_cast<double>((to - from).count()) / pixels;
  bool open = false;
  std::int64_t column = -1;
  for (auto number = first; number <= last; ++number) {
    const auto* bucket = find(level, number);
    if (bucket == nullptr || bucket->count == 0) {
      open = false;
      continue;
    }
    const auto at = std::max(from, from_micros(number * step));
    const auto here = static_cast<std::int64_t>(static_cast<double>((at - from).count()) / per_pixel);
    if (!open) {
      segments.emplace_back();
      open = true;
      column = -1;
    }
    auto& segment = segments.back();
    if (here == column) {
      absorb(segment.back().bucket, *bucket);
    } else {
      segment.push_back({at, *bucket});
      column = here;
    }
  }
  return segments;
}

}  // namespace guardline::models

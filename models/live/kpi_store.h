// The minutes of the last 24 hours, per channel. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/live_gateway.h"
#include "models/live/live_series.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace guardline::models {

inline constexpr std::size_t kChannelCount = std::size(kChannels);
inline constexpr Micros kMinute = std::chrono::minutes(1);
/// 0..5, for arrays by channel.
constexpr std::size_t channel_index(Channel channel) { return static_cast<std::size_t>(channel) - 1; }

/// Counts added up over minutes. Rates are of sums, never means of rates.
struct KpiSum {
  std::int64_t planned{}, handed{}, accepted{}, delivered{};
  std::int64_t failed_person{}, failed_message{}, failed_carrier{}, failed_system{};
  std::int64_t suppressed{}, expired{}, unknown{}, backlog{};
  void add(const KpiBucket& bucket);
  void add(const KpiSum& other);
  /// delivered / accepted in percent; nothing without a denominator.
  [[nodiscard]] std::optional<double> rate() const;
  /// Accepted and still without an end state: receipts on their way. Never negative.
  [[nodiscard]] std::int64_t in_flight() const;
};

/// An interval that a chart hatches: a channel had work but nothing was accepted, so its rate isn't known.
struct MissingSpan {
  Channel channel{Channel::sms};
  Timestamp from;
  Timestamp to;  ///< exclusive
};

/// An interval in which no channel accepted anything and none had work: nothing was sent, so no rate exists.
struct SilentSpan {
  Timestamp from;
  Timestamp to;  ///< exclusive
};

/// Merging is by absolute value: `apply` of the same bucket twice, or of a snapshot after the deltas it covers, leaves
/// the same content. Bounded: 24 hours back from the newest minute.
class KpiStore {
 public:
  static constexpr std::int64_t kMinutes = 1441;

  KpiStore();
  void replace(const std::vector<KpiBucket>& buckets);
  /// False when the bucket is older than the store reaches or its minute lies before 1970.
  bool apply(const KpiBucket& bucket);
  void clear();

  [[nodiscard]] bool empty() const { return newest_ < 0; }
  [[nodiscard]] bool seen(Channel channel) const { return seen_[channel_index(channel)]; }
  [[nodiscard]] const KpiBucket* at(Channel channel, Timestamp minute) const;
  /// Minutes that begin in [from, to).
  [[nodiscard]] KpiSum sum(Channel channel, Timestamp from, Timestamp to) const;
  [[nodiscard]] std::int64_t backlog(Channel channel) const;
  /// In time order, minutes that begin in [from, to).
  [[nodiscard]] std::vector<const KpiBucket*> range(Channel channel, Timestamp from, Timestamp to) const;
  /// Runs of at least three minutes without an acceptance although the channel had work in them (planned or waiting).
  [[nodiscard]] std::vector<MissingSpan> missing(Channel channel, Timestamp from, Timestamp to) const;
  /// Runs of at least three minutes after the first acceptance in which nobody sent or had anything to send.
  [[nodiscard]] std::vector<SilentSpan> silent(Timestamp from, Timestamp to) const;
  /// Delivery rate in percent, base one minute; gaps where nothing was accepted.
  [[nodiscard]] const LiveSeries& rate(Channel channel) const { return rates_[channel_index(channel)]; }

 private:
  std::array<std::vector<std::optional<KpiBucket>>, kChannelCount> rings_;
  std::vector<LiveSeries> rates_;
  std::array<bool, kChannelCount> seen_{};
  std::int64_t newest_{-1};  // minutes since 1970
};

}  // namespace guardline::models

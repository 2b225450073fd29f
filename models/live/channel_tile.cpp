// What one channel's tile says. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/channel_tile.h"

namespace guardline::models {
namespace {

constexpr int kSparkMinutes = 60;
constexpr Micros kHour = std::chrono::hours(1);

Timestamp next_minute(Timestamp now) { return from_micros((to_micros(now) / kMinute.count() + 1) * kMinute.count()); }

void add_spark(ChannelTile& tile, const KpiStore& store, Timestamp end) {
  tile.spark.reserve(kSparkMinutes);
  for (auto minute = end - kSparkMinutes * kMinute; minute < end; minute += kMinute) {
    const auto* bucket = store.at(tile.channel, minute);
    if (bucket == nullptr || bucket->accepted <= 0) {
      tile.spark.emplace_back();
      continue;
    }
    tile.spark.emplace_back(100.0 * static_cast<double>(bucket->delivered) / static_cast<double>(bucket->accepted));
  }
  if (const auto newest = store.rate(tile.channel).newest()) {
    for (auto at = *newest; at > *newest - kHour; at -= kMinute) {
      const auto bucket = store.rate(tile.channel).at(LiveSeries::Level::minute, at);
      if (bucket.count == 0) continue;
      tile.last_rate = bucket.last;
      tile.last_at = at;
      break;
    }
  }
}

double judged_rate(const KpiStore& store, Channel channel, const KpiSum& sum, Timestamp end) {
  const auto late = store.sum(channel, end - 2 * kMinute, end).in_flight();
  return 100.0 * static_cast<double>(sum.delivered + late) / static_cast<double>(sum.accepted);
}

TileState judge(double rate, Timestamp now, AlarmTimer& timer) {
  if (rate < kAlarmRate) {
    if (!timer.below_since) timer.below_since = now;
    return now - *timer.below_since >= kAlarmFor ? TileState::alarm : TileState::hint;
  }
  timer.below_since.reset();
  return rate < kHintRate ? TileState::hint : TileState::normal;
}

}  // namespace

ChannelTile make_tile(const KpiStore& store, Channel channel, Timestamp now, AlarmTimer& timer) {
  ChannelTile tile;
  tile.channel = channel;
  const auto end = next_minute(now);
  if (!store.seen(channel)) {
    tile.state = TileState::no_traffic;
    timer.below_since.reset();
    return tile;
  }
  const auto sum = store.sum(channel, end - kTileWindow, end);
  tile.rate = sum.rate();
  tile.delivered = sum.delivered;
  tile.accepted = sum.accepted;
  tile.in_flight = sum.in_flight();
  tile.backlog = store.backlog(channel);
  for (const auto* bucket : store.range(channel, end - kTileWindow, end)) {
    if (bucket->latency_p95_ms) tile.p95_ms = bucket->latency_p95_ms;
  }
  const auto before = store.sum(channel, end - kTileWindow - kHour, end - kHour);
  if (tile.rate && before.accepted >= kMinimumSample) tile.change = *tile.rate - *before.rate();
  add_spark(tile, store, end);
  if (sum.accepted < kMinimumSample) {
    // Too few to judge also means too few to say that it got better: an alarm's clock keeps running.
    tile.state = sum.accepted == 0 ? TileState::idle : TileState::few;
    if (sum.accepted == 0) timer.below_since.reset();
    return tile;
  }
  tile.state = judge(judged_rate(store, channel, sum, end), now, timer);
  return tile;
}

}  // namespace guardline::models

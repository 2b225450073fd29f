// An hour of believable figures, the same each time. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/live_gateway.h"

#include <random>
#include <vector>

namespace guardline::test {

inline constexpr Micros kMin = std::chrono::minutes(1);

struct Story {
  std::vector<Channel> channels{Channel::sms, Channel::email};
  bool sms_falls{true};  ///< the last quarter of an hour falls below the alarm line
  bool push_gap{false};  ///< five minutes without an acceptance although messages waited
  int minutes{75};
};

inline models::KpiBucket bucket(Timestamp minute, Channel channel, std::int64_t accepted, std::int64_t delivered) {
  models::KpiBucket b;
  b.minute = minute;
  b.channel = channel;
  b.planned = accepted;
  b.handed = accepted;
  b.accepted = accepted;
  b.delivered = delivered;
  return b;
}

inline std::vector<models::KpiBucket> tell_story(Timestamp now, const Story& story) {
  std::mt19937 random(7);
  std::vector<models::KpiBucket> out;
  const auto last = from_micros(to_micros(now) / kMin.count() * kMin.count());
  for (int i = story.minutes; i >= 0; --i) {
    const auto minute = last - i * kMin;
    for (const auto channel : story.channels) {
      const auto noise = [&](double spread) { return std::uniform_real_distribution<>(-spread, spread)(random); };
      double rate = 98.5 + noise(0.5);
      double volume = 690 + noise(60);
      std::int64_t p95 = 4200;
      if (channel == Channel::email) rate = 98.9 + noise(0.4), volume = 209 + noise(24), p95 = 21'000;
      if (channel == Channel::push) rate = 97.4 + noise(0.4), volume = 475 + noise(50), p95 = 3100;
      if (channel == Channel::web) rate = 99.85 + noise(0.1), volume = 137 + noise(12), p95 = 600;
      if (channel == Channel::sms && story.sms_falls && i <= 15) rate = 92.6 + (i > 12 ? (i - 12) * 1.4 : noise(0.5));
      if (i == 0) volume *= 0.4;
      const bool gap = channel == Channel::push && story.push_gap && i >= 32 && i < 37;
      const auto accepted = gap ? 0 : static_cast<std::int64_t>(volume);
      const auto delivered = static_cast<std::int64_t>(static_cast<double>(accepted) * std::min(100.0, rate) / 100);
      auto b = bucket(minute, channel, accepted, delivered);
      if (gap) b.planned = 400, b.backlog = 12;
      const auto failed = accepted - delivered;
      b.failed_carrier = failed * (rate < 95 ? 70 : 25) / 100;
      b.failed_message = failed / 20;
      b.failed_person = failed - b.failed_carrier - b.failed_message;
      if (i == 0) b.backlog = channel == Channel::sms && story.sms_falls ? 1204 : 86;
      if (delivered > 0) b.latency_p50_ms = p95 / 3, b.latency_p95_ms = p95;
      out.push_back(b);
    }
  }
  return out;
}

inline std::vector<models::TickerItem> tell_ticker(Timestamp now, int count, const std::vector<Channel>& channels) {
  std::mt19937 random(11);
  std::vector<models::TickerItem> out;
  if (channels.empty()) return out;
  for (int i = count; i > 0; --i) {
    models::TickerItem item;
    item.at = now - i * std::chrono::seconds(3);
    item.channel = channels[random() % channels.size()];
    const auto dice = random() % 10;
    item.state = dice < 5 ? DeliveryState::delivered : dice < 8 ? DeliveryState::accepted : DeliveryState::failed;
    if (item.state == DeliveryState::failed) {
      item.reason = item.channel == Channel::sms ? (dice == 8 ? Reason::no_such_number : Reason::carrier_rejected)
                                                 : (dice == 8 ? Reason::mailbox_full : Reason::no_such_mailbox);
    }
    if (dice == 7) item.state = DeliveryState::suppressed, item.reason = Reason::reached_by_other_channel;
    item.carrier = item.channel == Channel::sms ? "cmcc-02" : "relay-a";
    out.push_back(item);
  }
  return out;
}

}  // namespace guardline::test

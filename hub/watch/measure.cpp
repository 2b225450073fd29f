// What a rule sees in the KPI projection. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/watch/measure.h"

#include <algorithm>
#include <chrono>

namespace guardline::watch {
namespace {

struct Sum {
  std::int64_t accepted{};
  std::int64_t delivered{};
  std::int64_t failed_person{};
  std::int64_t failed_else{};
  std::int64_t expired{};
  std::int64_t backlog{};
};

Measurement share(std::int64_t part, std::int64_t whole, std::int64_t min_sample) {
  if (whole < std::max<std::int64_t>(min_sample, 1)) return {std::nullopt, whole};
  // A receipt may be counted in a minute whose acceptance lies in another: never more than all.
  return {std::min<std::int64_t>(10000, part * 10000 / whole), whole};
}

}  // namespace

Measurement measure(const Rule& rule, Channel channel, const std::vector<spine::KpiBucket>& buckets, Timestamp now) {
  const auto end = std::chrono::floor<std::chrono::minutes>(now - std::chrono::seconds(rule.settle_seconds)) +
                   std::chrono::minutes(1);
  const auto begin = end - std::chrono::seconds(rule.window_seconds);
  Sum sum;
  for (const auto& bucket : buckets) {
    if (bucket.channel != channel) continue;
    sum.backlog += bucket.backlog;
    if (bucket.minute < begin || bucket.minute >= end) continue;
    sum.accepted += bucket.accepted;
    sum.delivered += bucket.delivered;
    sum.failed_person += bucket.failed_person;
    sum.failed_else += bucket.failed_message + bucket.failed_carrier + bucket.failed_system;
    sum.expired += bucket.expired;
  }
  switch (rule.metric) {
    case AlertMetric::delivery_rate:
      return share(sum.delivered, sum.accepted, rule.min_sample);
    case AlertMetric::receipt_rate:
      return share(sum.delivered + sum.failed_person + sum.failed_else + sum.expired, sum.accepted, rule.min_sample);
    case AlertMetric::failure_rate:
      return share(sum.failed_else, sum.failed_else + sum.accepted, rule.min_sample);
    case AlertMetric::backlog:
      return {std::max<std::int64_t>(0, sum.backlog), std::max<std::int64_t>(0, sum.backlog)};
    case AlertMetric::watch_silence:
      break;
  }
  return {};
}

}  // namespace guardline::watch

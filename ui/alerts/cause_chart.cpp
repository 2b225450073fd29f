// From the live minutes to the chart of an alert. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/cause_chart.h"

#include "models/alerts/alert_words.h"
#include "models/live/kpi_live_model.h"
#include "models/live/words.h"

#include <QCoreApplication>
#include <algorithm>
#include <chrono>
#include <utility>

namespace guardline::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto kBefore = 30min;
constexpr auto kAfter = 15min;
constexpr auto kLongest = 6h;

QString say(const char* text) { return QCoreApplication::translate("AlertsPage", text); }

/// Numerator and denominator of the alert's rate in one minute. Source: AlertMetric of core/domain/alert.h.
std::pair<std::int64_t, std::int64_t> fraction(AlertMetric metric, const models::KpiBucket& bucket) {
  const auto ours = bucket.failed_carrier + bucket.failed_message + bucket.failed_system;
  switch (metric) {
    case AlertMetric::delivery_rate:
      return {bucket.delivered, bucket.accepted};
    case AlertMetric::receipt_rate:
      return {std::min(bucket.accepted, bucket.delivered + bucket.failed_person + ours + bucket.expired),
              bucket.accepted};
    case AlertMetric::failure_rate:
      return {ours, ours + bucket.accepted};
    case AlertMetric::backlog:
      return {std::min(bucket.backlog, bucket.planned), bucket.planned};  // of that minute, as of now
    case AlertMetric::watch_silence:
      break;
  }
  return {0, 0};
}

}  // namespace

bool has_cause_chart(const models::Alert& alert) {
  switch (alert.trigger.metric) {
    case AlertMetric::delivery_rate:
    case AlertMetric::receipt_rate:
    case AlertMetric::failure_rate:
      return alert.channel.has_value();
    case AlertMetric::backlog:
      return alert.channel.has_value() && alert.active;
    case AlertMetric::watch_silence:
      break;
  }
  return false;
}

ChartData cause_chart(const models::KpiLiveModel& model, const models::Alert& alert, bool greyed) {
  const auto now = greyed ? model.heard_at() : model.clock().now();
  const auto whole = [](Timestamp at) {
    return Timestamp(std::chrono::floor<std::chrono::minutes>(at.time_since_epoch()));
  };
  const auto end = alert.active ? now : std::min(now, alert.cleared_at.value_or(alert.changed_at) + kAfter);
  ChartData data{.from = {},
                 .to = whole(end) + 1min,
                 .floor = 0,
                 .ceiling = 100,
                 .series = {},
                 .thresholds = {},
                 .hatches = {},
                 .empty_title = say(QT_TRANSLATE_NOOP("AlertsPage", "这段时间没有数据")),
                 .empty_text = say(QT_TRANSLATE_NOOP("AlertsPage", "本机只有近 24 小时的逐分钟数据，缺口不按 0 画")),
                 .greyed = greyed};
  data.from = std::max(whole(alert.raised_at - kBefore), data.to - kLongest);
  if (!model.has_data()) {
    data.empty_title = say(QT_TRANSLATE_NOOP("AlertsPage", "正在取得逐分钟数据"));
    data.empty_text.clear();
    return data;
  }
  const bool below = alert.trigger.comparison == Comparison::below;
  const auto limit = static_cast<double>(alert.trigger.limit) / 100.0;
  const bool waiting = alert.trigger.metric == AlertMetric::backlog;  // its limit is a number, no rate: no line for it
  if (!waiting) {
    data.thresholds.push_back({.value = limit,
                               .band_low = below ? 0 : limit,
                               .words = say(QT_TRANSLATE_NOOP("AlertsPage", "告警线 %1"))
                                            .arg(models::alert_value_text(alert.trigger.metric, alert.trigger.limit)),
                               .text = Token::crit_text,
                               .band = Token::crit_soft});
  }
  if (alert.trigger.metric == AlertMetric::delivery_rate) data.floor = std::max(0.0, std::min(90.0, limit - 5));
  if (!below && !waiting) data.ceiling = std::max(10.0, limit * 2);
  ChartSeries series{.channel = *alert.channel,
                     .name = models::channel_name(*alert.channel),
                     .line = models::LiveSeries(models::LiveSeries::Level::minute, std::chrono::hours(25)),
                     .cells = {}};
  for (const auto* bucket : model.store().range(*alert.channel, data.from, data.to)) {
    const auto [numerator, denominator] = fraction(alert.trigger.metric, *bucket);
    // Of the running minute and the one before most receipts are still on their way: no verdict on them.
    const bool young = alert.trigger.metric != AlertMetric::failure_rate && !waiting && bucket->minute + 2min > now;
    if (denominator <= 0 || young) continue;
    const auto value = 100.0 * static_cast<double>(numerator) / static_cast<double>(denominator);
    series.line.put(bucket->minute, value);
    series.cells.push_back({.at = bucket->minute,
                            .value = value,
                            .numerator = numerator,
                            .denominator = denominator,
                            .hollow = denominator < models::kMinimumSample});
  }
  if (!series.cells.empty()) data.series.push_back(std::move(series));
  return data;
}

}  // namespace guardline::ui

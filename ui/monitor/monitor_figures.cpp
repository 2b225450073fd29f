// From the live model to what the charts are given. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/monitor_figures.h"

#include "models/live/words.h"

#include <QCoreApplication>
#include <algorithm>

namespace guardline::ui {
namespace {

constexpr int kBarMinutes = 15;
constexpr double kSettled = 0.97;  // share of a young minute's messages that must have their end state

QString say(const char* text) { return QCoreApplication::translate("MonitorPage", text); }

bool settled(const models::KpiBucket& bucket, Timestamp now) {
  if (bucket.minute + 2 * models::kMinute <= now) return true;
  models::KpiSum sum;
  sum.add(bucket);
  return static_cast<double>(sum.accepted - sum.in_flight()) >= kSettled * static_cast<double>(sum.accepted);
}

std::vector<ChartThreshold> thresholds() {
  return {{.value = models::kHintRate,
           .band_low = models::kAlarmRate,
           .words = say(QT_TRANSLATE_NOOP("MonitorPage", "提示线 97%")),
           .text = Token::high_text,
           .band = Token::high_soft},
          {.value = models::kAlarmRate,
           .band_low = 0,
           .words = say(QT_TRANSLATE_NOOP("MonitorPage", "告警线 95%（持续 60 秒）")),
           .text = Token::crit_text,
           .band = Token::crit_soft}};
}

}  // namespace

std::vector<Channel> active_channels(const models::KpiStore& store) {
  std::vector<Channel> out;
  for (const auto channel : kChannels) {
    if (store.seen(channel)) out.push_back(channel);
  }
  return out;
}

bool nothing_sent(const models::KpiStore& store, models::KpiLiveModel::Window window) {
  return std::all_of(std::begin(kChannels), std::end(kChannels), [&](Channel channel) {
    const auto sum = store.sum(channel, window.from, window.to);
    return sum.planned == 0 && sum.accepted == 0 && sum.backlog == 0;
  });
}

ChartData delivery_chart(const models::KpiLiveModel& model, bool greyed) {
  const auto window = model.window();
  const auto now = greyed ? model.heard_at() : model.clock().now();
  ChartData data{.from = window.from,
                 .to = window.to,
                 .series = {},
                 .thresholds = thresholds(),
                 .hatches = {},
                 .empty_title = {},
                 .empty_text = {},
                 .greyed = greyed};
  const auto& store = model.store();
  for (const auto channel : active_channels(store)) {
    ChartSeries series{
        .channel = channel, .name = models::channel_name(channel), .line = store.rate(channel), .cells = {}};
    for (const auto* bucket : store.range(channel, window.from, window.to)) {
      if (bucket->accepted <= 0) continue;
      if (!settled(*bucket, now)) {
        series.line.clear(bucket->minute);
        continue;
      }
      series.cells.push_back(
          {.at = bucket->minute,
           .value = 100.0 * static_cast<double>(bucket->delivered) / static_cast<double>(bucket->accepted),
           .numerator = bucket->delivered,
           .denominator = bucket->accepted,
           .hollow = bucket->accepted < models::kMinimumSample});
    }
    for (const auto& span : store.missing(channel, window.from, window.to)) {
      const auto minutes = (span.to - span.from) / models::kMinute;
      data.hatches.push_back({span.from, span.to,
                              say(QT_TRANSLATE_NOOP("MonitorPage", "%1无数据\n%2 分钟"))
                                  .arg(models::channel_short_name(channel))
                                  .arg(minutes)});
    }
    if (!series.cells.empty()) data.series.push_back(std::move(series));
  }
  // The running minute isn't over: something may still be sent in it.
  for (const auto& span : store.silent(window.from, window.to - models::kMinute)) {
    data.hatches.push_back(
        {span.from, span.to,
         say(QT_TRANSLATE_NOOP("MonitorPage", "无数据\n%1 分钟")).arg((span.to - span.from) / models::kMinute)});
  }
  if (model.has_data()) {
    data.empty_title = say(QT_TRANSLATE_NOOP("MonitorPage", "所选范围没有发送"));
    data.empty_text = say(QT_TRANSLATE_NOOP("MonitorPage", "%1 至 %2，采集正常"))
                          .arg(models::minute_text(window.from), models::minute_text(window.to));
  } else {
    data.empty_title = say(QT_TRANSLATE_NOOP("MonitorPage", "正在连接中枢"));
    data.empty_text = say(QT_TRANSLATE_NOOP("MonitorPage", "未到的渠道显示「—」，不显示 0"));
  }
  return data;
}

ChartData open_chart(const models::KpiLiveModel& model, bool greyed) {
  const auto window = model.window();
  ChartData data{.from = window.from,
                 .to = window.to,
                 .floor = 0,
                 .ceiling = 60,
                 .series = {},
                 .thresholds = {},
                 .hatches = {},
                 .empty_title = say(QT_TRANSLATE_NOOP("MonitorPage", "打开暂无数据")),
                 .empty_text = say(QT_TRANSLATE_NOOP(
                     "MonitorPage", "所选范围没有收到打开的回执，未按 0 计入。短信无法得知打开，永不计入分母。")),
                 .greyed = greyed};
  const auto& store = model.store();
  for (const auto channel : active_channels(store)) {
    if (!reports_opens(channel)) continue;
    ChartSeries series{
        .channel = channel,
        .name = models::channel_name(channel),
        .line = models::LiveSeries(models::LiveSeries::Level::minute, models::KpiStore::kMinutes * models::kMinute),
        .cells = {}};
    std::int64_t opened = 0;
    for (const auto* bucket : store.range(channel, window.from, window.to)) {
      if (bucket->delivered <= 0) continue;
      opened += bucket->opened_person;
      // Somebody may confirm what no proof of delivery has come for: a share is never more than the whole.
      const auto numerator = std::min(bucket->opened_person, bucket->delivered);
      const auto value = 100.0 * static_cast<double>(numerator) / static_cast<double>(bucket->delivered);
      series.line.put(bucket->minute, value);
      series.cells.push_back({.at = bucket->minute,
                              .value = value,
                              .numerator = numerator,
                              .denominator = bucket->delivered,
                              .hollow = bucket->delivered < models::kMinimumSample});
    }
    // A channel whose openings nobody reports (no pictures, no links) has no rate; nought would be a claim.
    if (opened > 0) data.series.push_back(std::move(series));
  }
  return data;
}

std::vector<BarColumn> throughput(const models::KpiLiveModel& model, const std::vector<Channel>& channels) {
  std::vector<BarColumn> columns;
  const auto window = model.window();
  for (auto minute = window.to - kBarMinutes * models::kMinute; minute < window.to; minute += models::kMinute) {
    BarColumn column{.minute = minute, .counts = {}};
    for (const auto channel : channels) {
      const auto* bucket = model.store().at(channel, minute);
      column.counts.push_back(bucket != nullptr ? std::max(bucket->handed, bucket->accepted) : 0);
    }
    columns.push_back(std::move(column));
  }
  return columns;
}

}  // namespace guardline::ui

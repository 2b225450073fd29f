// Words for alerts: names, values, axes. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/alert_words.h"

#include "models/live/words.h"
#include "models/zone/wall_time.h"

#include <QCoreApplication>
#include <algorithm>

namespace guardline::models {
namespace {

struct Noted {
  const char* source;
  const char* comment;
};

QString say(const char* text) { return QCoreApplication::translate("Alerts", text); }
QString say(Noted text) { return QCoreApplication::translate("Alerts", text.source, text.comment); }

QString two(std::int64_t value) { return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0')); }

/// The subject of the sentence: the channel's figure, or the hub's.
QString measured_thing(const Alert& alert) {
  const auto channel = alert.channel ? channel_name(*alert.channel) : QString();
  switch (alert.trigger.metric) {
    case AlertMetric::delivery_rate:
      return say(QT_TRANSLATE_NOOP("Alerts", "%1送达率")).arg(channel);
    case AlertMetric::receipt_rate:
      return say(QT_TRANSLATE_NOOP("Alerts", "%1回执率")).arg(channel);
    case AlertMetric::failure_rate:
      return say(QT_TRANSLATE_NOOP("Alerts", "%1失败率")).arg(channel);
    case AlertMetric::backlog:
      return say(QT_TRANSLATE_NOOP("Alerts", "%1积压")).arg(channel);
    case AlertMetric::watch_silence:
      return say(QT_TRANSLATE_NOOP("Alerts", "告警监控停顿"));
  }
  return {};
}

}  // namespace

// The switches have no default: a new value of the domain must not compile without its words.

QString severity_name(Severity severity) {
  switch (severity) {
    case Severity::urgent:
      return say(QT_TRANSLATE_NOOP("Alerts", "紧急"));
    case Severity::high:
      return say(QT_TRANSLATE_NOOP("Alerts", "重要"));
    case Severity::medium:
      return say(QT_TRANSLATE_NOOP("Alerts", "一般"));
    case Severity::low:
      return say(QT_TRANSLATE_NOOP("Alerts", "提示"));
  }
  return {};
}

QString tab_name(AlertTab tab) {
  switch (tab) {
    case AlertTab::to_acknowledge:
      return say(QT_TRANSLATE_NOOP("Alerts", "待确认"));
    case AlertTab::in_hand:
      return say(QT_TRANSLATE_NOOP("Alerts", "处理中"));
    case AlertTab::returned:
      return say(QT_TRANSLATE_NOOP("Alerts", "已恢复未确认"));
    case AlertTab::shelved:
      return say(QT_TRANSLATE_NOOP("Alerts", "搁置"));
    case AlertTab::by_design:
      return say(QT_TRANSLATE_NOOP("Alerts", "设计抑制"));
    case AlertTab::out_of_service:
      return say(QT_TRANSLATE_NOOP("Alerts", "停用"));
    case AlertTab::history:
      return say(QT_TRANSLATE_NOOP("Alerts", "历史"));
  }
  return {};
}

QString quiet_name(Suppression suppression) {
  switch (suppression) {
    case Suppression::none:
      return {};
    case Suppression::shelved:
      return say(Noted QT_TRANSLATE_NOOP3("Alerts", "搁置", "badge"));
    case Suppression::by_design:
      return say(Noted QT_TRANSLATE_NOOP3("Alerts", "抑制", "badge"));
    case Suppression::out_of_service:
      return say(Noted QT_TRANSLATE_NOOP3("Alerts", "停用", "badge"));
  }
  return {};
}

QString owner_missing() { return say(QT_TRANSLATE_NOOP("Alerts", "未认领")); }

QString metric_name(AlertMetric metric) {
  switch (metric) {
    case AlertMetric::delivery_rate:
      return say(QT_TRANSLATE_NOOP("Alerts", "送达率"));
    case AlertMetric::receipt_rate:
      return say(QT_TRANSLATE_NOOP("Alerts", "回执率"));
    case AlertMetric::failure_rate:
      return say(QT_TRANSLATE_NOOP("Alerts", "失败率"));
    case AlertMetric::backlog:
      return say(QT_TRANSLATE_NOOP("Alerts", "积压"));
    case AlertMetric::watch_silence:
      return say(QT_TRANSLATE_NOOP("Alerts", "监控停顿"));
  }
  return {};
}

QString alert_value_text(AlertMetric metric, std::int64_t value) {
  switch (metric) {
    case AlertMetric::delivery_rate:
    case AlertMetric::receipt_rate:
    case AlertMetric::failure_rate: {
      // Basis points: as many digits as say something.
      const int digits = value % 100 == 0 ? 0 : value % 10 == 0 ? 1 : 2;
      return QStringLiteral("%1%").arg(QString::number(static_cast<double>(value) / 100.0, 'f', digits));
    }
    case AlertMetric::backlog:
      return say(QT_TRANSLATE_NOOP("Alerts", "%1 条")).arg(count_text(value));
    case AlertMetric::watch_silence:
      return say(QT_TRANSLATE_NOOP("Alerts", "%1 秒")).arg(count_text(value));
  }
  return {};
}

QString alert_title(const Alert& alert) {
  const auto& trigger = alert.trigger;
  const auto thing = measured_thing(alert);
  if (!trigger.value) return say(QT_TRANSLATE_NOOP("Alerts", "%1无数据")).arg(thing);
  const auto sentence = trigger.comparison == Comparison::below ? say(QT_TRANSLATE_NOOP("Alerts", "%1 %2，低于 %3"))
                                                                : say(QT_TRANSLATE_NOOP("Alerts", "%1 %2，高于 %3"));
  return sentence.arg(thing, alert_value_text(trigger.metric, *trigger.value),
                      alert_value_text(trigger.metric, trigger.limit));
}

QString alert_object(const Alert& alert) {
  const auto& trigger = alert.trigger;
  if (trigger.metric == AlertMetric::watch_silence) {
    return say(QT_TRANSLATE_NOOP("Alerts", "规则 %1 · 中枢自身")).arg(trigger.rule);
  }
  const auto minutes = std::max<std::int64_t>(1, trigger.window_seconds / 60);
  return say(QT_TRANSLATE_NOOP("Alerts", "规则 %1 · 近 %2 分钟 · 样本 %3"))
      .arg(trigger.rule)
      .arg(minutes)
      .arg(count_text(trigger.sample));
}

QString alert_number(const AlertId& id, std::int64_t occurrence) {
  return QStringLiteral("A-%1#%2").arg(QString::fromStdString(id.text()).right(6).toUpper()).arg(occurrence);
}

QString alert_number(const Alert& alert) { return alert_number(alert.id, alert.occurrence); }

QString axes_text(const Alert& alert) {
  if (alert.active) {
    return alert.acknowledged ? say(QT_TRANSLATE_NOOP("Alerts", "活动，已确认"))
                              : say(QT_TRANSLATE_NOOP("Alerts", "活动，未确认"));
  }
  return alert.acknowledged ? say(QT_TRANSLATE_NOOP("Alerts", "已恢复，已确认"))
                            : say(QT_TRANSLATE_NOOP("Alerts", "已恢复，未确认"));
}

QString active_text(const Alert& alert, Timestamp now) {
  const auto age = age_text(alert_age(alert, now));
  if (alert.active) return say(QT_TRANSLATE_NOOP("Alerts", "活动 %1")).arg(age);
  if (!alert.cleared_at) return say(QT_TRANSLATE_NOOP("Alerts", "已恢复"));
  return say(QT_TRANSLATE_NOOP("Alerts", "%1 恢复")).arg(clock_text(*alert.cleared_at));
}

QString acknowledged_text(const Alert& alert) {
  if (alert.resolved) return say(QT_TRANSLATE_NOOP("Alerts", "已确认，已处置"));
  if (alert.acknowledged && alert.acknowledged_until) {
    return say(QT_TRANSLATE_NOOP("Alerts", "确认至 %1")).arg(minute_text(*alert.acknowledged_until));
  }
  return alert.acknowledged ? say(QT_TRANSLATE_NOOP("Alerts", "已确认")) : say(QT_TRANSLATE_NOOP("Alerts", "未确认"));
}

QString quiet_text(const Alert& alert) {
  switch (alert.suppression) {
    case Suppression::none:
      return alert.resolved ? say(QT_TRANSLATE_NOOP("Alerts", "未抑制，已处置"))
                            : say(QT_TRANSLATE_NOOP("Alerts", "未抑制"));
    case Suppression::shelved:
      return alert.shelved_until ? say(QT_TRANSLATE_NOOP("Alerts", "搁置至 %1")).arg(minute_text(*alert.shelved_until))
                                 : say(QT_TRANSLATE_NOOP("Alerts", "已搁置"));
    case Suppression::by_design:
      return alert.suppressed_by.isEmpty()
                 ? say(QT_TRANSLATE_NOOP("Alerts", "按设计抑制"))
                 : say(QT_TRANSLATE_NOOP("Alerts", "被规则 %1 抑制")).arg(alert.suppressed_by);
    case Suppression::out_of_service:
      return say(QT_TRANSLATE_NOOP("Alerts", "规则已停用"));
  }
  return {};
}

QString shelf_end_text(const Alert& alert) {
  if (!alert.shelved_until) return {};
  return say(QT_TRANSLATE_NOOP("Alerts", "搁置将于 %1 到期")).arg(minute_text(*alert.shelved_until));
}

QString queued_text(Timestamp since) { return say(QT_TRANSLATE_NOOP("Alerts", "离线确认 %1")).arg(minute_text(since)); }

std::chrono::seconds alert_age(const Alert& alert, Timestamp now) {
  const auto end = alert.active ? now : alert.cleared_at.value_or(alert.changed_at);
  return std::max(std::chrono::seconds(0), std::chrono::floor<std::chrono::seconds>(end - alert.raised_at));
}

QString age_text(std::chrono::seconds age) {
  const auto all = age.count();
  const auto clock = QStringLiteral("%1:%2:%3").arg(all / 3600 % 24).arg(two(all / 60 % 60), two(all % 60));
  if (all < 86400) return clock;
  return say(QT_TRANSLATE_NOOP("Alerts", "%1 天 %2")).arg(all / 86400).arg(clock);
}

QString since_text(const Alert& alert, Timestamp now) {
  const auto raised = wall_time(alert.raised_at);
  const bool today = raised.date() == wall_time(now).date();
  const auto when = today ? clock_text(alert.raised_at)
                          : say(Noted QT_TRANSLATE_NOOP3("Alerts", "%1 月 %2 日 %3", "month, day, time"))
                                .arg(raised.date().month())
                                .arg(raised.date().day())
                                .arg(minute_text(alert.raised_at));
  return say(QT_TRANSLATE_NOOP("Alerts", "%1 起")).arg(when);
}

QString trigger_text(const AlertTrigger& trigger) {
  const auto limit = alert_value_text(trigger.metric, trigger.limit);
  if (trigger.metric == AlertMetric::watch_silence) {
    return say(QT_TRANSLATE_NOOP("Alerts", "规则超过 %1 没有评估")).arg(limit);
  }
  const auto sentence = trigger.comparison == Comparison::below
                            ? say(QT_TRANSLATE_NOOP("Alerts", "近 %1 分钟%2低于 %3"))
                            : say(QT_TRANSLATE_NOOP("Alerts", "近 %1 分钟%2高于 %3"));
  return sentence.arg(QString::number(std::max<std::int64_t>(1, trigger.window_seconds / 60)),
                      metric_name(trigger.metric), limit);
}

QString measured_text(const AlertTrigger& trigger) {
  if (!trigger.value) {
    return say(QT_TRANSLATE_NOOP("Alerts", "无数据，样本 %1 条；不视为恢复")).arg(count_text(trigger.sample));
  }
  return say(QT_TRANSLATE_NOOP("Alerts", "%1，样本 %2 条"))
      .arg(alert_value_text(trigger.metric, *trigger.value), count_text(trigger.sample));
}

}  // namespace guardline::models

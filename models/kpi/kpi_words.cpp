// Words for the figures of a period, translated. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/kpi/kpi_words.h"

#include "models/live/words.h"
#include "models/zone/wall_time.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <cmath>

namespace guardline::models {
namespace {

struct Noted {
  const char* source;
  const char* comment;
};

QString say(const char* text) { return QCoreApplication::translate("KpiWords", text); }
QString say(Noted text) { return QCoreApplication::translate("KpiWords", text.source, text.comment); }

bool is_time(KpiFigureName figure) {
  return figure == KpiFigureName::first_reach || figure == KpiFigureName::first_response;
}

QString unit(KpiFigureName figure) {
  return figure == KpiFigureName::delivery_rate ? say(QT_TRANSLATE_NOOP("KpiWords", "条"))
                                                : say(QT_TRANSLATE_NOOP("KpiWords", "人"));
}

QString exclusion_name(KpiExclusionName name) {
  switch (name) {
    case KpiExclusionName::suppressed:
      return say(QT_TRANSLATE_NOOP("KpiWords", "按规则不发 %1"));
    case KpiExclusionName::late_receipts:
      return say(QT_TRANSLATE_NOOP("KpiWords", "未改变结论的迟到回执 %1"));
    case KpiExclusionName::machine_opens:
      return say(QT_TRANSLATE_NOOP("KpiWords", "机器打开 %1 条"));
    case KpiExclusionName::cannot_report:
      return say(QT_TRANSLATE_NOOP("KpiWords", "渠道不可知 %1 人"));
    case KpiExclusionName::unproved:
      return say(QT_TRANSLATE_NOOP("KpiWords", "打开但无送达证明 %1 人"));
    case KpiExclusionName::not_reached:
      return say(QT_TRANSLATE_NOOP("KpiWords", "尚未触达 %1"));
  }
  return {};
}

std::int64_t whole(const std::optional<std::int64_t>& count) { return count.value_or(0); }

}  // namespace

QString kpi_title(KpiFigureName figure) {
  switch (figure) {
    case KpiFigureName::people_reached:
      return say(QT_TRANSLATE_NOOP("KpiWords", "触达率（按人）"));
    case KpiFigureName::delivery_rate:
      return say(QT_TRANSLATE_NOOP("KpiWords", "送达率（按条）"));
    case KpiFigureName::trusted_open:
      return say(QT_TRANSLATE_NOOP("KpiWords", "可信打开率"));
    case KpiFigureName::confirm_rate:
      return say(QT_TRANSLATE_NOOP("KpiWords", "确认率"));
    case KpiFigureName::first_reach:
      return say(QT_TRANSLATE_NOOP("KpiWords", "首次触达用时 P95"));
    case KpiFigureName::first_response:
      return say(QT_TRANSLATE_NOOP("KpiWords", "首响用时"));
  }
  return {};
}

QString kpi_formula(KpiFigureName figure) {
  switch (figure) {
    case KpiFigureName::people_reached:
      return say(QT_TRANSLATE_NOOP("KpiWords", "至少一个渠道送达的人数 ÷ 应达人数"));
    case KpiFigureName::delivery_rate:
      return say(QT_TRANSLATE_NOOP("KpiWords", "已送达条数 ÷ 通道已受理条数"));
    case KpiFigureName::trusted_open:
      return say(QT_TRANSLATE_NOOP("KpiWords", "去重可信打开人数 ÷ 可知渠道的送达人数"));
    case KpiFigureName::confirm_rate:
      return say(QT_TRANSLATE_NOOP("KpiWords", "已阅读确认人数 ÷ 送达人数"));
    case KpiFigureName::first_reach:
      return say(QT_TRANSLATE_NOOP("KpiWords", "从计划到任一渠道首次送达"));
    case KpiFigureName::first_response:
      return say(QT_TRANSLATE_NOOP("KpiWords", "从客户提问到首次人工回应"));
  }
  return {};
}

QString kpi_brief(KpiFigureName figure) {
  switch (figure) {
    case KpiFigureName::people_reached:
      return say(QT_TRANSLATE_NOOP("KpiWords", "送达人数 ÷ 应达人数"));
    case KpiFigureName::delivery_rate:
      return say(QT_TRANSLATE_NOOP("KpiWords", "已送达 ÷ 已受理"));
    case KpiFigureName::trusted_open:
      return say(QT_TRANSLATE_NOOP("KpiWords", "打开 ÷ 已送达"));
    case KpiFigureName::confirm_rate:
      return say(QT_TRANSLATE_NOOP("KpiWords", "确认 ÷ 已送达"));
    case KpiFigureName::first_reach:
      return say(QT_TRANSLATE_NOOP("KpiWords", "计划至首次送达"));
    case KpiFigureName::first_response:
      return say(QT_TRANSLATE_NOOP("KpiWords", "提问至首次回应"));
  }
  return {};
}

QString kpi_notes(KpiFigureName figure) {
  switch (figure) {
    case KpiFigureName::people_reached:
      return say(QT_TRANSLATE_NOOP("KpiWords",
                                   "按计划的小时计，同一人只计一次。按规则不发的不算应达；没有联系方式的算应达。"));
    case KpiFigureName::delivery_rate:
      return say(QT_TRANSLATE_NOOP("KpiWords", "按受理的小时计；晚到的回执改写受理的那一小时。演练不计入。"));
    case KpiFigureName::trusted_open:
      return say(QT_TRANSLATE_NOOP(
          "KpiWords", "打开、点击、回复或确认算一次，机器打开不计入。短信和电话无法得知打开，不计入分母。"));
    case KpiFigureName::confirm_rate:
      return say(QT_TRANSLATE_NOOP("KpiWords", "任一渠道的阅读确认都算，同一人只计一次。"));
    case KpiFigureName::first_reach:
      return say(QT_TRANSLATE_NOOP("KpiWords", "分位数按 5% 的档计，至多偏高 5%。尚未触达的不在分位数内。"));
    case KpiFigureName::first_response:
      return say(QT_TRANSLATE_NOOP("KpiWords", "客户来电与提问尚未接入记录。"));
  }
  return {};
}

QString kpi_unknown(KpiUnknown why) {
  switch (why) {
    case KpiUnknown::nothing_counted:
      return say(QT_TRANSLATE_NOOP("KpiWords", "分母为 0，没有可计的"));
    case KpiUnknown::channel_cannot_report:
      return say(QT_TRANSLATE_NOOP("KpiWords", "送达的渠道都无法得知打开"));
    case KpiUnknown::not_recorded:
      return say(QT_TRANSLATE_NOOP("KpiWords", "来电与提问尚未接入记录"));
  }
  return {};
}

std::optional<double> kpi_number(KpiFigureName figure, const KpiValue& value) {
  if (value.unknown) return std::nullopt;
  if (is_time(figure)) return value.p95_ms ? std::optional(static_cast<double>(*value.p95_ms)) : std::nullopt;
  if (whole(value.denominator) <= 0) return std::nullopt;
  return 100.0 * static_cast<double>(whole(value.numerator)) / static_cast<double>(*value.denominator);
}

QString kpi_value(KpiFigureName figure, const KpiValue& value) {
  const auto number = kpi_number(figure, value);
  if (!number) return say(QT_TRANSLATE_NOOP("KpiWords", "无法计算"));
  if (is_time(figure)) return duration_text(static_cast<std::int64_t>(*number));
  return QStringLiteral("%1%").arg(*number, 0, 'f', 2);
}

QString kpi_made_of(KpiFigureName figure, const KpiValue& value) {
  if (value.unknown) return kpi_unknown(*value.unknown);
  if (is_time(figure)) {
    return say(QT_TRANSLATE_NOOP("KpiWords", "中位 %1，P99 %2"))
        .arg(duration_text(whole(value.p50_ms)), duration_text(whole(value.p99_ms)));
  }
  return say(Noted QT_TRANSLATE_NOOP3("KpiWords", "%1 ÷ %2 %3", "numerator, denominator, unit"))
      .arg(count_text(whole(value.numerator)), count_text(whole(value.denominator)), unit(figure));
}

QString kpi_change(KpiFigureName figure, const KpiValue& value, const KpiValue& before) {
  const auto now = kpi_number(figure, value);
  if (!now) return {};
  const auto then = kpi_number(figure, before);
  if (!then) return say(QT_TRANSLATE_NOOP("KpiWords", "上一周期无数据"));
  const auto difference = *now - *then;
  const bool none = is_time(figure) ? std::abs(difference) < 1 : std::abs(difference) < 0.005;
  if (none) return say(QT_TRANSLATE_NOOP("KpiWords", "持平"));
  const auto arrow = difference > 0 ? QStringLiteral("↑") : QStringLiteral("↓");
  if (is_time(figure)) {
    return QStringLiteral("%1 %2").arg(arrow, duration_text(static_cast<std::int64_t>(std::abs(difference))));
  }
  const auto size = std::abs(difference);
  return say(Noted QT_TRANSLATE_NOOP3("KpiWords", "%1 %2 点", "arrow, percentage points"))
      .arg(arrow, QString::number(size, 'f', size < 0.095 ? 2 : 1));
}

QString kpi_exclusions(const KpiFigure& figure) {
  QStringList parts;
  for (const auto& each : figure.exclusions) {
    if (each.count > 0) parts.append(exclusion_name(each.name).arg(count_text(each.count)));
  }
  if (parts.isEmpty()) return {};
  return say(QT_TRANSLATE_NOOP("KpiWords", "未计入：%1")).arg(parts.join(say(QT_TRANSLATE_NOOP("KpiWords", "，"))));
}

KpiStepValue kpi_step(KpiFigureName figure, const KpiPoint& p) {
  KpiStepValue out;
  switch (figure) {
    case KpiFigureName::people_reached:
      out = {p.reached, p.due, {}};
      break;
    case KpiFigureName::delivery_rate:
      out = {p.delivered, p.accepted, {}};
      break;
    case KpiFigureName::trusted_open:
      out = {p.opened, p.openable, {}};
      break;
    case KpiFigureName::confirm_rate:
      out = {p.confirmed, p.reached, {}};
      break;
    case KpiFigureName::first_reach:
      out = {p.reached, p.due, {}};
      if (p.p95_ms) out.number = static_cast<double>(*p.p95_ms);
      return out;
    case KpiFigureName::first_response:
      return out;
  }
  if (out.denominator > 0) {
    out.number = 100.0 * static_cast<double>(out.numerator) / static_cast<double>(out.denominator);
  }
  return out;
}

QString kpi_number_text(KpiFigureName figure, double number) {
  return is_time(figure) ? duration_text(static_cast<std::int64_t>(number)) : percent_text(number);
}

QString kpi_denominator_name(KpiFigureName figure) {
  switch (figure) {
    case KpiFigureName::people_reached:
    case KpiFigureName::first_reach:
    case KpiFigureName::first_response:
      return say(QT_TRANSLATE_NOOP("KpiWords", "应达人数"));
    case KpiFigureName::delivery_rate:
      return say(QT_TRANSLATE_NOOP("KpiWords", "已受理条数"));
    case KpiFigureName::trusted_open:
      return say(QT_TRANSLATE_NOOP("KpiWords", "可知送达人数"));
    case KpiFigureName::confirm_rate:
      return say(QT_TRANSLATE_NOOP("KpiWords", "送达人数"));
  }
  return {};
}

QString kpi_period_name(KpiPeriodName period) {
  switch (period) {
    case KpiPeriodName::today:
      return say(QT_TRANSLATE_NOOP("KpiWords", "今日"));
    case KpiPeriodName::yesterday:
      return say(QT_TRANSLATE_NOOP("KpiWords", "昨日"));
    case KpiPeriodName::days_7:
      return say(QT_TRANSLATE_NOOP("KpiWords", "7 天"));
    case KpiPeriodName::days_30:
      return say(QT_TRANSLATE_NOOP("KpiWords", "30 天"));
    case KpiPeriodName::custom:
      return say(QT_TRANSLATE_NOOP("KpiWords", "自选"));
  }
  return {};
}

QString kpi_days(Timestamp from, Timestamp until) {
  const auto day = [](Timestamp at) { return wall_time(at).toString(QStringLiteral("MM-dd")); };
  const auto last = until - std::chrono::days(1);
  if (last <= from) return day(from);
  return say(Noted QT_TRANSLATE_NOOP3("KpiWords", "%1 至 %2", "first and last day")).arg(day(from), day(last));
}

QString kpi_step_time(Timestamp at, bool hourly) {
  const auto time = wall_time(at);
  if (hourly) return time.toString(QStringLiteral("MM-dd HH:mm"));
  static constexpr const char* kDays[] = {QT_TRANSLATE_NOOP("KpiWords", "周一"), QT_TRANSLATE_NOOP("KpiWords", "周二"),
                                          QT_TRANSLATE_NOOP("KpiWords", "周三"), QT_TRANSLATE_NOOP("KpiWords", "周四"),
                                          QT_TRANSLATE_NOOP("KpiWords", "周五"), QT_TRANSLATE_NOOP("KpiWords", "周六"),
                                          QT_TRANSLATE_NOOP("KpiWords", "周日")};
  return time.toString(QStringLiteral("MM-dd ")) + say(kDays[time.date().dayOfWeek() - 1]);
}

}  // namespace guardline::models

// Words for the figures of a period, translated. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/kpi_values.h"

#include <QString>
#include <optional>

namespace guardline::models {

/// "送达率（按条）".
QString kpi_title(KpiFigureName figure);
/// The formula in words: numerator ÷ denominator, or from when to when.
QString kpi_formula(KpiFigureName figure);
/// The same in as few words as a narrow card allows.
QString kpi_brief(KpiFigureName figure);
/// What is counted where, by which hour, and what is not: for the tool tip of the formula.
QString kpi_notes(KpiFigureName figure);

/// Why there is no value, one sentence without a full stop.
QString kpi_unknown(KpiUnknown why);
/// "97.84%", "2 分 48 秒" (the 95th percentile), or 「无法计算」.
QString kpi_value(KpiFigureName figure, const KpiValue& value);
/// "531,806 ÷ 543,547 条"; of times: "中位 6.0 秒，P99 14 分 20 秒"; of what can't be known: why.
QString kpi_made_of(KpiFigureName figure, const KpiValue& value);
/// Against the period before: "↑ 0.3 点", "↓ 12 秒", "持平", "上一周期无数据"; empty while the value isn't known.
QString kpi_change(KpiFigureName figure, const KpiValue& value, const KpiValue& before);
/// "未计入：按规则不发 12，未改变结论的迟到回执 3"; empty when nothing was left out.
QString kpi_exclusions(const KpiFigure& figure);

/// 0..100; for times: milliseconds (P95). Nothing when it isn't known.
std::optional<double> kpi_number(KpiFigureName figure, const KpiValue& value);
/// The same of one step of the chart.
struct KpiStepValue {
  std::int64_t numerator{};
  std::int64_t denominator{};
  std::optional<double> number{};
};
KpiStepValue kpi_step(KpiFigureName figure, const KpiPoint& point);
/// "97.8%" or "2 分 48 秒".
QString kpi_number_text(KpiFigureName figure, double number);
/// What the denominator of a step counts: "应达人数", "已受理条数"; of times: what was to arrive.
QString kpi_denominator_name(KpiFigureName figure);

/// "今日", "7 天"…
QString kpi_period_name(KpiPeriodName period);
/// "11-16 至 11-22", or "11-22" for one day: Beijing's days.
QString kpi_days(Timestamp from, Timestamp until);
/// "11-22 周日" for a day's step, "11-22 09:00" for an hour's.
QString kpi_step_time(Timestamp at, bool hourly);

}  // namespace guardline::models

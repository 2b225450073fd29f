// From the report to what charts and cards are given. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kpi/kpi_figures.h"

#include "models/kpi/kpi_words.h"
#include "models/live/words.h"
#include "ui/charts/chart_scale.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <cmath>

namespace guardline::ui {
namespace {

using models::KpiFigureName;

QString say(const char* text) { return QCoreApplication::translate("KpiPage", text); }

QString hour_words(Timestamp at) { return models::kpi_step_time(at, true); }
QString day_words(Timestamp at) { return models::kpi_step_time(at, false); }

/// Times are drawn in minutes, so that the axis is cut at whole ones.
constexpr double kMinuteMs = 60'000;
QString time_value(double minutes) {
  return minutes <= 0 ? QStringLiteral("0") : models::duration_text(std::llround(minutes * kMinuteMs));
}
bool is_time(KpiFigureName figure) {
  return figure == KpiFigureName::first_reach || figure == KpiFigureName::first_response;
}

std::vector<ChartSeries> series_of(const models::KpiModel& model, const std::vector<models::KpiPoint>& points,
                                   Micros shift) {
  std::vector<ChartSeries> out;
  for (const auto channel : model.channels()) {
    ChartSeries series{.channel = channel,
                       .name = models::channel_name(channel),
                       .line = models::LiveSeries(models::LiveSeries::Level::ten_minutes, std::chrono::minutes(10)),
                       .cells = {}};
    for (const auto& point : points) {
      if (point.channel != channel) continue;
      const auto step = models::kpi_step(model.chosen(), point);
      if (!step.number) continue;
      series.cells.push_back({.at = point.at + shift,
                              .value = is_time(model.chosen()) ? *step.number / kMinuteMs : *step.number,
                              .numerator = step.numerator,
                              .denominator = step.denominator,
                              .hollow = step.denominator < kEnoughInStep});
    }
    if (!series.cells.empty()) out.push_back(std::move(series));
  }
  return out;
}

/// Rates near the top are looked at from 90 % on; others from nought to a round number above the highest.
void set_axis(ChartData& data, bool time) {
  double low = 100;
  double high = 0;
  for (const auto* all : {&data.series, &data.before}) {
    for (const auto& series : *all) {
      for (const auto& cell : series.cells) {
        if (!cell.hollow) low = std::min(low, cell.value);
        high = std::max(high, cell.value);
      }
    }
  }
  data.ceiling = 100;
  data.floor = 90;
  if (!time && low >= 60) return;
  data.floor = 0;
  if (high <= 0) {
    data.ceiling = time ? 5 : 100;
    return;
  }
  const auto step = nice_step(high, 4);
  data.ceiling = std::ceil(high / step) * step;
  if (!time) data.ceiling = std::min(100.0, data.ceiling);
}

}  // namespace

ChartData kpi_chart(const models::KpiModel& model, bool shown, bool greyed) {
  const auto& report = model.report();
  const bool time = is_time(model.chosen());
  ChartData data;
  data.greyed = greyed;
  data.to = model.clock().now();
  data.from = data.to - std::chrono::days(7);
  data.step = ChartStep::day;
  if (time) data.value_words = time_value;
  data.time_words = day_words;
  if (report && shown) {
    data.from = report->from;
    data.to = report->until;
    data.step = report->hourly ? ChartStep::hour : ChartStep::day;
    data.time_words = report->hourly ? hour_words : day_words;
    data.series = series_of(model, report->points, Micros(0));
    data.before = series_of(model, report->points_before, report->from - report->before_from);
    const auto* figure = model.figure(model.chosen());
    if (report->scopes.empty()) {
      data.empty_title = say(QT_TRANSLATE_NOOP("KpiPage", "该区间无数据"));
      data.empty_text = report->earliest
                            ? say(QT_TRANSLATE_NOOP("KpiPage", "最早的记录在 %1")).arg(day_words(*report->earliest))
                            : say(QT_TRANSLATE_NOOP("KpiPage", "还没有任何发送。有了发送，这里就有数据。"));
    } else {
      data.empty_title = say(QT_TRANSLATE_NOOP("KpiPage", "无法计算"));
      if (figure != nullptr && figure->value.unknown) data.empty_text = models::kpi_unknown(*figure->value.unknown);
    }
  }
  set_axis(data, time);
  return data;
}

KpiCardText kpi_card(const models::KpiModel& model, KpiFigureName name, bool shown, const QString& instead,
                     const QString& why) {
  KpiCardText text;
  text.title = models::kpi_title(name);
  text.formula = models::kpi_brief(name);
  text.notes = models::kpi_formula(name) + u'\n' + models::kpi_notes(name);
  QStringList spoken;
  const auto* figure = shown ? model.figure(name) : nullptr;
  if (figure == nullptr) {
    text.value = instead;
    text.known = false;
    text.made_of = why;
    spoken << text.value << text.made_of;
  } else {
    text.value = models::kpi_value(name, figure->value);
    text.known = models::kpi_number(name, figure->value).has_value();
    text.change = models::kpi_change(name, figure->value, figure->before);
    text.made_of = models::kpi_made_of(name, figure->value);
    const auto excluded = models::kpi_exclusions(*figure);
    if (!excluded.isEmpty()) text.notes += u'\n' + excluded;
    spoken << text.value;
    if (!text.change.isEmpty()) spoken << say(QT_TRANSLATE_NOOP("KpiPage", "较上一周期 %1")).arg(text.change);
    spoken << text.made_of;
    if (!excluded.isEmpty()) spoken << excluded;
  }
  spoken << models::kpi_formula(name);
  spoken.removeAll(QString());
  text.spoken = spoken.join(say(QT_TRANSLATE_NOOP("KpiPage", "；")));
  return text;
}

std::vector<models::FailureShare> kpi_failures(const models::KpiModel& model) {
  const auto* scope = model.scope();
  if (scope == nullptr) return {};
  const auto& f = scope->failures;
  std::vector<models::FailureShare> mix{{FailureClass::person, true, f.person},
                                        {FailureClass::message, false, f.message},
                                        {FailureClass::carrier, false, f.carrier},
                                        {FailureClass::system, false, f.system}};
  std::ranges::stable_sort(mix, std::ranges::greater(), &models::FailureShare::count);
  return mix;
}

}  // namespace guardline::ui

// Values and times to pixels, and round numbers for axes. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_scale.h"

#include "models/zone/wall_time.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace guardline::ui {

double nice_step(double range, int parts) {
  const double rough = range / std::max(1, parts);
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
    if (factor * power >= rough * (1 - 1e-9)) return factor * power;
  }
  return 10.0 * power;
}

std::vector<Timestamp> time_ticks(Timestamp from, Timestamp to, int parts) {
  constexpr std::array<std::int64_t, 12> minutes{1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 240, 360};
  std::vector<Timestamp> ticks;
  if (to <= from) return ticks;
  const auto range = (to - from).count();
  auto step = minutes.back() * 60'000'000;
  for (const auto candidate : minutes) {
    if (range / (candidate * 60'000'000) <= std::max(1, parts)) {
      step = candidate * 60'000'000;
      break;
    }
  }
  // Aligned to the screen's zone: 08:00, not 08:00 somewhere else.
  constexpr auto offset = std::int64_t{models::kZoneSeconds} * 1'000'000;
  auto at = (to_micros(from) + offset + step - 1) / step * step - offset;
  for (; at <= to_micros(to); at += step) ticks.push_back(from_micros(at));
  return ticks;
}

std::vector<Timestamp> day_ticks(Timestamp from, Timestamp to, int parts) {
  constexpr std::array<int, 7> days{1, 2, 5, 7, 10, 15, 30};
  std::vector<Timestamp> ticks;
  if (to <= from) return ticks;
  auto step = std::chrono::days(days.back());
  for (const auto candidate : days) {
    if ((to - from) / std::chrono::days(candidate) <= std::max(1, parts)) {
      step = std::chrono::days(candidate);
      break;
    }
  }
  auto at = models::wall_midnight(from);
  if (at < from) at += std::chrono::days(1);
  for (; at < to; at += step) ticks.push_back(at);
  return ticks;
}

double ChartScale::x(Timestamp at) const {
  const auto range = static_cast<double>((to - from).count());
  return range <= 0 ? plot.left() : plot.left() + plot.width() * static_cast<double>((at - from).count()) / range;
}

double ChartScale::y(double value) const {
  if (high <= low) return plot.bottom();
  return plot.bottom() - plot.height() * (std::clamp(value, low, high) - low) / (high - low);
}

Timestamp ChartScale::time(double px) const {
  const auto share = plot.width() <= 0 ? 0.0 : std::clamp((px - plot.left()) / plot.width(), 0.0, 1.0);
  return from + Micros(static_cast<std::int64_t>(share * static_cast<double>((to - from).count())));
}

}  // namespace guardline::ui

// What a chart says of its cells. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_data.h"

#include "models/live/words.h"

namespace guardline::ui {

Micros step_length(const ChartData& data) {
  switch (data.step) {
    case ChartStep::minute:
      break;
    case ChartStep::hour:
      return std::chrono::hours(1);
    case ChartStep::day:
      return std::chrono::days(1);
  }
  return std::chrono::minutes(1);
}

QString value_text(const ChartData& data, double value) {
  return data.value_words != nullptr ? data.value_words(value) : models::percent_text(value);
}

QString time_text(const ChartData& data, Timestamp at) {
  return data.time_words != nullptr ? data.time_words(at) : models::minute_text(at);
}

}  // namespace guardline::ui

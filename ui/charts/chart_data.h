// What a chart is given to show: values only. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/live/live_series.h"
#include "models/values/delivery.h"
#include "models/values/time.h"
#include "ui/theme/tokens.h"

#include <QString>
#include <cstdint>
#include <vector>

namespace guardline::ui {

/// One point that the cross-hair can stand on.
struct ChartCell {
  Timestamp at;
  double value{};  ///< in the axis unit
  std::int64_t numerator{};
  std::int64_t denominator{};
  bool hollow{};  ///< too few to judge: drawn hollow
};

/// How much time a cell stands for. Of minutes the line is `LiveSeries`; hours and days join neighbouring cells, and
/// what is not there is a gap.
enum class ChartStep { minute, hour, day };

struct ChartSeries {
  Channel channel{Channel::sms};  ///< gives colour, dash and marker
  QString name;
  models::LiveSeries line;       ///< a copy: what is drawn doesn't change while drawing is paused; minutes only
  std::vector<ChartCell> cells;  ///< in time order
};

/// A dotted line with its words and a soft band from `band_low` up to it.
struct ChartThreshold {
  double value{};
  double band_low{};
  QString words;
  Token text{Token::high_text};
  Token band{Token::high_soft};
};

/// An interval without data: hatched, with words ("短信无数据" and "5 分钟").
struct ChartHatch {
  Timestamp from;
  Timestamp to;
  QString words;
};

struct ChartData {
  Timestamp from;
  Timestamp to;
  double floor{90};  ///< the axis starts here unless values lie below
  double ceiling{100};
  QString unit{QStringLiteral("%")};
  std::vector<ChartSeries> series;
  std::vector<ChartThreshold> thresholds;
  std::vector<ChartHatch> hatches;
  QString empty_title;  ///< shown in place of the plot's lines when no series has a point
  QString empty_text;
  bool greyed{};  ///< an old picture: no live colours
  ChartStep step{ChartStep::minute};
  /// The time before, moved to stand under this one: thin lines, seen and not told.
  std::vector<ChartSeries> before{};
  QString (*value_words)(double){nullptr};    ///< how a value is told; null: as a percentage
  QString (*time_words)(Timestamp){nullptr};  ///< how the time of a cell is told; null: "10:42"
};

/// What a cell stands for.
Micros step_length(const ChartData& data);
/// From its time to where its point is drawn.
inline Micros half_step(const ChartData& data) { return step_length(data) / 2; }
QString value_text(const ChartData& data, double value);
QString time_text(const ChartData& data, Timestamp at);

}  // namespace guardline::ui

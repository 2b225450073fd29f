// Values and times to pixels, and round numbers for axes. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/time.h"

#include <QRectF>
#include <vector>

namespace guardline::ui {

/// A round step (1, 2, 2.5 or 5 times a power of ten) that cuts `range` into at most `parts`. range > 0, parts >= 1.
double nice_step(double range, int parts);
/// Whole times of the screen's zone in [from, to], at most `parts` + 1 of them.
std::vector<Timestamp> time_ticks(Timestamp from, Timestamp to, int parts);

/// Midnights of the screen's zone in [from, to), at most `parts` + 1 of them, the first one among them.
std::vector<Timestamp> day_ticks(Timestamp from, Timestamp to, int parts);

struct ChartScale {
  QRectF plot;
  Timestamp from;
  Timestamp to;
  double low{};
  double high{100};
  double step{2};

  [[nodiscard]] double x(Timestamp at) const;
  [[nodiscard]] double y(double value) const;  ///< clamped to the plot
  [[nodiscard]] Timestamp time(double x) const;
};

}  // namespace guardline::ui

// Where words stand within a plot. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_data.h"
#include "ui/charts/chart_scale.h"
#include "ui/charts/plot_lines.h"

#include <QFont>
#include <QRectF>
#include <QString>
#include <vector>

namespace guardline::ui {

/// A gap narrower than this (px) is hatched without words: they would say more than the hatch and hide its neighbours.
inline constexpr double kLeastGapForWords = 24;

struct PlotWords {
  QString text;  ///< lines parted by '\n'
  QRectF box;
  Token ink{Token::text_2};
  Token ground{Token::bg_surface};  ///< what the words stand on
  bool own_ground{};                ///< on a hatch, or no place was free of lines: painted on a ground of their own
};

/// The words of thresholds and hatches, none over another. A threshold's stand at its line, at the first of four places
/// (left before right, below before above) that no series runs through; a hatch's stand in it, low before high.
std::vector<PlotWords> place_words(const ChartData& data, const ChartScale& scale, const std::vector<PlotLine>& lines,
                                   const QFont& font);

}  // namespace guardline::ui

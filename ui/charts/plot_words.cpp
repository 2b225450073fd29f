// Finds free places for words. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plot_words.h"

#include <QFontMetrics>
#include <QStringList>
#include <algorithm>
#include <array>
#include <limits>
#include <optional>

namespace guardline::ui {
namespace {

constexpr double kEdge = 6;     // px from the plot's side
constexpr double kAround = 2;   // px between words and a line
constexpr double kPadding = 4;  // px of ground at each side of a hatch's words

class Places {
 public:
  Places(const ChartScale& scale, const std::vector<PlotLine>& lines) : scale_(scale), lines_(lines) {}

  /// The first free place; else the one that the fewest lines run through. Nothing when all overlap other words.
  template <class Boxes>
  std::optional<PlotWords> take(PlotWords words, const Boxes& boxes) {
    int least = std::numeric_limits<int>::max();
    for (const QRectF& box : boxes) {
      if (box.top() < scale_.plot.top() || box.bottom() > scale_.plot.bottom()) continue;
      if (std::any_of(taken_.begin(), taken_.end(), [&](const QRectF& other) { return other.intersects(box); })) {
        continue;
      }
      const auto through = lines_through(lines_, box.adjusted(-kAround, -kAround, kAround, kAround));
      if (through >= least) continue;
      least = through;
      words.box = box;
      if (through == 0) break;
    }
    if (least == std::numeric_limits<int>::max()) return std::nullopt;
    words.own_ground = words.own_ground || least > 0;
    taken_.push_back(words.box);
    return words;
  }

 private:
  const ChartScale& scale_;
  const std::vector<PlotLine>& lines_;
  std::vector<QRectF> taken_;
};

std::vector<QRectF> hatch_boxes(const ChartHatch& hatch, const ChartScale& scale, QSizeF size) {
  const auto left = std::max(scale.plot.left(), scale.x(hatch.from));
  const auto right = std::min(scale.plot.right(), scale.x(hatch.to));
  std::vector<QRectF> boxes;
  if (right - left < kLeastGapForWords) return boxes;
  const auto x = std::clamp((left + right - size.width()) / 2, scale.plot.left(), scale.plot.right() - size.width());
  const auto pitch = size.height() + 6;
  for (auto y = scale.plot.bottom() - pitch + 2; y >= scale.plot.top(); y -= pitch)
    boxes.emplace_back(QPointF(x, y), size);
  return boxes;
}

}  // namespace

std::vector<PlotWords> place_words(const ChartData& data, const ChartScale& scale, const std::vector<PlotLine>& lines,
                                   const QFont& font) {
  const QFontMetrics metrics(font);
  Places places(scale, lines);
  std::vector<PlotWords> out;
  const auto keep = [&](std::optional<PlotWords> words) {
    if (words) out.push_back(*std::move(words));
  };
  for (const auto& hatch : data.hatches) {
    const auto rows = hatch.words.split(QLatin1Char('\n'));
    double width = 0;
    for (const auto& row : rows) width = std::max(width, metrics.horizontalAdvance(row) + 2 * kPadding);
    if (width > scale.plot.width()) continue;
    const QSizeF size(width, static_cast<double>(rows.size() * metrics.height()));
    keep(places.take({.text = hatch.words, .box = {}, .own_ground = true}, hatch_boxes(hatch, scale, size)));
  }
  for (const auto& t : data.thresholds) {
    if (t.value < scale.low || t.value > scale.high) continue;
    const auto y = scale.y(t.value);
    const QSizeF size(metrics.horizontalAdvance(t.words) + 2.0, metrics.height());
    const auto left = scale.plot.left() + kEdge;
    const auto right = scale.plot.right() - kEdge - size.width();
    const std::array below{QRectF(QPointF(left, y + 2), size), QRectF(QPointF(right, y + 2), size)};
    const auto over = y - 2 - size.height();
    const std::array above{QRectF(QPointF(left, over), size), QRectF(QPointF(right, over), size)};
    const std::array all{below[0], below[1], above[0], above[1]};
    keep(places.take({.text = t.words, .box = {}, .ink = t.text}, all));
    if (!out.empty() && out.back().text == t.words && out.back().box.top() > y) out.back().ground = t.band;
  }
  return out;
}

}  // namespace guardline::ui

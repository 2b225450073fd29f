// Axes, grid and labels of a line chart, by Qt Charts. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_frame.h"

#include "models/live/words.h"
#include "models/zone/wall_time.h"
#include "ui/charts/plot_painter.h"
#include "ui/theme/theme.h"

#include <QCategoryAxis>
#include <QChart>
#include <QFontMetrics>
#include <QGraphicsItem>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QLegend>
#include <QLineSeries>
#include <QPainter>
#include <QStringList>
#include <algorithm>
#include <functional>
#include <utility>

namespace guardline::ui {
namespace {

// Between the plot's ground and Qt Charts' grid (2), and above its axes (3) and series.
constexpr double kBelowGrid = 1;
constexpr double kAboveAxes = 100;
constexpr int kMostTimeLabels = 7;
constexpr QMargins kMargins{10, 8, 14, 6};

/// What we draw ourselves, as an item of the chart.
class PlotItem final : public QGraphicsItem {
 public:
  using Paint = std::function<void(QPainter&)>;
  PlotItem(QGraphicsItem* chart, double z, Paint paint) : QGraphicsItem(chart), paint_(std::move(paint)) {
    setZValue(z);
  }
  void place(const QRectF& plot) {
    // Markers and words of the thresholds may stand a little over the edge.
    const auto box = plot.adjusted(-8, -8, 8, 8);
    if (box == box_) return;
    prepareGeometryChange();
    box_ = box;
  }
  [[nodiscard]] QRectF boundingRect() const override { return box_; }
  void paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) override { paint_(*painter); }

 private:
  Paint paint_;
  QRectF box_;
};

/// Ticks with words of our own: `QDateTimeAxis` cuts its range into equal parts (09:17, 09:29) and `QValueAxis` can't
/// say "from 90 %", so both are category axes whose labels stand on their values.
struct Ticks {
  QStringList words;
  std::vector<double> at;
  bool operator==(const Ticks&) const = default;
};

void show_ticks(QCategoryAxis& axis, Ticks ticks, Ticks& shown, double low, double high) {
  for (qsizetype i = 0; i < ticks.words.size(); ++i) {
    // A label names its category, so no two may be equal: 00:00 at both ends of a day.
    if (ticks.words.indexOf(ticks.words[i]) < i) ticks.words[i] += QChar(0x200B);
  }
  if (ticks != shown) {
    for (const auto& old : axis.categoriesLabels()) axis.remove(old);
    axis.setStartValue(low - (high - low));
    for (qsizetype i = 0; i < ticks.words.size(); ++i) {
      axis.append(ticks.words[i], ticks.at[static_cast<std::size_t>(i)]);
    }
    shown = std::move(ticks);
  }
  axis.setRange(low, high);
}

}  // namespace

struct ChartFrame::Parts {
  explicit Parts(const Theme& look)
      : theme(look),
        chart(new QChart),
        times(new QCategoryAxis),
        values(new QCategoryAxis),
        under(
            new PlotItem(chart, kBelowGrid, [this](QPainter& painter) { paint_under(painter, *data, *scale, theme); })),
        over(
            new PlotItem(chart, kAboveAxes, [this](QPainter& painter) { paint_over(painter, *data, *scale, theme); })) {
    scene.addItem(chart);
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->setMargins(kMargins);
    chart->setBackgroundVisible(false);
    chart->setPlotAreaBackgroundVisible(false);
    chart->legend()->hide();
    for (auto* axis : {times, values}) {
      axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
      axis->setTruncateLabels(false);
    }
    times->setGridLineVisible(false);
    values->setLineVisible(false);
    chart->addAxis(times, Qt::AlignBottom);
    chart->addAxis(values, Qt::AlignLeft);
    // An axis has a domain through a series only. The lines themselves are ours, so this one stays empty.
    auto* anchor = new QLineSeries;
    chart->addSeries(anchor);
    anchor->attachAxis(times);
    anchor->attachAxis(values);
  }

  const Theme& theme;
  QGraphicsScene scene;  // owns the chart, which owns the rest
  QChart* chart;
  QCategoryAxis* times;
  QCategoryAxis* values;
  PlotItem* under;
  PlotItem* over;
  Ticks shown_times;
  Ticks shown_values;
  // Only while painting.
  const ChartData* data{};
  const ChartScale* scale{};
};

ChartFrame::ChartFrame(const Theme& theme) : parts_(std::make_unique<Parts>(theme)) {}
ChartFrame::~ChartFrame() = default;

ChartScale ChartFrame::fit(QSize size, const ChartData& data, Timestamp from, Timestamp to) {
  auto& p = *parts_;
  auto scale = make_scale(data, size.height(), from, to);
  const auto font = axis_font(p.theme);
  for (auto* axis : {p.times, p.values}) {
    axis->setLabelsFont(font);
    axis->setLabelsBrush(p.theme.color(Token::text_3));
    axis->setLinePen(QPen(p.theme.color(Token::line_strong), 1));
    axis->setGridLinePen(QPen(p.theme.color(Token::grid), 1));
  }
  Ticks values;
  for (double value = scale.low; value <= scale.high + scale.step / 100; value += scale.step) {
    values.words.append(value_label(data, scale, value));
    values.at.push_back(value);
  }
  show_ticks(*p.values, std::move(values), p.shown_values, scale.low, scale.high);
  Ticks times;
  const auto room = QFontMetrics(font).horizontalAdvance(QStringLiteral("00:00")) * 2 + 40;
  const auto most = std::clamp(size.width() / room, 1, kMostTimeLabels);
  const bool days = data.step == ChartStep::day;
  // A day's label stands under its point, an hour's under its beginning.
  const auto shift = days ? half_step(data) : Micros(0);
  for (const auto tick : days ? day_ticks(from, to, most) : time_ticks(from, to, most)) {
    times.words.append(days ? models::wall_time(tick).toString(QStringLiteral("MM-dd")) : models::minute_text(tick));
    times.at.push_back(static_cast<double>(to_micros(tick + shift)));
  }
  const auto begin = static_cast<double>(to_micros(from));
  show_ticks(*p.times, std::move(times), p.shown_times, begin, std::max(static_cast<double>(to_micros(to)), begin + 1));
  p.chart->resize(size);
  // The layout would wait for the next turn of the event loop; nothing happens here when nothing has changed.
  p.chart->layout()->activate();
  scale.plot = p.chart->plotArea();
  return scale;
}

void ChartFrame::paint(QPainter& painter, const ChartData& data, const ChartScale& scale) {
  auto& p = *parts_;
  p.data = &data;
  p.scale = &scale;
  p.under->place(scale.plot);
  p.over->place(scale.plot);
  const QRectF area(QPointF(0, 0), p.chart->size());
  p.scene.setSceneRect(area);
  p.scene.render(&painter, area, area);
  p.data = nullptr;
  p.scale = nullptr;
}

}  // namespace guardline::ui

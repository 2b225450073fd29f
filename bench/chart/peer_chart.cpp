// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/chart/peer_chart.h"

#include "ui/charts/series_style.h"
#include "ui/theme/theme.h"

#include <algorithm>
#include <array>

#include <qcustomplot.h>

namespace guardline::bench {
namespace {

constexpr double kDenseWidth = 1.2;
constexpr int kMarkers = 10;
constexpr double kMarker = 7;  // px across

QCPScatterStyle::ScatterShape marker_of(std::size_t line) {
  constexpr std::array kShapes{QCPScatterStyle::ssCircle,   QCPScatterStyle::ssSquare,
                               QCPScatterStyle::ssTriangle, QCPScatterStyle::ssDiamond,
                               QCPScatterStyle::ssCross,    QCPScatterStyle::ssTriangleInverted};
  return kShapes[line % kShapes.size()];
}

}  // namespace

PeerChart::PeerChart(const ui::Theme& theme, const LineShape& shape, QSize size, bool fast)
    : shape_(shape), plot_(std::make_unique<QCustomPlot>()) {
  using ui::Token;
  auto& plot = *plot_;
  plot.setBackground(theme.color(Token::bg_surface));
  const auto surface = theme.color(Token::bg_surface);
  for (auto* axis : {plot.xAxis, plot.yAxis}) {
    axis->setTickLabelFont(theme.font(11));
    axis->setTickLabelColor(theme.color(Token::text_3));
    axis->setBasePen(QPen(theme.color(Token::line_strong), 1));
    axis->setSubTicks(false);
    axis->grid()->setPen(QPen(theme.color(Token::grid), 1));
  }
  plot.xAxis->grid()->setVisible(false);
  const QSharedPointer<QCPAxisTickerDateTime> ticker(new QCPAxisTickerDateTime);
  ticker->setDateTimeFormat(QStringLiteral("HH:mm"));
  plot.xAxis->setTicker(ticker);
  plot.yAxis->setRange(90, 100);
  plot.setPlottingHint(QCP::phFastPolylines, fast);
  for (std::size_t line = 0; line < shape.lines; ++line) {
    auto* graph = plot.addGraph();
    const auto color = theme.color(ui::channel_token(channel_of(line)));
    graph->setPen(QPen(color, kDenseWidth));
    graph->setAntialiased(true);
    graph->setAntialiasedScatters(true);
    // Rimmed with the ground; a cross has nothing to fill and is drawn with its line's colour.
    const auto marker = marker_of(line);
    const auto rim = marker == QCPScatterStyle::ssCross ? QPen(color, 2) : QPen(surface, 1);
    graph->setScatterStyle(QCPScatterStyle(marker, rim, color, kMarker));
    graph->setScatterSkip(static_cast<int>(shape.points / kMarkers - 1));
  }
  for (std::int64_t point = 0; point < shape.points; ++point) add_point();
  plot.resize(size);
  plot.show();
}

PeerChart::~PeerChart() = default;

double PeerChart::seconds(std::int64_t point) const {
  return static_cast<double>(kEnd + ((point - shape_.points) * shape_.step).count()) / 1e6;
}

void PeerChart::add_point() {
  for (std::size_t line = 0; line < shape_.lines; ++line) {
    plot_->graph(static_cast<int>(line))->addData(seconds(next_), value_of(line, next_));
  }
  ++next_;
}

void PeerChart::frame(QImage& image) {
  add_point();
  const auto from = seconds(next_ - shape_.points);
  for (std::size_t line = 0; line < shape_.lines; ++line) {
    plot_->graph(static_cast<int>(line))->data()->removeBefore(from);
  }
  plot_->xAxis->setRange(from, seconds(next_));
  plot_->replot(QCustomPlot::rpQueuedRefresh);
  plot_->render(&image);
}

}  // namespace guardline::bench

// A live line chart with cross-hair, zoom and words for screen readers. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_data.h"

#include <QPixmap>
#include <QWidget>
#include <memory>
#include <optional>

namespace guardline::ui {

class ChartFrame;
class Theme;
struct ChartScale;

/// Keys while focused: ←/→ point, Home/End first and last, PgUp/PgDn series, +/− zoom, 0 whole range, Esc cross-hair
/// off, T `tableAsked`, Space `pauseAsked`; where points open (`set_points_open`), Enter or a click `pointOpened`. The
/// still picture is kept as a pixmap: moving the cross-hair repaints no line. `accessibleDescription` follows the data
/// (the last value of each series) and, while the cross-hair is on, says the point. Axes and grid are Qt Charts'
/// (`ChartFrame`), the lines are painted over the series' own pyramid: at most two points per pixel column and series.
class ChartView final : public QWidget {
  Q_OBJECT
 public:
  explicit ChartView(const Theme& theme, QWidget* parent = nullptr);
  ~ChartView() override;

  void show(ChartData data);
  [[nodiscard]] const ChartData& data() const { return data_; }
  /// Whether there is something behind each point; at first there is not.
  void set_points_open(bool open) { points_open_ = open; }
  /// Time of the cross-hair; nothing when off.
  [[nodiscard]] std::optional<Timestamp> crosshair() const { return crosshair_; }
  /// 1 = whole range, then 2, 4, 8.
  [[nodiscard]] int zoom() const { return zoom_; }
  /// One sentence for the present picture.
  [[nodiscard]] QString summary() const;
  QSize minimumSizeHint() const override { return {220, 140}; }
  QSize sizeHint() const override { return {600, 250}; }

 Q_SIGNALS:
  /// After each paint of new data.
  void painted();
  void tableAsked();
  void pauseAsked();
  /// The cell under the cross-hair: of the emphasised series or the one that was clicked at; none: of all of them.
  void pointOpened(guardline::Timestamp at, std::optional<guardline::Channel> channel, bool by_keyboard);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  [[nodiscard]] ChartScale scale() const;
  void view_range(Timestamp& from, Timestamp& to) const;
  [[nodiscard]] std::vector<Timestamp> stops() const;
  void step(int by);
  void zoom_to(int zoom);
  void set_crosshair(std::optional<Timestamp> at);
  void renew();
  void describe();
  [[nodiscard]] int series_at(const QPointF& place, Timestamp at) const;
  void paint_crosshair(QPainter& painter, const ChartScale& scale) const;
  void paint_empty(QPainter& painter, const QRectF& plot) const;

  const Theme& theme_;
  ChartData data_;
  std::unique_ptr<ChartFrame> frame_;
  QPixmap picture_;
  bool fresh_{false};
  std::optional<Timestamp> crosshair_;
  bool by_mouse_{false};
  bool points_open_{false};
  int series_{-1};  // emphasised series; -1: none
  int zoom_{1};
  std::optional<Timestamp> centre_;
};

}  // namespace guardline::ui

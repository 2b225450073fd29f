// A live line chart with cross-hair, zoom and words for screen readers. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_view.h"

#include "models/live/words.h"
#include "ui/charts/chart_frame.h"
#include "ui/charts/crosshair.h"
#include "ui/charts/plot_painter.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStringList>
#include <algorithm>
#include <cstdlib>
#include <utility>

namespace guardline::ui {
namespace {

constexpr int kDeepestZoom = 8;
constexpr double kMostOfPlot = 0.6;
constexpr double kNearLine = 14;  // px: a click as near as this means the line

}  // namespace

ChartView::ChartView(const Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme), frame_(std::make_unique<ChartFrame>(theme)) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  connect(&theme, &Theme::changed, this, &ChartView::renew);
}

ChartView::~ChartView() = default;

void ChartView::show(ChartData data) {
  data_ = std::move(data);
  series_ = std::min(series_, static_cast<int>(data_.series.size()) - 1);
  if (crosshair_ && (*crosshair_ < data_.from || *crosshair_ >= data_.to)) crosshair_.reset();
  fresh_ = true;
  renew();
  describe();
}

void ChartView::renew() {
  picture_ = {};
  update();
}

void ChartView::view_range(Timestamp& from, Timestamp& to) const {
  from = data_.from;
  to = data_.to;
  if (zoom_ == 1) return;
  const auto width = (data_.to - data_.from) / zoom_;
  const auto middle = centre_.value_or(data_.to - width / 2);
  from = std::clamp(middle - width / 2, data_.from, data_.to - width);
  to = from + width;
}

ChartScale ChartView::scale() const {
  Timestamp from;
  Timestamp to;
  view_range(from, to);
  return frame_->fit(size(), data_, from, to);
}

std::vector<Timestamp> ChartView::stops() const {
  Timestamp from;
  Timestamp to;
  view_range(from, to);
  std::vector<Timestamp> out;
  for (const auto& series : data_.series) {
    for (const auto& cell : series.cells) {
      if (cell.at >= from && cell.at < to) out.push_back(cell.at);
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

void ChartView::step(int by) {
  const auto all = stops();
  if (all.empty()) return;
  by_mouse_ = false;
  if (!crosshair_) {
    set_crosshair(by < 0 ? all.back() : all.front());
    return;
  }
  const auto here = std::lower_bound(all.begin(), all.end(), *crosshair_) - all.begin();
  const auto last = static_cast<std::ptrdiff_t>(all.size()) - 1;
  set_crosshair(all[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(here + by, 0, last))]);
}

void ChartView::zoom_to(int zoom) {
  zoom = std::clamp(zoom, 1, kDeepestZoom);
  if (zoom == zoom_) return;
  zoom_ = zoom;
  centre_ = crosshair_;
  renew();
  describe();
}

void ChartView::set_crosshair(std::optional<Timestamp> at) {
  if (crosshair_ == at) return;
  crosshair_ = at;
  update();
  describe();
}

void ChartView::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Left:
      return step(-1);
    case Qt::Key_Right:
      return step(1);
    case Qt::Key_Home:
    case Qt::Key_End: {
      const auto all = stops();
      if (!all.empty()) set_crosshair(event->key() == Qt::Key_Home ? all.front() : all.back());
      return;
    }
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: {
      const auto count = static_cast<int>(data_.series.size());
      if (count == 0) return;
      const auto by = event->key() == Qt::Key_PageDown ? 1 : -1;
      series_ = series_ < 0 ? (by > 0 ? 0 : count - 1) : (series_ + by + count) % count;
      if (!crosshair_) step(-1);
      update();
      describe();
      return;
    }
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      return zoom_to(zoom_ * 2);
    case Qt::Key_Minus:
      return zoom_to(zoom_ / 2);
    case Qt::Key_0:
      return zoom_to(1);
    case Qt::Key_T:
      Q_EMIT tableAsked();
      return;
    case Qt::Key_Space:
      Q_EMIT pauseAsked();
      return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (!points_open_) break;
      if (!crosshair_) return step(-1);  // first one sees which point it is
      Q_EMIT pointOpened(
          *crosshair_,
          series_ < 0 ? std::nullopt : std::optional(data_.series[static_cast<std::size_t>(series_)].channel), true);
      return;
    case Qt::Key_Escape:
      if (crosshair_) return set_crosshair(std::nullopt);
      break;
    default:
      break;
  }
  QWidget::keyPressEvent(event);
}

void ChartView::mouseMoveEvent(QMouseEvent* event) {
  const auto all = stops();
  const auto here = scale();
  if (all.empty() || !here.plot.adjusted(-6, -6, 6, 6).contains(event->position())) {
    if (by_mouse_) set_crosshair(std::nullopt);
    if (points_open_) unsetCursor();
    return;
  }
  if (points_open_) setCursor(Qt::PointingHandCursor);
  const auto at = here.time(event->position().x()) - half_step(data_);
  auto best = all.front();
  for (const auto stop : all) {
    if (std::abs((stop - at).count()) < std::abs((best - at).count())) best = stop;
  }
  by_mouse_ = true;
  set_crosshair(best);
}

int ChartView::series_at(const QPointF& place, Timestamp at) const {
  const auto here = scale();
  int nearest = -1;
  auto least = kNearLine;
  for (std::size_t i = 0; i < data_.series.size(); ++i) {
    const auto* cell = cell_at(data_.series[i], at);
    if (cell == nullptr) continue;
    const auto away = std::abs(here.y(cell->value) - place.y());
    if (away >= least) continue;
    least = away;
    nearest = static_cast<int>(i);
  }
  return nearest;
}

void ChartView::mouseReleaseEvent(QMouseEvent* event) {
  QWidget::mouseReleaseEvent(event);
  if (!points_open_ || event->button() != Qt::LeftButton || !crosshair_) return;
  // It stays there when the mouse leaves: what is behind it is being read.
  by_mouse_ = false;
  series_ = series_at(event->position(), *crosshair_);
  update();
  describe();
  Q_EMIT pointOpened(
      *crosshair_, series_ < 0 ? std::nullopt : std::optional(data_.series[static_cast<std::size_t>(series_)].channel),
      false);
}

void ChartView::leaveEvent(QEvent* event) {
  if (by_mouse_) set_crosshair(std::nullopt);
  QWidget::leaveEvent(event);
}

void ChartView::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  update();
}

void ChartView::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  update();
}

void ChartView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) {
    renew();
    describe();
  }
  QWidget::changeEvent(event);
}

QString ChartView::summary() const {
  QStringList parts;
  for (const auto& series : data_.series) {
    const auto it =
        std::find_if(series.cells.rbegin(), series.cells.rend(), [](const ChartCell& cell) { return !cell.hollow; });
    if (it == series.cells.rend()) {
      parts.append(tr("%1 无数据").arg(series.name));
      continue;
    }
    auto words = tr("%1 %2").arg(series.name, value_text(data_, it->value));
    const ChartThreshold* worst = nullptr;
    for (const auto& t : data_.thresholds) {
      if (it->value < t.value && (worst == nullptr || t.value < worst->value)) worst = &t;
    }
    if (worst != nullptr) words = tr("%1，低于%2").arg(words, worst->words);
    parts.append(words);
  }
  if (parts.isEmpty()) return data_.empty_title;
  return parts.join(tr("；"));
}

void ChartView::describe() {
  auto words = summary();
  if (crosshair_) {
    QStringList parts;
    for (int i = 0; i < static_cast<int>(data_.series.size()); ++i) {
      const auto& series = data_.series[static_cast<std::size_t>(i)];
      if (series_ >= 0 && i != series_) continue;
      const auto* cell = cell_at(series, *crosshair_);
      parts.append(cell == nullptr
                       ? tr("%1 无数据").arg(series.name)
                       : tr("%1 %2（%3/%4）")
                             .arg(series.name, value_text(data_, cell->value), models::count_text(cell->numerator),
                                  models::count_text(cell->denominator)));
    }
    words = tr("%1：%2", "time: values").arg(time_text(data_, *crosshair_), parts.join(tr("；")));
  }
  if (accessibleDescription() != words) setAccessibleDescription(words);
}

void ChartView::paint_empty(QPainter& painter, const QRectF& plot) const {
  if (data_.empty_title.isEmpty()) return;
  const auto title = theme_.font(13, QFont::Bold);
  const auto small = theme_.font(12);
  const QFontMetrics title_metrics(title);
  const QFontMetrics small_metrics(small);
  const auto width = std::max(60, this->width() - 96);
  const auto text_box =
      small_metrics.boundingRect(QRect(0, 0, width, 1000), Qt::AlignHCenter | Qt::TextWordWrap, data_.empty_text);
  const auto height = title_metrics.height() + 6 + text_box.height();
  const QRect box((this->width() - width) / 2, (this->height() - height) / 2 - 8, width, height);
  // Only as wide as the words: the axis labels stay readable.
  const auto words = std::max(title_metrics.horizontalAdvance(data_.empty_title), text_box.width());
  QRectF ground(box.center().x() - words / 2 - 8, box.top() - 6, words + 16, height + 12);
  if (ground.width() > plot.width() * kMostOfPlot) {
    // Stubs of grid lines beside the words would look like data.
    ground.setLeft(plot.left());
    ground.setRight(plot.right() + 1);
  }
  painter.fillRect(ground, theme_.color(Token::bg_surface));
  painter.setFont(title);
  painter.setPen(theme_.color(Token::text));
  painter.drawText(box, Qt::AlignHCenter | Qt::AlignTop, data_.empty_title);
  painter.setFont(small);
  painter.setPen(theme_.color(Token::text_2));
  painter.drawText(box.adjusted(0, title_metrics.height() + 6, 0, 0),
                   Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, data_.empty_text);
}

void ChartView::paintEvent(QPaintEvent*) {
  const auto here = scale();
  const auto ratio = devicePixelRatioF();
  if (picture_.isNull() || picture_.size() != size() * ratio) {
    picture_ = QPixmap(size() * ratio);
    picture_.setDevicePixelRatio(ratio);
    picture_.fill(theme_.color(Token::bg_surface));
    QPainter painter(&picture_);
    frame_->paint(painter, data_, here);
    if (!has_points(data_, here.from, here.to)) paint_empty(painter, here.plot);
  }
  QPainter painter(this);
  painter.drawPixmap(0, 0, picture_);
  if (crosshair_) paint_crosshair(painter, here);
  if (hasFocus()) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme_.color(Token::focus), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
  }
  if (!std::exchange(fresh_, false)) return;
  Q_EMIT painted();
}

void ChartView::paint_crosshair(QPainter& painter, const ChartScale& here) const {
  if (*crosshair_ < here.from || *crosshair_ >= here.to) return;
  ui::paint_crosshair(painter, data_, here, *crosshair_, series_, theme_);
}

}  // namespace guardline::ui

// The live monitor: what it shows when. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/monitor_page.h"

#include "models/live/delivery_table_model.h"
#include "models/live/failure_mix.h"
#include "models/live/words.h"
#include "ui/charts/chart_view.h"
#include "ui/charts/failure_list.h"
#include "ui/charts/legend.h"
#include "ui/charts/stacked_bars.h"
#include "ui/monitor/channel_tile_view.h"
#include "ui/monitor/monitor_figures.h"
#include "ui/monitor/stack_legend.h"
#include "ui/monitor/ticker_list.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/segmented.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <algorithm>
#include <numeric>

namespace guardline::ui {

using models::LiveRange;
using models::LiveState;

MonitorPage::~MonitorPage() = default;

QString MonitorPage::title() const { return tr("实时监控"); }

QString MonitorPage::context() const {
  switch (model_.state()) {
    case LiveState::loading:
      return tr("正在连接中枢");
    case LiveState::live:
      return tr("卡片为近 5 分钟，实时刷新");
    case LiveState::stale:
    case LiveState::offline:
      return tr("截至 %1").arg(models::clock_text(model_.heard_at()));
    case LiveState::denied:
      return tr("没有查看权限");
  }
  return {};
}

Page::State MonitorPage::state() const {
  switch (model_.state()) {
    case LiveState::loading:
      return State::loading;
    case LiveState::stale:
      return State::error;
    case LiveState::offline:
      return State::offline;
    case LiveState::denied:
      return State::denied;
    case LiveState::live:
      break;
  }
  if (access_ == Access::tiles) return State::denied;
  return nothing_sent(model_.store(), model_.window()) ? State::empty : State::ready;
}

std::vector<KeyHelp> MonitorPage::keys() const {
  std::vector<KeyHelp> keys{{tr("暂停或继续刷新"), tr("空格"), Qt::Key_Space}};
  if (access_ == Access::full) {
    keys.push_back({tr("图与数据表切换"), QStringLiteral("T"), Qt::Key_T});
    keys.push_back({tr("从数据表回到图，或放开选中的事件"), QStringLiteral("Esc")});
  }
  return keys;
}

std::vector<QWidget*> MonitorPage::panes() const { return panes_; }

bool MonitorPage::greyed() const { return model_.state() == LiveState::offline; }

bool MonitorPage::table_shown() const { return delivery_stack_ != nullptr && delivery_stack_->currentIndex() == 1; }

QString MonitorPage::range_words() const {
  switch (model_.range()) {
    case LiveRange::quarter_hour:
      return tr("近 15 分钟");
    case LiveRange::hour:
      return tr("近 1 小时");
    case LiveRange::today:
      return tr("今日");
  }
  return {};
}

void MonitorPage::refresh() {
  const bool old = greyed();
  for (const auto channel : kChannels) {
    auto tile = model_.tile(channel);
    if (!model_.has_data()) tile.state = models::TileState::waiting;
    tiles_[models::channel_index(channel)]->show(tile, old);
  }
  const auto frames = model_.take_frames();
  pushed_.add(frames);
  if (access_ == Access::tiles) {
    // No chart tells when it was painted: the tiles are, with the next turn of the event loop.
    if (!frames.empty()) QTimer::singleShot(0, this, &MonitorPage::log_paint);
    return;
  }
  const auto channels = active_channels(model_.store());
  delivery_->show(delivery_chart(model_, old));
  legend_->show(channels, old);
  opens_->show(open_chart(model_, old));
  show_wider();
  if (table_shown()) {
    table_model_->show(model_.store(), model_.window().from, model_.window().to);
    if (!frames.empty()) QTimer::singleShot(0, this, &MonitorPage::log_paint);
  }
  if (!model_.has_data()) {
    // Nothing heard isn't nought.
    bars_legend_->show({}, old);
    bars_now_->setText(QStringLiteral("—"));
    bars_->show({}, {}, old);
    failures_->show({}, old);
    failures_card_->set_title(tr("失败原因"), range_words());
    return;
  }
  auto columns = throughput(model_, channels);
  bars_legend_->show(channels, old);
  // The running minute isn't over: the last whole one is told.
  const auto& whole = columns[columns.size() - 2].counts;
  const auto sent = models::count_text(std::accumulate(whole.begin(), whole.end(), std::int64_t{0}));
  bars_now_->setText(channels.empty() ? tr("还没有渠道发送") : tr("自下而上，上一分钟 %1 条").arg(sent));
  bars_->show(channels, std::move(columns), old);
  const auto window = model_.window();
  failures_->show(models::failure_mix(model_.store(), window.from, window.to), old);
  failures_card_->set_title(tr("失败原因"), range_words());
}

void MonitorPage::show_wider() {
  // Only where a longer look may find something: while we hear the hub, and below the longest range.
  const bool useful = state() == State::empty && model_.range() != LiveRange::today;
  wider_->setVisible(useful);
  if (useful) wider_->setText(model_.range() == LiveRange::hour ? tr("改为今日") : tr("改为 1 小时"));
}

void MonitorPage::take_wider() {
  const int next = static_cast<int>(model_.range()) + 1;
  range_->set_current(next);
  model_.set_range(static_cast<LiveRange>(next));
  if (model_.paused()) toggle_pause();
  // The button may be gone now.
  delivery_->setFocus(Qt::OtherFocusReason);
}

void MonitorPage::refresh_state() {
  const auto heard = models::clock_text(model_.heard_at());
  switch (model_.state()) {
    case LiveState::loading:
    case LiveState::live:
      banner_->set(Family::high, {});
      break;
    case LiveState::stale:
      banner_->set(Family::crit, tr("采集中断（E-4012）：%1 起没有新数据。是否仍在送达不可知，告警保留，不视为恢复。"
                                    "正在核对连接，也可按 F5 立即重试。")
                                     .arg(heard));
      break;
    case LiveState::offline:
      banner_->set(Family::high,
                   model_.has_data() && outage_told() ? QString()
                   : model_.has_data()
                       ? tr("与中枢断开。这是 %1 的画面，不再更新。正在自动重试，也可按 F5 立即重试。").arg(heard)
                       : tr("与中枢断开，还没有可显示的画面。正在自动重试，也可按 F5 立即重试。"));
      break;
    case LiveState::denied:
      banner_->set(Family::high, {});
      break;
  }
  retry_->setVisible(model_.state() == LiveState::stale || model_.state() == LiveState::offline);
  const bool closed = access_ == Access::tiles || model_.state() == LiveState::denied;
  body_->setCurrentIndex(closed ? 1 : 0);
  no_access_->set(
      closed && model_.state() == LiveState::denied ? tr("您的角色不能查看实时监控") : tr("您可以查看渠道卡片"),
      tr("趋势、失败原因和事件流由主管、风控查看。如因工作需要，请联系值班主管。"));
}

void MonitorPage::refresh_pause() {
  const bool paused = model_.paused();
  pause_->setText(paused ? tr("继续刷新") : tr("暂停刷新"));
  pause_->setAccessibleName(paused ? tr("继续刷新") : tr("暂停刷新，数据仍在收集"));
  pause_words_->setVisible(paused);
  if (!paused) return;
  const auto seconds = (model_.clock().now() - *model_.paused_since()) / std::chrono::seconds(1);
  pause_words_->setText(tr("已暂停 %1，积压 %2")
                            .arg(QStringLiteral("%1:%2")
                                     .arg(seconds / 60, 2, 10, QLatin1Char('0'))
                                     .arg(seconds % 60, 2, 10, QLatin1Char('0')),
                                 models::count_text(model_.paused_events())));
}

void MonitorPage::show_table(bool on) {
  if (access_ == Access::tiles || on == table_shown()) return;
  if (on) table_model_->show(model_.store(), model_.window().from, model_.window().to);
  delivery_stack_->setCurrentIndex(on ? 1 : 0);
  table_button_->setChecked(on);
  // Who asked by key goes on in the form that is shown now.
  QWidget* now = on ? static_cast<QWidget*>(table_) : delivery_;
  now->setFocus(Qt::ShortcutFocusReason);
  if (on && table_model_->rowCount() > 0 && !table_->currentIndex().isValid()) {
    table_->setCurrentIndex(table_model_->index(0, 0));
  }
}

void MonitorPage::toggle_pause() { model_.set_paused(!model_.paused()); }

void MonitorPage::log_paint() {
  if (isVisible()) log_.painted(pushed_.take());
}

void MonitorPage::keyPressEvent(QKeyEvent* event) {
  if (event->modifiers() == Qt::NoModifier) {
    switch (event->key()) {
      case Qt::Key_Space:
        return toggle_pause();
      case Qt::Key_T:
        return show_table(!table_shown());
      case Qt::Key_F5:
        return model_.retry_now();
      case Qt::Key_Escape:
        if (table_shown()) return show_table(false);
        break;
      default:
        break;
    }
  }
  Page::keyPressEvent(event);
}

void MonitorPage::changeEvent(QEvent* event) {
  Page::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) Q_EMIT headline_changed();
}

void MonitorPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  if (!model_.paused()) refresh();
}

}  // namespace guardline::ui

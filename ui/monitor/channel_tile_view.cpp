// One channel's tile. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/channel_tile_view.h"

#include "models/live/words.h"
#include "ui/charts/series_style.h"
#include "ui/charts/sparkline.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/shapes.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QStringList>
#include <QVBoxLayout>
#include <cmath>

namespace guardline::ui {
namespace {

using models::TileState;

QString change_text(double change) {
  if (std::abs(change) < 0.05) return ChannelTileView::tr("持平");
  const auto size = QString::number(std::abs(change), 'f', 1);
  return change < 0 ? ChannelTileView::tr("↓ %1 点", "percentage points").arg(size)
                    : ChannelTileView::tr("↑ %1 点", "percentage points").arg(size);
}

bool judged(TileState state) {
  return state == TileState::normal || state == TileState::hint || state == TileState::alarm || state == TileState::few;
}

QString last_text(const models::ChannelTile& tile) {
  if (!tile.last_rate || !tile.last_at) return {};
  return ChannelTileView::tr("最近 %1，%2", "last value, time")
      .arg(models::percent_text(*tile.last_rate), models::minute_text(*tile.last_at));
}

QHBoxLayout* row_of(QWidget* left, QWidget* right) {
  auto* row = new QHBoxLayout;
  row->setSpacing(4);
  row->addWidget(left);
  row->addStretch(1);
  row->addWidget(right);
  return row;
}

}  // namespace

ChannelTileView::ChannelTileView(Theme& theme, Channel channel, QWidget* parent)
    : QFrame(parent), theme_(theme), channel_(channel) {
  setProperty("kind", QStringLiteral("card"));
  icon_ = new IconLabel(theme, channel_icon(channel), Token::text, 16, this);
  name_ = make_label("strong", this);
  mark_ = new QStackedWidget(this);
  auto* plain = new QWidget(mark_);
  auto* plain_row = new QHBoxLayout(plain);
  plain_row->setContentsMargins(0, 0, 0, 0);
  plain_row->setSpacing(4);
  shape_ = new ShapeMark(theme, ui::Shape::ok, 14, plain);
  word_ = make_label("secondary", plain);
  plain_row->addStretch(1);
  plain_row->addWidget(shape_);
  plain_row->addWidget(word_);
  auto* badged = new QWidget(mark_);
  auto* badged_row = new QHBoxLayout(badged);
  badged_row->setContentsMargins(0, 0, 0, 0);
  badge_ = new Badge(theme, Family::crit, ui::Shape::crit, badged);
  badged_row->addStretch(1);
  badged_row->addWidget(badge_);
  mark_->addWidget(plain);
  mark_->addWidget(badged);
  value_ = make_label("kpi", this);
  unit_ = make_label("secondary", this);
  spark_ = new Sparkline(theme, channel, this);
  for (int i = 0; i < 4; ++i) facts_[i] = make_label(i < 2 ? "secondary" : "hint", this);

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 9, 12, 8);
  column->setSpacing(0);
  auto* head = new QHBoxLayout;
  head->setSpacing(7);
  head->addWidget(icon_);
  head->addWidget(name_);
  head->addWidget(mark_, 1);
  mark_->setFixedHeight(theme.px(22));
  column->addLayout(head);
  column->addSpacing(3);
  auto* middle = new QHBoxLayout;
  middle->setSpacing(3);
  middle->addWidget(value_, 0, Qt::AlignBottom);
  middle->addWidget(unit_, 0, Qt::AlignBottom);
  unit_->setContentsMargins(0, 0, 0, 4);
  middle->addStretch(1);
  middle->addWidget(spark_, 0, Qt::AlignBottom);
  column->addLayout(middle);
  column->addLayout(row_of(facts_[0], facts_[1]));
  column->addLayout(row_of(facts_[2], facts_[3]));
  setFixedHeight(theme.px(126));
}

void ChannelTileView::show(const models::ChannelTile& tile, bool greyed) {
  shown_ = tile;
  greyed_ = greyed;
  show_state(tile, greyed);
  show_name();
  show_value(tile, greyed);
  show_facts(tile);
  QStringList words{models::channel_name(channel_), mark_->currentIndex() == 1 ? badge_->word() : word_->text(),
                    value_->text() + unit_->text()};
  for (const auto* fact : facts_) {
    if (!fact->text().isEmpty()) words.append(fact->text());
  }
  const auto name = words.join(tr("，"));
  if (accessibleName() != name) setAccessibleName(name);
}

void ChannelTileView::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  show_name();
  show_value(shown_, greyed_);
  show_facts(shown_);
}

void ChannelTileView::show_name() {
  const auto full = models::channel_name(channel_);
  const auto need = icon_->sizeHint().width() + name_->fontMetrics().horizontalAdvance(full) +
                    mark_->currentWidget()->sizeHint().width() + 2 * 7;
  name_->setText(need <= width() - 2 * 13 ? full : models::channel_short_name(channel_));
}

void ChannelTileView::show_state(const models::ChannelTile& tile, bool greyed) {
  const auto plain = [this](const QString& word, bool mark) {
    shape_->setVisible(mark);
    word_->setText(word);
    mark_->setCurrentIndex(0);
  };
  if (greyed) {
    // No live marks on an old picture.
    return plain(tile.state == TileState::no_traffic ? tr("无数据") : tr("离线"), false);
  }
  switch (tile.state) {
    case TileState::waiting:
      return plain(tr("连接中"), false);
    case TileState::no_traffic:
      return plain(tr("无数据"), false);
    case TileState::idle:
      return plain(tr("空闲"), false);
    case TileState::few:
      return plain(tr("样本少"), false);
    case TileState::normal:
      return plain(tr("正常"), true);
    case TileState::hint:
      badge_->set(Family::high, ui::Shape::high, tr("重要"));
      break;
    case TileState::alarm:
      badge_->set(Family::crit, ui::Shape::crit, tr("紧急"));
      break;
    case TileState::no_data:
      badge_->set(Family::high, ui::Shape::high, tr("无数据"));
      break;
  }
  mark_->setCurrentIndex(1);
}

void ChannelTileView::show_value(const models::ChannelTile& tile, bool greyed) {
  const bool known = judged(tile.state) && tile.rate;
  value_->setText(known ? QString::number(*tile.rate, 'f', 1) : QStringLiteral("—"));
  const auto unit = tr("% 送达", "beside the tile's figure");
  const auto need = value_->sizeHint().width() + unit_->fontMetrics().horizontalAdvance(unit) +
                    (spark_->isHidden() ? 0 : spark_->minimumSizeHint().width()) + 2 * 3;
  // In a narrow window the word goes: the line below tells of what the figure is a share.
  unit_->setText(!known ? QString() : need <= width() - 2 * 13 ? unit : QStringLiteral("%"));
  // The look of the sheet is kept; only the ink is set, so that it follows theme and state.
  const auto ink = theme_.color(greyed || !known ? Token::text_3 : Token::text).name();
  const auto sheet = QStringLiteral("color: %1;").arg(ink);
  if (value_->styleSheet() != sheet) value_->setStyleSheet(sheet);
  spark_->show(tile.spark, greyed || tile.state == TileState::no_data);
  spark_->setVisible(tile.state != TileState::no_traffic && tile.state != TileState::waiting);
}

void ChannelTileView::show_facts(const models::ChannelTile& tile) {
  QString text[4];
  const auto backlog = tr("积压 %1").arg(models::count_text(tile.backlog));
  const auto p95 = tile.p95_ms ? tr("P95 %1").arg(models::duration_text(*tile.p95_ms)) : QString();
  switch (tile.state) {
    case TileState::waiting:
      break;
    case TileState::no_traffic:
      text[0] = tr("近 24 小时没有发送");
      text[2] = tr("未接入或未使用");
      break;
    case TileState::idle:
      text[0] = tr("近 5 分钟没有发送");
      text[2] = last_text(tile);
      if (tile.backlog > 0) text[3] = backlog;
      break;
    case TileState::no_data:
      text[0] = last_text(tile);
      text[2] = tr("是否仍在送达不可知");
      break;
    case TileState::few:
    case TileState::normal:
    case TileState::hint:
    case TileState::alarm:
      text[0] = QStringLiteral("%1 / %2").arg(models::count_text(tile.delivered), models::count_text(tile.accepted));
      text[1] = tile.change ? change_text(*tile.change) : QString();
      text[2] = tile.state == TileState::few     ? tr("少于 30 条，不判断")
                : tile.state == TileState::alarm ? tr("低于告警线 95%")
                : tile.state == TileState::hint  ? tr("低于提示线 97%")
                                                 : p95;
      text[3] = backlog;
      break;
  }
  const auto need = facts_[2]->fontMetrics().horizontalAdvance(text[2] + text[3]) + 12;
  if (need > width() - 26) {  // narrow window: the line's name goes, its number stays
    if (tile.state == TileState::alarm) text[2] = tr("低于 95%");
    if (tile.state == TileState::hint) text[2] = tr("低于 97%");
    if (tile.state == TileState::few) text[2] = tr("不判断");
  }
  for (int i = 0; i < 4; ++i) {
    facts_[i]->setText(text[i]);
    facts_[i]->setVisible(!text[i].isEmpty() || i % 2 == 0);
  }
}

}  // namespace guardline::ui

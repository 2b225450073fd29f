// The live monitor: how its parts are put together. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/delivery_table_model.h"
#include "ui/charts/chart_view.h"
#include "ui/charts/failure_list.h"
#include "ui/charts/legend.h"
#include "ui/charts/stacked_bars.h"
#include "ui/monitor/channel_tile_view.h"
#include "ui/monitor/monitor_page.h"
#include "ui/monitor/stack_legend.h"
#include "ui/monitor/ticker_list.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/formula_chip.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/list_keys.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/table_copy.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace guardline::ui {
namespace {

/// The formula stands right after the title; what is added to the head otherwise goes to its end.
FormulaChip* add_formula(Card* card) {
  auto* formula = new FormulaChip(card);
  auto* head = qobject_cast<QBoxLayout*>(card->title_label()->parentWidget()->layout());
  head->insertWidget(head->indexOf(card->title_label()) + 1, formula);
  return formula;
}

}  // namespace

MonitorPage::MonitorPage(Theme& theme, models::LiveGateway& gateway, const Clock& clock, models::DrawLog& log,
                         Access access, QWidget* parent)
    : Page(parent),
      theme_(theme),
      log_(log),
      access_(access),
      model_(gateway, clock),
      ticker_(access == Access::full ? &gateway : nullptr),
      texts_(theme, this) {
  setObjectName(QStringLiteral("page"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 12, 16, 12);
  column->setSpacing(12);
  auto* bar = make_bar();
  column->addWidget(bar);
  banner_ = new Banner(theme, Family::high, this);
  retry_ = new KeyButton(theme, QStringLiteral("F5"), banner_);
  retry_->setProperty("kind", QStringLiteral("small"));
  banner_->add(retry_);
  texts_([this] {
    retry_->setText(tr("立即重试"));
    retry_->setAccessibleName(tr("立即重试连接"));
  });
  connect(retry_, &QPushButton::clicked, this, [this] { model_.retry_now(); });
  column->addWidget(banner_);
  column->addWidget(make_tiles());

  body_ = new QStackedWidget(this);
  auto* full = new QWidget(body_);
  auto* grid = new QGridLayout(full);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setSpacing(12);
  panes_.push_back(bar);
  if (access == Access::full) {
    const auto add = [this, grid](Card* card, int at_row, int at_column, int rows, int columns) {
      grid->addWidget(card, at_row, at_column, rows, columns);
      panes_.push_back(card);
    };
    add(make_delivery(), 0, 0, 1, 3);
    add(make_opens(), 1, 0, 1, 1);
    add(make_throughput(), 1, 1, 1, 1);
    // Nothing in it takes the focus, so it is no stop of F6; it is read where it stands.
    grid->addWidget(make_failures(), 1, 2);
    add(make_ticker(), 0, 3, 2, 1);
    const std::array widths{352, 246, 244, 440};
    for (int i = 0; i < 4; ++i) grid->setColumnStretch(i, widths[static_cast<std::size_t>(i)]);
    grid->setRowStretch(0, 292);
    grid->setRowStretch(1, 284);
  }
  no_access_ = new EmptyState(theme, QStringLiteral("lock"), body_);
  body_->addWidget(full);
  body_->addWidget(no_access_);
  column->addWidget(body_, 1);

  connect(&model_, &models::KpiLiveModel::changed, this, &MonitorPage::refresh);
  connect(&model_, &models::KpiLiveModel::stateChanged, this, [this] {
    refresh_state();
    if (!model_.paused()) refresh();
    Q_EMIT headline_changed();
  });
  connect(&model_, &models::KpiLiveModel::pauseChanged, this, &MonitorPage::refresh_pause);
  texts_([this] {
    refresh_state();
    refresh_pause();
    refresh();
  });
}

QWidget* MonitorPage::make_bar() {
  auto* bar = new QWidget(this);
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(12);
  range_ = new Segmented(theme_, 3, bar);
  texts_([this, bar] {
    bar->setAccessibleName(tr("范围与刷新"));
    range_->setAccessibleName(tr("时间范围"));
    range_->set_text(0, tr("15 分钟"));
    range_->set_text(1, tr("1 小时"));
    range_->set_text(2, tr("今日"));
  });
  range_->set_current(1);
  connect(range_, &Segmented::chosen, this, [this](int index) {
    model_.set_range(static_cast<models::LiveRange>(index));
    // A choice is an act of the person: it is answered even while drawing is paused.
    if (model_.paused()) toggle_pause();
  });
  pause_words_ = make_label("warn", bar);
  pause_words_->hide();
  pause_ = new KeyButton(theme_, {}, bar, QStringLiteral("pause"));
  table_button_ = new KeyButton(theme_, QStringLiteral("T"), bar, QStringLiteral("table"));
  table_button_->setCheckable(true);
  connect(pause_, &QPushButton::clicked, this, &MonitorPage::toggle_pause);
  connect(table_button_, &QPushButton::clicked, this, [this] { show_table(!table_shown()); });
  texts_([this] {
    pause_->set_key(tr("空格"));
    table_button_->setText(tr("数据表"));
    table_button_->setAccessibleName(tr("用数据表显示送达率"));
  });
  row->addWidget(range_);
  row->addStretch(1);
  row->addWidget(pause_words_);
  row->addWidget(pause_);
  row->addWidget(table_button_);
  const bool full = access_ == Access::full;
  range_->setVisible(full);
  table_button_->setVisible(full);
  return bar;
}

QWidget* MonitorPage::make_tiles() {
  auto* strip = new QWidget(this);
  auto* row = new QHBoxLayout(strip);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(12);
  for (const auto channel : kChannels) {
    auto*& tile = tiles_[models::channel_index(channel)];
    tile = new ChannelTileView(theme_, channel, strip);
    tile->setMinimumWidth(0);
    tile->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    row->addWidget(tile, 1);
  }
  return strip;
}

Card* MonitorPage::make_delivery() {
  auto* card = new Card(theme_, this);
  auto* formula = add_formula(card);
  legend_ = new Legend(theme_, card);
  card->add_head(legend_);
  delivery_stack_ = new QStackedWidget(card);
  delivery_ = new ChartView(theme_, delivery_stack_);
  // Below the words of the empty chart, which stand in its middle.
  auto* under = new QVBoxLayout(delivery_);
  under->setContentsMargins(0, 0, 0, 8);
  wider_ = new QPushButton(delivery_);
  wider_->setProperty("kind", QStringLiteral("small"));
  wider_->hide();
  under->addStretch(3);
  under->addWidget(wider_, 0, Qt::AlignHCenter);
  under->addStretch(1);
  connect(wider_, &QPushButton::clicked, this, &MonitorPage::take_wider);
  table_model_ = new models::DeliveryTableModel(this);
  table_ = new QTableView(delivery_stack_);
  table_->setModel(table_model_);
  table_->setProperty("kind", QStringLiteral("inset"));  // begins under the card's title
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setTabKeyNavigation(false);
  table_->setShowGrid(false);
  table_->verticalHeader()->hide();
  table_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  table_->verticalHeader()->setDefaultSectionSize(theme_.px(28));
  table_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  table_->horizontalHeader()->setHighlightSections(false);
  copy_rows_on_key(table_);
  steer_by_letters(table_);
  delivery_stack_->addWidget(delivery_);
  delivery_stack_->addWidget(table_);
  card->body()->setContentsMargins(0, 0, 0, 0);
  card->body()->addWidget(delivery_stack_);
  connect(delivery_, &ChartView::painted, this, &MonitorPage::log_paint);
  connect(delivery_, &ChartView::tableAsked, this, [this] { show_table(true); });
  connect(delivery_, &ChartView::pauseAsked, this, &MonitorPage::toggle_pause);
  texts_([this, card, formula] {
    card->set_title(tr("送达率"));
    formula->set(tr("送达率 = 已送达 ÷ 已受理（每 1 分钟；空心点不足 30 条，不判断）"), tr("已送达 ÷ 已受理"));
    formula->setToolTip(tr("按受理的分钟计；迟到的回执改写当时那一分钟。回执大多未到的当前分钟暂不画出。"));
    delivery_->setAccessibleName(tr("送达率图"));
    table_->setAccessibleName(tr("送达率数据表"));
  });
  return card;
}

Card* MonitorPage::make_opens() {
  auto* card = new Card(theme_, this);
  auto* formula = add_formula(card);
  opens_ = new ChartView(theme_, card);
  connect(opens_, &ChartView::pauseAsked, this, &MonitorPage::toggle_pause);
  card->body()->setContentsMargins(0, 0, 0, 0);
  card->body()->addWidget(opens_);
  texts_([this, card, formula] {
    card->set_title(tr("可信打开率"));
    formula->set(tr("去重可信打开 ÷ 已送达"), tr("打开 ÷ 已送达"));
    formula->setToolTip(tr("去重可信打开 ÷ 已送达"));
    opens_->setAccessibleName(tr("可信打开率图"));
  });
  return card;
}

Card* MonitorPage::make_throughput() {
  auto* card = new Card(theme_, this);
  bars_ = new StackedBars(theme_, card);
  bars_legend_ = new StackLegend(theme_, card);
  bars_now_ = make_label("hint", card);
  card->body()->setContentsMargins(0, 2, 0, 10);
  card->body()->setSpacing(2);
  card->body()->addWidget(bars_, 1);
  auto* foot = new QVBoxLayout;
  foot->setContentsMargins(12, 2, 12, 0);
  foot->setSpacing(2);
  foot->addWidget(bars_legend_);
  foot->addWidget(bars_now_);
  card->body()->addLayout(foot);
  texts_([this, card] {
    card->set_title(tr("吞吐"), tr("条/分，近 15 分钟"));
    bars_->setAccessibleName(tr("每分钟交付条数"));
  });
  return card;
}

Card* MonitorPage::make_failures() {
  failures_card_ = new Card(theme_, this);
  failures_ = new FailureList(theme_, failures_card_);
  failures_card_->body()->setContentsMargins(0, 0, 0, 0);
  failures_card_->body()->addWidget(failures_);
  texts_([this] { failures_->setAccessibleName(tr("失败原因")); });
  return failures_card_;
}

Card* MonitorPage::make_ticker() {
  auto* card = new Card(theme_, this);
  ticker_list_ = new TickerList(theme_, ticker_, card);
  card->body()->setContentsMargins(0, 0, 0, 1);
  card->body()->addWidget(ticker_list_);
  texts_([this, card] {
    card->set_title(tr("事件流"), tr("抽样显示，每秒至多 20 条"));
    ticker_list_->view()->setAccessibleName(tr("事件流"));
  });
  return card;
}

}  // namespace guardline::ui

// The figures of a period: how the page is put together. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_view.h"
#include "ui/charts/failure_list.h"
#include "ui/charts/legend.h"
#include "ui/kpi/kpi_card.h"
#include "ui/kpi/kpi_page.h"
#include "ui/kpi/people_drawer.h"
#include "ui/kpi/period_bar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/formula_chip.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/list_keys.h"
#include "ui/widgets/tab_stop.h"
#include "ui/widgets/table_copy.h"
#include "ui/widgets/wait_line.h"

#include <QAction>
#include <QButtonGroup>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace guardline::ui {

KpiPage::KpiPage(Theme& theme, models::KpiGateway& gateway, models::SessionModel& session, StepUp& step_up,
                 const Clock& clock, QWidget* parent)
    : Page(parent), theme_(theme), model_(gateway, clock), texts_(theme, this) {
  setObjectName(QStringLiteral("page"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 12, 16, 12);
  column->setSpacing(12);
  // One gap for both: what shows waiting is three pixels high, and mostly nothing.
  auto* head = new QVBoxLayout;
  head->setSpacing(4);
  head->addWidget(make_bar());
  column->addLayout(head);
  wait_ = new WaitLine(theme, QStringLiteral("Esc"), this);
  connect(wait_, &WaitLine::stop_wanted, this, [this] { model_.cancel(); });
  head->addWidget(wait_);
  banner_ = new Banner(theme, Family::high, this);
  retry_ = new KeyButton(theme, QStringLiteral("F5"), banner_);
  retry_->setProperty("kind", QStringLiteral("small"));
  banner_->add(retry_);
  connect(retry_, &QPushButton::clicked, this, &KpiPage::retry);
  column->addWidget(banner_);

  body_ = new QStackedWidget(this);
  auto* full = new QWidget(body_);
  auto* down = new QVBoxLayout(full);
  down->setContentsMargins(0, 0, 0, 0);
  down->setSpacing(12);
  down->addWidget(make_cards());
  auto* left = new QWidget(full);
  auto* grid = new QGridLayout(left);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setSpacing(12);
  grid->addWidget(make_chart(), 0, 0, 1, 2);
  grid->addWidget(make_table(), 1, 0);
  grid->addWidget(make_failures(), 1, 1);
  grid->setColumnStretch(0, 880);
  grid->setColumnStretch(1, 420);
  grid->setRowStretch(0, 320);
  grid->setRowStretch(1, 250);
  people_ = new PeopleDrawer(theme, gateway, session, step_up, full);
  connect(people_, &PeopleDrawer::person_wanted, this, [this](const QString& investor) {
    Q_EMIT page_wanted(Place::investors, QStringLiteral("investor:") + investor);
  });
  connect(people_, &PeopleDrawer::closed, this, &KpiPage::make_room);
  auto* across = new QHBoxLayout;
  across->setSpacing(0);
  across->addWidget(left, 1);
  across->addWidget(people_);
  down->addLayout(across, 1);
  no_access_ = new EmptyState(theme, QStringLiteral("lock"), body_);
  body_->addWidget(full);
  body_->addWidget(no_access_);
  column->addWidget(body_, 1);

  connect(&model_, &models::KpiModel::changed, this, &KpiPage::refresh);
  texts_([this] {
    retry_->setText(tr("重新统计"));
    retry_->setAccessibleName(tr("重新统计"));
    no_access_->set(tr("您的角色不能查看看板"), tr("看板由主管、风控和合规查看。如因工作需要，请联系值班主管。"));
    refresh();
  });
}

QWidget* KpiPage::make_bar() {
  auto* bar = new QWidget(this);
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(12);
  period_ = new PeriodBar(theme_, model_.clock(), bar);
  period_->set_period(model_.query().period);
  connect(period_, &PeriodBar::chosen, this, [this](const models::KpiQuery& query) { model_.show(query); });
  compared_ = make_label("secondary", bar);
  export_ = new KeyButton(theme_, QStringLiteral("Ctrl E"), bar, QStringLiteral("export"));
  connect(export_, &QPushButton::clicked, this, &KpiPage::ask_where_to);
  texts_([this] {
    export_->setText(tr("导出报表"));
    export_->setAccessibleName(tr("导出报表，CSV 文件"));
  });
  row->addWidget(period_);
  row->addStretch(1);
  row->addWidget(compared_);
  row->addWidget(export_);
  return bar;
}

QWidget* KpiPage::make_cards() {
  cards_row_ = new QWidget(this);
  auto* row = new QHBoxLayout(cards_row_);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(12);
  auto* group = new QButtonGroup(cards_row_);
  for (std::size_t i = 0; i < kFigures; ++i) {
    cards_[i] = new KpiCard(theme_, cards_row_);
    cards_[i]->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    group->addButton(cards_[i], static_cast<int>(i));
    row->addWidget(cards_[i], 1);
  }
  stop_tab_at_chosen(group);
  connect(group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
    if (on) model_.choose(models::kKpiFigures[static_cast<std::size_t>(id)]);
  });
  texts_([this] { cards_row_->setAccessibleName(tr("指标")); });
  return cards_row_;
}

Card* KpiPage::make_chart() {
  chart_card_ = new Card(theme_, this);
  formula_ = new FormulaChip(chart_card_);
  auto* head = qobject_cast<QBoxLayout*>(chart_card_->title_label()->parentWidget()->layout());
  head->insertWidget(head->indexOf(chart_card_->title_label()) + 1, formula_);
  legend_ = new Legend(theme_, chart_card_);
  chart_card_->add_head(legend_);
  chart_ = new ChartView(theme_, chart_card_);
  chart_card_->body()->setContentsMargins(0, 0, 0, 0);
  chart_card_->body()->addWidget(chart_);
  chart_->set_points_open(true);
  connect(chart_, &ChartView::tableAsked, this, &KpiPage::swap_chart_and_table);
  connect(chart_, &ChartView::pointOpened, this,
          [this](Timestamp at, std::optional<Channel> channel, bool by_keyboard) {
            open_point(at, channel, false, by_keyboard);
          });
  return chart_card_;
}

Card* KpiPage::make_table() {
  auto* card = new Card(theme_, this);
  table_card_ = card;
  table_ = new QTableView(card);
  table_->setModel(&rows_);
  table_->setProperty("kind", QStringLiteral("inset"));
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setTabKeyNavigation(false);
  table_->setShowGrid(false);
  table_->setMinimumHeight(0);
  table_->verticalHeader()->hide();
  table_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  // As wide as header and figures need; what is left goes to the first. Beside the people it may have to be scrolled.
  table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  table_->horizontalHeader()->setSectionResizeMode(static_cast<int>(models::KpiTableModel::Column::time),
                                                   QHeaderView::Stretch);
  table_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  table_->horizontalHeader()->setHighlightSections(false);
  copy_rows_on_key(table_);
  steer_by_letters(table_);
  // A letter would be searched for in the rows.
  auto* back = new QAction(table_);
  back->setShortcut(QKeySequence(Qt::Key_T));
  back->setShortcutContext(Qt::WidgetShortcut);
  table_->addAction(back);
  connect(back, &QAction::triggered, this, &KpiPage::swap_chart_and_table);
  // A click on a figure opens it; one on the time chooses the row only, and so do clicks that choose several rows.
  connect(table_, &QTableView::clicked, this, [this](const QModelIndex& index) {
    if (QGuiApplication::keyboardModifiers() == Qt::NoModifier) open_cell(index, false);
  });
  card->body()->setContentsMargins(0, 0, 0, 1);
  card->body()->addWidget(table_);
  texts_([this, card] {
    card->set_title(tr("同一数据的表格"), tr("供读屏与复制，Ctrl+C 复制所选"));
    table_->setAccessibleName(tr("所选指标的数据表"));
    table_->verticalHeader()->setDefaultSectionSize(theme_.px(28));
    table_->horizontalHeader()->setMinimumSectionSize(theme_.px(72));
  });
  return card;
}

Card* KpiPage::make_failures() {
  auto* card = new Card(theme_, this);
  failures_card_ = card;
  failures_ = new FailureList(theme_, card);
  failures_rest_ = make_text("hint", card);
  card->body()->setContentsMargins(0, 0, 0, 10);
  card->body()->setSpacing(2);
  card->body()->addWidget(failures_, 1);
  auto* foot = new QVBoxLayout;
  foot->setContentsMargins(12, 0, 12, 0);
  foot->addWidget(failures_rest_);
  card->body()->addLayout(foot);
  texts_([this, card] {
    card->set_title(tr("未送达原因"), tr("条，全部渠道"));
    failures_->setAccessibleName(tr("未送达原因"));
  });
  return card;
}

}  // namespace guardline::ui

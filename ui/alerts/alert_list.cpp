// Tabs, table, and what waits behind it. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/alert_list.h"

#include "models/alerts/alert_centre.h"
#include "models/alerts/alert_words.h"
#include "ui/alerts/alert_row_painter.h"
#include "ui/alerts/tab_strip.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table_copy.h"
#include "ui/widgets/time_text.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QStyle>
#include <QStyleHints>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

namespace guardline::ui {

using models::AlertListModel;
using models::AlertTab;
using Column = AlertListModel::Column;

AlertList::AlertList(Theme& theme, models::AlertCentre& centre, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      centre_(centre),
      tabs_(new TabStrip(theme, static_cast<int>(models::kAlertTabCount), this)),
      news_(new QPushButton(this)),
      stack_(new QStackedWidget(this)),
      view_(new QTableView(stack_)),
      empty_(new EmptyState(theme, QStringLiteral("bell"), stack_)),
      painter_(new AlertRowPainter(theme, view_)),
      texts_(theme, this) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(tabs_);
  column->addWidget(make_rule(false, this));
  news_->setProperty("kind", QStringLiteral("news"));
  news_->hide();
  column->addWidget(news_);
  column->addWidget(stack_, 1);
  stack_->addWidget(view_);
  stack_->addWidget(empty_);

  view_->setModel(&centre.list());
  view_->setItemDelegate(painter_);
  view_->setSelectionBehavior(QAbstractItemView::SelectRows);
  view_->setSelectionMode(QAbstractItemView::SingleSelection);
  view_->setTabKeyNavigation(false);
  view_->setShowGrid(false);
  view_->setMouseTracking(true);
  view_->setFrameShape(QFrame::NoFrame);
  view_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  view_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  view_->verticalHeader()->hide();
  view_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  auto* header = view_->horizontalHeader();
  header->setHighlightSections(false);
  header->setSectionsClickable(false);
  header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  header->setSectionResizeMode(QHeaderView::Interactive);
  header->setSectionResizeMode(static_cast<int>(Column::subject), QHeaderView::Stretch);
  view_->installEventFilter(this);
  copy_rows_on_key(view_, {Qt::DisplayRole, AlertListModel::SecondRole});
  view_->setProperty("remember", QStringLiteral("alerts.list"));
  view_->setProperty("kind", QStringLiteral("alerts"));  // its first head stands over the badges

  connect(tabs_, &TabStrip::chosen, this, [this](int index) {
    view_->clearSelection();
    centre_.show(models::kAlertTabs.at(static_cast<std::size_t>(index)));
    view_->setCurrentIndex({});
    Q_EMIT chosen({});
  });
  connect(view_->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
    const auto rows = view_->selectionModel()->selectedRows();
    centre_.list().set_held(!rows.isEmpty());
    if (rows.isEmpty()) return;
    Q_EMIT chosen(rows.front().data(AlertListModel::IdRole).toString());
    // What was dealt with leaves once the choice has moved on; under the mouse not before a second click of the same
    // hand is over, which would hit the row that came up.
    leave_.start(QGuiApplication::mouseButtons() == Qt::NoButton
                     ? 0
                     : QGuiApplication::styleHints()->mouseDoubleClickInterval());
  });
  leave_.setSingleShot(true);
  connect(&leave_, &QTimer::timeout, this, [this] {
    const auto rows = view_->selectionModel()->selectedRows();
    if (rows.isEmpty()) return;
    if (const auto id = AlertId::parse(rows.front().data(AlertListModel::IdRole).toString().toStdString()))
      centre_.list().let_leave(*id);
  });
  connect(news_, &QPushButton::clicked, this, &AlertList::let_go);
  connect(&centre.list(), &AlertListModel::waitingChanged, this, &AlertList::refresh);
  connect(&centre.list(), &AlertListModel::modelReset, this, &AlertList::refresh);
  connect(&centre, &models::AlertCentre::changed, this, &AlertList::refresh);
  connect(&centre, &models::AlertCentre::stateChanged, this, &AlertList::refresh);
  // Ages go on; only what can be seen is painted again.
  auto* second = new QTimer(this);
  connect(second, &QTimer::timeout, view_->viewport(), [this] {
    if (view_->isVisible()) view_->viewport()->update();
  });
  second->start(1000);
  texts_([this] {
    size_columns();
    view_->setAccessibleName(tr("告警列表"));
    tabs_->setAccessibleName(tr("按状态分组的告警"));
    refresh();
  });
}

void AlertList::size_columns() {
  view_->verticalHeader()->setDefaultSectionSize(theme_.px(42));
  view_->horizontalHeader()->setFixedHeight(theme_.px(30));
  const auto width = [&](Column column, int design) {
    view_->setColumnWidth(static_cast<int>(column), theme_.px(design));
  };
  width(Column::severity, 104);
  width(Column::number, 98);
  width(Column::state, 132);
  width(Column::owner, 82);
  width(Column::age, 140);
  fit_columns();
}

/// Where room is short the number goes, then the owner: the pane beside shows them.
void AlertList::fit_columns() {
  view_->setColumnHidden(static_cast<int>(Column::number), width() < theme_.px(720));
  view_->setColumnHidden(static_cast<int>(Column::owner), width() < theme_.px(620));
}

void AlertList::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fit_columns();
}

void AlertList::refresh() {
  for (const auto tab : models::kAlertTabs) {
    const auto index = static_cast<int>(models::tab_index(tab));
    const bool counted = centre_.has_data() && tab != AlertTab::history;
    tabs_->set_text(index, models::tab_name(tab), counted ? centre_.store().count(tab) : -1);
  }
  tabs_->set_current(static_cast<int>(models::tab_index(centre_.list().tab())));
  const auto& list = centre_.list();
  const int queued = list.held() ? list.queued() : 0;
  const int moved = list.held() ? list.moved() : 0;
  news_->setVisible(queued > 0 || moved > 0);
  if (queued > 0) {
    const bool urgent = list.queued_severity() == Severity::urgent;
    if (news_->property("urgent").toBool() != urgent) {
      news_->setProperty("urgent", urgent);
      news_->style()->unpolish(news_);
      news_->style()->polish(news_);
    }
    news_->setText(urgent ? tr("有 %n 条新事件，其中有紧急", nullptr, queued) : tr("有 %n 条新事件", nullptr, queued));
  } else {
    news_->setText(tr("有 %n 条已移到其他分组", nullptr, moved));
  }
  news_->setAccessibleDescription(tr("按 Esc 更新列表，选中的行会放开"));
  show_empty();
  view_->viewport()->update();
}

void AlertList::show_empty() {
  const auto& list = centre_.list();
  const bool none = list.rowCount() == 0;
  stack_->setCurrentIndex(none ? 1 : 0);
  if (!none) return;
  if (!centre_.has_data()) {
    const bool away = centre_.state() == models::AlertsState::offline;
    empty_->set(away ? tr("与中枢断开，还没有可显示的告警") : tr("正在取得告警"),
                away ? tr("没有告警显示不代表没有告警。正在自动重试，也可按 F5 立即重试。") : QString());
    return;
  }
  const auto heard = tr("监控自检 %1 正常").arg(clock_text(centre_.heard_at()));
  const bool sure = centre_.state() == models::AlertsState::live;
  switch (list.tab()) {
    case AlertTab::to_acknowledge:
      return empty_->set(tr("当前没有待确认告警"), sure ? heard : tr("列表可能不完整"));
    case AlertTab::history:
      return empty_->set(tr("还没有历史告警"), tr("恢复并确认过的告警会列在这里。"));
    case AlertTab::shelved:
      return empty_->set(tr("没有搁置中的告警"), tr("选中一条告警后按 S 搁置，到期自动回到列表。"));
    default:
      return empty_->set(tr("这一组没有告警"), sure ? heard : tr("列表可能不完整"));
  }
}

void AlertList::set_greyed(bool greyed) {
  painter_->set_greyed(greyed);
  view_->viewport()->update();
}

void AlertList::choose(const AlertId& id) {
  const int row = centre_.list().row_of(id);
  if (row < 0) return;
  view_->selectRow(row);
  view_->setCurrentIndex(centre_.list().index(row, static_cast<int>(Column::subject)));
}

void AlertList::step(int by) {
  const int rows = centre_.list().rowCount();
  if (rows == 0) return;
  // Not from the current index: a table that gets the focus makes its first cell current without choosing it.
  const auto chosen = view_->selectionModel()->selectedRows();
  const int row = chosen.isEmpty() ? (by > 0 ? 0 : rows - 1) : std::clamp(chosen.front().row() + by, 0, rows - 1);
  view_->selectRow(row);
}

void AlertList::let_go() {
  view_->clearSelection();
  view_->setCurrentIndex({});
  centre_.list().set_held(false);
  view_->scrollToTop();
  view_->setFocus();
  Q_EMIT chosen({});
}

bool AlertList::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->modifiers() == Qt::NoModifier) {
      if (key->key() == Qt::Key_J || key->key() == Qt::Key_K) {
        step(key->key() == Qt::Key_J ? 1 : -1);
        return true;
      }
      if (key->key() == Qt::Key_Escape && centre_.list().held()) {
        let_go();
        return true;
      }
      // The page's letters; the table would search by them.
      if (key->key() >= Qt::Key_A && key->key() <= Qt::Key_Z) {
        QCoreApplication::sendEvent(parentWidget(), event);
        return true;
      }
    }
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace guardline::ui

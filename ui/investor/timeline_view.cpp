// The time line on the page. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/investor/timeline_view.h"

#include "models/investor/timeline_model.h"
#include "ui/investor/timeline_delegate.h"
#include "ui/theme/theme.h"
#include "ui/widgets/table_copy.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

namespace guardline::ui {

using models::TimelineModel;
using Column = TimelineModel::Column;

TimelineView::TimelineView(Theme& theme, TimelineModel& model, QWidget* parent)
    : QTableView(parent), theme_(theme), model_(model), delegate_(new TimelineDelegate(theme, this)) {
  setModel(&model);
  setItemDelegate(delegate_);
  setSelectionBehavior(QAbstractItemView::SelectRows);
  setSelectionMode(QAbstractItemView::SingleSelection);
  setTabKeyNavigation(false);
  setShowGrid(false);
  setFrameShape(QFrame::NoFrame);
  setWordWrap(false);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  horizontalHeader()->hide();
  horizontalHeader()->setMinimumSectionSize(16);
  verticalHeader()->hide();
  verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  horizontalHeader()->setSectionResizeMode(static_cast<int>(Column::what), QHeaderView::Stretch);
  connect(&theme, &Theme::changed, this, &TimelineView::dress);
  connect(&model, &QAbstractItemModel::rowsInserted, this,
          [this](const QModelIndex&, int first, int last) { dress_rows(first, last); });
  connect(&model, &QAbstractItemModel::modelReset, this, [this] { clearSpans(); });
  connect(this, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) {
    if (index.column() == static_cast<int>(Column::why)) Q_EMIT why_wanted();
  });
  copy_rows_on_key(this, {Qt::AccessibleTextRole});
  dress();
}

void TimelineView::dress() {
  verticalHeader()->setDefaultSectionSize(theme_.px(56));
  setColumnWidth(static_cast<int>(Column::time), theme_.px(84));
  setColumnWidth(static_cast<int>(Column::channel), theme_.px(30));
  setColumnWidth(static_cast<int>(Column::why), theme_.px(96));
  verticalScrollBar()->setSingleStep(theme_.px(28));
  dress_rows(0, model_.rowCount() - 1);
}

/// Only days are touched: what the others are is the header's default.
void TimelineView::dress_rows(int first, int last) {
  for (int row = first; row <= last; ++row) {
    if (!model_.is_day(row)) continue;
    setRowHeight(row, theme_.px(27));
    setSpan(row, 0, 1, static_cast<int>(Column::count));
  }
}

QString TimelineView::current_delivery() const {
  return currentIndex().isValid() ? currentIndex().data(TimelineModel::DeliveryRole).toString() : QString();
}

void TimelineView::select_delivery(const QString& id) {
  if (const int row = model_.row_of(id); row >= 0) setCurrentIndex(model_.index(row, static_cast<int>(Column::what)));
}

void TimelineView::set_words(const QString& words) {
  delegate_->set_words(words);
  viewport()->update();
}

void TimelineView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
  QTableView::currentChanged(current, previous);
  // The whole row shows where one stands.
  for (const auto& index : {current, previous}) {
    if (index.isValid())
      viewport()->update(QRect(0, rowViewportPosition(index.row()), viewport()->width(), rowHeight(index.row())));
  }
}

void TimelineView::resizeEvent(QResizeEvent* event) {
  QTableView::resizeEvent(event);
  viewport()->update();
}

void TimelineView::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
      return Q_EMIT why_wanted();
    case Qt::Key_J:
    case Qt::Key_K: {
      QKeyEvent move(QEvent::KeyPress, event->key() == Qt::Key_J ? Qt::Key_Down : Qt::Key_Up, Qt::NoModifier);
      return QTableView::keyPressEvent(&move);
    }
    case Qt::Key_End: {
      // The last row there is; and once there, what comes after it.
      if (model_.rowCount() > 0) setCurrentIndex(model_.index(model_.rowCount() - 1, static_cast<int>(Column::what)));
      return model_.fetchMore({});
    }
    case Qt::Key_Escape:
      return event->ignore();
    default:
      // Letters and digits are the page's keys, not a search in the table.
      if (!event->text().isEmpty() && event->text().at(0).isPrint()) return event->ignore();
      QTableView::keyPressEvent(event);
  }
}

}  // namespace guardline::ui

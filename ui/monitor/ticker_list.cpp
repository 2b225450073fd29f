// The event ticker on the page. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/ticker_list.h"

#include "models/live/ticker_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/shapes.h"
#include "ui/widgets/table_copy.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

namespace guardline::ui {
namespace {

using models::TickerModel;
using Column = TickerModel::Column;

Shape shape_of(DeliveryState state) {
  switch (state) {
    case DeliveryState::delivered:
      return Shape::ok;
    case DeliveryState::failed:
    case DeliveryState::expired:
      return Shape::failed;
    case DeliveryState::suppressed:
    case DeliveryState::cancelled:
      return Shape::sup;
    case DeliveryState::unknown:
      return Shape::low;
    case DeliveryState::planned:
    case DeliveryState::intent:
    case DeliveryState::handed:
    case DeliveryState::accepted:
      return Shape::waiting;
  }
  return Shape::low;
}

class TickerDelegate final : public QStyledItemDelegate {
 public:
  TickerDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), theme_(theme) {}

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(option.rect, theme_.color(chosen ? Token::accent_soft : Token::bg_surface));
    if (chosen && index.column() == 0) {
      painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()),
                        theme_.color(Token::accent));
    }
    painter->setPen(theme_.color(Token::line));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const auto column = static_cast<Column>(index.column());
    if (column == Column::mark) {
      const auto side = theme_.px(14);
      painter->setRenderHint(QPainter::Antialiasing);
      const QRectF where(option.rect.left() + 2, option.rect.center().y() - side / 2.0 + 0.5, side, side);
      paint_shape(*painter, where, shape_of(static_cast<DeliveryState>(index.data(TickerModel::StateRole).toInt())),
                  theme_);
      return;
    }
    painter->setFont(theme_.font(12));
    painter->setPen(theme_.color(column == Column::time ? Token::text_3 : Token::text));
    const auto box = option.rect.adjusted(column == Column::time ? 12 : 2, 0, -8, 0);
    painter->drawText(box, Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, box.width()));
  }

 private:
  const Theme& theme_;
};

}  // namespace

TickerList::TickerList(Theme& theme, models::TickerModel& model, QWidget* parent) : QWidget(parent), model_(model) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  news_ = new QPushButton(this);
  news_->setProperty("kind", QStringLiteral("small"));
  news_->hide();
  view_ = new QTableView(this);
  view_->setModel(&model);
  view_->setItemDelegate(new TickerDelegate(theme, view_));
  view_->setSelectionBehavior(QAbstractItemView::SelectRows);
  view_->setSelectionMode(QAbstractItemView::SingleSelection);
  view_->setTabKeyNavigation(false);
  view_->setShowGrid(false);
  view_->setFrameShape(QFrame::NoFrame);
  view_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  view_->horizontalHeader()->hide();
  view_->horizontalHeader()->setMinimumSectionSize(16);
  view_->verticalHeader()->hide();
  view_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  const auto sizes = [this, &theme] {
    view_->verticalHeader()->setDefaultSectionSize(theme.px(27));
    view_->setColumnWidth(static_cast<int>(Column::time), theme.px(76));
    view_->setColumnWidth(static_cast<int>(Column::mark), theme.px(24));
  };
  view_->horizontalHeader()->setSectionResizeMode(static_cast<int>(Column::text), QHeaderView::Stretch);
  sizes();
  connect(&theme, &Theme::changed, this, sizes);
  view_->installEventFilter(this);
  copy_rows_on_key(view_, {Qt::AccessibleTextRole});
  none_ = make_text("hint", view_->viewport());
  none_->setAlignment(Qt::AlignCenter);
  auto* middle = new QVBoxLayout(view_->viewport());
  middle->setContentsMargins(24, 0, 24, 0);
  middle->addWidget(none_, 0, Qt::AlignVCenter);
  column->addWidget(news_);
  column->addWidget(view_, 1);
  connect(view_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
          [this] { model_.set_held(view_->selectionModel()->hasSelection()); });
  connect(news_, &QPushButton::clicked, this, &TickerList::let_go);
  connect(&model, &TickerModel::queuedChanged, this, &TickerList::show_queue);
  for (const auto change : {&TickerModel::rowsInserted, &TickerModel::rowsRemoved}) {
    connect(&model, change, this, &TickerList::show_none);
  }
  connect(&model, &TickerModel::modelReset, this, &TickerList::show_none);
  show_none();
}

void TickerList::show_none() {
  none_->setText(tr("还没有事件\n发送和回执会显示在这里"));
  none_->setVisible(model_.rowCount() == 0);
}

void TickerList::show_queue(int queued) {
  news_->setText(tr("有 %n 条新事件", nullptr, queued));
  news_->setVisible(queued > 0);
}

void TickerList::let_go() {
  view_->clearSelection();
  view_->setCurrentIndex({});
  model_.set_held(false);
  view_->scrollToTop();
  view_->setFocus();
}

bool TickerList::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress) {
    const auto key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Escape && model_.held()) {
      let_go();
      return true;
    }
    // The page's Space means pause, not select.
    if (key == Qt::Key_J || key == Qt::Key_K) {
      QKeyEvent move(QEvent::KeyPress, key == Qt::Key_J ? Qt::Key_Down : Qt::Key_Up, Qt::NoModifier);
      QCoreApplication::sendEvent(view_, &move);
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

void TickerList::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    show_queue(model_.held() ? model_.queued() : 0);
    show_none();
    view_->viewport()->update();
  }
  QWidget::changeEvent(event);
}

}  // namespace guardline::ui

// The drawer of what asked for attention. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/notification_drawer.h"

#include "models/alerts/notification_model.h"
#include "ui/alerts/alert_row_painter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/table_copy.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace guardline::ui {
namespace {

using models::NotificationModel;

class NotificationPainter final : public QStyledItemDelegate {
 public:
  NotificationPainter(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), theme_(theme) {}
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
    return {theme_.px(100), theme_.px(52)};
  }
  void paint(QPainter* p, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const auto& box = option.rect;
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    p->fillRect(box, theme_.color(chosen ? Token::accent_soft : Token::bg_surface));
    if (chosen) p->fillRect(QRect(box.left(), box.top(), 3, box.height()), theme_.color(Token::accent));
    p->setPen(theme_.color(Token::line));
    p->drawLine(box.bottomLeft(), box.bottomRight());
    const bool over = index.data(NotificationModel::OverRole).toBool();
    const bool unread = index.data(NotificationModel::UnreadRole).toBool() && !over;
    const auto severity = static_cast<Severity>(index.data(NotificationModel::SeverityRole).toInt());
    const int side = theme_.px(16);
    paint_shape(*p, QRectF(box.left() + theme_.px(12), box.top() + theme_.px(10), side, side),
                over ? Shape::ok : shape_of(severity), theme_);
    const auto at = index.data(NotificationModel::TimeRole).toString();
    const auto small = theme_.font(12);
    const int time = QFontMetrics(small).horizontalAdvance(at);
    const QRect upper(box.left() + theme_.px(36), box.top() + theme_.px(7), box.width() - theme_.px(36 + 12),
                      theme_.px(20));
    p->setFont(small);
    p->setPen(theme_.color(Token::text_3));
    p->drawText(upper, Qt::AlignRight | Qt::AlignVCenter, at);
    const auto face = theme_.font(13, unread ? QFont::DemiBold : QFont::Normal);
    p->setFont(face);
    p->setPen(theme_.color(over ? Token::text_3 : Token::text));
    const auto words = upper.adjusted(0, 0, -time - theme_.px(8), 0);
    p->drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                QFontMetrics(face).elidedText(index.data().toString(), Qt::ElideRight, words.width()));
    p->setFont(small);
    p->setPen(theme_.color(Token::text_3));
    const auto lower = upper.translated(0, theme_.px(20));
    p->drawText(lower, Qt::AlignLeft | Qt::AlignVCenter,
                QFontMetrics(small).elidedText(index.data(NotificationModel::SecondRole).toString(), Qt::ElideRight,
                                               lower.width()));
  }

 private:
  const Theme& theme_;
};

}  // namespace

NotificationDrawer::NotificationDrawer(Theme& theme, models::NotificationModel& model, QWidget* window)
    : QFrame(window),
      theme_(theme),
      model_(model),
      title_(make_label("h2", this)),
      close_(new KeyButton(theme, QStringLiteral("Esc"), this)),
      stack_(new QStackedWidget(this)),
      view_(new QListView(stack_)),
      empty_(new EmptyState(theme, QStringLiteral("bell"), stack_)),
      texts_(theme, this) {
  setProperty("kind", QStringLiteral("menu"));
  setAutoFillBackground(true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(1, 1, 1, 1);
  column->setSpacing(0);
  auto* head = make_frame("cardhead", this);
  auto* row = new QHBoxLayout(head);
  row->setContentsMargins(12, 6, 8, 6);
  row->addWidget(title_);
  row->addStretch(1);
  close_->setProperty("kind", QStringLiteral("small"));
  row->addWidget(close_);
  column->addWidget(head);
  column->addWidget(stack_, 1);
  view_->setModel(&model);
  view_->setItemDelegate(new NotificationPainter(theme, view_));
  view_->setUniformItemSizes(true);
  view_->setFrameShape(QFrame::NoFrame);
  view_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  view_->installEventFilter(this);
  copy_rows_on_key(view_, {Qt::AccessibleTextRole});
  stack_->addWidget(view_);
  stack_->addWidget(empty_);
  connect(view_, &QListView::activated, this, [this](const QModelIndex& index) {
    const auto id = index.data(NotificationModel::IdRole).toString();
    shut();
    Q_EMIT opened(id);
  });
  connect(close_, &QPushButton::clicked, this, &NotificationDrawer::shut);
  for (const auto change : {&NotificationModel::rowsInserted, &NotificationModel::rowsRemoved}) {
    connect(&model, change, this, &NotificationDrawer::refresh);
  }
  connect(&model, &NotificationModel::modelReset, this, &NotificationDrawer::refresh);
  window->installEventFilter(this);
  texts_([this] {
    title_->setText(tr("通知"));
    setAccessibleName(tr("通知中心"));
    view_->setAccessibleName(tr("通知列表"));
    close_->setText(tr("关闭"));
    close_->setAccessibleName(tr("关闭"));
    empty_->set(tr("没有通知"), tr("新的告警会列在这里。只有紧急告警有声音，间隔至少 60 秒。"));
    refresh();
  });
  hide();
}

void NotificationDrawer::refresh() { stack_->setCurrentIndex(model_.rowCount() == 0 ? 1 : 0); }

void NotificationDrawer::open() {
  if (!isVisible()) opener_ = QApplication::focusWidget();
  stand();
  show();
  raise();
  if (model_.rowCount() > 0) {
    view_->setFocus();
    if (!view_->currentIndex().isValid()) view_->setCurrentIndex(model_.index(0));
  } else {
    close_->setFocus();
  }
  model_.mark_all_read();
}

void NotificationDrawer::shut() {
  hide();
  if (opener_) opener_->setFocus();
  opener_.clear();
}

void NotificationDrawer::stand() {
  const int top = theme_.px(52);
  const int bottom = theme_.px(26);
  const int wide = theme_.px(380);
  setGeometry(window()->width() - wide, top, wide, window()->height() - top - bottom);
}

void NotificationDrawer::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) return shut();
  QFrame::keyPressEvent(event);
}

bool NotificationDrawer::eventFilter(QObject* watched, QEvent* event) {
  if (watched == window() && event->type() == QEvent::Resize && isVisible()) stand();
  if (watched == view_ && event->type() == QEvent::KeyPress) {
    const auto key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_J || key == Qt::Key_K) {
      QKeyEvent move(QEvent::KeyPress, key == Qt::Key_J ? Qt::Key_Down : Qt::Key_Up, Qt::NoModifier);
      QCoreApplication::sendEvent(view_, &move);
      return true;
    }
  }
  return QFrame::eventFilter(watched, event);
}

bool NotificationDrawer::focusNextPrevChild(bool) {
  // Two stops only: Tab must not walk into the covered page.
  const bool list = view_->isVisible() && !view_->hasFocus();
  (list ? static_cast<QWidget*>(view_) : close_)->setFocus(Qt::TabFocusReason);
  return true;
}

}  // namespace guardline::ui

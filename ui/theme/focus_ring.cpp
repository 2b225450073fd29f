// Follows the focus of one window. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/focus_ring.h"

#include "ui/theme/theme.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStackedWidget>

namespace guardline::ui {

FocusRing::FocusRing(const Theme& theme, QWidget* window) : QWidget(window), theme_(theme) {
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setAttribute(Qt::WA_NoSystemBackground);
  setFocusPolicy(Qt::NoFocus);
  hide();
  qApp->installEventFilter(this);
  connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { follow(now); });
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event) {
  switch (event->type()) {
    case QEvent::KeyPress:
      by_key_ = true;
      break;
    case QEvent::MouseButtonPress:
      by_key_ = false;
      break;
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::LayoutRequest:
      // The control may have been moved by any of its ancestors.
      if (target_ && watched != this && watched->isWidgetType()) {
        const auto* moved = qobject_cast<QWidget*>(watched);
        if (moved == target_ || moved->isAncestorOf(target_)) place();
      }
      break;
    default:
      break;
  }
  return QWidget::eventFilter(watched, event);
}

void FocusRing::follow(QWidget* widget) {
  const bool marks_itself =
      qobject_cast<QLineEdit*>(widget) != nullptr || qobject_cast<QAbstractScrollArea*>(widget) != nullptr;
  // Of a sheet inside a window: what lies behind it is not ours, though it is of the same window.
  const bool ours = widget != nullptr && widget != parentWidget() && parentWidget()->isAncestorOf(widget);
  // A page that has just been turned to: its name stands above it, and a frame around everything marks nothing.
  const bool page = ours && qobject_cast<QStackedWidget*>(widget->parentWidget()) != nullptr;
  target_ = by_key_ && ours && !page && !marks_itself ? widget : nullptr;
  place();
}

void FocusRing::place() {
  if (!target_ || !target_->isVisible()) return hide();
  const QRect inside(target_->mapTo(parentWidget(), QPoint()), target_->size());
  setGeometry(inside.adjusted(-4, -4, 4, 4));
  show();
  raise();
}

void FocusRing::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(theme_.color(Token::focus), 2));
  painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 7, 7);
}

}  // namespace guardline::ui

// Watches the program's input. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/idle_watch.h"

#include <QCoreApplication>
#include <QEvent>

namespace guardline::ui {

IdleWatch::IdleWatch(std::chrono::milliseconds limit, QObject* parent) : QObject(parent) {
  timer_.setSingleShot(true);
  timer_.setInterval(limit);
  timer_.start();
  connect(&timer_, &QTimer::timeout, this, &IdleWatch::idle);
  qApp->installEventFilter(this);
}

bool IdleWatch::eventFilter(QObject* watched, QEvent* event) {
  switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
      timer_.start();
      break;
    default:
      break;
  }
  return QObject::eventFilter(watched, event);
}

}  // namespace guardline::ui

// Single letters as keys, and a way to do without. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/single_keys.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QWidget>

namespace guardline::ui {

SingleKeys::SingleKeys(QWidget* window) : QObject(window), window_(window) { qApp->installEventFilter(this); }

bool SingleKeys::eventFilter(QObject* watched, QEvent* event) {
  if (!on_ && event->type() == QEvent::KeyPress) {
    const auto* target = qobject_cast<QWidget*>(watched);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool plain = (key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) == 0;
    const bool sign = !key->text().isEmpty() && key->text().at(0).isPrint() && key->key() != Qt::Key_Space;
    if (target != nullptr && plain && sign && target->window() == window_ &&
        qobject_cast<const QLineEdit*>(target) == nullptr && qobject_cast<const QPlainTextEdit*>(target) == nullptr)
      return true;
  }
  return QObject::eventFilter(watched, event);
}

}  // namespace guardline::ui

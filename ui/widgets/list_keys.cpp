// J and K in tables. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/list_keys.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QKeyEvent>

namespace guardline::ui {
namespace {

class Steering final : public QObject {
 public:
  explicit Steering(QAbstractItemView* view) : QObject(view), view_(view) { view->installEventFilter(this); }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override {
    if (watched != view_ || event->type() != QEvent::KeyPress) return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    if ((key->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier) return false;
    if (key->key() == Qt::Key_J || key->key() == Qt::Key_K) {
      QKeyEvent move(QEvent::KeyPress, key->key() == Qt::Key_J ? Qt::Key_Down : Qt::Key_Up, Qt::NoModifier);
      QCoreApplication::sendEvent(view_, &move);
      return true;
    }
    const bool letter = !key->text().isEmpty() && key->text().at(0).isPrint() && key->key() != Qt::Key_Space;
    if (!letter) return false;
    // As if the table had not wanted it.
    QCoreApplication::sendEvent(view_->parentWidget(), event);
    return true;
  }

 private:
  QAbstractItemView* view_;
};

}  // namespace

void steer_by_letters(QAbstractItemView* view) { new Steering(view); }

}  // namespace guardline::ui

// A dialog inside its window: a sheet over a scrim. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/modal_sheet.h"

#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QApplication>
#include <QFrame>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>
#include <utility>

namespace guardline::ui {

ModalSheet::ModalSheet(Theme& theme, QWidget* window, int width)
    : QDialog(window), theme_(theme), sheet_(make_frame("overlay", this)), width_(width) {
  setWindowFlags(Qt::Widget);  // the constructor would take this for "no wish" and make a window of it
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(16, 16, 16, 16);
  outer->addStretch(2);
  outer->addWidget(sheet_, 0, Qt::AlignHCenter);
  outer->addStretch(3);
  column_ = new QVBoxLayout(sheet_);
  column_->setContentsMargins(1, 1, 1, 1);
  column_->setSpacing(0);
  const auto dress = [this] {
    if (width_ > 0) sheet_->setFixedWidth(theme_.px(width_));
  };
  connect(&theme_, &Theme::changed, this, dress);
  dress();
  window->installEventFilter(this);
  connect(this, &QDialog::finished, this, [this] {
    sealed_ = false;
    if (opener_) opener_->setFocus(Qt::OtherFocusReason);
  });
  hide();
}

void ModalSheet::open() {
  if (!isVisible()) opener_ = window()->focusWidget();
  setGeometry(parentWidget()->rect());
  show();
  raise();
}

void ModalSheet::seal() {
  if (!isVisible()) return;
  sealed_ = true;
  auto* focus = window()->focusWidget();
  left_ = focus != nullptr && isAncestorOf(focus) ? focus : nullptr;
  hide();
}

void ModalSheet::unseal() {
  if (!std::exchange(sealed_, false)) return;
  setGeometry(parentWidget()->rect());
  show();
  raise();
  if (left_) left_->setFocus(Qt::OtherFocusReason);
}

void ModalSheet::showEvent(QShowEvent* event) { QWidget::showEvent(event); }

void ModalSheet::paintEvent(QPaintEvent*) {
  QPainter p(this);
  auto scrim = theme_.color(Token::scrim);
  scrim.setAlphaF(0.55F);
  p.fillRect(rect(), scrim);
}

bool ModalSheet::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() != Qt::Key_L || key->modifiers() != Qt::ControlModifier) {
      // The window's shortcuts are for the page behind: the key goes to the sheet as it is.
      event->accept();
      return true;
    }
  }
  return QDialog::event(event);
}

bool ModalSheet::eventFilter(QObject* watched, QEvent* event) {
  if (watched == parentWidget() && event->type() == QEvent::Resize) setGeometry(parentWidget()->rect());
  return QDialog::eventFilter(watched, event);
}

bool ModalSheet::focusNextPrevChild(bool next) {
  auto* from = window()->focusWidget();
  if (from == nullptr || !isAncestorOf(from)) from = this;
  const auto step = [next](QWidget* w) { return next ? w->nextInFocusChain() : w->previousInFocusChain(); };
  for (auto* at = step(from); at != from; at = step(at)) {
    if (!isAncestorOf(at) || !at->isVisible() || !at->isEnabled() || at->focusProxy() != nullptr) continue;
    if ((at->focusPolicy() & Qt::TabFocus) != Qt::TabFocus) continue;
    at->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
  }
  return true;  // whatever there is, it is not behind the scrim
}

}  // namespace guardline::ui

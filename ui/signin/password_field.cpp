// Eye and caps lock. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/password_field.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QPushButton>

namespace guardline::ui {

PasswordField::PasswordField(Theme& theme, QWidget* parent)
    : QLineEdit(parent), eye_(new QPushButton(this)), text_(theme, this) {
  setEchoMode(QLineEdit::Password);
  setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhHiddenText);
  auto* lead = addAction(QIcon(), QLineEdit::LeadingPosition);
  eye_->setProperty("kind", QStringLiteral("eye"));
  eye_->setCheckable(true);
  eye_->setCursor(Qt::PointingHandCursor);
  setTextMargins(0, 0, theme.px(32), 0);
  connect(eye_, &QPushButton::toggled, this, [this](bool on) { show_text(on); });
  text_([this, &theme, lead] {
    lead->setIcon(icon(QStringLiteral("lock"), theme.color(Token::text_2)));
    eye_->setIcon(icon(QStringLiteral("eye"), theme.color(Token::accent)));
    eye_->setAccessibleName(eye_->isChecked() ? tr("隐藏密码") : tr("显示密码"));
    eye_->setToolTip(eye_->accessibleName());
  });
}

void PasswordField::show_text(bool shown) {
  setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
  text_.refresh();
}

void PasswordField::wipe() {
  clear();
  eye_->setChecked(false);
}

void PasswordField::keyPressEvent(QKeyEvent* event) {
  const auto typed = event->text();
  bool now = caps_;
  if (event->key() == Qt::Key_CapsLock) {
    now = !caps_;
  } else if (typed.size() == 1 && typed.at(0).isLetter() && typed.at(0).toUpper() != typed.at(0).toLower()) {
    now = typed.at(0).isUpper() != event->modifiers().testFlag(Qt::ShiftModifier);
  }
  if (now != caps_) {
    caps_ = now;
    Q_EMIT caps_lock(now);
  }
  QLineEdit::keyPressEvent(event);
}

void PasswordField::resizeEvent(QResizeEvent* event) {
  QLineEdit::resizeEvent(event);
  const int side = height() - 10;
  eye_->setGeometry(width() - side - 6, 5, side, side);
}

void PasswordField::focusOutEvent(QFocusEvent* event) {
  QLineEdit::focusOutEvent(event);
  if (event->reason() == Qt::ActiveWindowFocusReason) eye_->setChecked(false);
}

}  // namespace guardline::ui

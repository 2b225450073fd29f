// Builds a card. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace guardline::ui {

Card::Card(Theme& theme, QWidget* parent, int head_height)
    : QFrame(parent), theme_(theme), title_(make_label("h2", this)), sub_(make_label("hint", this)) {
  setProperty("kind", QStringLiteral("card"));
  column_ = new QVBoxLayout(this);
  column_->setContentsMargins(1, 1, 1, 1);
  column_->setSpacing(0);
  auto* head = make_frame("cardhead", this);
  head->setMinimumHeight(theme_.px(head_height));
  head_ = new QHBoxLayout(head);
  head_->setContentsMargins(12, 0, 12, 0);
  head_->setSpacing(8);
  head_->addWidget(title_);
  head_->addWidget(sub_);
  head_->addStretch(1);
  column_->addWidget(head);
  auto* inside = new QWidget(this);
  body_ = new QVBoxLayout(inside);
  body_->setContentsMargins(12, 12, 12, 12);
  body_->setSpacing(8);
  column_->addWidget(inside, 1);
  connect(&theme_, &Theme::changed, head,
          [this, head, head_height] { head->setMinimumHeight(theme_.px(head_height)); });
}

void Card::set_title(const QString& title, const QString& sub) {
  title_->setText(title);
  sub_->setText(sub);
  sub_->setVisible(!sub.isEmpty());
  setAccessibleName(title);
}

void Card::add_head(QWidget* control) { head_->addWidget(control); }

QHBoxLayout* Card::foot() {
  if (foot_ == nullptr) {
    auto* frame = make_frame("cardfoot", this);
    foot_ = new QHBoxLayout(frame);
    foot_->setContentsMargins(12, 10, 12, 10);
    foot_->setSpacing(8);
    column_->addWidget(frame);
  }
  return foot_;
}

}  // namespace guardline::ui

// Builds an empty state. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/empty_state.h"

#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace guardline::ui {

EmptyState::EmptyState(const Theme& theme, const QString& icon, QWidget* parent)
    : QWidget(parent),
      icon_(new IconLabel(theme, icon, Token::text_3, 26, this)),
      title_(make_text("h2", this)),
      text_(make_text("hint", this)) {
  auto* column = new QVBoxLayout(this);
  column->setSpacing(8);
  column->addStretch(1);
  column->addWidget(icon_, 0, Qt::AlignHCenter);
  title_->setAlignment(Qt::AlignCenter);
  text_->setAlignment(Qt::AlignCenter);
  column->addWidget(title_);
  column->addWidget(text_);
  actions_ = new QHBoxLayout;
  actions_->setSpacing(8);
  actions_->addStretch(1);
  actions_->addStretch(1);
  column->addLayout(actions_);
  column->addStretch(1);
}

void EmptyState::set(const QString& title, const QString& text) {
  title_->setText(title);
  text_->setText(text);
  text_->setVisible(!text.isEmpty());
  setAccessibleName(title);
  setAccessibleDescription(text);
}

void EmptyState::set_icon(const QString& icon) { icon_->set(icon, Token::text_3); }

void EmptyState::add(QWidget* button) { actions_->insertWidget(actions_->count() - 1, button); }

}  // namespace guardline::ui

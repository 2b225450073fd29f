// Both sides of one conflict, and the choice. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/offline/conflict_card.h"

#include "models/offline/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace guardline::ui {

ConflictCard::ConflictCard(Theme& theme, const models::OfflineConflict& conflict, QWidget* parent) : QFrame(parent) {
  const auto what = models::conflict_title(conflict);
  setAccessibleName(tr("冲突：%1").arg(what));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(theme.px(6));
  auto* title = make_text("strong", this);
  title->setText(what);
  auto* reason = make_text("small", this);
  reason->setText(models::conflict_reason(conflict));
  column->addWidget(title);
  column->addWidget(reason);

  // Two columns of the same width, each in its own frame: neither side is the right one before the person says so.
  auto* sides = new QHBoxLayout;
  sides->setSpacing(theme.px(8));
  const auto side = [&](const QString& name, const QString& words) {
    auto* frame = make_frame("sunken", this);
    auto* inside = new QVBoxLayout(frame);
    inside->setContentsMargins(theme.px(8), theme.px(6), theme.px(8), theme.px(8));
    inside->setSpacing(theme.px(2));
    auto* head = make_label("label", frame);
    head->setText(name);
    auto* text = make_text("small", frame);
    text->setText(words);
    text->setAccessibleName(tr("%1：%2", "side of a conflict, what it says").arg(name, words));
    inside->addWidget(head);
    inside->addWidget(text);
    inside->addStretch(1);
    sides->addWidget(frame, 1);
  };
  side(tr("本机"), models::conflict_mine(conflict));
  side(tr("中枢"), models::conflict_hub(conflict));
  column->addLayout(sides);

  auto* row = new QHBoxLayout;
  row->setSpacing(theme.px(8));
  row->addStretch(1);
  const auto button = [&](const QString& words, bool mine) {
    auto* made = new QPushButton(words, this);
    made->setProperty("kind", QStringLiteral("small"));
    made->setAccessibleName(words);
    made->setAccessibleDescription(what);
    connect(made, &QPushButton::clicked, this, [this, mine] { Q_EMIT chosen(mine); });
    row->addWidget(made);
  };
  if (models::can_send_again(conflict)) button(tr("按现状再提交"), true);
  button(tr("以中枢为准"), false);
  column->addLayout(row);
}

}  // namespace guardline::ui

// Both sides of one conflict, and the choice. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/offline/conflict_card.h"

#include "models/offline/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace guardline::ui {

ConflictCard::ConflictCard(Theme& theme, const models::OfflineConflict& conflict, QWidget* parent) : QFrame(parent) {
  setProperty("kind", QStringLiteral("card"));
  setAccessibleName(tr("冲突"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(10));
  column->setSpacing(theme.px(8));
  auto* reason = make_text("small", this);
  reason->setText(models::conflict_reason(conflict));
  column->addWidget(reason);

  auto* sides = new QGridLayout;
  sides->setHorizontalSpacing(theme.px(12));
  sides->setColumnStretch(0, 1);
  sides->setColumnStretch(1, 1);
  const auto side = [&](int at, const QString& name, const QString& words) {
    auto* head = make_label("strong", this);
    head->setText(name);
    auto* text = make_text("small", this);
    text->setText(words);
    text->setAccessibleName(name + QStringLiteral(": ") + words);
    sides->addWidget(head, 0, at);
    sides->addWidget(text, 1, at, Qt::AlignTop);
  };
  side(0, tr("本机"), models::conflict_mine(conflict));
  side(1, tr("中枢"), models::conflict_hub(conflict));
  column->addLayout(sides);

  auto* row = new QHBoxLayout;
  row->addStretch(1);
  if (models::can_send_again(conflict)) {
    auto* again = new QPushButton(tr("按现状再提交"), this);
    connect(again, &QPushButton::clicked, this, [this] { Q_EMIT chosen(true); });
    row->addWidget(again);
  }
  auto* keep = new QPushButton(tr("以中枢为准"), this);
  connect(keep, &QPushButton::clicked, this, [this] { Q_EMIT chosen(false); });
  row->addWidget(keep);
  column->addLayout(row);
}

}  // namespace guardline::ui

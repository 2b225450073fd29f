// Fills the card of channel health. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/investor/health_card.h"

#include "models/investor/desk_model.h"
#include "models/live/words.h"
#include "ui/investor/look_words.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"

#include <QGridLayout>
#include <QVBoxLayout>
#include <algorithm>

namespace guardline::ui {

HealthCard::HealthCard(Theme& theme, models::DeskModel& desk, QWidget* parent)
    : QWidget(parent), desk_(desk), card_(new Card(theme, this, 36)), text_(theme, this) {
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  outer->addWidget(card_);
  card_->body()->setContentsMargins(12, 6, 12, 8);
  auto* grid = new QGridLayout;
  grid->setVerticalSpacing(6);
  grid->setHorizontalSpacing(12);
  grid->setColumnStretch(0, 1);
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    auto& line = lines_[i];
    line = {.channel = make_label("small", card_),
            .counts = make_label("secondary", card_),
            .state = new Badge(theme, Family::plain, Shape::low, card_)};
    const int row = static_cast<int>(i);
    grid->addWidget(line.channel, row, 0);
    grid->addWidget(line.counts, row, 1, Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(line.state, row, 2, Qt::AlignLeft | Qt::AlignVCenter);
  }
  card_->body()->addLayout(grid);
  text_([this] {
    card_->set_title(tr("渠道健康"), tr("已送达 / 全部投递"));
    show_health();
  });
}

void HealthCard::show_health() {
  const auto* head = desk_.head();
  const auto& counts = desk_.counts();
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const auto channel = kChannels[i];
    auto& line = lines_[i];
    const models::ContactState* contact = nullptr;
    if (head != nullptr) {
      const auto at = std::ranges::find(head->contacts, channel, &models::ContactState::channel);
      if (at != head->contacts.end()) contact = &*at;
    }
    const auto count = counts ? counts->channels.at(i) : models::ChannelCount{};
    const bool shown = contact != nullptr || count.deliveries > 0;
    for (auto* part :
         {static_cast<QWidget*>(line.channel), static_cast<QWidget*>(line.counts), static_cast<QWidget*>(line.state)})
      part->setVisible(shown);
    if (!shown) continue;
    line.channel->setText(models::channel_name(channel));
    line.counts->setText(
        counts ? QStringLiteral("%1/%2").arg(models::count_text(count.delivered), models::count_text(count.deliveries))
               : QStringLiteral("—"));
    const auto words = words_of(contact != nullptr ? *contact : models::ContactState{.channel = channel});
    line.state->set(words.family, words.shape, words.word);
    const auto last = contact != nullptr ? models::reason_name(contact->last_reason) : QString();
    line.state->setToolTip(contact != nullptr && contact->failures_in_a_row > 0
                               ? tr("客户侧连续失败 %1 次，最近：%2").arg(contact->failures_in_a_row).arg(last)
                               : QString());
  }
}

}  // namespace guardline::ui

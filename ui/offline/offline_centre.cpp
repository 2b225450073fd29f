// Pill, banner and panel of working without the hub. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/offline/offline_centre.h"

#include "models/offline/words.h"
#include "ui/offline/offline_panel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/pill.h"

namespace guardline::ui {

using models::VaultTrouble;

OfflineCentre::OfflineCentre(Theme& theme, models::OfflineGateway& gateway, const Clock& clock, QWidget* window)
    : QObject(window),
      gateway_(gateway),
      clock_(clock),
      pill_(new Pill(theme, window)),
      banner_(new Banner(theme, Family::high, window)),
      panel_(new OfflinePanel(theme, gateway, window)),
      texts_(theme, pill_) {
  pill_->hide();
  auto* retry = new KeyButton(theme, QStringLiteral("F5"), banner_);
  auto* guide = new QPushButton(banner_);
  for (QPushButton* each : {static_cast<QPushButton*>(retry), guide}) {
    each->setProperty("kind", QStringLiteral("small"));
    banner_->add(each);
  }
  connect(retry, &QPushButton::clicked, this, [this] { gateway_.retry_now(); });
  connect(guide, &QPushButton::clicked, this, [this] { panel_->open(); });
  banner_->set(Family::high, {});
  panel_->stand_below(banner_);
  connect(pill_, &QAbstractButton::clicked, this, [this] {
    if (panel_->isVisible()) return panel_->shut();
    panel_->open();
  });
  connect(panel_, &OfflinePanel::people_wanted, this, &OfflineCentre::people_wanted);
  watching_ = gateway_.watch([this](const models::OfflineState&) { show_state(); });
  minute_.setInterval(std::chrono::seconds(20));
  connect(&minute_, &QTimer::timeout, this, &OfflineCentre::show_state);
  minute_.start();
  texts_([this, retry, guide] {
    banner_->set_lead(QStringLiteral("nolink"), tr("已离线"));
    retry->setText(tr("立即重试"));
    retry->setAccessibleName(tr("立即重试"));
    guide->setText(tr("离线指南"));
    guide->setAccessibleName(tr("离线指南：租约、待同步和离线时可以做什么"));
    guide->setToolTip(tr("租约、待同步和离线时可以做什么"));
    show_state();
  });
}

void OfflineCentre::set_inside(bool inside) {
  inside_ = inside;
  if (!inside) panel_->hide();
  show_state();
}

void OfflineCentre::set_keeps_copy(bool keeps) {
  keeps_copy_ = keeps;
  show_state();
}

LocalCopyWords OfflineCentre::local_copy() const {
  const auto& state = gateway_.state();
  LocalCopyWords words;
  words.waiting = state.queue.size() + state.others;
  if (!keeps_copy_) return words;
  words.over = !state.vault.open && state.vault.trouble == VaultTrouble::lease_over;
  words.why_not =
      models::vault_trouble_text(words.over ? VaultTrouble::lease_over : VaultTrouble::offline_start, words.waiting);
  return words;
}

void OfflineCentre::show_pill(const models::OfflineState& state) {
  const auto waiting = static_cast<int>(state.queue.size());
  const auto detail = waiting > 0 ? tr("待同步 %n", nullptr, waiting) : QString();
  const bool over = !state.vault.open && state.vault.trouble == VaultTrouble::lease_over;
  if (state.away && over) {
    pill_->set(Pill::Tone::vermillion, QStringLiteral("nolink"), tr("租约到期"), detail);
  } else if (state.away) {
    pill_->set(Pill::Tone::amber, QStringLiteral("nolink"),
               state.vault.open ? tr("离线·租约 %1").arg(models::lease_text(state.vault.lease_left)) : tr("离线"),
               detail);
  } else if (!state.conflicts.empty()) {
    pill_->set(Pill::Tone::vermillion, QStringLiteral("diff"),
               tr("冲突 %n", nullptr, static_cast<int>(state.conflicts.size())), {});
  } else if (waiting > 0) {
    pill_->set(Pill::Tone::dashed, QStringLiteral("sync"), tr("待同步 %n", nullptr, waiting), {});
  } else {
    pill_->set(Pill::Tone::neutral, QStringLiteral("sync"), tr("离线副本"), {});
  }
  pill_->setAccessibleName(tr("离线工作：%1 %2").arg(pill_->text(), pill_->detail()));
  const bool trouble = !state.vault.open && state.vault.trouble.has_value();
  pill_->setVisible(inside_ && (state.away || waiting > 0 || !state.conflicts.empty() || trouble));
}

void OfflineCentre::show_state() {
  const auto& state = gateway_.state();
  show_pill(state);
  const bool told = inside_ && state.away;
  banner_->set(Family::high, told ? models::offline_banner_text(state, clock_.now()) : QString());
  panel_->show_state(state);
  // Back at the hub with something to choose: the person is told once.
  if (inside_ && state.conflicts.size() > conflicts_) panel_->open();
  conflicts_ = state.conflicts.size();
  Q_EMIT changed(told);
  const bool over = state.away && !state.vault.open && state.vault.trouble == VaultTrouble::lease_over;
  if (std::exchange(over_, over) != over && over && inside_) Q_EMIT lease_over();
}

}  // namespace guardline::ui

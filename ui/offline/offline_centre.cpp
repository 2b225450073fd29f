// Pill, banner and panel of working without the hub. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/offline/offline_centre.h"

#include "models/offline/words.h"
#include "ui/offline/offline_panel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/pill.h"

namespace guardline::ui {

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
  connect(retry, &QPushButton::clicked, this, [this] { gateway_.retry_now(); });
  banner_->add(retry);
  banner_->set(Family::high, {});
  connect(pill_, &QAbstractButton::clicked, this, [this] {
    if (panel_->isVisible()) return panel_->shut();
    panel_->open();
  });
  watching_ = gateway_.watch([this](const models::OfflineState&) { show_state(); });
  minute_.setInterval(std::chrono::seconds(20));
  connect(&minute_, &QTimer::timeout, this, &OfflineCentre::show_state);
  minute_.start();
  texts_([this, retry] {
    retry->setText(tr("立即重试"));
    retry->setAccessibleName(tr("立即重试"));
    show_state();
  });
}

void OfflineCentre::set_inside(bool inside) {
  inside_ = inside;
  if (!inside) panel_->hide();
  show_state();
}

void OfflineCentre::show_state() {
  const auto& state = gateway_.state();
  const auto waiting = static_cast<int>(state.queue.size());
  if (state.away) {
    pill_->set(Pill::Tone::amber, QStringLiteral("nolink"),
               state.vault.open ? tr("离线·租约 %1").arg(models::lease_text(state.vault.lease_left)) : tr("离线"),
               waiting > 0 ? tr("待同步 %n", nullptr, waiting) : QString());
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
  banner_->set(Family::high, inside_ && state.away ? models::offline_banner_text(state, clock_.now()) : QString());
  panel_->show_state(state);
  // Back at the hub with something to choose: the person is told once.
  if (inside_ && state.conflicts.size() > conflicts_) panel_->open();
  conflicts_ = state.conflicts.size();
}

}  // namespace guardline::ui

// Shows how long the second factor is fresh. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/factor_pill.h"

#include "models/session/session_model.h"
#include "ui/widgets/pill.h"

#include <QAccessible>
#include <QHBoxLayout>

namespace guardline::ui {
namespace {

constexpr int kSoon = 120;

}  // namespace

FactorPill::FactorPill(Theme& theme, models::SessionModel& model, QWidget* parent)
    : QWidget(parent), model_(model), pill_(new Pill(theme, this)), text_(theme, this) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(pill_);
  connect(pill_, &QAbstractButton::clicked, this, &FactorPill::wanted);
  connect(&model_, &models::SessionModel::step_up_changed, this, &FactorPill::show_state);
  connect(&model_, &models::SessionModel::changed, this, &FactorPill::show_state);
  second_.setInterval(500);
  connect(&second_, &QTimer::timeout, this, [this] {
    if (pill_->tone() != Pill::Tone::dashed) show_state();
  });
  second_.start();
  text_([this] { show_state(); });
}

void FactorPill::set_compact(bool compact) { pill_->set_compact(compact); }

void FactorPill::show_state() {
  const auto left = static_cast<int>(model_.step_up_left().count());
  const auto clock =
      QStringLiteral("%1:%2").arg(left / 60, 2, 10, QLatin1Char('0')).arg(left % 60, 2, 10, QLatin1Char('0'));
  const int kind = left == 0 ? 0 : left < kSoon ? 1 : 2;
  switch (kind) {
    case 0:
      pill_->set(Pill::Tone::dashed, QStringLiteral("key"), tr("二次验证"), tr("未验证"));
      break;
    case 1:
      pill_->set(Pill::Tone::amber, QStringLiteral("key"), tr("二次验证"), tr("%1 继续").arg(clock));
      break;
    default:
      pill_->set(Pill::Tone::neutral, QStringLiteral("key"), tr("二次验证"), clock);
      break;
  }
  pill_->setAccessibleName(tr("二次验证：%1").arg(pill_->detail()));
  pill_->setToolTip(left == 0 ? tr("查看投资者前需要再次验证") : tr("再次验证，重新计时"));
  setVisible(model_.session() && model_.session()->role != models::Role::admin);
  if (announced_ == kind) return;
  announced_ = kind;
  QAccessibleEvent event(pill_, QAccessible::NameChanged);
  QAccessible::updateAccessibility(&event);
}

}  // namespace guardline::ui

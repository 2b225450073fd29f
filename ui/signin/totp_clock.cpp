// Counts a code's seconds. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/totp_clock.h"

#include "ui/theme/theme.h"
#include "ui/widgets/ring.h"

#include <QHBoxLayout>

namespace guardline::ui {

TotpClock::TotpClock(Theme& theme, const Clock& clock, QWidget* parent)
    : QWidget(parent), clock_(clock), ring_(new CountdownRing(theme, this)) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(ring_);
  timer_.setInterval(250);
  connect(&timer_, &QTimer::timeout, this, &TotpClock::tick);
}

int TotpClock::seconds_left() const {
  const auto hub = std::chrono::floor<std::chrono::seconds>(clock_.now() - offset_).time_since_epoch().count();
  return period - static_cast<int>(hub % period);
}

void TotpClock::tick() {
  const int left = seconds_left();
  ring_->set(left, period);
  Q_EMIT ticked(left);
}

void TotpClock::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  tick();
  timer_.start();
}

void TotpClock::hideEvent(QHideEvent* event) {
  QWidget::hideEvent(event);
  timer_.stop();
}

}  // namespace guardline::ui

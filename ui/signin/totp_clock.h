// The ring beside a code field: how long the present code lives. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/session_values.h"
#include "models/values/time.h"

#include <QTimer>
#include <QWidget>
#include <functional>

class QLabel;

namespace guardline::ui {

class CountdownRing;
class Theme;

/// Ticks four times a second while shown. Uses the hub's time where the offset is known: the hub judges the code.
class TotpClock final : public QWidget {
  Q_OBJECT
 public:
  static constexpr int period = 30;
  TotpClock(Theme& theme, const Clock& clock, QWidget* parent = nullptr);
  void set_offset(models::Milliseconds offset) { offset_ = offset; }
  [[nodiscard]] int seconds_left() const;

 Q_SIGNALS:
  void ticked(int seconds_left);

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  void tick();
  const Clock& clock_;
  CountdownRing* ring_;
  models::Milliseconds offset_{};
  QTimer timer_;
};

}  // namespace guardline::ui

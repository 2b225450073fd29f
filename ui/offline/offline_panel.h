// Lease, queue, what works and what does not, conflicts. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/offline_gateway.h"
#include "ui/widgets/live_text.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace guardline::ui {

class Card;
class KeyButton;
class Meter;

/// 342 px at the window's right, between top bar (or banner) and status bar. Esc closes; the focus goes back to where
/// it was.
class OfflinePanel final : public QFrame {
  Q_OBJECT
 public:
  OfflinePanel(Theme& theme, models::OfflineGateway& gateway, QWidget* window);
  void open();
  void shut();
  void show_state(const models::OfflineState& state);
  /// What it stands below while that is shown: its controls must stay in reach.
  void stand_below(QWidget* banner);

 Q_SIGNALS:
  /// The person wants to see who is in the copy.
  void people_wanted();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void stand();
  void fill();
  void fill_lease();
  void fill_queue();
  void fill_conflicts();
  void fill_may();
  QWidget* queue_row(const models::QueuedAct& act);
  void edit(const models::QueuedAct& act);
  void tell(std::optional<models::QueueTrouble> trouble);

  Theme& theme_;
  models::OfflineGateway& gateway_;
  models::OfflineState state_;
  QLabel* title_;
  KeyButton* close_;
  QScrollArea* scroll_;
  Card* lease_;
  QLabel *lease_time_, *lease_unit_, *lease_note_, *lease_trouble_;
  Meter* meter_;
  QPushButton* rebuild_;
  QLabel* people_;
  QPushButton* list_;
  Card* queue_;
  QLabel* queue_message_;
  QWidget* rows_{};
  Card* conflicts_;
  QWidget* pairs_{};
  Card* may_;
  QWidget* lines_{};
  QPointer<QWidget> opener_;
  QPointer<QWidget> banner_;
  LiveText texts_;
};

}  // namespace guardline::ui

// How each way to an investor fares. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/live_text.h"

#include <QWidget>
#include <array>

class QLabel;

namespace guardline::models {
class DeskModel;
}

namespace guardline::ui {

class Badge;
class Card;

/// By channel: delivered of all deliveries so far, and the state of the contact point in shape and word.
class HealthCard final : public QWidget {
  Q_OBJECT
 public:
  HealthCard(Theme& theme, models::DeskModel& desk, QWidget* parent = nullptr);
  void show_health();

 private:
  struct Line {
    QLabel* channel;
    QLabel* counts;
    Badge* state;
  };
  models::DeskModel& desk_;
  Card* card_;
  std::array<Line, 6> lines_{};
  LiveText text_;
};

}  // namespace guardline::ui

// The left column: where one is, and why all this. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/live_text.h"

#include <QWidget>
#include <array>

class QFrame;
class QLabel;

namespace guardline::models {
class EnrolmentModel;
}

namespace guardline::ui {

class Badge;
class Card;
class Meter;

class ProgressPanel final : public QWidget {
  Q_OBJECT
 public:
  ProgressPanel(Theme& theme, models::EnrolmentModel& model, QWidget* parent);

 private:
  struct Line {
    QFrame* frame;
    QLabel *number, *name, *text;
  };
  void show_state();
  Theme& theme_;
  models::EnrolmentModel& model_;
  Card *card_, *why_;
  QLabel *count_, *hint_;
  Meter* meter_;
  std::array<Line, 3> lines_{};
  Badge* badge_;
  std::array<QLabel*, 4> reasons_{};
  QLabel* nothing_;
  LiveText text_;
};

}  // namespace guardline::ui

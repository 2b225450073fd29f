// "Why?": what happened, what it means, what to do; then the record itself. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/investor_values.h"
#include "ui/widgets/live_text.h"

#include <QWidget>
#include <array>

class QLabel;
class QPushButton;
class QTableWidget;
class QVBoxLayout;

namespace guardline::models {
class DeskModel;
}

namespace guardline::ui {

class Card;
class KeyButton;
class ShapeMark;
class WaitLine;

/// Follows the desk: nothing asked, asking, failed, answered; or the whole words of a note or call. Esc and its cross
/// close it.
class WhyPanel final : public QWidget {
  Q_OBJECT
 public:
  WhyPanel(Theme& theme, models::DeskModel& desk, QWidget* parent = nullptr);

 Q_SIGNALS:
  void closed();

 private:
  struct Sentence {
    QWidget* row;
    ShapeMark* mark;
    QLabel* name;
    QLabel* text;
  };
  Sentence add_sentence(QVBoxLayout* column);
  void show_state();
  void show_entry(const models::HistoryEntry& entry);
  void show_steps(const models::DeliveryWhy& why);

  Theme& theme_;
  models::DeskModel& desk_;
  Card* card_;
  QPushButton* close_;
  QLabel *hint_, *body_name_, *body_;
  std::array<Sentence, 4> sentences_{};
  QLabel* record_name_;
  QTableWidget* record_;
  QLabel* fault_;
  KeyButton* retry_;
  WaitLine* wait_;
  LiveText text_;
};

}  // namespace guardline::ui

// The frame of one step: head, what it asks, banner, foot with the way on. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/live_text.h"

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace guardline::models {
class EnrolmentModel;
}

namespace guardline::ui {

class Banner;
class KeyButton;
class WaitLine;

class StepView : public QFrame {
  Q_OBJECT
 public:
  StepView(Theme& theme, models::EnrolmentModel& model, QWidget* parent);
  /// Puts the cursor where typing goes on.
  virtual void start() = 0;

 protected:
  /// Reads the model again.
  virtual void show_state() = 0;
  /// The model's error as a banner; `text` instead when there is none.
  void show_fault(const QString& text = {});
  /// An answer has been out long enough to be shown.
  [[nodiscard]] bool waiting() const;
  void set_head(const QString& text);
  void set_way_on(const QString& text, bool possible, const QString& missing);

  Theme& theme_;
  models::EnrolmentModel& model_;
  QVBoxLayout* body_;
  KeyButton* on_;
  LiveText text_;

 private:
  void follow_model();
  QLabel* head_;
  WaitLine* wait_;
  bool stopped_{false};
  Banner* fault_;
  QLabel* missing_;
};

}  // namespace guardline::ui

// Who is signed in here, and where else. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/session_gateway.h"
#include "ui/widgets/live_text.h"
#include "ui/widgets/popover.h"

#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace guardline::models {
class SessionModel;
}

namespace guardline::ui {

class Banner;
class KeyButton;
class WaitLine;

/// Hangs from the person's button: name, account and role, the person's live sessions with a way to end each, lock and
/// sign out. The list is asked for when it opens and after each end; what is asked for is told, what fails keeps the
/// list and says so. GUI thread; theme and model outlive it.
class PersonPanel final : public Popover {
  Q_OBJECT
 public:
  PersonPanel(Theme& theme, models::SessionModel& model, QWidget* button, QWidget* window);
  void open() override;

 Q_SIGNALS:
  void lock_wanted();
  void sign_out_wanted();

 protected:
  [[nodiscard]] QRect place() const override;

 private:
  void ask();
  void end(const models::OwnSession& session);
  void show_state();
  void fill();
  QWidget* row_of(const models::OwnSession& session);

  models::SessionModel& model_;
  QWidget* button_;
  QLabel *name_, *account_, *title_, *none_;
  WaitLine* wait_;
  Banner* fault_;
  KeyButton* again_;
  QVBoxLayout* lines_;
  QWidget* rows_{};
  QLabel* told_;
  KeyButton* lock_;
  QPushButton* leave_;
  std::vector<models::OwnSession> sessions_;
  bool asked_{false};
  std::optional<models::SessionError> error_;
  models::Handle asking_, ending_;
  QString ending_id_;
  LiveText text_;
};

}  // namespace guardline::ui

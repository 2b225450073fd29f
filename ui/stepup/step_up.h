// Asks for a second factor where a page needs one. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stepup/step_up_dialog.h"

#include <QObject>
#include <QPointer>
#include <functional>

namespace guardline::models {
class SessionModel;
}

namespace guardline::ui {

class Theme;

/// One dialog at a time over the window. GUI thread; theme and session outlive it.
class StepUp final : public QObject {
  Q_OBJECT
 public:
  StepUp(Theme& theme, models::SessionModel& session, QObject* parent = nullptr);

  /// The reason and note of a dialog that a lock ended stand in the next one of the session. Opens the dialog over the window of `page`; `done` hears once whether the factor is fresh now: false when the
  /// person cancels, the screen is locked, the session ends, or another dialog is open already.
  void ask(QWidget* page, const StepUpWords& words, std::function<void(bool)> done);
  [[nodiscard]] StepUpDialog* dialog() const { return dialog_; }

 private:
  Theme& theme_;
  models::SessionModel& session_;
  QPointer<StepUpDialog> dialog_;
  StepUpDialog::Draft draft_;  ///< of a dialog that a lock ended, until the next one or the session's end
};

}  // namespace guardline::ui

// The dialog before an investor's history: why, and a fresh code. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/session_gateway.h"
#include "ui/widgets/live_text.h"
#include "ui/widgets/modal_sheet.h"

#include <QTimer>
#include <optional>

class QButtonGroup;
class QLabel;
class QLineEdit;

namespace guardline::models {
class SessionModel;
}

namespace guardline::ui {

class Banner;
class CodeField;
class KeyButton;
class TotpClock;
class WaitLine;

/// What the head of the dialog says. Masked; in the language of the moment.
struct StepUpWords {
  QString title{};  ///< "Verify again before ..."
  QString who{};    ///< whom it is about; empty: the line is left out
  QString range{};  ///< what is opened
};

/// Reasons by keys 1 to 6 (not while text is typed), a note (needed with `other`), the six digits. The confirming
/// button says what is missing until nothing is. A wrong code keeps the focus, its digits selected. Accepted once the
/// hub has said yes; rejected by Esc, and when the session is locked or ends.
class StepUpDialog final : public ModalSheet {
  Q_OBJECT
 public:
  StepUpDialog(Theme& theme, models::SessionModel& session, StepUpWords words, QWidget* window);
  /// What a lock must not lose; never the code.
  struct Draft {
    std::optional<models::AccessReason> reason{};
    QString note{};
  };
  [[nodiscard]] Draft draft() const;
  void restore(const Draft& draft);
  static constexpr int note_least = 6;
  static constexpr int note_most = 200;

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  QWidget* make_subject();
  QWidget* make_reasons();
  QWidget* make_code();
  QWidget* make_foot();
  void show_state();
  void submit();
  void answered(std::expected<models::StepUp, models::SessionError> answer);
  [[nodiscard]] std::optional<models::AccessReason> reason() const;
  /// What is still missing, in words; empty when nothing is.
  [[nodiscard]] QString missing() const;

  models::SessionModel& session_;
  StepUpWords words_;
  QButtonGroup* reasons_{};
  QLabel *reason_label_{}, *note_label_{}, *code_label_{}, *code_hint_{}, *tries_{}, *missing_{};
  QLineEdit* note_{};
  CodeField* code_{};
  TotpClock* clock_{};
  Banner *fault_{}, *audit_{}, *skew_{};
  WaitLine* wait_{};
  KeyButton *cancel_{}, *confirm_{};
  std::optional<models::SessionError> error_;
  models::Handle asking_;
  bool busy_{false};
  QTimer second_;
  LiveText text_;
};

}  // namespace guardline::ui

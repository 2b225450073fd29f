// Where a person writes a note or a call about the investor who is open. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/contact.h"
#include "ui/widgets/live_text.h"

#include <QWidget>
#include <optional>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QSpinBox;

namespace guardline::models {
class DeskModel;
}

namespace guardline::ui {

class Banner;
class Card;
class KeyButton;
class Segmented;
class Theme;

/// Two buttons that print their keys (N, L; the keys are the page's) and, once one was chosen, its form below. What is
/// typed is a draft of the desk's at once: another person's form, a lock or another page lose nothing. In the form
/// Ctrl+Enter saves and Esc folds it.
class EntryPanel final : public QWidget {
  Q_OBJECT
 public:
  EntryPanel(Theme& theme, models::DeskModel& desk, bool may_write, QWidget* parent = nullptr);

  /// As by its key: the form with its draft, the cursor in the words.
  void open(EntryKind kind);
  /// Follows the desk; `online`: there is a hub.
  void show_state(bool online);
  [[nodiscard]] QPlainTextEdit* field() const { return field_; }
  [[nodiscard]] KeyButton* save_button() const { return save_; }

 Q_SIGNALS:
  void opened();
  /// Esc, or saved: the time line wants the focus back.
  void left();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void make_form();
  void name_all();
  void fill();
  void keep();
  void save();
  void shut();
  [[nodiscard]] CallFacts call() const;
  /// Why it can't be saved as it is; empty when it can.
  [[nodiscard]] QString missing() const;
  void say(const QString& text);

  Theme& theme_;
  models::DeskModel& desk_;
  bool may_write_;
  bool online_{true};
  std::optional<EntryKind> kind_;  ///< the form that is open
  QString person_;                 ///< whose draft it shows
  bool saving_{false};
  Card* card_;
  KeyButton *call_, *note_;
  QWidget* form_;
  QWidget* call_form_;
  QLabel *direction_name_, *outcome_name_, *minutes_name_, *field_name_, *count_, *said_;
  Segmented* direction_;
  QComboBox* outcome_;
  QSpinBox* minutes_;
  QPlainTextEdit* field_;
  KeyButton *save_, *close_;
  Banner* fault_;
  LiveText text_;
};

}  // namespace guardline::ui

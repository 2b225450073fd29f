// The head of an investor: masked fields, and one of them in plain for a while. SPDX-License-Identifier:
// GPL-3.0-or-later
#pragma once

#include "models/gateway/investor_values.h"
#include "ui/widgets/live_text.h"

#include <QFrame>
#include <array>
#include <vector>

class QGridLayout;
class QLabel;
class QPushButton;

namespace guardline::models {
class DeskModel;
}

namespace guardline::ui {

class Badge;
class KeyButton;

/// `may_reveal`: without it there are no eyes. Copying a field that is in plain clears the clipboard again. Following
/// (F) can be taken back for a while (Ctrl+Z).
class PersonCard final : public QFrame {
  Q_OBJECT
 public:
  PersonCard(Theme& theme, models::DeskModel& desk, bool may_reveal, QWidget* parent = nullptr);
  void show_person();
  /// Without the number where room is short.
  void set_narrow(bool narrow);
  /// Without a hub nothing is shown in plain.
  void set_away(bool away) { away_ = away; }
  /// As by its key: follows or lets go, or says why it can't.
  void press_follow();
  [[nodiscard]] KeyButton* follow() const { return follow_; }

 private:
  struct Field {
    models::RevealField field;
    QLabel* name;
    QLabel* value;
    QPushButton* eye;
    QPushButton* copy;
  };
  void add_field(QGridLayout* grid, int column, models::RevealField field);
  void show_values();
  void show_follow();
  [[nodiscard]] QString why_not_follow() const;
  void say(const QString& text);
  void set_value(QLabel* label, const QString& text) const;
  [[nodiscard]] QString masked(models::RevealField field) const;

  Theme& theme_;
  models::DeskModel& desk_;
  bool may_reveal_;
  bool narrow_{false};
  bool away_{false};
  Badge* reach_;
  QLabel *tier_, *erased_, *id_name_, *id_, *prefers_name_, *prefers_, *left_, *told_;
  KeyButton *follow_, *undo_;
  QString told_of_;  ///< whose trouble is told
  std::vector<Field> fields_;
  LiveText text_;
};

}  // namespace guardline::ui

// People, one card each: who was found, who was looked at. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/investor_values.h"

#include <QListWidget>
#include <vector>

namespace guardline::ui {

class Theme;

/// Enter or a click chooses; J and K move.
class PersonList final : public QListWidget {
  Q_OBJECT
 public:
  enum class Kind {
    card,  ///< name, reach, numbers, tier
    line,  ///< name, number, when
  };
  struct Person {
    models::InvestorHead head{};
    QString when{};  ///< of a line
  };
  PersonList(Theme& theme, Kind kind, QWidget* parent = nullptr);
  /// `current`: index of the open one, -1 for none.
  void show_people(const std::vector<Person>& people, int current);

 Q_SIGNALS:
  void chosen(int index);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  Theme& theme_;
  Kind kind_;
};

}  // namespace guardline::ui

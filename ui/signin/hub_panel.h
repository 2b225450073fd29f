// The dark left side of the sign-in page: which hub, which line, which device. SPDX-License-Identifier:
// GPL-3.0-or-later
#pragma once

#include "ui/widgets/live_text.h"

#include <QFrame>
#include <array>

class QLabel;

namespace guardline::models {
class SessionModel;
}

namespace guardline::ui {

class IconLabel;

/// Nothing of investors or roles stands here: nobody has proved who they are yet.
class HubPanel final : public QWidget {
  Q_OBJECT
 public:
  HubPanel(Theme& theme, models::SessionModel& model, QWidget* parent = nullptr);

 private:
  struct Row {
    IconLabel* mark;
    QLabel* name;
    QLabel* value;
  };
  void show_state();
  void fill(Row& row, bool good, const QString& name, const QString& value);

  Theme& theme_;
  models::SessionModel& model_;
  IconLabel* link_icon_;
  QLabel* link_word_;
  QLabel* link_detail_;
  std::array<Row, 4> rows_{};
  QLabel* slogan_;
  QLabel* help_;
  LiveText text_;
};

}  // namespace guardline::ui

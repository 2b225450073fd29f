// One of a few, side by side. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

class QButtonGroup;
class QPushButton;

namespace guardline::ui {

class Theme;

/// An exclusive choice; arrow keys move inside, Tab moves out. The accessible names of its buttons are their texts.
class Segmented final : public QWidget {
  Q_OBJECT
 public:
  Segmented(Theme& theme, int count, QWidget* parent = nullptr);
  void set_text(int index, const QString& text);
  void set_current(int index);
  void set_enabled(int index, bool enabled);
  void set_shown(int index, bool shown);
  [[nodiscard]] int current() const;

 Q_SIGNALS:
  /// Only when a person chose.
  void chosen(int index);

 private:
  static void make_room(QPushButton* button);
  QButtonGroup* group_;
  std::vector<QPushButton*> buttons_;
};

}  // namespace guardline::ui

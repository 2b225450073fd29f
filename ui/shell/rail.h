// The dark rail at the left: which pages there are. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <vector>

class QAbstractButton;
class QVBoxLayout;

namespace guardline::ui {

class Theme;

/// 84 px wide, 56 when compact (icon and tool tip). Items are in the order they were added; Ctrl+1..9 is the window's.
class Rail final : public QFrame {
  Q_OBJECT
 public:
  explicit Rail(Theme& theme, QWidget* parent = nullptr);
  /// Returns the item's index.
  int add(const QString& icon);
  void set_text(int index, const QString& text);
  void set_shown(int index, bool shown);
  void set_current(int index);
  void set_compact(bool compact);

 Q_SIGNALS:
  void chosen(int index);

 private:
  void dress();
  Theme& theme_;
  QVBoxLayout* column_;
  std::vector<QAbstractButton*> items_;
  bool compact_{false};
};

}  // namespace guardline::ui

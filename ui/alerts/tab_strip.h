// Tabs with counts. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

class QAbstractButton;
class QButtonGroup;

namespace guardline::ui {

class Theme;

/// One line of words, the chosen one underlined. Arrow keys move inside, Tab moves out. What the count means is said by
/// the accessible name.
class TabStrip final : public QWidget {
  Q_OBJECT
 public:
  TabStrip(Theme& theme, int count, QWidget* parent = nullptr);
  /// A negative `number` is not shown.
  void set_text(int index, const QString& word, int number);
  void set_current(int index);
  [[nodiscard]] int current() const;
  [[nodiscard]] QAbstractButton* tab(int index) const { return tabs_.at(static_cast<std::size_t>(index)); }

 Q_SIGNALS:
  /// Only when a person chose.
  void chosen(int index);

 private:
  QButtonGroup* group_;
  std::vector<QAbstractButton*> tabs_;
};

}  // namespace guardline::ui

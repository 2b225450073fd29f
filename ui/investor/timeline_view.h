// The time line on the page. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace guardline::models {
class TimelineModel;
}

namespace guardline::ui {

class Theme;
class TimelineDelegate;

/// Rows of one height, lower ones for days; painted, never laid out row by row. J, K and arrows pass days by; Enter, W
/// or a click at the right asks why; Ctrl+C copies the row (masked, as TSV); reaching the end asks for more.
class TimelineView final : public QTableView {
  Q_OBJECT
 public:
  TimelineView(Theme& theme, models::TimelineModel& model, QWidget* parent = nullptr);
  /// Row of the cursor; -1 without one.
  [[nodiscard]] int current_row() const { return currentIndex().row(); }
  /// Id of the delivery under the cursor; empty on none.
  [[nodiscard]] QString current_delivery() const;
  void select_delivery(const QString& id);
  /// What was looked for, to be marked.
  void set_words(const QString& words);

 Q_SIGNALS:
  /// About the row of the cursor: why, or the whole words of a note or call.
  void why_wanted();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void dress();
  void dress_rows(int first, int last);
  Theme& theme_;
  models::TimelineModel& model_;
  TimelineDelegate* delegate_;
};

}  // namespace guardline::ui

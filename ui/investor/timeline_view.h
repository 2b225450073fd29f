// The time line on the page. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace guardline::models {
class TimelineModel;
}

namespace guardline::ui {

class Theme;

/// Rows of one height, lower ones for days; painted, never laid out row by row. J, K and arrows pass days by; Enter, W
/// or a click at the right asks why; Ctrl+C copies the row (masked, as TSV); reaching the end asks for more.
class TimelineView final : public QTableView {
  Q_OBJECT
 public:
  TimelineView(Theme& theme, models::TimelineModel& model, QWidget* parent = nullptr);
  /// Id of the delivery under the cursor; empty on none.
  [[nodiscard]] QString current_delivery() const;
  void select_delivery(const QString& id);

 Q_SIGNALS:
  void why_wanted(const QString& delivery);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void dress();
  void dress_rows(int first, int last);
  void copy_row() const;
  Theme& theme_;
  models::TimelineModel& model_;
};

}  // namespace guardline::ui

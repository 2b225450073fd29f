// The event ticker on the page. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace guardline::models {
class TickerModel;
}

namespace guardline::ui {

class Theme;

/// Rows of one height, painted by a delegate: no work per row. Choosing a row holds the list still; what comes
/// meanwhile waits behind 「有 N 条新事件」. Esc lets go.
class TickerList final : public QWidget {
  Q_OBJECT
 public:
  TickerList(Theme& theme, models::TickerModel& model, QWidget* parent = nullptr);
  [[nodiscard]] QTableView* view() const { return view_; }
  [[nodiscard]] QPushButton* news() const { return news_; }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void show_none();
  void show_queue(int queued);
  void let_go();

  models::TickerModel& model_;
  QTableView* view_;
  QPushButton* news_;
  QLabel* none_;
};

}  // namespace guardline::ui

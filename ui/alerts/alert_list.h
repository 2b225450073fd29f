// The table of alerts with what stands around it. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/alert_values.h"
#include "ui/widgets/live_text.h"

#include <QTimer>
#include <optional>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace guardline::models {
class AlertCentre;
}

namespace guardline::ui {

class AlertRowPainter;
class EmptyState;
class TabStrip;

/// Tabs of the three axes, rows of one height. Choosing a row holds the list still; what comes meanwhile waits behind
/// 「有 N 条新事件」, which Esc, too, lets in. A row that belongs on another tab by now says so, and goes when another
/// row is chosen. Keys of the page that the table would swallow are handed on.
class AlertList final : public QWidget {
  Q_OBJECT
 public:
  AlertList(Theme& theme, models::AlertCentre& centre, QWidget* parent = nullptr);

  [[nodiscard]] QTableView* view() const { return view_; }
  [[nodiscard]] TabStrip* tabs() const { return tabs_; }
  [[nodiscard]] QPushButton* news() const { return news_; }
  void set_greyed(bool greyed);
  /// Chooses the row of an alert if it is on this tab.
  void choose(const AlertId& id);
  /// To the next (+1) or previous (-1) row.
  void step(int by);

 Q_SIGNALS:
  /// Another row, or none, is chosen.
  void chosen(const QString& id);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void refresh();
  void show_empty();
  void let_go();
  void size_columns();
  void fit_columns();

  Theme& theme_;
  models::AlertCentre& centre_;
  TabStrip* tabs_;
  QPushButton* news_;
  QStackedWidget* stack_;
  QTableView* view_;
  EmptyState* empty_;
  AlertRowPainter* painter_;
  QTimer leave_;
  LiveText texts_;
};

}  // namespace guardline::ui

// The drawer of what asked for attention. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/live_text.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;

namespace guardline::models {
class NotificationModel;
}

namespace guardline::ui {

class EmptyState;
class KeyButton;

/// 380 px at the window's right, between top bar and status bar. Opening it reads everything. Enter opens the alert,
/// Esc closes; the focus goes back to where it was.
class NotificationDrawer final : public QFrame {
  Q_OBJECT
 public:
  NotificationDrawer(Theme& theme, models::NotificationModel& model, QWidget* window);
  void open();
  void shut();
  [[nodiscard]] QListView* view() const { return view_; }

 Q_SIGNALS:
  void opened(const QString& alert);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  bool focusNextPrevChild(bool next) override;

 private:
  void stand();
  void refresh();

  Theme& theme_;
  models::NotificationModel& model_;
  QLabel* title_;
  KeyButton* close_;
  QStackedWidget* stack_;
  QListView* view_;
  EmptyState* empty_;
  QPointer<QWidget> opener_;
  LiveText texts_;
};

}  // namespace guardline::ui

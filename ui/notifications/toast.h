// One message at a time, for a short while. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/alert_store.h"
#include "ui/widgets/live_text.h"

#include <QFrame>
#include <QTimer>
#include <chrono>
#include <vector>

class QLabel;
class QPushButton;

namespace guardline::ui {

class Badge;
class KeyButton;

/// Shows the most urgent of what came, and how many others. Takes no focus and never stands over a field or button that
/// has it, or over what a page keeps clear for acting (ui/widgets/keep_clear.h). Goes
/// after `stays`; a later message takes the place of an earlier one, unless that one is more urgent: then it only
/// counts.
class Toast final : public QFrame {
  Q_OBJECT
 public:
  static constexpr std::chrono::milliseconds stays{8000};

  Toast(Theme& theme, QWidget* window);
  /// The most urgent first.
  void tell(const std::vector<models::AlertEntryPtr>& entries);
  void shut();
  [[nodiscard]] QString text() const;
  /// How many beside the one that is shown.
  [[nodiscard]] int others() const { return others_; }
  /// Where it stands: at the lower right, or as far above that as leaves `clear` free, or so at the left; with no such
  /// place at the upper right. For tests, too.
  static QRect place(const QSize& window, const QSize& size, const std::vector<QRect>& clear, int top, int bottom);

 Q_SIGNALS:
  void opened(const QString& alert);
  void list_wanted();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void fill();
  void stand();

  Theme& theme_;
  models::AlertEntryPtr shown_;
  int others_{0};
  Badge* badge_;
  QLabel *title_, *second_, *more_;
  QPushButton* open_;
  KeyButton* list_;
  QPushButton* close_;
  QTimer timer_;
  LiveText texts_;
};

}  // namespace guardline::ui

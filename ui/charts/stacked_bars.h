// Messages per minute, stacked by channel. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/delivery.h"
#include "models/values/time.h"

#include <QWidget>
#include <cstdint>
#include <vector>

namespace guardline::ui {

class Theme;

struct BarColumn {
  Timestamp minute;
  std::vector<std::int64_t> counts;  ///< same order as the channels
};

/// Counts start at 0. Bars stand in the given order from below. ←/→ walk the columns; the chosen one is told in the
/// accessible description and above the bars.
class StackedBars final : public QWidget {
  Q_OBJECT
 public:
  explicit StackedBars(const Theme& theme, QWidget* parent = nullptr);
  void show(std::vector<Channel> channels, std::vector<BarColumn> columns, bool greyed);
  QSize minimumSizeHint() const override { return {160, 120}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void describe();
  [[nodiscard]] QString words(const BarColumn& column) const;

  const Theme& theme_;
  std::vector<Channel> channels_;
  std::vector<BarColumn> columns_;
  bool greyed_{false};
  int chosen_{-1};
};

}  // namespace guardline::ui

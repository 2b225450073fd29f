// A tile's small line. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/delivery.h"

#include <QWidget>
#include <optional>
#include <vector>

namespace guardline::ui {

class Theme;

/// Values oldest first, nothing = gap. No axis, no focus: the figure beside it is the information.
class Sparkline final : public QWidget {
  Q_OBJECT
 public:
  Sparkline(const Theme& theme, Channel channel, QWidget* parent = nullptr);
  void show(std::vector<std::optional<double>> values, bool greyed);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& theme_;
  Channel channel_;
  std::vector<std::optional<double>> values_;
  bool greyed_{false};
};

}  // namespace guardline::ui

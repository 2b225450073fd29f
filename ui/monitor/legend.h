// Names of the lines with their dash and marker. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/delivery.h"

#include <QWidget>
#include <vector>

namespace guardline::ui {

class Theme;

class Legend final : public QWidget {
  Q_OBJECT
 public:
  explicit Legend(const Theme& theme, QWidget* parent = nullptr);
  void show(std::vector<Channel> channels, bool greyed);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& theme_;
  std::vector<Channel> channels_;
  bool greyed_{false};
};

}  // namespace guardline::ui

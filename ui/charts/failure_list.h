// Why deliveries failed, as bars. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/live/failure_mix.h"

#include <QWidget>
#include <vector>

namespace guardline::ui {

class Theme;

/// One row per class with its count; client side and channel side differ in colour and are named in the foot. Its
/// accessible description reads the rows.
class FailureList final : public QWidget {
  Q_OBJECT
 public:
  explicit FailureList(const Theme& theme, QWidget* parent = nullptr);
  void show(std::vector<models::FailureShare> mix, bool greyed);
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& theme_;
  std::vector<models::FailureShare> mix_;
  bool greyed_{false};
};

}  // namespace guardline::ui

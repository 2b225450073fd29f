// Alerts in windows of ten minutes, as bars. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/alert_load.h"

#include <QWidget>

namespace guardline::ui {

class Theme;

/// Counts start at 0; a dotted line at what is steady, a dashed one with its words where a flood begins. A window that
/// was not heard whole is hatched. A still picture: the accessible description has every number.
class LoadBars final : public QWidget {
  Q_OBJECT
 public:
  explicit LoadBars(const Theme& theme, QWidget* parent = nullptr);
  void show(std::vector<models::AlertLoad::Window> windows);
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  [[nodiscard]] QString words(const models::AlertLoad::Window& window) const;

  const Theme& theme_;
  std::vector<models::AlertLoad::Window> windows_;
};

}  // namespace guardline::ui

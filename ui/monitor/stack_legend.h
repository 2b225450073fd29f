// The colours of stacked bars and whose they are. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/values/delivery.h"

#include <QWidget>
#include <vector>

namespace guardline::ui {

class Theme;

/// Squares with short names in the order of the stack from below, in equal columns: one row where there is room, else
/// as few rows as hold all.
class StackLegend final : public QWidget {
  Q_OBJECT
 public:
  explicit StackLegend(const Theme& theme, QWidget* parent = nullptr);
  void show(std::vector<Channel> channels, bool greyed);
  [[nodiscard]] QSize sizeHint() const override;
  /// Three channels in a row.
  [[nodiscard]] QSize minimumSizeHint() const override;
  [[nodiscard]] int heightForWidth(int width) const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void fit();
  [[nodiscard]] int column() const;
  [[nodiscard]] int per_row(int width) const;
  [[nodiscard]] int line() const;

  const Theme& theme_;
  std::vector<Channel> channels_;
  bool greyed_{false};
};

}  // namespace guardline::ui

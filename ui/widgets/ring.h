// Seconds that are left, as number and arc. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace guardline::ui {

class Theme;

/// 40 px. `left` of `whole` seconds.
class CountdownRing final : public QWidget {
  Q_OBJECT
 public:
  explicit CountdownRing(const Theme& theme, QWidget* parent = nullptr);
  void set(int left, int whole);
  [[nodiscard]] int left() const { return left_; }
  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& theme_;
  int left_{0};
  int whole_{30};
};

}  // namespace guardline::ui

// The bell with how many wait. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace guardline::ui {

class Theme;

class BellButton final : public QPushButton {
  Q_OBJECT
 public:
  explicit BellButton(const Theme& theme, QWidget* parent = nullptr);
  /// 0 shows none, above 99 "99+".
  void set_count(int count);
  [[nodiscard]] int count() const { return count_; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& theme_;
  int count_{0};
};

}  // namespace guardline::ui

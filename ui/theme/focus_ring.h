// The 2 px ring around the focused control. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

namespace guardline::ui {

class Theme;

/// A transparent child of a window that follows the keyboard focus: 2 px ring, 2 px gap, outside of the control. Shown
/// after keyboard moves only; text fields mark themselves by their border.
class FocusRing final : public QWidget {
  Q_OBJECT
 public:
  FocusRing(const Theme& theme, QWidget* window);

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void follow(QWidget* widget);
  void place();

  const Theme& theme_;
  QPointer<QWidget> target_;
  bool by_key_{false};
};

}  // namespace guardline::ui

// Grey bars where rows will stand. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace guardline::ui {

class Theme;

/// Nothing of an investor is in it; it tells assistive technology that rows are on their way.
class Skeleton final : public QWidget {
  Q_OBJECT
 public:
  explicit Skeleton(const Theme& theme, QWidget* parent = nullptr);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& theme_;
};

}  // namespace guardline::ui

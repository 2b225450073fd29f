// One of the reasons: a framed radio button that prints its key. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRadioButton>

namespace guardline::ui {

class Theme;

class ReasonButton final : public QRadioButton {
  Q_OBJECT
 public:
  ReasonButton(const Theme& theme, QString key, QWidget* parent = nullptr);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;
  [[nodiscard]] bool hitButton(const QPoint& point) const override { return rect().contains(point); }

 private:
  const Theme& theme_;
  QString key_;
};

}  // namespace guardline::ui

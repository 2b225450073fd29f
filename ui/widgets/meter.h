// A thin bar of progress. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

namespace guardline::ui {

class Theme;

/// 10 px high (3 px when `thin`), 0..1. Decoration: say the figure in words beside it.
class Meter final : public QWidget {
  Q_OBJECT
 public:
  explicit Meter(const Theme& theme, bool thin = false, QWidget* parent = nullptr);
  void set(double part);
  /// Which colour; the accent unless told otherwise.
  void set_token(Token token);
  /// A tick at this part (0..1); none below 0.
  void set_tick(double part);
  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& theme_;
  bool thin_;
  double part_{0};
  double tick_{-1};
  Token token_{Token::accent};
};

}  // namespace guardline::ui

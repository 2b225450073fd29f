// Fusion with our focus mark. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>
#include <functional>

namespace guardline::ui {

class Tokens;

/// Draws the 2 px focus mark inside cells and check boxes, and leaves that of free-standing controls to `FocusRing`,
/// which can draw outside of them: a style may not paint beyond its widget.
class RingStyle final : public QProxyStyle {
  Q_OBJECT
 public:
  /// `tokens` is looked at for each paint, and outlives the style: a new look needs no new style.
  /// `icon_side`: of icons in controls, in px; they grow with the text beside them.
  RingStyle(const Tokens& tokens, std::function<int()> icon_side);
  void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
  int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                QStyleHintReturn* data) const override;
  int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;

 private:
  const Tokens& tokens_;
  std::function<int()> icon_side_;
};

}  // namespace guardline::ui

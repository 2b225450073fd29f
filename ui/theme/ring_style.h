// Fusion with our focus mark. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QPointer>
#include <QProxyStyle>

namespace guardline::ui {

/// Draws the 2 px focus mark inside cells and check boxes, and leaves that of free-standing controls to `FocusRing`,
/// which can draw outside of them: a style may not paint beyond its widget.
class RingStyle final : public QProxyStyle {
  Q_OBJECT
 public:
  /// `theme` is looked at for each paint, so a new look needs no new style.
  explicit RingStyle(const Theme& theme);
  void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
  int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                QStyleHintReturn* data) const override;
  /// Icons grow with the text beside them.
  int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;

 private:
  QPointer<const Theme> theme_;  ///< the application may keep the style longer
};

}  // namespace guardline::ui

// The focus mark inside item views. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/ring_style.h"

#include "ui/theme/tokens.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QStyleOption>
#include <utility>

namespace guardline::ui {

RingStyle::RingStyle(const Tokens& tokens, std::function<int()> icon_side)
    : QProxyStyle(QStringLiteral("Fusion")), tokens_(tokens), icon_side_(std::move(icon_side)) {}

void RingStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const {
  if (element != PE_FrameFocusRect) return QProxyStyle::drawPrimitive(element, option, painter, widget);
  if (qobject_cast<const QAbstractItemView*>(widget) == nullptr) return;
  painter->save();
  painter->setPen(QPen(tokens_[Token::focus], 2));
  painter->setBrush(Qt::NoBrush);
  painter->drawRect(option->rect.adjusted(1, 1, -2, -2));
  painter->restore();
}

int RingStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                         QStyleHintReturn* data) const {
  switch (hint) {
    case SH_Widget_Animation_Duration:
      return 0;
    case SH_EtchDisabledText:
      return 0;
    default:
      return QProxyStyle::styleHint(hint, option, widget, data);
  }
}

int RingStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
  switch (metric) {
    case PM_ButtonIconSize:
    case PM_LineEditIconSize:
    case PM_SmallIconSize:
      return icon_side_();
    default:
      return QProxyStyle::pixelMetric(metric, option, widget);
  }
}

}  // namespace guardline::ui

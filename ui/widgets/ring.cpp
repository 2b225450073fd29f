// Paints the count-down. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ring.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace guardline::ui {

CountdownRing::CountdownRing(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void CountdownRing::set(int left, int whole) {
  left_ = left;
  whole_ = whole;
  update();
}

QSize CountdownRing::sizeHint() const { return {theme_.px(40), theme_.px(40)}; }

void CountdownRing::paintEvent(QPaintEvent*) {
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  const auto box = QRectF(rect()).adjusted(3.5, 3.5, -3.5, -3.5);
  p.setPen(QPen(theme_.color(Token::line), 4));
  p.drawEllipse(box);
  const auto color = theme_.color(left_ <= 5 ? Token::high_text : Token::accent);
  p.setPen(QPen(color, 4, Qt::SolidLine, Qt::FlatCap));
  p.drawArc(box, 90 * 16, whole_ > 0 ? -360 * 16 * left_ / whole_ : 0);
  p.setPen(theme_.color(Token::text));
  p.setFont(theme_.font(13, QFont::DemiBold));
  p.drawText(rect(), Qt::AlignCenter, QString::number(left_));
}

}  // namespace guardline::ui

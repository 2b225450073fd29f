// Paints text and key cap on a styled button. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/key_button.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleOptionButton>
#include <QStylePainter>
#include <algorithm>

namespace guardline::ui {

int key_cap_width(const Theme& theme, const QString& key) {
  return std::max(theme.px(18), QFontMetrics(theme.font(12)).horizontalAdvance(key) + theme.px(11));
}

int paint_key_cap(QPainter& p, const Theme& theme, const QString& key, int x, int middle, const QColor& ink,
                  const QColor& line) {
  const int width = key_cap_width(theme, key);
  const QRect box(x, middle - theme.px(9), width, theme.px(18));
  p.save();
  p.setRenderHint(QPainter::Antialiasing);
  p.setPen(line);
  p.setBrush(Qt::NoBrush);
  p.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
  p.setPen(ink);
  p.setFont(theme.font(12));
  p.drawText(box, Qt::AlignCenter, key);
  p.restore();
  return width;
}

KeyButton::KeyButton(const Theme& theme, QString key, QWidget* parent, QString icon)
    : QPushButton(parent), theme_(theme), key_(std::move(key)), icon_(std::move(icon)) {
  setCursor(Qt::PointingHandCursor);
}

void KeyButton::set_key(const QString& key) {
  if (key == key_) return;
  key_ = key;
  updateGeometry();
  update();
}

int KeyButton::content_width() const {
  int width = fontMetrics().horizontalAdvance(text());
  if (!icon_.isEmpty()) width += theme_.px(16 + 6);
  if (!key_.isEmpty()) width += theme_.px(6) + key_cap_width(theme_, key_);
  return width;
}

QSize KeyButton::sizeHint() const {
  ensurePolished();
  const auto plain = QPushButton::sizeHint();
  return {content_width() + theme_.px(property("kind").toString() == QLatin1String("small") ? 18 : 24), plain.height()};
}

void KeyButton::paintEvent(QPaintEvent*) {
  QStylePainter p(this);
  QStyleOptionButton option;
  initStyleOption(&option);
  option.text.clear();
  option.icon = QIcon();
  p.drawControl(QStyle::CE_PushButtonBevel, option);
  const bool primary = property("kind").toString() == QLatin1String("primary");
  const auto ink = !isEnabled() ? theme_.color(Token::text_3)
                   : primary    ? theme_.color(Token::on_accent)
                                : theme_.color(Token::text);
  int x = (width() - content_width()) / 2;
  if (!icon_.isEmpty()) {
    const int side = theme_.px(16);
    p.drawPixmap(QRect(x, (height() - side) / 2, side, side), icon_pixmap(icon_, side, ink, devicePixelRatioF()));
    x += theme_.px(16 + 6);
  }
  p.setPen(ink);
  p.setFont(font());
  p.drawText(QRect(x, 0, width(), height()), Qt::AlignVCenter | Qt::TextSingleLine, text());
  x += fontMetrics().horizontalAdvance(text()) + theme_.px(6);
  if (!key_.isEmpty()) {
    const auto line = primary || !isEnabled() ? ink : theme_.color(Token::line_strong);
    paint_key_cap(p, theme_, key_, x, height() / 2, primary || !isEnabled() ? ink : theme_.color(Token::text_2), line);
  }
}

}  // namespace guardline::ui

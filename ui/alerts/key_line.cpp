// Paints the line of keys. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/key_line.h"

#include "ui/theme/theme.h"
#include "ui/widgets/key_button.h"

#include <QPainter>

namespace guardline::ui {

KeyLine::KeyLine(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void KeyLine::set(std::vector<std::pair<QString, QString>> keys) {
  keys_ = std::move(keys);
  QStringList said;
  for (const auto& [key, words] : keys_) said << QString(key).replace(u'|', u' ') + u' ' + words;
  setAccessibleName(said.join(u' '));
  updateGeometry();
  update();
}

int KeyLine::width_of(const std::pair<QString, QString>& key) const {
  int width = QFontMetrics(theme_.font(12)).horizontalAdvance(key.second) + theme_.px(4 + 16);
  for (const auto& cap : key.first.split(u'|')) width += key_cap_width(theme_, cap) + theme_.px(4);
  return width;
}

QSize KeyLine::sizeHint() const {
  int width = 0;
  for (const auto& key : keys_) width += width_of(key);
  return {width, theme_.px(22)};
}

QSize KeyLine::minimumSizeHint() const { return {0, theme_.px(22)}; }

void KeyLine::paintEvent(QPaintEvent*) {
  QPainter p(this);
  int x = 0;
  for (const auto& key : keys_) {
    if (x + width_of(key) - theme_.px(16) > width()) return;
    for (const auto& cap : key.first.split(u'|')) {
      x += paint_key_cap(p, theme_, cap, x, height() / 2, theme_.color(Token::text_2),
                         theme_.color(Token::line_strong)) +
           theme_.px(4);
    }
    p.setFont(theme_.font(12));
    p.setPen(theme_.color(Token::text_2));
    const int words = QFontMetrics(p.font()).horizontalAdvance(key.second);
    p.drawText(QRect(x, 0, words + 2, height()), Qt::AlignVCenter, key.second);
    x += words + theme_.px(4 + 16);
  }
}

}  // namespace guardline::ui

// Paints the way to the global search. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/search_box.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/key_button.h"

#include <QPainter>

namespace guardline::ui {
namespace {

const auto key = QStringLiteral("Ctrl K");

}  // namespace

SearchBox::SearchBox(const Theme& theme, QWidget* parent) : QAbstractButton(parent), theme_(theme) {
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::IBeamCursor);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void SearchBox::set_hint(const QString& hint) {
  hint_ = hint;
  update();
}

void SearchBox::set_kept(const QString& kept) {
  kept_ = kept;
  update();
}

void SearchBox::set_compact(bool compact) {
  if (compact == compact_) return;
  compact_ = compact;
  updateGeometry();
  update();
}

QSize SearchBox::sizeHint() const { return {theme_.px(compact_ ? 34 : 340), theme_.px(34)}; }

void SearchBox::paintEvent(QPaintEvent*) {
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  if (!compact_ || underMouse()) {
    p.setPen(compact_ ? QPen(Qt::NoPen) : QPen(theme_.color(Token::line_strong)));
    p.setBrush(theme_.color(compact_ ? Token::bg_hover : Token::bg_surface));
    p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
  }
  const int side = theme_.px(16);
  const int left = compact_ ? (width() - side) / 2 : theme_.px(12);
  p.drawPixmap(QRect(left, (height() - side) / 2, side, side),
               icon_pixmap(QStringLiteral("search"), side, theme_.color(Token::text_2), devicePixelRatioF()));
  if (compact_) return;
  const int cap = key_cap_width(theme_, key);
  paint_key_cap(p, theme_, key, width() - theme_.px(8) - cap, height() / 2, theme_.color(Token::text_2),
                theme_.color(Token::line_strong));
  p.setFont(theme_.font(13));
  p.setPen(theme_.color(kept_.isEmpty() ? Token::text_3 : Token::text));
  const QRect room(left + side + theme_.px(10), 0, width() - left - side - theme_.px(26) - cap, height());
  p.drawText(room, Qt::AlignVCenter,
             p.fontMetrics().elidedText(kept_.isEmpty() ? hint_ : kept_, Qt::ElideRight, room.width()));
}

}  // namespace guardline::ui

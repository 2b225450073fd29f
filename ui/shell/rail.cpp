// Paints the rail's items. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rail.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

namespace guardline::ui {
namespace {

class RailItem final : public QAbstractButton {
 public:
  RailItem(const Theme& theme, QString icon, QWidget* parent)
      : QAbstractButton(parent), theme_(theme), icon_(std::move(icon)) {
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  }
  void set_compact(bool compact) {
    compact_ = compact;
    setToolTip(compact ? text() : QString());
    updateGeometry();
    update();
  }
  void set_badge(int count) {
    badge_ = count;
    update();
  }
  [[nodiscard]] int badge() const { return badge_; }
  [[nodiscard]] QSize sizeHint() const override {
    return {theme_.px(compact_ ? 44 : 72), theme_.px(compact_ ? 44 : 60)};
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    if (isChecked() || underMouse()) {
      p.setPen(Qt::NoPen);
      p.setBrush(theme_.color(Token::rail_active_bg));
      p.drawRoundedRect(QRectF(6, 0, width() - 12, height()), 6, 6);
    }
    if (isChecked()) p.fillRect(QRect(0, 12, 3, height() - 24), theme_.color(Token::rail_mark));
    if (hasFocus()) {
      // On the dark rail the ring is the rail's own mark colour: the light theme's focus blue would not show.
      p.setPen(QPen(theme_.color(Token::rail_mark), 2));
      p.setBrush(Qt::NoBrush);
      p.drawRoundedRect(QRectF(7, 1, width() - 14, height() - 2), 6, 6);
    }
    const auto ink = theme_.color(isChecked() ? Token::rail_active_text : Token::rail_text);
    const int side = theme_.px(20);
    const auto face = theme_.font(12, isChecked() ? QFont::DemiBold : QFont::Normal);
    const int line = theme_.px(text().contains(u'\n') ? 14 : 16);
    const int lines = compact_ ? 0 : 1 + static_cast<int>(text().count(u'\n'));
    const int block = side + (lines > 0 ? theme_.px(4) + lines * line : 0);
    int y = (height() - block) / 2;
    p.drawPixmap(QRect((width() - side) / 2, y, side, side), icon_pixmap(icon_, side, ink, devicePixelRatioF()));
    paint_badge(p, y);
    if (compact_) return;
    y += side + theme_.px(4);
    p.setPen(ink);
    p.setFont(face);
    for (const auto& part : text().split(u'\n')) {
      p.drawText(QRect(0, y, width(), line), Qt::AlignCenter, part);
      y += line;
    }
  }

 private:
  /// At the icon's upper right; more than 99 is told by the tool tip's page, not here.
  void paint_badge(QPainter& p, int icon_top) const {
    if (badge_ <= 0) return;
    const auto text = badge_ > 99 ? QStringLiteral("99+") : QString::number(badge_);
    const auto face = theme_.font(11, QFont::DemiBold);
    const int high = theme_.px(16);
    const int wide = std::max(high, QFontMetrics(face).horizontalAdvance(text) + theme_.px(8));
    const QRectF box(width() / 2.0 + theme_.px(6), icon_top - theme_.px(4), wide, high);
    p.setPen(Qt::NoPen);
    p.setBrush(theme_.color(Token::high));
    p.drawRoundedRect(box, high / 2.0, high / 2.0);
    p.setPen(QColor(0x17, 0x21, 0x2B));  // on this amber in both looks
    p.setFont(face);
    p.drawText(box, Qt::AlignCenter, text);
  }

  const Theme& theme_;
  QString icon_;
  bool compact_{false};
  int badge_{0};
};

RailItem* item_of(const std::map<Place, QAbstractButton*>& items, Place place) {
  return static_cast<RailItem*>(items.at(place));
}

}  // namespace

Rail::Rail(Theme& theme, QWidget* parent) : QFrame(parent), theme_(theme), column_(new QVBoxLayout(this)) {
  setProperty("kind", QStringLiteral("rail"));
  column_->setContentsMargins(0, 8, 0, 6);
  column_->setSpacing(2);
  column_->addStretch(1);
  connect(&theme_, &Theme::changed, this, &Rail::dress);
  dress();
}

void Rail::add(Place place, const QString& icon) {
  auto* item = new RailItem(theme_, icon, this);
  const auto [at, fresh] = items_.emplace(place, item);
  Q_ASSERT(fresh);
  column_->insertWidget(static_cast<int>(std::distance(items_.begin(), at)), item);
  // Tab goes from top to bottom, in whatever order they came.
  if (at != items_.begin()) setTabOrder(std::prev(at)->second, item);
  if (const auto next = std::next(at); next != items_.end()) setTabOrder(item, next->second);
  item->set_compact(compact_);
  connect(item, &QAbstractButton::clicked, this, [this, place] { Q_EMIT chosen(place); });
}

void Rail::set_text(Place place, const QString& text) {
  item_of(items_, place)->setText(text);
  name(place);
}

void Rail::set_badge(Place place, int count) {
  item_of(items_, place)->set_badge(count);
  name(place);
}

void Rail::name(Place place) {
  auto* item = item_of(items_, place);
  const auto text = item->text().replace(u'\n', u' ');
  item->setAccessibleName(item->badge() > 0 ? tr("%1，%2 项待处理").arg(text).arg(item->badge()) : text);
}

void Rail::set_shown(Place place, bool shown) { items_.at(place)->setVisible(shown); }

void Rail::set_current(Place place) { items_.at(place)->setChecked(true); }

void Rail::set_compact(bool compact) {
  compact_ = compact;
  dress();
}

void Rail::dress() {
  setFixedWidth(theme_.px(compact_ ? 56 : 84));
  for (const auto& [place, item] : items_) static_cast<RailItem*>(item)->set_compact(compact_);
}

}  // namespace guardline::ui

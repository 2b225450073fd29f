// Paints the rail's items. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rail.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QPainter>
#include <QVBoxLayout>

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
  const Theme& theme_;
  QString icon_;
  bool compact_{false};
};

}  // namespace

Rail::Rail(Theme& theme, QWidget* parent) : QFrame(parent), theme_(theme), column_(new QVBoxLayout(this)) {
  setProperty("kind", QStringLiteral("rail"));
  column_->setContentsMargins(0, 8, 0, 6);
  column_->setSpacing(2);
  column_->addStretch(1);
  connect(&theme_, &Theme::changed, this, &Rail::dress);
  dress();
}

int Rail::add(const QString& icon) {
  const int index = static_cast<int>(items_.size());
  auto* item = new RailItem(theme_, icon, this);
  column_->insertWidget(index, item);
  connect(item, &QAbstractButton::clicked, this, [this, index] { Q_EMIT chosen(index); });
  items_.push_back(item);
  return index;
}

void Rail::set_text(int index, const QString& text) {
  auto* item = items_.at(static_cast<std::size_t>(index));
  item->setText(text);
  item->setAccessibleName(QString(text).replace(u'\n', u' '));
}

void Rail::set_shown(int index, bool shown) { items_.at(static_cast<std::size_t>(index))->setVisible(shown); }

void Rail::set_current(int index) { items_.at(static_cast<std::size_t>(index))->setChecked(true); }

void Rail::set_compact(bool compact) {
  compact_ = compact;
  dress();
}

void Rail::dress() {
  setFixedWidth(theme_.px(compact_ ? 56 : 84));
  for (auto* item : items_) static_cast<RailItem*>(item)->set_compact(compact_);
}

}  // namespace guardline::ui

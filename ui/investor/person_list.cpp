// Paints people as cards or lines. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/investor/person_list.h"

#include "models/live/words.h"
#include "ui/investor/look_words.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

namespace guardline::ui {
namespace {

enum PersonRole : int { NameRole = Qt::UserRole + 1, ReachRole, NumbersRole, TierRole, WhenRole, OpenRole };

class PersonDelegate final : public QStyledItemDelegate {
 public:
  PersonDelegate(const Theme& theme, PersonList::Kind kind, QObject* parent)
      : QStyledItemDelegate(parent), theme_(theme), kind_(kind) {}

  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
    return {0, theme_.px(kind_ == PersonList::Kind::card ? 76 : 28)};
  }
  void paint(QPainter* p, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    p->save();
    p->setRenderHint(QPainter::Antialiasing);
    const bool open = index.data(OpenRole).toBool();
    const bool over = option.state.testFlag(QStyle::State_MouseOver);
    p->fillRect(option.rect, theme_.color(open ? Token::accent_soft : over ? Token::bg_hover : Token::bg_surface));
    if (open) p->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), theme_.color(Token::accent));
    kind_ == PersonList::Kind::card ? card(p, option.rect, index) : line(p, option.rect, index);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
      p->setRenderHint(QPainter::Antialiasing, false);
      p->setPen(QPen(theme_.color(Token::focus), 2));
      p->setBrush(Qt::NoBrush);
      p->drawRect(option.rect.adjusted(1, 1, -1, -2));
    }
    p->restore();
  }

 private:
  void card(QPainter* p, const QRect& rect, const QModelIndex& index) const {
    const int left = rect.left() + theme_.px(12);
    const int wide = rect.width() - theme_.px(24);
    const auto reach = words_of(static_cast<models::ReachState>(index.data(ReachRole).toInt()));
    const auto small = theme_.font(12);
    const auto strong = theme_.font(12, QFont::DemiBold);
    const int badge = theme_.px(5 + 14 + 5 + 8) + QFontMetrics(strong).horizontalAdvance(reach.word);
    p->setFont(theme_.font(13, QFont::DemiBold));
    p->setPen(theme_.color(Token::text));
    const auto name =
        p->fontMetrics().elidedText(index.data(NameRole).toString(), Qt::ElideRight, wide - badge - theme_.px(6));
    const QRect first(left, rect.top() + theme_.px(8), wide, theme_.px(22));
    p->drawText(first, Qt::AlignVCenter, name);
    const QRectF box(left + p->fontMetrics().horizontalAdvance(name) + theme_.px(6), first.top(), badge,
                     first.height());
    const auto colors = colors_of(theme_, reach.family);
    p->setPen(colors.line);
    p->setBrush(colors.soft);
    p->drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    const int side = theme_.px(14);
    paint_shape(*p, QRectF(box.left() + theme_.px(5), box.center().y() - side / 2.0, side, side), reach.shape, theme_);
    p->setPen(colors.text);
    p->setFont(strong);
    p->drawText(box.adjusted(theme_.px(24), 0, 0, 0), Qt::AlignVCenter, reach.word);
    p->setFont(small);
    p->setPen(theme_.color(Token::text_2));
    int y = first.bottom() + theme_.px(2);
    for (const int role : {static_cast<int>(NumbersRole), static_cast<int>(TierRole)}) {
      const QRect row(left, y, wide, theme_.px(18));
      p->drawText(row, Qt::AlignVCenter,
                  p->fontMetrics().elidedText(index.data(role).toString(), Qt::ElideRight, wide));
      y += theme_.px(18);
    }
    p->setPen(theme_.color(Token::line));
    p->drawLine(rect.bottomLeft(), rect.bottomRight());
  }
  void line(QPainter* p, const QRect& rect, const QModelIndex& index) const {
    const int side = theme_.px(15);
    const int left = rect.left() + theme_.px(12);
    p->drawPixmap(
        QRect(left, rect.center().y() - side / 2, side, side),
        icon_pixmap(QStringLiteral("person"), side, theme_.color(Token::text_2), p->device()->devicePixelRatioF()));
    p->setFont(theme_.font(12));
    const auto when = index.data(WhenRole).toString();
    const int tail = p->fontMetrics().horizontalAdvance(when) + theme_.px(12);
    QRect words(left + side + theme_.px(7), rect.top(), 0, rect.height());
    words.setRight(rect.right() - tail - theme_.px(6));
    p->setPen(theme_.color(Token::text));
    const auto text = QStringLiteral("%1　%2").arg(index.data(NameRole).toString(), index.data(NumbersRole).toString());
    p->drawText(words, Qt::AlignVCenter, p->fontMetrics().elidedText(text, Qt::ElideRight, words.width()));
    p->setPen(theme_.color(Token::text_3));
    p->drawText(QRect(rect.right() - tail, rect.top(), tail - theme_.px(12) + 1, rect.height()), Qt::AlignVCenter,
                when);
  }

  const Theme& theme_;
  PersonList::Kind kind_;
};

}  // namespace

PersonList::PersonList(Theme& theme, Kind kind, QWidget* parent) : QListWidget(parent), theme_(theme), kind_(kind) {
  setItemDelegate(new PersonDelegate(theme, kind, this));
  setFrameShape(QFrame::NoFrame);
  setUniformItemSizes(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setMouseTracking(true);
  setProperty("kind", QStringLiteral("plain"));
  connect(this, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) {
    // After the click is over: who hears it fills the list anew.
    QMetaObject::invokeMethod(
        this, [this, at = row(item)] { Q_EMIT chosen(at); }, Qt::QueuedConnection);
  });
  connect(&theme, &Theme::changed, this, [this] { scheduleDelayedItemsLayout(); });
}

void PersonList::show_people(const std::vector<Person>& people, int current) {
  const QSignalBlocker quiet(this);
  const int before = currentRow();
  clear();
  for (std::size_t i = 0; i < people.size(); ++i) {
    const auto& [head, when] = people[i];
    const auto name = head.name.isEmpty() ? QCoreApplication::translate("PersonList", "（资料已删除）") : head.name;
    const auto reach = words_of(head.reach).word;
    auto tier = tier_text(head.tier);
    // From the local copy: it may have changed since.
    if (head.as_of)
      tier += QStringLiteral("　") +
              QCoreApplication::translate("PersonList", "截至 %1").arg(models::minute_text(*head.as_of));
    if (head.followed) tier += QStringLiteral("　") + QCoreApplication::translate("PersonList", "已关注");
    const auto numbers =
        kind_ == Kind::card
            ? QStringList{head.phone, head.email}.filter(QRegularExpression(QStringLiteral("."))).join(u'　')
            : (head.phone.isEmpty() ? head.email : head.phone);
    auto* item = new QListWidgetItem(this);
    item->setData(NameRole, name);
    item->setData(ReachRole, static_cast<int>(head.reach));
    item->setData(NumbersRole, numbers);
    item->setData(TierRole, tier);
    item->setData(WhenRole, when);
    item->setData(OpenRole, static_cast<int>(i) == current);
    item->setData(Qt::AccessibleTextRole, QStringList{name, reach, numbers, tier, when}.join(QStringLiteral("，")));
  }
  setCurrentRow(current >= 0 ? current : std::min(std::max(before, 0), count() - 1));
}

void PersonList::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (currentRow() >= 0) Q_EMIT chosen(currentRow());
      return;
    case Qt::Key_J:
    case Qt::Key_K: {
      QKeyEvent move(QEvent::KeyPress, event->key() == Qt::Key_J ? Qt::Key_Down : Qt::Key_Up, Qt::NoModifier);
      return QListWidget::keyPressEvent(&move);
    }
    case Qt::Key_Escape:
      return event->ignore();
    default:
      // Letters and digits are the page's keys, not a search among masked names.
      if (!event->text().isEmpty() && event->text().at(0).isPrint()) return event->ignore();
      QListWidget::keyPressEvent(event);
  }
}

}  // namespace guardline::ui

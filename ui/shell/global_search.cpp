// The field and its list. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/global_search.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/labels.h"

#include <QAccessible>
#include <QAction>
#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QRegularExpression>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace guardline::ui {
namespace {

constexpr int kWide = 520;
constexpr int kRows = 9;
enum EntryRole : int { IconRole = Qt::UserRole + 1, DetailRole, CapsRole, RunsRole };

class EntryDelegate final : public QStyledItemDelegate {
 public:
  EntryDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), theme_(theme) {}
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    return {0, theme_.px(32) + (said_below(option, index) ? theme_.px(34) : 0)};
  }
  void paint(QPainter* p, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const auto& box = option.rect;
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    if (chosen) p->fillRect(box, theme_.color(Token::accent_soft));
    if (chosen) p->fillRect(QRect(box.left(), box.top(), 3, box.height()), theme_.color(Token::accent));
    const int side = theme_.px(16);
    const int gap = theme_.px(12);
    p->drawPixmap(QRect(box.left() + gap, box.top() + theme_.px(8), side, side),
                  icon_pixmap(index.data(IconRole).toString(), side, theme_.color(Token::text_2),
                              p->device()->devicePixelRatioF()));
    int right = box.right() - gap;
    const auto caps = index.data(CapsRole).toString().split(u'|', Qt::SkipEmptyParts);
    for (auto cap = caps.crbegin(); cap != caps.crend(); ++cap) {
      right -= key_cap_width(theme_, *cap);
      paint_key_cap(*p, theme_, *cap, right, box.center().y(), theme_.color(Token::text_2),
                    theme_.color(Token::line_strong));
      right -= theme_.px(4);
    }
    QRect room(box.left() + 2 * gap + side, box.top(), 0, theme_.px(32));
    room.setRight(right - theme_.px(8));
    const bool below = said_below(option, index);
    p->setFont(theme_.font(13));
    p->setPen(theme_.color(index.data(RunsRole).toBool() ? Token::text : Token::text_2));
    const auto title = p->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room.width());
    p->drawText(room, Qt::AlignVCenter, title);
    if (!below) room.setLeft(room.left() + p->fontMetrics().horizontalAdvance(title) + gap);
    p->setFont(theme_.font(12));
    p->setPen(theme_.color(Token::text_3));
    const auto detail = index.data(DetailRole).toString();
    if (below) {
      p->drawText(QRect(room.left(), room.bottom() - theme_.px(2), room.width(), theme_.px(36)), Qt::TextWordWrap,
                  detail);
    } else {
      p->drawText(room, Qt::AlignVCenter, p->fontMetrics().elidedText(detail, Qt::ElideRight, room.width()));
    }
  }

 private:
  /// A line that only says something says all of it, below its title if need be.
  [[nodiscard]] bool said_below(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    if (index.data(RunsRole).toBool()) return false;
    const int wide = QFontMetrics(theme_.font(13)).horizontalAdvance(index.data().toString()) +
                     QFontMetrics(theme_.font(12)).horizontalAdvance(index.data(DetailRole).toString());
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    return view != nullptr && wide + theme_.px(70) > view->viewport()->width();
  }

  const Theme& theme_;
};

}  // namespace

GlobalSearch::GlobalSearch(Theme& theme, QWidget* box, QWidget* window)
    : Popover(theme, window),
      box_(box),
      field_(new QLineEdit(sheet())),
      list_(new QListWidget(sheet())),
      hint_(make_label("hint", sheet())),
      text_(theme, this) {
  auto* top = new QWidget(sheet());
  auto* row = new QVBoxLayout(top);
  row->setContentsMargins(8, 8, 8, 8);
  row->addWidget(field_);
  column()->addWidget(top);
  column()->addWidget(make_rule(false, sheet()));
  column()->addWidget(list_);
  auto* foot = make_frame("overlayfoot", sheet());
  auto* foot_row = new QVBoxLayout(foot);
  foot_row->setContentsMargins(12, 6, 12, 6);
  foot_row->addWidget(hint_);
  column()->addWidget(foot);
  field_->setMaxLength(254);
  field_->setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhSensitiveData);
  auto* glass = field_->addAction(QIcon(), QLineEdit::LeadingPosition);
  list_->setItemDelegate(new EntryDelegate(theme, list_));
  list_->setFrameShape(QFrame::NoFrame);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->setProperty("kind", QStringLiteral("plain"));
  field_->installEventFilter(this);
  list_->installEventFilter(this);
  connect(field_, &QLineEdit::textChanged, this, &GlobalSearch::fill);
  connect(list_, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { take(list_->row(item)); });
  connect(this, &QDialog::finished, this, [this] {
    // Nothing of what was typed stays in a widget.
    sources_ = {};
    field_->setText(QString());  // clear() could be undone
    entries_.clear();
    list_->clear();
  });
  text_([this, glass, &theme] {
    glass->setIcon(icon(QStringLiteral("search"), theme.color(Token::text_2)));
    setAccessibleName(tr("全局搜索"));
    field_->setAccessibleName(tr("搜索"));
    field_->setAccessibleDescription(tr("完整手机号、邮箱、流水号；A- 告警编号；> 命令；? 快捷键"));
    field_->setPlaceholderText(tr("手机号、邮箱、流水号、A- 告警、> 命令"));
    list_->setAccessibleName(tr("搜索结果"));
    hint_->setText(tr("Enter 打开　·　↓ 选择　·　Esc 关闭　·　输入的内容不会保存"));
    if (isVisible()) fill();
  });
}

void GlobalSearch::open_with(SearchSources sources) {
  sources_ = std::move(sources);
  open();
  fill();
  field_->setFocus(Qt::ShortcutFocusReason);
}

QRect GlobalSearch::place() const {
  const int most = window()->width() - theme().px(24);
  const int wide = std::min(theme().px(kWide), most);
  const auto at = box_->mapTo(window(), QPoint(0, 0));
  // Over its box, its right edge where the box ends if there is no room to the right.
  const int left =
      std::clamp(at.x() + box_->width() - wide, theme().px(12), std::max(theme().px(12), most - wide + theme().px(12)));
  const int high = std::min(sheet()->sizeHint().height(), window()->height() - at.y() - theme().px(12));
  return {left, std::max(0, at.y() - theme().px(8)), wide, high};
}

void GlobalSearch::fill() {
  if (!sources_.open) return;
  entries_ = search_entries(field_->text(), sources_);
  list_->clear();
  for (const auto& entry : entries_) {
    auto* item = new QListWidgetItem(entry.title, list_);
    item->setData(IconRole, entry.icon);
    item->setData(DetailRole, entry.detail);
    item->setData(CapsRole, entry.keys);
    item->setData(RunsRole, static_cast<bool>(entry.run));
    const auto caps = QString(entry.keys).replace(u'|', u' ');
    item->setData(
        Qt::AccessibleTextRole,
        QStringList{entry.title, entry.detail, caps}.filter(QRegularExpression(QStringLiteral("."))).join(u' '));
  }
  const auto runs =
      std::ranges::find_if(entries_, [](const SearchEntry& entry) { return static_cast<bool>(entry.run); });
  if (runs != entries_.end()) list_->setCurrentRow(static_cast<int>(runs - entries_.begin()));
  if (isVisible()) stand();  // rows break at the width they have
  int high = theme().px(4);
  for (int row = 0; row < std::min(list_->count(), kRows); ++row) high += list_->sizeHintForRow(row);
  list_->setFixedHeight(std::max(high, theme().px(36)));
  if (isVisible()) stand();
  // What Enter would do, said without leaving the field.
  if (!entries_.empty() && !field_->text().isEmpty()) {
    list_->setAccessibleDescription(
        list_->item(std::max(0, list_->currentRow()))->data(Qt::AccessibleTextRole).toString());
    QAccessibleEvent event(list_, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
  }
}

void GlobalSearch::take(int row) {
  if (row < 0 || row >= static_cast<int>(entries_.size())) return;
  const auto entry = entries_[static_cast<std::size_t>(row)];
  if (!entry.run) return;
  accept();
  Q_EMIT taken(entry.kept);
  entry.run();
}

void GlobalSearch::leave_field(int row) {
  if (list_->count() == 0) return;
  list_->setFocus(Qt::OtherFocusReason);
  list_->setCurrentRow(std::clamp(row, 0, list_->count() - 1));
}

bool GlobalSearch::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress && (watched == field_ || watched == list_)) {
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (enter) {
      take(list_->currentRow());
      return true;
    }
    if (watched == field_ && key->key() == Qt::Key_Down) {
      // The first line is Enter's already: down goes to the next.
      leave_field(list_->currentRow() + 1);
      return true;
    }
    if (watched == list_) {
      if (key->key() == Qt::Key_Up && list_->currentRow() <= 0) {
        field_->setFocus(Qt::OtherFocusReason);
        return true;
      }
      const bool typed = !key->text().isEmpty() && key->text().at(0).isPrint();
      if (typed || key->key() == Qt::Key_Backspace) {
        field_->setFocus(Qt::OtherFocusReason);
        QCoreApplication::sendEvent(field_, event);
        return true;
      }
    }
  }
  return Popover::eventFilter(watched, event);
}

}  // namespace guardline::ui

// Builds and filters the sheet of keys. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shortcuts_overlay.h"

#include "ui/theme/theme.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/labels.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

namespace guardline::ui {
namespace {

// One or more caps in a row.
class KeyCaps final : public QWidget {
 public:
  KeyCaps(const Theme& theme, const QString& keys, QWidget* parent)
      : QWidget(parent), theme_(theme), keys_(keys.split(u'|')) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  }
  [[nodiscard]] QSize sizeHint() const override {
    int width = -theme_.px(4);
    for (const auto& key : keys_) width += theme_.px(4) + key_cap_width(theme_, key);
    return {width, theme_.px(20)};
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter p(this);
    int x = 0;
    for (const auto& key : keys_)
      x += theme_.px(4) + paint_key_cap(p, theme_, key, x, height() / 2, theme_.color(Token::text_2),
                                        theme_.color(Token::line_strong));
  }

 private:
  const Theme& theme_;
  QStringList keys_;
};

}  // namespace

ShortcutsOverlay::ShortcutsOverlay(Theme& theme, QWidget* window)
    : QWidget(window),
      theme_(theme),
      sheet_(make_frame("overlay", this)),
      title_(make_label("step", sheet_)),
      hint_(make_label("hint", sheet_)),
      search_(new QLineEdit(sheet_)),
      close_(new KeyButton(theme, QStringLiteral("Esc"), sheet_)),
      text_(theme, this) {
  auto* outer = new QVBoxLayout(this);
  outer->addStretch(1);
  auto* middle = new QHBoxLayout;
  middle->addStretch(1);
  middle->addWidget(sheet_);
  middle->addStretch(1);
  outer->addLayout(middle);
  outer->addStretch(1);
  auto* column = new QVBoxLayout(sheet_);
  column->setContentsMargins(1, 1, 1, 1);
  column->setSpacing(0);
  auto* head = make_frame("cardhead", sheet_);
  auto* row = new QHBoxLayout(head);
  row->setContentsMargins(20, 10, 16, 10);
  row->setSpacing(12);
  row->addWidget(new IconLabel(theme, QStringLiteral("keys"), Token::text_2, 20, head));
  row->addWidget(title_);
  row->addWidget(hint_);
  row->addStretch(1);
  search_->setClearButtonEnabled(true);
  row->addWidget(search_);
  column->addWidget(head);
  body_ = new QVBoxLayout;
  body_->setContentsMargins(20, 14, 20, 14);
  column->addLayout(body_);
  auto* foot = make_frame("overlayfoot", sheet_);
  auto* foot_row = new QHBoxLayout(foot);
  foot_row->setContentsMargins(20, 8, 16, 8);
  auto* back = make_label("hint", foot);
  foot_row->addWidget(back);
  foot_row->addStretch(1);
  foot_row->addWidget(close_);
  column->addWidget(foot);
  connect(close_, &QPushButton::clicked, this, &ShortcutsOverlay::shut);
  connect(search_, &QLineEdit::textChanged, this, &ShortcutsOverlay::fill);
  window->installEventFilter(this);
  text_([this, back] {
    title_->setText(tr("快捷键"));
    hint_->setText(tr("本页在最前"));
    search_->setPlaceholderText(tr("输入动作或按键"));
    search_->setAccessibleName(tr("查找快捷键"));
    search_->setMinimumWidth(theme_.px(260));
    close_->setText(tr("关闭"));
    close_->setAccessibleName(tr("关闭"));
    back->setText(tr("单键快捷键在输入框内不起作用。关闭后焦点回到原处。"));
    setAccessibleName(tr("快捷键一览"));
  });
  hide();
}

void ShortcutsOverlay::open(const QString& page_title, std::vector<KeyHelp> page_keys,
                            std::vector<KeyHelp> general_keys) {
  page_title_ = page_title;
  page_keys_ = std::move(page_keys);
  general_keys_ = std::move(general_keys);
  if (!isVisible()) opener_ = QApplication::focusWidget();
  search_->clear();
  fill();
  setGeometry(parentWidget()->rect());
  show();
  raise();
  search_->setFocus();
}

void ShortcutsOverlay::shut() {
  hide();
  if (opener_) opener_->setFocus();
}

void ShortcutsOverlay::add_group(QVBoxLayout* column, const QString& title, const QString& where,
                                 const std::vector<KeyHelp>& keys) {
  const auto wanted = search_->text().trimmed();
  QWidget* group = nullptr;
  for (const auto& key : keys) {
    if (!wanted.isEmpty() && !key.action.contains(wanted, Qt::CaseInsensitive) &&
        !key.keys.contains(wanted, Qt::CaseInsensitive))
      continue;
    if (group == nullptr) {
      group = new QWidget(list_);
      auto* inside = new QVBoxLayout(group);
      inside->setContentsMargins(0, 0, 0, 0);
      inside->setSpacing(2);
      auto* head = new QHBoxLayout;
      head->setSpacing(8);
      auto* name = make_label("label", group);
      name->setText(title);
      auto* place = make_label("hint", group);
      place->setText(where);
      head->addWidget(name);
      head->addWidget(place);
      head->addStretch(1);
      inside->addLayout(head);
      inside->addWidget(make_rule(false, group));
      column->addWidget(group);
    }
    auto* line = new QHBoxLayout;
    auto* action = make_label("small", group);
    action->setText(key.action);
    action->setMinimumHeight(theme_.px(25));
    action->setAccessibleName(QStringLiteral("%1 %2").arg(key.action, QString(key.keys).replace(u'|', u' ')));
    line->addWidget(action);
    line->addStretch(1);
    line->addWidget(new KeyCaps(theme_, key.keys, group));
    static_cast<QVBoxLayout*>(group->layout())->addLayout(line);
  }
}

void ShortcutsOverlay::fill() {
  delete list_;
  list_ = new QWidget(sheet_);
  list_->setMinimumSize(theme_.px(760), theme_.px(260));
  auto* columns = new QHBoxLayout(list_);
  columns->setContentsMargins(0, 0, 0, 0);
  columns->setSpacing(40);
  for (int side = 0; side < 2; ++side) {
    auto* column = new QVBoxLayout;
    if (side == 0) add_group(column, page_title_, tr("当前页面"), page_keys_);
    if (side == 1) add_group(column, tr("全局"), tr("任何页面"), general_keys_);
    if (column->count() == 0) {
      auto* none = make_label("hint", list_);
      none->setText(tr("没有符合的快捷键"));
      column->addWidget(none);
    }
    column->addStretch(1);
    columns->addLayout(column, 1);
  }
  body_->addWidget(list_);
}

void ShortcutsOverlay::paintEvent(QPaintEvent*) {
  QPainter p(this);
  auto scrim = theme_.color(Token::scrim);
  scrim.setAlphaF(0.55F);
  p.fillRect(rect(), scrim);
}

void ShortcutsOverlay::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) return shut();
  QWidget::keyPressEvent(event);
}

void ShortcutsOverlay::mousePressEvent(QMouseEvent*) { shut(); }

bool ShortcutsOverlay::eventFilter(QObject* watched, QEvent* event) {
  if (watched == parentWidget() && event->type() == QEvent::Resize) setGeometry(parentWidget()->rect());
  return QWidget::eventFilter(watched, event);
}

bool ShortcutsOverlay::focusNextPrevChild(bool) {
  // Two stops only: Tab must not walk into the covered page.
  (search_->hasFocus() ? static_cast<QWidget*>(close_) : search_)->setFocus(Qt::TabFocusReason);
  return true;
}

}  // namespace guardline::ui

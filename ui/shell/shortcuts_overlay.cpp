// Builds and filters the sheet of keys. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shortcuts_overlay.h"

#include "ui/shell/key_sheet.h"
#include "ui/shell/preferences.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/labels.h"

#include <QApplication>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

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

ShortcutsOverlay::ShortcutsOverlay(Preferences& preferences, QWidget* window)
    : QWidget(window),
      preferences_(preferences),
      theme_(preferences.theme()),
      sheet_(make_frame("overlay", this)),
      title_(make_label("step", sheet_)),
      hint_(make_label("hint", sheet_)),
      back_(make_label("hint", sheet_)),
      search_(new QLineEdit(sheet_)),
      print_(new QPushButton(sheet_)),
      single_(new QCheckBox(sheet_)),
      close_(new KeyButton(theme_, QStringLiteral("Esc"), sheet_)),
      text_(theme_, this) {
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
  row->addWidget(new IconLabel(theme_, QStringLiteral("keys"), Token::text_2, 20, head));
  row->addWidget(title_);
  row->addWidget(hint_);
  row->addStretch(1);
  search_->setClearButtonEnabled(true);
  row->addWidget(search_);
  row->addWidget(print_);
  column->addWidget(head);
  body_ = new QVBoxLayout;
  body_->setContentsMargins(20, 14, 20, 14);
  column->addLayout(body_);
  auto* foot = make_frame("overlayfoot", sheet_);
  auto* foot_row = new QHBoxLayout(foot);
  foot_row->setContentsMargins(20, 8, 16, 8);
  foot_row->setSpacing(12);
  foot_row->addWidget(single_);
  foot_row->addStretch(1);
  foot_row->addWidget(back_);
  foot_row->addWidget(close_);
  column->addWidget(foot);
  connect(close_, &QPushButton::clicked, this, &ShortcutsOverlay::shut);
  connect(print_, &QPushButton::clicked, this, &ShortcutsOverlay::print);
  connect(search_, &QLineEdit::textChanged, this, &ShortcutsOverlay::fill);
  connect(single_, &QCheckBox::toggled, &preferences_, &Preferences::set_single_keys);
  window->installEventFilter(this);
  text_([this] {
    title_->setText(tr("快捷键"));
    hint_->setText(tr("本页在最前"));
    search_->setPlaceholderText(tr("输入动作或按键"));
    search_->setAccessibleName(tr("查找快捷键"));
    search_->setMinimumWidth(theme_.px(260));
    print_->setText(tr("打印"));
    print_->setAccessibleName(tr("打印快捷键"));
    print_->setIcon(icon(QStringLiteral("print"), theme_.color(Token::text_2)));
    single_->setText(tr("打开单键快捷键（在输入框内不起作用）"));
    single_->setAccessibleName(single_->text());
    single_->setChecked(preferences_.single_keys());
    close_->setText(tr("关闭"));
    close_->setAccessibleName(tr("关闭"));
    back_->setText(tr("关闭后焦点回到原处"));
    setAccessibleName(tr("快捷键一览"));
  });
  hide();
}

void ShortcutsOverlay::open(std::vector<KeyGroup> groups, const QString& filter) {
  groups_ = std::move(groups);
  if (!isVisible()) opener_ = QApplication::focusWidget();
  {
    const QSignalBlocker quiet(search_);
    search_->setText(filter);
  }
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

void ShortcutsOverlay::print() {
  auto* printer = new QPrinter(QPrinter::HighResolution);
  auto* dialog = new QPrintDialog(printer, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), this, [this](QPrinter* chosen) {
    auto font = theme_.font(13);
    font.setPointSizeF(10);
    const bool done = print_key_sheet(*chosen, key_sheet_html(tr("Guardline 守护台 快捷键"), groups_), font);
    hint_->setText(done ? tr("已送往打印机") : tr("没有打印成。请换一台打印机再试。"));
  });
  connect(dialog, &QObject::destroyed, qApp, [printer] { delete printer; });
  dialog->open();
}

bool ShortcutsOverlay::add_group(QVBoxLayout* column, const KeyGroup& keys) {
  const auto wanted = search_->text().trimmed();
  QWidget* group = nullptr;
  for (const auto& key : keys.keys) {
    if (!wanted.isEmpty() && !key.action.contains(wanted, Qt::CaseInsensitive) &&
        !key.keys.split(u'|').contains(wanted, Qt::CaseInsensitive))
      continue;
    if (group == nullptr) {
      group = new QWidget(list_);
      auto* inside = new QVBoxLayout(group);
      inside->setContentsMargins(0, 0, 0, 0);
      inside->setSpacing(1);
      auto* head = new QHBoxLayout;
      head->setContentsMargins(theme_.px(6), 0, theme_.px(6), 0);
      head->setSpacing(8);
      auto* name = make_label("label", group);
      name->setText(keys.title);
      auto* place = make_label("hint", group);
      place->setText(keys.where);
      head->addWidget(name);
      head->addWidget(place);
      head->addStretch(1);
      inside->addLayout(head);
      inside->addWidget(make_rule(false, group));
      column->addWidget(group);
    }
    auto* row = make_frame(key.fits ? "fits" : "plain", group);
    auto* line = new QHBoxLayout(row);
    // As far to the left as the others: the tint reaches a little beyond the words.
    line->setContentsMargins(theme_.px(6), 0, theme_.px(6), 0);
    auto* action = make_text("small", row);
    action->setText(key.action);
    action->setMinimumHeight(theme_.px(24));
    const auto said = QStringLiteral("%1 %2").arg(key.action, QString(key.keys).replace(u'|', u' '));
    action->setAccessibleName(key.fits ? tr("%1，适合当前所选").arg(said) : said);
    line->addWidget(action, 1);
    line->addWidget(new KeyCaps(theme_, key.keys, row));
    group->layout()->addWidget(row);
  }
  return group != nullptr;
}

void ShortcutsOverlay::fill() {
  delete list_;
  list_ = new QWidget(sheet_);
  list_->setFixedWidth(std::min(theme_.px(1100), window()->width() - 2 * theme_.px(28)));
  list_->setMinimumHeight(theme_.px(260));
  auto* columns = new QHBoxLayout(list_);
  columns->setContentsMargins(0, 0, 0, 0);
  columns->setSpacing(theme_.px(20));
  // The page's own and lists; what acts anywhere; the rest.
  std::array<QVBoxLayout*, 3> sides{};
  for (std::size_t side = 0; side < sides.size(); ++side) {
    if (side > 0) columns->addWidget(make_rule(true, list_));
    sides[side] = new QVBoxLayout;
    sides[side]->setSpacing(theme_.px(14));
    columns->addLayout(sides[side], 1);
  }
  bool any = false;
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    // page, everywhere, lists, charts, dialogs
    const std::size_t side = i == 2 ? 0 : std::min<std::size_t>(i, 2);
    any = add_group(sides[side], groups_[i]) || any;
  }
  if (!any) {
    auto* none = make_text("hint", list_);
    none->setText(tr("没有符合的快捷键"));
    sides[0]->addWidget(none);
  }
  for (auto* side : sides) side->addStretch(1);
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

void ShortcutsOverlay::mousePressEvent(QMouseEvent* event) {
  if (!sheet_->geometry().contains(event->pos())) shut();
}

bool ShortcutsOverlay::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride && isVisible()) {
    const auto* key = static_cast<QKeyEvent*>(event);
    // The window's keys are for the page behind; locking is for everybody.
    if (key->key() != Qt::Key_L || key->modifiers() != Qt::ControlModifier) {
      event->accept();
      return true;
    }
  }
  return QWidget::event(event);
}

bool ShortcutsOverlay::eventFilter(QObject* watched, QEvent* event) {
  if (watched == parentWidget() && event->type() == QEvent::Resize) setGeometry(parentWidget()->rect());
  return QWidget::eventFilter(watched, event);
}

bool ShortcutsOverlay::focusNextPrevChild(bool next) {
  // Tab must not walk into the covered page.
  const std::array<QWidget*, 4> stops{search_, print_, single_, close_};
  const auto at = std::ranges::find_if(stops, [](const QWidget* stop) { return stop->hasFocus(); });
  const auto count = static_cast<std::ptrdiff_t>(stops.size());
  const auto from = at == stops.end() ? (next ? -1 : 0) : at - stops.begin();
  stops[static_cast<std::size_t>((from + (next ? 1 : count - 1)) % count)]->setFocus(Qt::TabFocusReason);
  return true;
}

}  // namespace guardline::ui

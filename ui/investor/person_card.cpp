// Shows the head of an investor. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/investor/person_card.h"

#include "models/investor/desk_model.h"
#include "models/live/words.h"
#include "ui/investor/look_words.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/transient_copy.h"

#include <QAccessible>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace guardline::ui {

using models::RevealField;

PersonCard::PersonCard(Theme& theme, models::DeskModel& desk, bool may_reveal, QWidget* parent)
    : QFrame(parent), theme_(theme), desk_(desk), may_reveal_(may_reveal), text_(theme, this) {
  setProperty("kind", QStringLiteral("card"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(14, 10, 14, 10);
  column->setSpacing(6);
  auto* top = new QHBoxLayout;
  top->setSpacing(8);
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(22);
  grid->setVerticalSpacing(2);
  reach_ = new Badge(theme, Family::plain, ui::Shape::low, this);  // a frame has a Shape of its own
  tier_ = make_label("tag", this);
  erased_ = make_label("warn", this);
  left_ = make_label("warn", this);
  add_field(nullptr, 0, RevealField::name);
  auto& name = fields_.front();
  name.value->setProperty("kind", QStringLiteral("h1"));
  for (auto* part :
       {static_cast<QWidget*>(name.value), static_cast<QWidget*>(name.eye), static_cast<QWidget*>(name.copy),
        static_cast<QWidget*>(reach_), static_cast<QWidget*>(tier_), static_cast<QWidget*>(erased_)})
    top->addWidget(part);
  top->addStretch(1);
  told_ = make_label("hint", this);
  undo_ = new KeyButton(theme, QStringLiteral("Ctrl Z"), this);
  follow_ = new KeyButton(theme, QStringLiteral("F"), this, QStringLiteral("pin"));
  follow_->setCheckable(true);
  for (auto* button : {undo_, follow_}) button->setProperty("kind", QStringLiteral("small"));
  for (auto* part : {static_cast<QWidget*>(left_), static_cast<QWidget*>(told_), static_cast<QWidget*>(undo_),
                     static_cast<QWidget*>(follow_)})
    top->addWidget(part);
  connect(follow_, &QPushButton::clicked, this, &PersonCard::press_follow);
  connect(undo_, &QPushButton::clicked, this, [this] {
    follow_->setFocus(Qt::OtherFocusReason);  // the button that was pressed goes
    desk_.undo_follow();
  });
  column->addLayout(top);
  id_name_ = make_label("hint", this);
  id_ = make_label("small", this);
  grid->addWidget(id_name_, 0, 0);
  grid->addWidget(id_, 1, 0);
  add_field(grid, 1, RevealField::phone);
  add_field(grid, 2, RevealField::email);
  prefers_name_ = make_label("hint", this);
  prefers_ = make_label("small", this);
  grid->addWidget(prefers_name_, 0, 3);
  grid->addWidget(prefers_, 1, 3);
  grid->setColumnStretch(4, 1);
  column->addLayout(grid);
  connect(&desk_, &models::DeskModel::reveal_changed, this, &PersonCard::show_values);
  text_([this] {
    id_->setFont(theme_.mono(12));
    id_name_->setText(tr("编号"));
    prefers_name_->setText(tr("客户偏好"));
    if (!told_->text().isEmpty()) say(why_not_follow());
    show_person();
  });
}

void PersonCard::add_field(QGridLayout* grid, int column, RevealField field) {
  Field made{.field = field,
             .name = make_label("hint", this),
             .value = make_label("small", this),
             .eye = new QPushButton(this),
             .copy = new QPushButton(this)};
  for (auto* button : {made.eye, made.copy}) {
    button->setProperty("kind", QStringLiteral("eye"));
    button->setCursor(Qt::PointingHandCursor);
  }
  connect(made.eye, &QPushButton::clicked, this,
          [this, field] { desk_.revealed(field).isEmpty() ? desk_.reveal(field) : desk_.hide_revealed(); });
  connect(made.copy, &QPushButton::clicked, this,
          [this, field] { copy_for(desk_.revealed(field), std::chrono::seconds(30)); });
  if (grid != nullptr) {
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(made.value);
    row->addWidget(made.eye);
    row->addWidget(made.copy);
    row->addStretch(1);
    grid->addWidget(made.name, 0, column);
    grid->addLayout(row, 1, column);
  } else {
    made.name->hide();
  }
  fields_.push_back(made);
}

QString PersonCard::masked(RevealField field) const {
  const auto* head = desk_.head();
  if (head == nullptr) return {};
  switch (field) {
    case RevealField::name:
      return head->name;
    case RevealField::phone:
      return head->phone;
    case RevealField::email:
      return head->email;
  }
  return {};
}

void PersonCard::set_narrow(bool narrow) {
  narrow_ = narrow;
  show_person();
}

/// A mailbox may be longer than any window; its whole is in the tool tip.
void PersonCard::set_value(QLabel* label, const QString& text) const {
  const int room = theme_.px(narrow_ ? 150 : 210);
  label->setText(label->fontMetrics().elidedText(text, Qt::ElideMiddle, room));
  label->setToolTip(label->text() == text ? QString() : text);
}

void PersonCard::show_values() {
  bool any = false;
  for (const auto& each : fields_) {
    const auto hidden = masked(each.field);
    const auto plain = desk_.revealed(each.field);
    any = any || !plain.isEmpty();
    const bool name = each.field == RevealField::name;
    const auto what = name ? tr("姓名") : each.field == RevealField::phone ? tr("手机") : tr("邮箱");
    each.name->setText(what);
    if (!name) each.value->setFont(theme_.mono(12));
    set_value(each.value, !plain.isEmpty()    ? plain
                          : !hidden.isEmpty() ? hidden
                          : name              ? tr("（资料已删除）")
                                              : tr("未登记"));
    each.eye->setVisible(may_reveal_ && !hidden.isEmpty());
    each.eye->setFixedSize(theme_.px(24), theme_.px(24));
    each.eye->setIcon(icon(QStringLiteral("eye"), theme_.color(each.eye->isEnabled() ? Token::accent : Token::text_3)));
    each.eye->setEnabled(!away_ || !plain.isEmpty());
    each.eye->setAccessibleName(plain.isEmpty() ? tr("显示%1 30 秒，写入审计").arg(what) : tr("隐藏%1").arg(what));
    each.eye->setToolTip(each.eye->isEnabled() ? each.eye->accessibleName() : tr("显示完整%1须联网").arg(what));
    each.eye->setAccessibleDescription(each.eye->isEnabled() ? QString() : each.eye->toolTip());
    each.copy->setVisible(!plain.isEmpty());
    each.copy->setFixedSize(theme_.px(24), theme_.px(24));
    each.copy->setIcon(icon(QStringLiteral("copy"), theme_.color(Token::accent)));
    each.copy->setAccessibleName(tr("复制%1，30 秒后从剪贴板清除").arg(what));
    each.copy->setToolTip(each.copy->accessibleName());
  }
  left_->setVisible(any);
  if (any) left_->setText(tr("%1 秒后隐藏").arg(desk_.reveal_seconds_left()));
}

void PersonCard::show_person() {
  const auto* head = desk_.head();
  if (head == nullptr) return;
  const auto reach = words_of(head->reach);
  reach_->set(reach.family, reach.shape, reach.word);
  reach_->setToolTip(tr("只按客户侧失败判断；通道故障和未发送不计入。"));
  tier_->setText(tier_text(head->tier));
  tier_->setVisible(!head->tier.isEmpty());
  erased_->setText(tr("个人资料已按要求删除"));
  erased_->setVisible(head->erased);
  id_->setText(QStringLiteral("…%1").arg(head->id.right(12)));
  id_->setToolTip(head->id);
  id_->setVisible(!narrow_);
  id_name_->setVisible(!narrow_);
  QStringList out;
  for (const auto& contact : head->contacts) {
    if (contact.opted_out) out << tr("已退订%1").arg(models::channel_short_name(contact.channel));
  }
  out << (head->marketing_consent ? tr("接受营销") : tr("不接受营销"));
  set_value(prefers_, out.join(tr("，", "between preferences")));
  show_values();
  show_follow();
}

QString PersonCard::why_not_follow() const {
  if (desk_.follow_fault()) {
    switch (*desk_.follow_fault()) {
      case models::FollowFault::no_copy:
        return tr("本机没有可写的副本，不能关注");
      case models::FollowFault::full:
        return tr("已关注 %n 位，请先取消一位", nullptr, static_cast<int>(models::kMostFollowed));
      case models::FollowFault::disk:
        return tr("没有写入本机副本，请检查磁盘后再按");
    }
  }
  return desk_.can_follow() ? QString() : tr("打开通信历史后才能关注");
}

void PersonCard::show_follow() {
  const bool on = desk_.followed();
  follow_->setChecked(on);
  follow_->setText(on ? tr("已关注") : tr("关注"));
  follow_->setAccessibleName(tr("关注这位投资者"));
  // Not dead while an answer is out, or the focus would be lost; it does nothing then.
  const bool dead = desk_.follow_fault() == models::FollowFault::no_copy;
  follow_->setEnabled(!dead);
  const auto what =
      on ? tr("留在本机副本里，离线时也能查到。再按一次取消：7 天没有打开就清除")
         : tr("留在本机副本里，离线时也能查到；否则 7 天没有打开就清除。只存本机，内容以最后一次打开为准");
  follow_->setToolTip(dead ? why_not_follow() : what);
  follow_->setAccessibleDescription(follow_->toolTip());
  const auto& undo = desk_.follow_undo();
  undo_->setVisible(undo.has_value());
  undo_->setText(tr("撤销"));
  if (undo) {
    undo_->setAccessibleName(undo->on ? tr("撤销关注 %1").arg(undo->who) : tr("撤销取消关注 %1").arg(undo->who));
    undo_->setToolTip(undo_->accessibleName());
  }
  const auto* head = desk_.head();
  // In a narrow window what was just done goes before what is known anyway.
  if (narrow_ && head != nullptr) tier_->setVisible(!undo && !head->tier.isEmpty());
  // Why it can't be stays said, once somebody pressed for it; anything else is over when it is over.
  if (desk_.follow_fault() && !dead) return say(why_not_follow());
  if (!dead || head == nullptr || told_of_ != head->id) say({});
}

void PersonCard::say(const QString& text) {
  const auto* head = desk_.head();
  told_of_ = head == nullptr ? QString() : head->id;
  if (told_->text() == text && told_->isVisibleTo(this) == !text.isEmpty()) return;
  told_->setText(text);
  told_->setVisible(!text.isEmpty());
  if (text.isEmpty()) return;
  QAccessibleEvent event(told_, QAccessible::Alert);
  QAccessible::updateAccessibility(&event);
}

void PersonCard::press_follow() {
  // The check shows how it stands, not what was pressed.
  follow_->setChecked(desk_.followed());
  if (desk_.follow_asked()) return;
  if (!desk_.can_follow()) return say(why_not_follow());
  say({});
  desk_.follow(!desk_.followed());
}

}  // namespace guardline::ui

// Buttons, form and what is said about them. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/investor/entry_panel.h"

#include "models/investor/desk_model.h"
#include "models/investor/entry_words.h"
#include "models/live/words.h"
#include "ui/investor/look_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/keep_clear.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/segmented.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QVBoxLayout>
#include <array>
#include <utility>

namespace guardline::ui {

using models::DeskModel;

namespace {

constexpr std::array kDirections{CallDirection::incoming, CallDirection::outgoing};
constexpr std::array kOutcomes{CallOutcome::answered, CallOutcome::no_answer, CallOutcome::busy,
                               CallOutcome::switched_off, CallOutcome::wrong_person};

}  // namespace

EntryPanel::EntryPanel(Theme& theme, DeskModel& desk, bool may_write, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      desk_(desk),
      may_write_(may_write),
      card_(new Card(theme, this, 36)),
      call_(new KeyButton(theme, QStringLiteral("L"), card_, QStringLiteral("call"))),
      note_(new KeyButton(theme, QStringLiteral("N"), card_, QStringLiteral("note"))),
      form_(new QWidget(card_)),
      call_form_(new QWidget(form_)),
      direction_name_(make_label("secondary", call_form_)),
      outcome_name_(make_label("secondary", call_form_)),
      minutes_name_(make_label("secondary", call_form_)),
      field_name_(make_label("label", form_)),
      count_(make_label("hint", form_)),
      said_(make_text("hint", card_)),
      direction_(new Segmented(theme, static_cast<int>(kDirections.size()), call_form_)),
      outcome_(new QComboBox(call_form_)),
      minutes_(new QSpinBox(call_form_)),
      field_(new QPlainTextEdit(form_)),
      save_(new KeyButton(theme, QStringLiteral("Ctrl Enter"), form_)),
      close_(new KeyButton(theme, QStringLiteral("Esc"), form_)),
      fault_(new Banner(theme, Family::high, card_)),
      text_(theme, this) {
  keep_clear(this);
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  outer->addWidget(card_);
  auto* column = card_->body();
  column->setContentsMargins(12, 10, 12, 12);
  column->setSpacing(8);
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  row->addWidget(call_, 1);
  row->addWidget(note_, 1);
  column->addLayout(row);
  make_form();
  column->addWidget(form_);
  column->addWidget(fault_);
  column->addWidget(said_);
  form_->hide();
  said_->hide();
  connect(call_, &QPushButton::clicked, this, [this] { open(EntryKind::call); });
  connect(note_, &QPushButton::clicked, this, [this] { open(EntryKind::note); });
  connect(save_, &QPushButton::clicked, this, &EntryPanel::save);
  connect(close_, &QPushButton::clicked, this, &EntryPanel::shut);
  connect(field_, &QPlainTextEdit::textChanged, this, &EntryPanel::keep);
  connect(direction_, &Segmented::chosen, this, &EntryPanel::keep);
  connect(outcome_, &QComboBox::activated, this, &EntryPanel::keep);
  connect(minutes_, &QSpinBox::valueChanged, this, &EntryPanel::keep);
  text_([this] { name_all(); });
}

void EntryPanel::make_form() {
  auto* column = new QVBoxLayout(form_);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(6);
  auto* grid = new QGridLayout(call_form_);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(8);
  grid->setVerticalSpacing(6);
  grid->addWidget(direction_name_, 0, 0);
  grid->addWidget(direction_, 0, 1, Qt::AlignLeft);
  grid->addWidget(outcome_name_, 1, 0);
  grid->addWidget(outcome_, 1, 1);
  grid->addWidget(minutes_name_, 2, 0);
  grid->addWidget(minutes_, 2, 1, Qt::AlignLeft);
  grid->setColumnStretch(1, 1);
  for (std::size_t i = 0; i < kOutcomes.size(); ++i) outcome_->addItem({});
  outcome_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  outcome_->setMinimumContentsLength(6);
  minutes_->setRange(0, static_cast<int>(kLongestCall));
  minutes_->setButtonSymbols(QAbstractSpinBox::NoButtons);
  direction_->set_current(0);
  field_->setTabChangesFocus(true);
  for (QWidget* part :
       {static_cast<QWidget*>(field_), static_cast<QWidget*>(outcome_), static_cast<QWidget*>(minutes_)})
    part->installEventFilter(this);
  field_name_->setBuddy(field_);
  outcome_name_->setBuddy(outcome_);
  minutes_name_->setBuddy(minutes_);
  save_->setProperty("kind", QStringLiteral("primary"));
  column->addWidget(call_form_);
  auto* head = new QHBoxLayout;
  head->addWidget(field_name_);
  head->addStretch(1);
  head->addWidget(count_);
  column->addLayout(head);
  column->addWidget(field_);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(8);
  buttons->addWidget(save_, 1);
  buttons->addWidget(close_);
  column->addLayout(buttons);
}

void EntryPanel::name_all() {
  card_->set_title(tr("操作"), tr("每一步都写入审计"));
  call_->setText(tr("电话记录"));
  call_->setAccessibleName(tr("填电话记录"));
  note_->setText(tr("备注"));
  note_->setAccessibleName(tr("写备注"));
  direction_name_->setText(tr("方向"));
  direction_->setAccessibleName(tr("方向"));
  for (std::size_t i = 0; i < kDirections.size(); ++i)
    direction_->set_text(static_cast<int>(i), models::direction_name(kDirections[i]));
  outcome_name_->setText(tr("结果"));
  outcome_->setAccessibleName(tr("结果"));
  for (std::size_t i = 0; i < kOutcomes.size(); ++i)
    outcome_->setItemText(static_cast<int>(i), models::outcome_name(kOutcomes[i]));
  minutes_name_->setText(tr("时长"));
  minutes_->setAccessibleName(tr("通话分钟数"));
  minutes_->setSuffix(tr(" 分钟", "after a number"));
  close_->setText(tr("收起"));
  close_->setAccessibleName(tr("收起，内容保留"));
  const QFontMetrics metrics(theme_.font(13));
  said_->hide();  // in the language of before
  field_->setFixedHeight(5 * metrics.lineSpacing() + theme_.px(20));
  show_state(online_);
}

CallFacts EntryPanel::call() const {
  if (kind_ != EntryKind::call) return {};
  return {.direction = kDirections.at(static_cast<std::size_t>(std::max(0, direction_->current()))),
          .outcome = kOutcomes.at(static_cast<std::size_t>(std::max(0, outcome_->currentIndex()))),
          .minutes = minutes_->value()};
}

void EntryPanel::open(EntryKind kind) {
  if (!may_write_) return say(tr("您的角色只能查看通信历史。如需记录，请联系值班坐席或主管。"));
  const auto* head = desk_.head();
  if (head == nullptr || head->erased) return;
  if (kind_ != kind) {
    kind_ = kind;
    fill();
  }
  show_state(online_);
  field_->setFocus(Qt::ShortcutFocusReason);
  field_->moveCursor(QTextCursor::End);
  Q_EMIT opened();
}

/// The draft of who is open, in the form that is open.
void EntryPanel::fill() {
  const auto* head = desk_.head();
  person_ = head != nullptr ? head->id : QString();
  said_->hide();
  if (!kind_) return;
  const auto draft = desk_.draft(*kind_);
  const QSignalBlocker quiet_field(field_);
  const QSignalBlocker quiet_outcome(outcome_);
  const QSignalBlocker quiet_minutes(minutes_);
  field_->setPlainText(draft.text);
  direction_->set_current(draft.call.direction == CallDirection::outgoing ? 1 : 0);
  for (std::size_t i = 0; i < kOutcomes.size(); ++i) {
    if (kOutcomes[i] == draft.call.outcome) outcome_->setCurrentIndex(static_cast<int>(i));
  }
  minutes_->setValue(static_cast<int>(draft.call.minutes));
}

void EntryPanel::keep() {
  if (!kind_ || desk_.head() == nullptr) return;
  said_->hide();
  if (!desk_.keep_draft(*kind_, field_->toPlainText(), call()))
    say(tr("未保存的内容太多，这一条切换后不会保留。请先保存。"));
  show_state(online_);
}

QString EntryPanel::missing() const {
  const auto text = field_->toPlainText().trimmed();
  const auto over = static_cast<int>(text.toUcs4().size()) - models::kNoteLongest;
  if (over > 0) return tr("超出 %n 个字，请缩短后再保存。", nullptr, over);
  if (text.isEmpty() && kind_ == EntryKind::note) return tr("请先写下内容，再按 Ctrl+Enter 保存。");
  return {};
}

void EntryPanel::save() {
  if (!kind_ || desk_.writing() == DeskModel::Writing::saving) return;
  if (const auto what = missing(); !what.isEmpty()) {
    field_->setFocus();
    return say(what);
  }
  // A call may have no words at all: then there is no draft yet.
  desk_.keep_draft(*kind_, field_->toPlainText(), call());
  desk_.write(*kind_);
}

void EntryPanel::shut() {
  kind_.reset();
  show_state(online_);
  Q_EMIT left();
}

void EntryPanel::say(const QString& text) {
  said_->setText(text);
  said_->setAccessibleName(text);
  said_->show();
  QAccessibleEvent event(said_, QAccessible::Alert);
  QAccessible::updateAccessibility(&event);
}

void EntryPanel::show_state(bool online) {
  online_ = online;
  const auto* head = desk_.head();
  if ((head != nullptr ? head->id : QString()) != person_) fill();
  const auto writing = desk_.writing();
  const bool was_saving = std::exchange(saving_, writing == DeskModel::Writing::saving);
  if (was_saving && writing == DeskModel::Writing::saved && desk_.written()) {
    const auto& entry = *desk_.written();
    const auto at = models::clock_text(entry.planned_at);
    const bool call = entry.kind == EntryKind::call;
    // Who is somewhere else by now stays there.
    const bool inside = isAncestorOf(QApplication::focusWidget());
    kind_.reset();
    fill();
    say(entry.waiting
            ? (call ? tr("电话记录已存在本机 %1，联网后写入。").arg(at) : tr("备注已存在本机 %1，联网后写入。").arg(at))
            : (call ? tr("电话记录已保存 %1。").arg(at) : tr("备注已保存 %1。").arg(at)));
    if (inside) Q_EMIT left();
  }
  fault_->set(Family::high, writing == DeskModel::Writing::failed && desk_.write_error()
                                ? write_words(*desk_.write_error(), desk_.session().clock().now())
                                : QString());
  const bool call = kind_ == EntryKind::call;
  form_->setVisible(kind_.has_value());
  call_form_->setVisible(call);
  field_name_->setText(call ? tr("通话小结") : tr("备注"));
  field_->setAccessibleName(field_name_->text());
  field_->setPlaceholderText(call ? tr("说了什么、约定了什么") : tr("同事需要知道的事"));
  save_->setText(call ? tr("保存电话记录") : tr("保存备注"));
  save_->setAccessibleName(save_->text());
  const auto length = field_->toPlainText().trimmed().toUcs4().size();
  count_->setText(QStringLiteral("%1/%2").arg(length).arg(models::kNoteLongest));
  const auto why_not = saving_ ? tr("正在保存") : missing();
  save_->setEnabled(why_not.isEmpty());
  save_->setToolTip(why_not);
  save_->setAccessibleDescription(!why_not.isEmpty() ? why_not : online_ ? QString() : tr("先存在本机，联网后写入"));
  const auto never = !may_write_                       ? tr("您的角色只能查看通信历史")
                     : head != nullptr && head->erased ? tr("个人资料已按要求删除，不能再写入")
                                                       : QString();
  const auto button = [&](KeyButton* which, EntryKind kind) {
    const auto begun = desk_.begun(kind) && kind_ != kind ? tr("有未保存的草稿") : QString();
    which->setEnabled(never.isEmpty());
    which->setToolTip(never.isEmpty() ? begun : never);
    which->setAccessibleDescription(which->toolTip());
  };
  button(call_, EntryKind::call);
  button(note_, EntryKind::note);
  call_->setText(desk_.begun(EntryKind::call) && !call ? tr("电话记录 · 草稿") : tr("电话记录"));
  note_->setText(desk_.begun(EntryKind::note) && kind_ != EntryKind::note ? tr("备注 · 草稿") : tr("备注"));
}

bool EntryPanel::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (enter && key->modifiers().testFlag(Qt::ControlModifier)) {
      save();
      return true;
    }
    if (key->key() == Qt::Key_Escape) {
      shut();
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace guardline::ui

// The dialog before an investor's history. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stepup/step_up_dialog.h"

#include "models/session/session_model.h"
#include "ui/signin/session_words.h"
#include "ui/signin/totp_clock.h"
#include "ui/stepup/reason_button.h"
#include "ui/stepup/reason_text.h"
#include "ui/theme/focus_ring.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/code_field.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/wait_line.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace guardline::ui {
namespace {

constexpr int kSheetWidth = 600;
constexpr int kReasons = 6;

}  // namespace

StepUpDialog::StepUpDialog(Theme& theme, models::SessionModel& session, StepUpWords words, QWidget* window)
    : ModalSheet(theme, window, kSheetWidth), session_(session), words_(std::move(words)), text_(theme, this) {
  auto* head = make_frame("cardhead", sheet());
  auto* head_row = new QHBoxLayout(head);
  head_row->setContentsMargins(20, 12, 16, 12);
  head_row->setSpacing(10);
  head_row->addWidget(new IconLabel(theme, QStringLiteral("lock"), Token::text, 20, head));
  auto* title = make_label("step", head);
  head_row->addWidget(title, 1);
  column()->addWidget(head);
  auto* body = new QWidget(sheet());
  auto* inside = new QVBoxLayout(body);
  inside->setContentsMargins(20, 14, 20, 14);
  inside->setSpacing(12);
  inside->addWidget(make_subject());
  inside->addWidget(make_reasons());
  inside->addWidget(make_code());
  skew_ = new Banner(theme, Family::high, body);
  fault_ = new Banner(theme, Family::crit, body);
  audit_ = new Banner(theme, Family::med, body);
  wait_ = new WaitLine(theme, {}, body);
  inside->addWidget(skew_);
  inside->addWidget(fault_);
  inside->addWidget(audit_);
  inside->addWidget(wait_);
  column()->addWidget(body);
  column()->addWidget(make_foot());
  new FocusRing(theme, this);

  text_([this, title] {
    title->setText(words_.title);
    setAccessibleName(words_.title);
    reason_label_->setText(tr("查看原因（必选，投资者可申请获知）"));
    note_label_->setText(reason() == models::AccessReason::other ? tr("说明（必填，至少 6 个字）")
                                                                 : tr("说明（可不填，至少 6 个字）"));
    note_->setAccessibleName(tr("说明"));
    note_->setPlaceholderText(tr("如工单号、事由"));
    code_label_->setText(tr("身份验证器 6 位动态码"));
    code_->setAccessibleName(tr("动态码"));
    code_hint_->setText(tr("可粘贴。同一动态码只能用一次，\n倒计时结束后请输入新码。"));
    audit_->set(Family::med, tr("本次查看将写入审计：谁、何时、看了谁、原因、范围。"));
    cancel_->setText(tr("取消"));
    cancel_->setAccessibleName(tr("取消"));
    confirm_->setText(tr("验证并打开"));
    confirm_->setAccessibleName(tr("验证并打开"));
    show_state();
  });
  connect(&session_, &models::SessionModel::changed, this, [this] {
    if (session_.state() != models::SessionModel::State::signed_in) return reject();
    show_state();
  });
  second_.setInterval(1000);
  connect(&second_, &QTimer::timeout, this, [this] {
    if (error_ && error_->until) show_state();
  });
  second_.start();
}

QWidget* StepUpDialog::make_subject() {
  auto* well = make_frame("well", sheet());
  auto* grid = new QGridLayout(well);
  grid->setContentsMargins(12, 9, 12, 9);
  grid->setHorizontalSpacing(12);
  grid->setVerticalSpacing(3);
  grid->setColumnStretch(1, 1);
  const auto line = [&](int row, auto name_text, auto value_text) {
    auto* name = make_label("hint", well);
    auto* value = make_text("", well);
    name->setMinimumWidth(theme().px(72));
    grid->addWidget(name, row, 0, Qt::AlignTop);
    grid->addWidget(value, row, 1);
    text_([name, value, name_text, value_text] {
      name->setText(name_text());
      value->setText(value_text());
    });
  };
  if (!words_.who.isEmpty())
    line(
        0, [] { return tr("投资者"); }, [this] { return words_.who; });
  if (!words_.range.isEmpty())
    line(
        1, [] { return tr("打开范围"); }, [this] { return words_.range; });
  line(
      2, [] { return tr("有效期"); },
      [this] { return tr("验证后 15 分钟，仅本次登录、仅此设备 %1").arg(session_.device().name); });
  return well;
}

QWidget* StepUpDialog::make_reasons() {
  auto* part = new QWidget(sheet());
  auto* column = new QVBoxLayout(part);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(5);
  reason_label_ = make_label("label", part);
  column->addWidget(reason_label_);
  auto* grid = new QGridLayout;
  grid->setSpacing(8);
  reasons_ = new QButtonGroup(this);
  for (int i = 0; i < kReasons; ++i) {
    auto* button = new ReasonButton(theme(), QString::number(i + 1), part);
    reasons_->addButton(button, i);
    grid->addWidget(button, i / 3, i % 3);
    grid->setColumnStretch(i % 3, 1);
    text_([button, i] {
      button->setText(reason_text(static_cast<models::AccessReason>(i)));
      button->setAccessibleName(button->text());
    });
  }
  column->addLayout(grid);
  connect(reasons_, &QButtonGroup::idToggled, this, [this](int, bool on) {
    if (on) text_.refresh();
  });
  column->addSpacing(7);
  note_label_ = make_label("label", part);
  note_ = new QLineEdit(part);
  note_->setMaxLength(note_most);
  note_label_->setBuddy(note_);
  column->addWidget(note_label_);
  column->addWidget(note_);
  connect(note_, &QLineEdit::textChanged, this, &StepUpDialog::show_state);
  return part;
}

QWidget* StepUpDialog::make_code() {
  auto* part = new QWidget(sheet());
  auto* column = new QVBoxLayout(part);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(5);
  code_label_ = make_label("label", part);
  column->addWidget(code_label_);
  auto* row = new QHBoxLayout;
  row->setSpacing(16);
  code_ = new CodeField(theme(), part);
  code_label_->setBuddy(code_);
  clock_ = new TotpClock(theme(), session_.clock(), part);
  if (const auto& hub = session_.hub()) clock_->set_offset(hub->clock_offset);
  code_hint_ = make_label("hint", part);
  row->addWidget(code_);
  row->addWidget(clock_);
  row->addWidget(code_hint_);
  row->addStretch(1);
  column->addLayout(row);
  tries_ = make_label("hint", part);
  column->addWidget(tries_);
  connect(code_, &QLineEdit::textChanged, this, &StepUpDialog::show_state);
  return part;
}

QWidget* StepUpDialog::make_foot() {
  auto* foot = make_frame("overlayfoot", sheet());
  auto* row = new QHBoxLayout(foot);
  row->setContentsMargins(20, 12, 20, 12);
  row->setSpacing(8);
  missing_ = make_label("hint", foot);
  cancel_ = new KeyButton(theme(), QStringLiteral("Esc"), foot);
  confirm_ = new KeyButton(theme(), QStringLiteral("Enter"), foot);
  confirm_->setProperty("kind", QStringLiteral("primary"));
  // Enter is handled once, for every field.
  cancel_->setAutoDefault(false);
  confirm_->setAutoDefault(false);
  row->addWidget(missing_);
  row->addStretch(1);
  row->addWidget(cancel_);
  row->addWidget(confirm_);
  connect(cancel_, &QPushButton::clicked, this, &QDialog::reject);
  connect(confirm_, &QPushButton::clicked, this, &StepUpDialog::submit);
  return foot;
}

std::optional<models::AccessReason> StepUpDialog::reason() const {
  const int id = reasons_->checkedId();
  return id < 0 ? std::nullopt : std::optional(static_cast<models::AccessReason>(id));
}

StepUpDialog::Draft StepUpDialog::draft() const { return {reason(), note_->text()}; }

void StepUpDialog::restore(const Draft& draft) {
  if (draft.reason) reasons_->button(static_cast<int>(*draft.reason))->setChecked(true);
  note_->setText(draft.note);
}

QString StepUpDialog::missing() const {
  const auto note = note_->text().trimmed();
  if (!reason()) return tr("还缺：查看原因（按 1–6）");
  if (reason() == models::AccessReason::other && note.size() < note_least) return tr("还缺：说明，至少 6 个字");
  if (!note.isEmpty() && note.size() < note_least) return tr("说明至少 6 个字，或清空");
  if (!code_->complete()) return tr("还缺：6 位动态码");
  if (error_ && error_->until && *error_->until > session_.clock().now()) return tr("现在不能再试");
  return {};
}

void StepUpDialog::show_state() {
  const auto skew = session_.clock_skew();
  skew_->set(Family::high, skew ? skew_words(*skew) : QString());
  fault_->set(Family::crit, error_ ? words_of(*error_, session_.clock().now()) : QString());
  const auto left = error_ ? error_->attempts_left : std::nullopt;
  tries_->setText(left ? tr("还可尝试 %1 次").arg(*left) : QString());
  tries_->setVisible(left.has_value());
  const auto lack = missing();
  missing_->setText(busy_ ? tr("正在验证…") : lack.isEmpty() ? tr("已齐，按 Enter 验证") : lack);
  confirm_->setEnabled(!busy_ && lack.isEmpty());
  confirm_->setToolTip(lack);
  confirm_->setAccessibleDescription(lack);
  for (auto* button : reasons_->buttons()) button->setEnabled(!busy_);
  note_->setEnabled(!busy_);
  // Left enabled while busy: the field keeps its focus whatever the answer is.
  code_->setReadOnly(busy_);
  wait_->set(busy_, false);
}

void StepUpDialog::submit() {
  if (busy_ || !missing().isEmpty()) return;
  busy_ = true;
  error_.reset();
  show_state();
  asking_ = session_.step_up(
      {.code = code_->text(), .reason = *reason(), .note = note_->text().trimmed()},
      [this](std::expected<models::StepUp, models::SessionError> answer) { answered(std::move(answer)); });
}

void StepUpDialog::answered(std::expected<models::StepUp, models::SessionError> answer) {
  busy_ = false;
  if (answer) return accept();
  error_ = std::move(answer).error();
  show_state();
  code_->setFocus();
  code_->selectAll();
}

void StepUpDialog::keyPressEvent(QKeyEvent* event) {
  const bool typing = qobject_cast<QLineEdit*>(window()->focusWidget()) != nullptr;
  const int digit = event->key() - Qt::Key_1;
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
    if (window()->focusWidget() == cancel_) return reject();
    return submit();
  }
  if (!typing && !busy_ && digit >= 0 && digit < kReasons &&
      (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier) {
    reasons_->button(digit)->setChecked(true);
    // What comes next: the words that this reason needs, or the code.
    const bool other = static_cast<models::AccessReason>(digit) == models::AccessReason::other;
    (other ? note_ : static_cast<QLineEdit*>(code_))->setFocus(Qt::TabFocusReason);
    return;
  }
  ModalSheet::keyPressEvent(event);
}

void StepUpDialog::showEvent(QShowEvent* event) {
  ModalSheet::showEvent(event);
  reasons_->button(reason() ? reasons_->checkedId() : 0)->setFocus(Qt::OtherFocusReason);
}

}  // namespace guardline::ui

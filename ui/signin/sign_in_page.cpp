// What the sign-in page shows and does. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/sign_in_page.h"

#include "models/session/session_model.h"
#include "ui/shell/preferences.h"
#include "ui/signin/password_field.h"
#include "ui/signin/session_words.h"
#include "ui/signin/totp_clock.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/code_field.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/time_text.h"
#include "ui/widgets/wait_line.h"

#include <QLabel>
#include <QStackedWidget>

namespace guardline::ui {

using models::SessionModel;

QString SignInPage::title() const { return model_.unlocking() ? tr("已锁定") : tr("登录"); }

Page::State SignInPage::state() const {
  if (model_.state() == SessionModel::State::not_enrolled) return State::empty;
  if (model_.state() == SessionModel::State::verifying) return State::loading;
  if (model_.error()) return model_.error()->failure == models::Failure::role ? State::denied : State::error;
  return model_.online() || model_.connection().state == models::Connection::State::connecting ? State::ready
                                                                                               : State::offline;
}

std::vector<KeyHelp> SignInPage::keys() const {
  return {{tr("登录"), QStringLiteral("Enter")}, {tr("立即重试连接"), QStringLiteral("F5")}};
}

void SignInPage::start() {
  password_->wipe();
  if (rest_ != nullptr) {
    code_field_->clear();
    recovery_->clear();
    use_recovery(false);
  }
  // What somebody has begun to type on their own computer stays; on a shared one nothing of the person before does.
  if (!model_.unlocking()) {
    if (model_.device().shared)
      account_->clear();
    else if (account_->text().isEmpty())
      account_->setText(model_.device().last_account);
  }
  show_state();
  if (model_.state() == SessionModel::State::not_enrolled) return begin_->setFocus();
  if (account_->text().isEmpty() && account_->isEnabled()) return account_->setFocus();
  password_->setFocus();
}

QString SignInPage::code() const {
  if (!by_recovery_) return code_field_->text();
  QString kept;
  for (const auto c : recovery_->text())
    if (c.isLetterOrNumber()) kept += c.toUpper();
  return kept;
}

void SignInPage::use_recovery(bool on) {
  by_recovery_ = on;
  if (on) recovery_->setFont(preferences_.theme().mono(16));
  recovery_->setVisible(on);
  code_field_->setVisible(!on);
  clock_->setVisible(!on);
  code_hint_->setVisible(!on);
  text_.refresh();
}

void SignInPage::submit() {
  if (rest_ == nullptr || !submit_->isEnabled()) return;
  model_.sign_in(account_->text(), password_->text(), code());
}

void SignInPage::stop_waiting() {
  if (rest_ == nullptr || wait_->stage() != WaitLine::Stage::told) return;
  stopped_ = true;
  model_.cancel();
  auto* field = by_recovery_ ? recovery_ : static_cast<QLineEdit*>(code_field_);
  field->setFocus();
  field->selectAll();
}

void SignInPage::show_state() {
  using Phase = SessionModel::State;
  const auto state = model_.state();
  if (state == Phase::verifying || model_.error()) stopped_ = false;
  if (const bool out = state == Phase::verifying;
      rest_ != nullptr && out != (wait_->stage() != WaitLine::Stage::none)) {
    return wait_->set(out);  // comes back here by stage_changed
  }
  // A quick answer changes nothing before it is there.
  const bool verifying = rest_ != nullptr && wait_->shown();
  if (state == Phase::not_enrolled) show_unknown();
  stack_->setCurrentIndex(state == Phase::not_enrolled ? 1 : 0);

  const bool unlocking = model_.unlocking();
  heading_->setText(unlocking ? tr("已锁定") : tr("登录"));
  lead_->setText(unlocking ? tr("屏幕内容已收起，会话仍在。核对后回到原处。")
                           : tr("三项一起核对；不通过时不说明是哪一项，以免被人试探。"));
  if (unlocking) account_->setText(model_.session()->account);
  account_->setEnabled(!unlocking && !verifying);
  password_->setEnabled(!verifying);
  if (rest_ != nullptr) show_rest();
  last_state_ = static_cast<int>(state);
  Q_EMIT headline_changed();
}

void SignInPage::show_unknown() {
  if (unknown_ == nullptr) stack_->addWidget(make_unknown());
  const bool revoked = model_.device().standing == models::LocalDevice::Standing::revoked;
  const bool enrolling = model_.device().standing == models::LocalDevice::Standing::enrolling;
  unknown_->set_icon(revoked ? QStringLiteral("lock") : QStringLiteral("pc"));
  unknown_->set(revoked     ? tr("本机已被停用")
                : enrolling ? tr("本机的登记还没有完成")
                            : tr("本机还没有登记"),
                revoked
                    ? tr("管理员停用了这台设备：密钥已经清除，本机副本不能再读，您的账号不受影响。要重新使用，请向管"
                         "理员索取新的登记码。")
                : enrolling ? tr("申请已提交，可以从中断的地方继续。")
                            : tr("第一次在这台电脑上使用前，须用管理员给您的登记码登记，约 4 分钟。"));
  begin_->setText(enrolling ? tr("继续登记") : tr("开始登记"));
  begin_->setAccessibleName(begin_->text());
}

void SignInPage::set_local_copy(const LocalCopyWords& words) {
  if (words == local_copy_) return;
  local_copy_ = words;
  show_state();
}

/// Always shut: with a hub one signs in, and without one a part of the key is missing. It says which.
void SignInPage::show_copy() {
  const bool online = model_.online() || model_.connection().state == models::Connection::State::connecting;
  copy_->setVisible(!local_copy_.why_not.isEmpty() && !model_.unlocking());
  open_copy_->setText(local_copy_.over ? tr("打开本机副本（只读）：租约已到期")
                      : online         ? tr("打开本机副本（只读）：当前在线，请直接登录")
                                       : tr("打开本机副本（只读）：须先联网登录"));
  open_copy_->setAccessibleName(open_copy_->text());
  const auto why = online && !local_copy_.over ? tr("登录后断网时可以继续查阅；每次查阅都会在联网后写入审计。")
                                               : local_copy_.why_not;
  copy_note_->setText(why);
  open_copy_->setToolTip(why);
  open_copy_->setAccessibleDescription(why);
}

void SignInPage::show_rest() {
  using Phase = SessionModel::State;
  const auto state = model_.state();
  const bool unlocking = model_.unlocking();
  const bool verifying = wait_->shown();
  const auto now = model_.clock().now();
  skew_->set(Family::high, model_.clock_skew() ? skew_words(*model_.clock_skew()) : QString());
  const auto line = connection_words(model_.connection(), now);
  notice_->set(Family::high, local_copy_.over && !line.isEmpty() ? local_copy_.why_not : line);
  code_field_->setEnabled(!verifying);
  recovery_->setEnabled(!verifying);
  leave_->setVisible(unlocking);
  enrol_->setVisible(!unlocking);

  show_copy();

  const int wait = model_.wait_seconds();
  clock_->set_offset(model_.hub() ? model_.hub()->clock_offset : models::Milliseconds{});
  if (model_.error())
    fault_->set(wait > 0 ? Family::high : Family::crit, words_of(*model_.error(), now));
  else
    fault_->set(Family::med, stopped_ ? tr("已停止等待，没有登录。这次的动态码可能已用掉，请等下一个码再登录。")
                             : model_.ended() ? words_of(*model_.ended())
                                              : QString());

  const bool complete = !account_->text().trimmed().isEmpty() && !password_->text().isEmpty() &&
                        (by_recovery_ ? code().size() == 16 : code_field_->complete());
  submit_->setEnabled(!verifying && wait == 0 && complete);
  const auto plain = unlocking ? tr("解锁") : tr("登录");
  submit_->setText(verifying  ? model_.slow() ? tr("正在验证，比平时久…") : tr("正在验证…")
                    : wait > 0 ? tr("%1后可再试").arg(duration_text(wait))
                              : plain);
  submit_->setAccessibleName(submit_->text());
  submit_->setToolTip(submit_->isEnabled() || verifying || wait > 0 ? QString() : tr("三项填全后可用"));

  // A failed check leaves the cursor in the code, its text selected: most often a newer code is all it takes.
  if (last_state_ == static_cast<int>(Phase::verifying) && state != Phase::verifying && model_.error()) {
    auto* field = by_recovery_ ? recovery_ : static_cast<QLineEdit*>(code_field_);
    field->setFocus();
    field->selectAll();
  }
}

}  // namespace guardline::ui

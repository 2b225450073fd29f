// Who is signed in here, and where else. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/person_panel.h"

#include "models/session/session_model.h"
#include "ui/signin/session_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/time_text.h"
#include "ui/widgets/wait_line.h"

#include <QAccessible>
#include <QFrame>
#include <QHBoxLayout>
#include <QPushButton>
#include <algorithm>

namespace guardline::ui {

using models::OwnSession;

namespace {

constexpr int kWide = 400;

}  // namespace

PersonPanel::PersonPanel(Theme& theme, models::SessionModel& model, QWidget* button, QWidget* window)
    : Popover(theme, window),
      model_(model),
      button_(button),
      name_(make_label("h2", sheet())),
      account_(make_label("hint", sheet())),
      title_(make_label("label", sheet())),
      none_(make_text("hint", sheet())),
      wait_(new WaitLine(theme, {}, sheet())),
      fault_(new Banner(theme, Family::high, sheet())),
      again_(new KeyButton(theme, QStringLiteral("F5"), fault_)),
      lines_(new QVBoxLayout),
      told_(make_text("hint", sheet())),
      lock_(new KeyButton(theme, QStringLiteral("Ctrl L"), sheet())),
      leave_(new QPushButton(sheet())),
      text_(theme, this) {
  auto* head = make_frame("cardhead", sheet());
  auto* head_row = new QVBoxLayout(head);
  head_row->setContentsMargins(16, 10, 16, 10);
  head_row->setSpacing(2);
  head_row->addWidget(name_);
  head_row->addWidget(account_);
  column()->addWidget(head);
  auto* body = new QWidget(sheet());
  auto* inside = new QVBoxLayout(body);
  inside->setContentsMargins(16, 10, 16, 10);
  inside->setSpacing(8);
  inside->addWidget(title_);
  fault_->add(again_);
  inside->addWidget(fault_);
  inside->addWidget(none_);
  inside->addLayout(lines_);
  inside->addWidget(told_);
  column()->addWidget(wait_);
  column()->addWidget(body, 1);
  auto* foot = make_frame("overlayfoot", sheet());
  auto* foot_row = new QHBoxLayout(foot);
  foot_row->setContentsMargins(16, 10, 16, 10);
  foot_row->setSpacing(8);
  foot_row->addWidget(lock_);
  foot_row->addStretch(1);
  foot_row->addWidget(leave_);
  column()->addWidget(foot);
  for (auto* each : {static_cast<QPushButton*>(again_), static_cast<QPushButton*>(lock_), leave_})
    each->setAutoDefault(false);
  connect(again_, &QPushButton::clicked, this, &PersonPanel::ask);
  connect(lock_, &QPushButton::clicked, this, [this] {
    accept();
    Q_EMIT lock_wanted();
  });
  connect(leave_, &QPushButton::clicked, this, [this] {
    accept();
    Q_EMIT sign_out_wanted();
  });
  connect(this, &QDialog::finished, this, [this] {
    asking_.reset();
    ending_.reset();
    sessions_.clear();
    asked_ = false;
    told_->clear();
  });
  connect(&model_, &models::SessionModel::connection_changed, this, [this] {
    if (!isVisible()) return;
    if (model_.online() && error_) return ask();
    show_state();
  });
  text_([this] {
    setAccessibleName(tr("我的登录"));
    title_->setText(tr("已登录的设备"));
    again_->setText(tr("重试"));
    again_->setAccessibleName(tr("重新读取已登录的设备"));
    lock_->setText(tr("立即锁定"));
    lock_->setAccessibleName(tr("立即锁定"));
    leave_->setText(tr("退出登录"));
    leave_->setAccessibleName(tr("退出登录"));
    if (isVisible()) {
      fill();
      show_state();
    }
  });
}

void PersonPanel::open() {
  if (!model_.session()) return;
  Popover::open();
  error_.reset();
  ask();
  lock_->setFocus(Qt::PopupFocusReason);
}

QRect PersonPanel::place() const {
  const int edge = theme().px(12);
  const int wide = std::min(theme().px(kWide), window()->width() - 2 * edge);
  const auto under = button_->mapTo(window(), QPoint(button_->width(), button_->height() + theme().px(4)));
  const int high = sheet()->layout()->hasHeightForWidth() ? sheet()->layout()->totalHeightForWidth(wide)
                                                          : sheet()->sizeHint().height();
  return {std::max(edge, std::min(under.x(), window()->width() - edge) - wide), under.y(), wide,
          std::min(high, window()->height() - under.y() - edge)};
}

void PersonPanel::ask() {
  error_.reset();
  asking_ = model_.own_sessions([this](std::expected<std::vector<OwnSession>, models::SessionError> answer) {
    asking_.reset();
    if (answer) {
      asked_ = true;
      sessions_ = *std::move(answer);
      fill();
    } else {
      error_ = std::move(answer).error();
    }
    show_state();
  });
  show_state();
}

void PersonPanel::end(const OwnSession& session) {
  ending_id_ = session.id;
  told_->clear();
  ending_ =
      model_.end_session(session.id, [this, device = session.device](std::expected<void, models::SessionError> done) {
        ending_.reset();
        ending_id_.clear();
        if (!done && done.error().failure != models::Failure::already) {
          error_ = std::move(done).error();
          fill();
          return show_state();
        }
        told_->setText(done ? tr("已结束 %1 上的会话，那里的画面已关闭。").arg(device)
                            : tr("%1 上的会话此前已经结束。").arg(device));
        QAccessibleEvent event(told_, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
        lock_->setFocus(Qt::OtherFocusReason);  // its button goes
        ask();
      });
  fill();
  show_state();
}

void PersonPanel::show_state() {
  const auto& session = model_.session();
  if (!session) return;
  name_->setText(session->display_name);
  account_->setText(tr("%1　账号 %2", "role, account").arg(role_name(session->role), session->account));
  const bool waiting = asking_.active() || ending_.active();
  wait_->set(waiting, false);
  QString fault;
  if (!model_.online() && !waiting)
    fault = tr("与中枢断开，看不到其他设备上的会话。联网后自动重新读取。");
  else if (error_)
    fault = words_of(*error_, model_.clock().now());
  fault_->set(Family::high, fault);
  again_->setVisible(model_.online());
  none_->setText(asked_ ? tr("没有其他会话。") : tr("正在读取已登录的设备…"));
  none_->setVisible(fault.isEmpty() && (asked_ ? sessions_.size() == 1 : rows_ == nullptr));
  told_->setVisible(!told_->text().isEmpty());
  if (rows_ != nullptr) rows_->setVisible(asked_);
  stand();
}

QWidget* PersonPanel::row_of(const OwnSession& session) {
  const auto now = model_.hub_now();
  auto* row = new QWidget(rows_);
  auto* line = new QHBoxLayout(row);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(8);
  auto* words = new QVBoxLayout;
  words->setSpacing(0);
  auto* device = make_label("smallstrong", row);
  device->setText(session.shared ? tr("%1（共用）").arg(session.device) : session.device);
  auto* when = make_text("hint", row);
  const auto since = tr("登录 %1，最近 %2", "day and time, day and time")
                         .arg(moment_text(session.since, now), moment_text(session.seen, now));
  when->setText(session.place.isEmpty() ? since : tr("%1，网络 %2", "when, network").arg(since, session.place));
  words->addWidget(device);
  words->addWidget(when);
  line->addLayout(words, 1);
  if (session.current) {
    auto* here = make_label("tag", row);
    here->setText(tr("本会话"));
    line->addWidget(here, 0, Qt::AlignVCenter);
    return row;
  }
  auto* stop = new QPushButton(tr("结束该会话"), row);
  stop->setProperty("kind", QStringLiteral("small"));
  stop->setAutoDefault(false);
  stop->setAccessibleName(tr("结束 %1 上的会话").arg(session.device));
  stop->setEnabled(!ending_.active());
  if (ending_.active()) stop->setToolTip(tr("上一步正在提交"));
  connect(
      stop, &QPushButton::clicked, this, [this, session] { end(session); }, Qt::QueuedConnection);
  line->addWidget(stop, 0, Qt::AlignVCenter);
  return row;
}

void PersonPanel::fill() {
  delete rows_;
  rows_ = new QWidget(sheet());
  auto* column = new QVBoxLayout(rows_);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  for (const auto& session : sessions_) column->addWidget(row_of(session));
  lines_->addWidget(rows_);
}

}  // namespace guardline::ui

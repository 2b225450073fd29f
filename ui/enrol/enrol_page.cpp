// Puts the enrolment page together. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/enrol/enrol_page.h"

#include "models/session/enrolment_model.h"
#include "models/session/session_model.h"
#include "ui/enrol/approval_step.h"
#include "ui/enrol/code_step.h"
#include "ui/enrol/device_panel.h"
#include "ui/enrol/progress_panel.h"
#include "ui/enrol/recovery_step.h"
#include "ui/enrol/totp_step.h"
#include "ui/shell/connection_pill.h"
#include "ui/shell/look_controls.h"
#include "ui/shell/preferences.h"
#include "ui/signin/session_words.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace guardline::ui {

using Step = models::EnrolmentModel::Step;

EnrolPage::EnrolPage(Preferences& preferences, models::EnrolmentModel& model, models::SessionModel& session,
                     QWidget* parent)
    : Page(parent),
      preferences_(preferences),
      model_(model),
      session_(session),
      title_(make_label("h1", this)),
      context_(make_label("hint", this)),
      leave_(new KeyButton(preferences.theme(), QStringLiteral("Esc"), this)),
      steps_(new QStackedWidget(this)),
      text_(preferences.theme(), this) {
  auto& theme = preferences_.theme();
  setObjectName(QStringLiteral("page"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* top = make_frame("topbar", this);
  top->setMinimumHeight(theme.px(56));
  auto* row = new QHBoxLayout(top);
  row->setContentsMargins(24, 0, 24, 0);
  row->setSpacing(12);
  row->addWidget(title_);
  row->addWidget(context_);
  row->addStretch(1);
  row->addWidget(new ConnectionPill(theme, session_, top));
  row->addWidget(new LookControls(preferences_, top));
  row->addWidget(leave_);
  column->addWidget(top);
  auto* body = new QHBoxLayout;
  body->setContentsMargins(24, 16, 24, 16);
  body->setSpacing(12);
  auto* progress = new ProgressPanel(theme, model_, this);
  auto* device = new DevicePanel(theme, model_, this);
  steps_->addWidget(new CodeStep(theme, model_, steps_));
  steps_->addWidget(new TotpStep(theme, model_, session_, steps_));
  auto* approval = new ApprovalStep(theme, model_, steps_);
  steps_->addWidget(approval);
  steps_->addWidget(new RecoveryStep(theme, model_, steps_));
  body->addWidget(progress);
  body->addWidget(steps_, 1);
  body->addWidget(device);
  column->addLayout(body, 1);
  connect(leave_, &QPushButton::clicked, this, &EnrolPage::leave);
  connect(approval, &ApprovalStep::to_sign_in, this, &EnrolPage::leave);
  auto* escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
  escape->setContext(Qt::WidgetWithChildrenShortcut);
  connect(escape, &QShortcut::activated, this, &EnrolPage::leave);
  connect(&model_, &models::EnrolmentModel::changed, this, &EnrolPage::show_state);
  text_([this, progress, device] {
    progress->setFixedWidth(preferences_.theme().px(268));
    device->setFixedWidth(preferences_.theme().px(396));
    setAccessibleName(tr("设备登记"));
    show_state();
  });
}

QString EnrolPage::title() const { return tr("设备登记"); }

Page::State EnrolPage::state() const {
  if (model_.over()) return State::denied;
  if (model_.error()) return State::error;
  if (model_.busy()) return State::loading;
  if (session_.connection().state == models::Connection::State::offline) return State::offline;
  return model_.step() == Step::code ? State::empty : State::ready;
}

std::vector<KeyHelp> EnrolPage::keys() const {
  return {{tr("下一步"), QStringLiteral("Enter")}, {tr("退出，稍后继续"), QStringLiteral("Esc")}};
}

void EnrolPage::start() { static_cast<StepView*>(steps_->currentWidget())->start(); }

void EnrolPage::leave() {
  model_.pause();
  Q_EMIT left();
}

void EnrolPage::show_state() {
  int index = 0;
  switch (model_.step()) {
    case Step::code:
      index = 0;
      break;
    case Step::authenticator:
      index = 1;
      break;
    case Step::approval:
    case Step::done:
      index = 2;
      break;
    case Step::recovery:
      index = 3;
      break;
  }
  title_->setText(tr("设备登记"));
  const auto& receipt = model_.receipt();
  context_->setText(receipt ? tr("%1 · %2 %3").arg(receipt->display_name, role_name(receipt->role), receipt->account)
                            : QString());
  const bool begun = receipt.has_value();
  leave_->setText(model_.step() == Step::done ? tr("去登录") : begun ? tr("退出，稍后继续") : tr("返回登录"));
  leave_->setAccessibleName(leave_->text());
  if (index != shown_) {
    shown_ = index;
    steps_->setCurrentIndex(index);
    if (isVisible()) start();
  }
  Q_EMIT headline_changed();
}

}  // namespace guardline::ui

// Shows where the request stands. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/enrol/approval_step.h"

#include "models/session/enrolment_model.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/key_button.h"

#include <QVBoxLayout>

namespace guardline::ui {

using Step = models::EnrolmentModel::Step;

ApprovalStep::ApprovalStep(Theme& theme, models::EnrolmentModel& model, QWidget* parent)
    : StepView(theme, model, parent), picture_(new EmptyState(theme, QStringLiteral("clock"), this)) {
  body_->addWidget(picture_, 1);
  connect(on_, &QPushButton::clicked, this, &ApprovalStep::go_on);
  text_([this] { show_state(); });
}

void ApprovalStep::start() { on_->setFocus(); }

void ApprovalStep::go_on() {
  if (model_.over() || model_.error()) return model_.restart();
  if (model_.step() == Step::done) return Q_EMIT to_sign_in();
  model_.go_on();
}

void ApprovalStep::show_state() {
  const bool has_factor = model_.receipt() && model_.receipt()->factor_bound;
  if (model_.step() == Step::done) {
    set_head(tr("登记完成"));
    picture_->set_icon(QStringLiteral("check"));
    picture_->set(tr("这台设备已启用"), tr("管理员已批准，证书已存入系统密钥库。\n现在可以用账号、密码和动态码登录。"));
    set_way_on(tr("去登录"), true, {});
  } else if (model_.over()) {
    const bool refused = model_.status()->state == models::EnrolmentStatus::State::refused;
    set_head(tr("登记没有完成"));
    picture_->set_icon(QStringLiteral("x"));
    picture_->set(refused ? tr("管理员没有批准这台设备") : tr("登记已过期"),
                  refused ? tr("这次申请已作废，您的账号不受影响。\n请与管理员核对设备指纹，再用新的登记码重新申请。")
                          : tr("24 小时内没有获得批准，这次申请已作废。\n请向管理员索取新的登记码，重新申请。"));
    set_way_on(tr("重新登记"), true, {});
  } else if (model_.approved()) {
    // The approval was quicker than step 1: what is left is the codes.
    set_head(tr("第 2 步　已批准"));
    picture_->set_icon(QStringLiteral("check"));
    picture_->set(tr("管理员已批准这台设备"), tr("证书已存入系统密钥库。只差最后一步：保存恢复码。"));
    set_way_on(tr("进入第 3 步"), true, {});
  } else {
    set_head(tr("第 2 步　等待批准"));
    picture_->set_icon(QStringLiteral("clock"));
    picture_->set(tr("申请已在管理员那里"), tr("管理员会打电话给您，请口述右侧指纹的最后 8 位。两边一致才会批准。\n"
                                               "可以关闭窗口，24 小时内从这里继续。"));
    if (has_factor || model_.codes_saved())
      set_way_on(tr("等待批准"), false,
                 has_factor ? tr("您的身份验证器照旧可用，只等批准") : tr("恢复码已保存，只等批准"));
    else
      set_way_on(tr("不等了，先做第 3 步"), true, {});
  }
  show_fault(model_.asking_failed() ? tr("暂时问不到批准进度，申请仍在中枢。连上后会自动更新。") : QString());
}

}  // namespace guardline::ui

// Fills the hub panel. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/hub_panel.h"

#include "models/session/session_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>
#include <cmath>

namespace guardline::ui {

HubPanel::HubPanel(Theme& theme, models::SessionModel& model, QWidget* parent)
    : QWidget(parent), theme_(theme), model_(model), text_(theme, this) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(48, 56, 48, 32);
  column->setSpacing(0);
  column->addWidget(new IconLabel(theme, QStringLiteral("mark"), Token::rail_mark, 44, this));
  column->addSpacing(14);
  auto* brand = make_label("brand", this);
  brand->setText(QStringLiteral("Guardline 守护台"));
  column->addWidget(brand);
  column->addSpacing(4);
  slogan_ = make_text("raildim", this);
  column->addWidget(slogan_);
  column->addSpacing(48);

  auto* card = make_frame("hubcard", this);
  auto* lines = new QVBoxLayout(card);
  lines->setContentsMargins(1, 1, 1, 1);
  lines->setSpacing(0);
  auto* head = new QWidget(card);
  auto* head_row = new QHBoxLayout(head);
  head_row->setContentsMargins(14, 9, 14, 9);
  head_row->setSpacing(8);
  link_icon_ = new IconLabel(theme, QStringLiteral("link"), Token::rail_active_text, 16, head);
  link_word_ = make_label("railstrong", head);
  link_detail_ = make_label("raildim", head);
  head_row->addWidget(link_icon_);
  head_row->addWidget(link_word_);
  head_row->addStretch(1);
  head_row->addWidget(link_detail_);
  lines->addWidget(head);
  for (auto& row : rows_) {
    auto* frame = make_frame("hubrow", card);
    auto* grid = new QGridLayout(frame);
    grid->setContentsMargins(14, 8, 14, 8);
    grid->setHorizontalSpacing(8);
    row.mark = new IconLabel(theme, QStringLiteral("check"), Token::rail_mark, 15, frame);
    row.name = make_label("railsmall", frame);
    row.value = make_text("railtext", frame);
    grid->addWidget(row.mark, 0, 0, Qt::AlignVCenter);
    grid->addWidget(row.name, 0, 1, Qt::AlignVCenter);
    grid->addWidget(row.value, 0, 2);
    grid->setColumnMinimumWidth(1, theme.px(76));
    grid->setColumnStretch(2, 1);
    lines->addWidget(frame);
  }
  column->addWidget(card);
  column->addStretch(1);
  help_ = make_text("railsmall", this);
  column->addWidget(help_);

  connect(&model, &models::SessionModel::changed, this, &HubPanel::show_state);
  connect(&model, &models::SessionModel::connection_changed, this, &HubPanel::show_state);
  text_([this] {
    slogan_->setText(tr("投资者多渠道触达与实时监控"));
    help_->setText(tr("无法登录？请联系本营业部的系统管理员。"));
    setAccessibleName(tr("中枢与本机"));
    show_state();
  });
}

void HubPanel::fill(Row& row, bool good, const QString& name, const QString& value) {
  // A mark that is not good has another shape, not only another colour.
  row.mark->set(good ? QStringLiteral("check") : QStringLiteral("info"), good ? Token::rail_mark : Token::high);
  row.name->setText(name);
  row.value->setText(value);
}

void HubPanel::show_state() {
  using State = models::Connection::State;
  const auto& link = model_.connection();
  link_icon_->set(link.state == State::online ? QStringLiteral("link") : QStringLiteral("nolink"),
                  Token::rail_active_text);
  switch (link.state) {
    case State::online:
      link_word_->setText(tr("在线"));
      link_detail_->setText(tr("延迟 %1 ms").arg(link.latency.count()));
      break;
    case State::connecting:
      link_word_->setText(tr("正在连接"));
      link_detail_->clear();
      break;
    case State::reconnecting:
      link_word_->setText(tr("重连中"));
      link_detail_->setText(tr("第 %1 次").arg(link.attempt));
      break;
    case State::offline:
      link_word_->setText(tr("离线"));
      link_detail_->clear();
      break;
  }
  const auto& device = model_.device();
  const auto& hub = model_.hub();
  const bool known = !device.hub_address.isEmpty();
  fill(rows_[0], known, tr("中枢"),
       hub     ? known ? tr("%1，%2").arg(hub->name, device.hub_address) : hub->name
       : known ? device.hub_address
               : tr("登记时由登记码确定"));
  if (link.cause == models::Failure::certificate_refused)
    fill(rows_[1], false, tr("线路"), tr("对方证书不是本中枢的，已中断"));
  else if (hub && link.state == State::online)
    fill(rows_[1], true, tr("线路"),
         hub->mutual ? tr("双向证书已核对，%1").arg(hub->protocol) : tr("中枢证书已核对，%1").arg(hub->protocol));
  else
    fill(rows_[1], false, tr("线路"), tr("尚未核对"));
  if (!hub) {
    fill(rows_[2], false, tr("本机时间"), tr("连上中枢后核对"));
  } else {
    const auto off = static_cast<double>(std::chrono::abs(hub->clock_offset).count()) / 1000.0;
    fill(rows_[2], !model_.clock_skew(), tr("本机时间"), tr("相差 %1 秒，允许 15 秒").arg(off, 0, 'f', 1));
  }
  using Standing = models::LocalDevice::Standing;
  const auto use = device.shared ? tr("共用机") : tr("专用机");
  switch (device.standing) {
    case Standing::bound:
      fill(rows_[3], true, tr("本机设备"), tr("%1，%2，已绑定").arg(device.name, use));
      break;
    case Standing::enrolling:
      fill(rows_[3], false, tr("本机设备"), tr("%1，%2，登记中").arg(device.name, use));
      break;
    case Standing::revoked:
      fill(rows_[3], false, tr("本机设备"), tr("%1，已停用").arg(device.name));
      break;
    case Standing::unknown:
      fill(rows_[3], false, tr("本机设备"), tr("尚未登记"));
      break;
  }
}

}  // namespace guardline::ui

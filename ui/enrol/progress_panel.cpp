// Three steps, the present one tinted. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/enrol/progress_panel.h"

#include "models/session/enrolment_model.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/meter.h"

#include <QHBoxLayout>
#include <QStyle>
#include <QVBoxLayout>

namespace guardline::ui {

using Step = models::EnrolmentModel::Step;

ProgressPanel::ProgressPanel(Theme& theme, models::EnrolmentModel& model, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      model_(model),
      card_(new Card(theme, this)),
      why_(new Card(theme, this)),
      count_(make_label("h2", card_)),
      hint_(make_text("hint", card_)),
      meter_(new Meter(theme, false, card_)),
      badge_(new Badge(theme, Family::plain, Shape::waiting, card_)),
      nothing_(make_text("hint", why_)),
      text_(theme, this) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(12);
  column->addWidget(card_);
  column->addWidget(why_, 1);
  card_->add_head(count_);
  auto* body = card_->body();
  body->setContentsMargins(0, 0, 0, 0);
  body->setSpacing(0);
  auto* top = new QVBoxLayout;
  top->setContentsMargins(14, 12, 14, 10);
  top->setSpacing(7);
  top->addWidget(meter_);
  top->addWidget(hint_);
  body->addLayout(top);
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    auto& line = lines_[i];
    line.frame = make_frame("stepline", card_);
    auto* row = new QHBoxLayout(line.frame);
    row->setContentsMargins(14, 12, 14, 12);
    row->setSpacing(12);
    line.number = make_label("stepnumber", line.frame);
    line.number->setText(QString::number(i + 1));
    line.number->setAlignment(Qt::AlignCenter);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    line.name = make_text("strong", line.frame);
    line.text = make_text("secondary", line.frame);
    words->addWidget(line.name);
    words->addWidget(line.text);
    if (i == 1) words->addWidget(badge_, 0, Qt::AlignLeft);
    row->addWidget(line.number, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    body->addWidget(line.frame);
  }
  constexpr std::array icons{"key", "lock", "wipe", "audit"};
  why_->body()->setSpacing(10);
  for (std::size_t i = 0; i < reasons_.size(); ++i) {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    reasons_[i] = make_text("secondary", why_);
    row->addWidget(new IconLabel(theme, QString::fromLatin1(icons[i]), Token::text_2, 15, why_), 0, Qt::AlignTop);
    row->addWidget(reasons_[i], 1);
    why_->body()->addLayout(row);
  }
  why_->body()->addStretch(1);
  why_->foot()->addWidget(nothing_, 1);
  connect(&model_, &models::EnrolmentModel::changed, this, &ProgressPanel::show_state);
  text_([this] {
    for (auto& line : lines_) line.number->setFixedSize(theme_.px(26), theme_.px(26));
    card_->set_title(tr("登记进度"));
    why_->set_title(tr("为什么要登记"));
    hint_->setText(tr("共约 4 分钟，可中断，24 小时内从这里继续"));
    lines_[0].name->setText(tr("绑定身份验证器"));
    lines_[0].text->setText(tr("扫码或手工输入，再输入一次动态码"));
    lines_[1].name->setText(tr("等待批准"));
    lines_[1].text->setText(tr("申请已在后台提交，口述指纹后批准"));
    lines_[2].name->setText(tr("保存 10 个恢复码"));
    lines_[2].text->setText(tr("只显示一次，打印或保存后勾选「我已保存」"));
    reasons_[0]->setText(tr("设备私钥在本机生成，存于系统密钥库，不能导出。"));
    reasons_[1]->setText(tr("只有已批准的设备能登录。"));
    reasons_[2]->setText(tr("设备遗失时可远程停用，账号不受影响。"));
    reasons_[3]->setText(tr("登记、批准、撤销都写入审计。"));
    nothing_->setText(tr("登记完成前看不到任何投资者信息。"));
    show_state();
  });
}

void ProgressPanel::show_state() {
  int at = 0;
  switch (model_.step()) {
    case Step::code:
      at = 0;
      break;
    case Step::authenticator:
      at = 1;
      break;
    case Step::approval:
      at = 2;
      break;
    case Step::recovery:
      at = 3;
      break;
    case Step::done:
      at = 4;
      break;
  }
  count_->setText(at == 0 ? tr("开始") : at == 4 ? tr("完成") : tr("%1 / 3").arg(at));
  meter_->set(at == 4 ? 1.0 : at / 3.0);
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const bool on = at == static_cast<int>(i) + 1;
    auto& line = lines_[i];
    // The approval runs beside the other steps: it is done when it is given, not when one goes on.
    const bool done = i == 1 ? model_.approved() : at > static_cast<int>(i) + 1;
    const auto number = QString::number(i + 1);
    if (done) {
      line.number->setPixmap(
          icon_pixmap(QStringLiteral("check"), theme_.px(15), theme_.color(Token::accent), devicePixelRatioF()));
    } else {
      line.number->setText(number);
    }
    line.number->setAccessibleName(done ? tr("%1，已完成").arg(number) : number);
    for (auto* widget :
         {static_cast<QWidget*>(line.frame), static_cast<QWidget*>(line.number), static_cast<QWidget*>(line.name)}) {
      widget->setProperty("on", on || (done && widget == line.number));
      widget->style()->polish(widget);
    }
  }
  badge_->setVisible(model_.receipt().has_value());
  if (model_.approved())
    badge_->set(Family::plain, Shape::done, tr("已批准"));
  else if (model_.over())
    badge_->set(Family::crit, Shape::failed, tr("未批准"));
  else
    badge_->set(Family::plain, Shape::waiting, tr("等待批准"));
}

}  // namespace guardline::ui

// QR code, base32, check of one code. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/enrol/totp_step.h"

#include "models/session/enrolment_model.h"
#include "models/session/session_model.h"
#include "ui/signin/session_words.h"
#include "ui/signin/totp_clock.h"
#include "ui/theme/theme.h"
#include "ui/widgets/code_field.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/qr_view.h"
#include "ui/widgets/shapes.h"
#include "ui/widgets/transient_copy.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace guardline::ui {
namespace {

// "ABCD EFGH IJKL MNOP" on each line.
QString grouped(const QString& base32) {
  QString text;
  for (qsizetype i = 0; i < base32.size(); ++i) {
    if (i > 0 && i % 4 == 0) text += i % 16 == 0 ? QStringLiteral("\n") : QStringLiteral("  ");
    text += base32.at(i);
  }
  return text;
}

}  // namespace

TotpStep::TotpStep(Theme& theme, models::EnrolmentModel& model, models::SessionModel& session, QWidget* parent)
    : StepView(theme, model, parent), session_(session), qr_(new QrView(theme, this)) {
  build_top();
  body_->addSpacing(18);
  body_->addWidget(make_rule(false, this));
  body_->addSpacing(18);
  build_code();
  body_->addStretch(1);
  body_->addSpacing(16);
  body_->addWidget(make_rule(false, this));
  body_->addSpacing(14);
  build_help();
  connect(on_, &QPushButton::clicked, this, &TotpStep::submit);
  connect(code_, &QLineEdit::returnPressed, this, &TotpStep::submit);
  connect(code_, &QLineEdit::textChanged, this, [this] { show_state(); });
  connect(&session_, &models::SessionModel::changed, this, [this] { show_state(); });
  connect(copy_, &QPushButton::clicked, this, [this] {
    if (model_.secret()) copy_for_a_minute(model_.secret()->base32);
  });
  connect(again_, &QPushButton::clicked, this, [this] { model_.renew_secret(); });
  text_([this] {
    base32_->setFont(theme_.mono(16, QFont::DemiBold));
    set_head(tr("第 1 步　绑定身份验证器"));
    qr_->setAccessibleName(tr("二维码，内容与右侧密钥相同"));
    how_[0]->setText(tr("打开手机上的身份验证器，选择添加账户"));
    how_[2]->setText(tr("在下方输入手机上显示的 6 位动态码"));
    manual_->setText(tr("不能扫码？手工输入密钥"));
    copy_->setText(tr("复制，60 秒后清除"));
    copy_->setAccessibleName(tr("复制密钥，60 秒后从剪贴板清除"));
    again_->setText(tr("重新取密钥"));
    again_->setAccessibleName(again_->text());
    alphabet_->setText(tr("只含 A–Z 和 2–7，不分大小写"));
    type_name_->setText(tr("类型"));
    type_->setText(tr("基于时间，30 秒，6 位"));
    time_name_->setText(tr("时间"));
    code_label_->setText(tr("手机上显示的 6 位动态码"));
    code_->setAccessibleName(tr("手机上显示的 6 位动态码"));
    code_hint_->setText(tr("动态码每 30 秒更换；刚换码时请等新码再输入。"));
    once_->setText(tr("密钥只在本步显示。离开本页后旧密钥作废，回来会换一个新的。"));
    trouble_->setText(tr("遇到问题"));
    question_[0]->setText(tr("扫不上"));
    answer_[0]->setText(tr("调高屏幕亮度，或手工输入密钥，结果相同。"));
    question_[1]->setText(tr("动态码总不对"));
    answer_[1]->setText(tr("打开手机的自动校时，等下一个码再输入。"));
    question_[2]->setText(tr("换了手机"));
    answer_[2]->setText(tr("用恢复码登录，再请管理员重新发登记码。"));
    show_state();
  });
}

void TotpStep::build_top() {
  auto* row = new QHBoxLayout;
  row->setSpacing(24);
  row->addWidget(qr_, 0, Qt::AlignTop);
  auto* column = new QVBoxLayout;
  column->setSpacing(6);
  for (std::size_t i = 0; i < how_.size(); ++i) {
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    auto* number = make_label("hint", this);
    number->setText(QStringLiteral("%1.").arg(i + 1));
    how_[i] = make_text("", this);
    line->addWidget(number, 0, Qt::AlignTop);
    line->addWidget(how_[i], 1);
    column->addLayout(line);
  }
  column->addSpacing(8);
  auto* manual_row = new QHBoxLayout;
  manual_ = make_label("label", this);
  copy_ = new QPushButton(this);
  copy_->setProperty("kind", QStringLiteral("link"));
  manual_row->addWidget(manual_);
  manual_row->addStretch(1);
  manual_row->addWidget(copy_);
  column->addLayout(manual_row);
  auto* well = make_frame("well", this);
  auto* well_row = new QHBoxLayout(well);
  well_row->setContentsMargins(14, 8, 14, 8);
  base32_ = make_label("", well);
  base32_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  again_ = new QPushButton(well);
  again_->setProperty("kind", QStringLiteral("small"));
  well_row->addWidget(base32_);
  well_row->addWidget(again_);
  well_row->addStretch(1);
  column->addWidget(well);
  alphabet_ = make_text("hint", this);
  column->addWidget(alphabet_);
  auto* facts = new QGridLayout;
  facts->setHorizontalSpacing(8);
  facts->setVerticalSpacing(4);
  facts->setColumnStretch(2, 1);
  type_name_ = make_label("hint", this);
  type_ = make_text("small", this);
  time_name_ = make_label("hint", this);
  time_ = make_text("small", this);
  time_mark_ = new ShapeMark(theme_, ui::Shape::done, 14, this);
  facts->addWidget(type_name_, 0, 0);
  facts->addWidget(type_, 0, 1, 1, 2);
  facts->addWidget(time_name_, 1, 0, Qt::AlignTop);
  facts->addWidget(time_mark_, 1, 1, Qt::AlignTop);
  facts->addWidget(time_, 1, 2);
  column->addSpacing(4);
  column->addLayout(facts);
  column->addStretch(1);
  row->addLayout(column, 1);
  body_->addLayout(row);
}

void TotpStep::build_code() {
  code_label_ = make_label("label", this);
  code_ = new CodeField(theme_, this);
  clock_ = new TotpClock(theme_, model_.clock(), this);
  code_hint_ = make_text("hint", this);
  once_ = make_text("hint", this);
  code_label_->setBuddy(code_);
  auto* row = new QHBoxLayout;
  row->setSpacing(16);
  row->addWidget(code_);
  row->addWidget(clock_);
  row->addWidget(code_hint_, 1);
  body_->addWidget(code_label_);
  body_->addSpacing(4);
  body_->addLayout(row);
  body_->addSpacing(10);
  body_->addWidget(once_);
}

void TotpStep::build_help() {
  trouble_ = make_label("label", this);
  body_->addWidget(trouble_);
  body_->addSpacing(4);
  auto* row = new QHBoxLayout;
  row->setSpacing(16);
  for (std::size_t i = 0; i < question_.size(); ++i) {
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    question_[i] = make_label("smallstrong", this);
    answer_[i] = make_text("secondary", this);
    column->addWidget(question_[i]);
    column->addWidget(answer_[i]);
    column->addStretch(1);
    row->addLayout(column, 1);
  }
  body_->addLayout(row);
}

void TotpStep::start() {
  code_->clear();
  code_->setFocus();
}

void TotpStep::submit() {
  if (on_->isEnabled()) model_.verify(code_->text());
}

void TotpStep::show_state() {
  const auto& secret = model_.secret();
  qr_->set_text(secret ? secret->otpauth_uri : QString());
  base32_->setText(secret          ? grouped(secret->base32)
                   : waiting()     ? tr("正在取密钥…")
                   : model_.busy() ? QString()
                                   : tr("没有取到密钥"));
  copy_->setEnabled(secret.has_value());
  again_->setVisible(!secret && !model_.busy());
  how_[1]->setText(model_.receipt() ? tr("扫描左侧二维码，确认显示「%1」").arg(model_.receipt()->account)
                                    : tr("扫描左侧二维码"));
  if (session_.clock_skew()) {
    time_mark_->set(ui::Shape::high);
    time_->setText(skew_words(*session_.clock_skew()));
  } else if (session_.hub()) {
    time_mark_->set(ui::Shape::done);
    const auto off = static_cast<double>(std::chrono::abs(session_.hub()->clock_offset).count()) / 1000.0;
    time_->setText(tr("本机与中枢相差 %1 秒，无需校准").arg(off, 0, 'f', 1));
    clock_->set_offset(session_.hub()->clock_offset);
  } else {
    time_mark_->set(ui::Shape::waiting);
    time_->setText(tr("还没有与中枢核对时间"));
  }
  const auto missing = CodeField::digits - code_->text().size();
  const int wait = model_.wait_seconds();
  code_->setEnabled(secret.has_value() && !waiting());
  set_way_on(waiting() && secret ? tr("正在核对…") : tr("核对并进入第 2 步"),
             secret && missing == 0 && !waiting() && wait == 0,
             !secret    ? tr("密钥到了才能核对")
             : wait > 0 ? tr("%1 秒后可再试").arg(wait)
                        : tr("还差 %1 位动态码").arg(missing));
  show_fault();
  if (model_.error() && code_->isEnabled() && isVisible()) {
    code_->setFocus();
    code_->selectAll();
  }
}

}  // namespace guardline::ui

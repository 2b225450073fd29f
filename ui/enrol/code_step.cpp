// Takes the pasted code. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/enrol/code_step.h"

#include "models/session/enrolment_model.h"
#include "ui/signin/session_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/labels.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QStyle>
#include <QVBoxLayout>

namespace guardline::ui {

CodeStep::CodeStep(Theme& theme, models::EnrolmentModel& model, QWidget* parent)
    : StepView(theme, model, parent),
      lead_(make_text("secondary", this)),
      code_label_(make_label("label", this)),
      found_(make_text("hint", this)),
      name_label_(make_label("label", this)),
      use_label_(make_label("label", this)),
      name_hint_(make_text("hint", this)),
      use_hint_(make_text("hint", this)),
      code_(new QPlainTextEdit(this)),
      name_(new QLineEdit(this)),
      own_(new QRadioButton(this)),
      shared_(new QRadioButton(this)) {
  code_->setTabChangesFocus(true);
  code_->installEventFilter(this);
  name_->setMaxLength(64);
  own_->setChecked(true);
  code_label_->setBuddy(code_);
  name_label_->setBuddy(name_);
  body_->addWidget(lead_);
  body_->addSpacing(18);
  body_->addWidget(code_label_);
  body_->addSpacing(4);
  body_->addWidget(code_);
  body_->addSpacing(6);
  body_->addWidget(found_);
  body_->addSpacing(22);
  body_->addWidget(name_label_);
  body_->addSpacing(4);
  body_->addWidget(name_);
  body_->addSpacing(4);
  body_->addWidget(name_hint_);
  body_->addSpacing(22);
  body_->addWidget(use_label_);
  body_->addSpacing(4);
  auto* uses = new QHBoxLayout;
  uses->setSpacing(24);
  uses->addWidget(own_);
  uses->addWidget(shared_);
  uses->addStretch(1);
  body_->addLayout(uses);
  body_->addWidget(use_hint_);
  body_->addStretch(1);
  connect(on_, &QPushButton::clicked, this, &CodeStep::submit);
  connect(code_, &QPlainTextEdit::textChanged, this, [this] { show_state(); });
  connect(name_, &QLineEdit::textChanged, this, [this] { show_state(); });
  connect(name_, &QLineEdit::returnPressed, this, &CodeStep::submit);
  connect(shared_, &QRadioButton::toggled, this, [this] { show_state(); });
  name_->setText(model_.device().name);
  text_([this] {
    code_->setFont(theme_.mono(14));
    code_->setFixedHeight(theme_.px(112));
    set_head(tr("提交登记申请"));
    lead_->setText(
        tr("登记码由系统管理员给您，15 分钟内有效，只能用一次。其中含中枢地址和公钥，本机只会连接那个中枢。"));
    code_label_->setText(tr("登记码"));
    code_->setAccessibleName(tr("登记码"));
    code_->setPlaceholderText(tr("在此粘贴登记码，空格、换行和连字符都可以保留"));
    name_label_->setText(tr("这台设备叫什么"));
    name_->setAccessibleName(tr("设备名称"));
    name_hint_->setText(tr("管理员批准时看到的就是这个名称，1 到 64 个字符。"));
    use_label_->setText(tr("用途"));
    own_->setText(tr("专用，只有我使用"));
    own_->setAccessibleName(own_->text());
    shared_->setText(tr("共用，多人轮流使用"));
    shared_->setAccessibleName(shared_->text());
    show_state();
  });
}

void CodeStep::start() { code_->setFocus(); }

void CodeStep::show_state() {
  const auto typed = code_->toPlainText();
  const auto problem = models::EnrolmentModel::problem_of(typed);
  const bool empty = typed.trimmed().isEmpty();
  found_->setProperty("kind", !empty && problem ? QStringLiteral("fault") : QStringLiteral("hint"));
  found_->style()->polish(found_);
  found_->setText(empty ? tr("登记码只含字母和数字，按四个一组显示。")
                  : problem
                      ? words_of(*problem)
                      : tr("登记码完整，将连接 %1，并核对它的公钥。").arg(models::EnrolmentModel::address_of(typed)));
  code_->setAccessibleDescription(found_->text());
  use_hint_->setText(shared_->isChecked() ? tr("共用机不记住账号，退出后不留个人设置。")
                                          : tr("专用机会记住上次登录的账号，密码从不保存。"));
  const bool named = !name_->text().trimmed().isEmpty();
  for (auto* field : {static_cast<QWidget*>(code_), static_cast<QWidget*>(name_), static_cast<QWidget*>(own_),
                      static_cast<QWidget*>(shared_)})
    field->setEnabled(!waiting());
  set_way_on(waiting() ? tr("正在提交…") : tr("提交申请，进入第 1 步"), !problem && named && !waiting(),
             waiting() ? tr("正在生成本机密钥，并连接中枢")
             : problem ? tr("还差一个完整的登记码")
                       : tr("还差设备名称"));
  show_fault();
}

void CodeStep::submit() {
  if (on_->isEnabled()) model_.submit(code_->toPlainText(), name_->text(), shared_->isChecked());
}

bool CodeStep::eventFilter(QObject* watched, QEvent* event) {
  if (watched == code_ && event->type() == QEvent::KeyPress) {
    const auto key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
      submit();
      return true;
    }
  }
  return StepView::eventFilter(watched, event);
}

}  // namespace guardline::ui

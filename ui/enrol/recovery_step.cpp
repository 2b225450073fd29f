// Shows, prints, saves and copies the recovery codes. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/enrol/recovery_step.h"

#include "models/session/enrolment_model.h"
#include "ui/enrol/recovery_sheet.h"
#include "ui/theme/theme.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/transient_copy.h"

#include <QApplication>
#include <QCheckBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPrintDialog>
#include <QPrinter>
#include <QVBoxLayout>

namespace guardline::ui {
namespace {

QString grouped(const QString& code) {
  QString text;
  for (qsizetype i = 0; i < code.size(); ++i) {
    if (i > 0 && i % 4 == 0) text += QLatin1Char(' ');
    text += code.at(i);
  }
  return text;
}

}  // namespace

RecoveryStep::RecoveryStep(Theme& theme, models::EnrolmentModel& model, QWidget* parent)
    : StepView(theme, model, parent),
      lead_(make_text("secondary", this)),
      note_(make_text("hint", this)),
      done_(make_text("small", this)),
      print_(new KeyButton(theme, {}, this, QStringLiteral("print"))),
      save_(new KeyButton(theme, {}, this, QStringLiteral("export"))),
      copy_(new KeyButton(theme, {}, this, QStringLiteral("copy"))),
      again_(new KeyButton(theme, {}, this, QStringLiteral("resend"))),
      kept_(new QCheckBox(this)) {
  body_->addWidget(lead_);
  body_->addSpacing(16);
  auto* well = make_frame("well", this);
  auto* grid = new QGridLayout(well);
  grid->setContentsMargins(18, 14, 18, 14);
  grid->setHorizontalSpacing(32);
  grid->setVerticalSpacing(10);
  for (std::size_t i = 0; i < codes_.size(); ++i) {
    codes_[i] = make_label("", well);
    grid->addWidget(codes_[i], static_cast<int>(i % 5), static_cast<int>(i / 5));
  }
  grid->setColumnStretch(0, 1);
  grid->setColumnStretch(1, 1);
  body_->addWidget(well);
  body_->addSpacing(12);
  auto* actions = new QHBoxLayout;
  actions->setSpacing(8);
  for (auto* button : {print_, save_, copy_, again_}) actions->addWidget(button);
  actions->addStretch(1);
  body_->addLayout(actions);
  body_->addSpacing(8);
  body_->addWidget(note_);
  body_->addSpacing(4);
  body_->addWidget(done_);
  body_->addSpacing(12);
  body_->addWidget(kept_);
  body_->addStretch(1);
  connect(print_, &QPushButton::clicked, this, &RecoveryStep::print);
  connect(save_, &QPushButton::clicked, this, &RecoveryStep::save);
  connect(copy_, &QPushButton::clicked, this, [this] { copy_for_a_minute(sheet()); });
  connect(again_, &QPushButton::clicked, this, [this] { model_.fetch_codes(); });
  connect(kept_, &QCheckBox::toggled, this, [this] { show_state(); });
  connect(on_, &QPushButton::clicked, this, [this] { model_.confirm_saved(); });
  text_([this] {
    set_head(tr("第 3 步　保存 10 个恢复码"));
    for (auto* code : codes_) code->setFont(theme_.mono(16, QFont::DemiBold));
    print_->setText(tr("打印"));
    save_->setText(tr("保存到文件"));
    copy_->setText(tr("复制，60 秒后清除"));
    again_->setText(tr("重新取恢复码"));
    for (auto* button : {print_, save_, copy_, again_}) button->setAccessibleName(button->text());
    kept_->setText(tr("我已保存"));
    kept_->setAccessibleName(tr("我已保存恢复码"));
    show_state();
  });
}

void RecoveryStep::start() {
  kept_->setChecked(false);
  save_fault_.clear();
  kept_file_.clear();
  kept_on_paper_ = false;
  show_state();
  (print_->isEnabled() ? static_cast<QWidget*>(print_) : kept_)->setFocus();
}

QString RecoveryStep::sheet() const {
  QString text = tr("Guardline 守护台恢复码，每个只能用一次") + QStringLiteral("\n");
  if (model_.receipt()) text += tr("账号 %1").arg(model_.receipt()->account) + QStringLiteral("\n\n");
  int number = 0;
  for (const auto& code : model_.codes()) text += QStringLiteral("%1. %2\n").arg(++number, 2).arg(grouped(code));
  return text;
}

void RecoveryStep::print() {
  auto* printer = new QPrinter(QPrinter::HighResolution);
  auto* dialog = new QPrintDialog(printer, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), this, [this](QPrinter* chosen) {
    auto font = theme_.mono(14);
    font.setPointSizeF(12);
    const auto printed = print_sheet(*chosen, sheet(), font);
    const bool file = chosen->outputFormat() == QPrinter::PdfFormat;
    save_fault_ = printed ? QString() : tr("没有打印成（%1）。请换一台打印机，或改用保存。").arg(printed.error());
    if (printed) kept_as(file ? QFileInfo(chosen->outputFileName()).fileName() : QString());
    show_state();
  });
  connect(dialog, &QObject::destroyed, qApp, [printer] { delete printer; });
  dialog->open();
}

void RecoveryStep::save() {
  auto* dialog = new QFileDialog(this, tr("保存恢复码"), QString(), tr("文本文件 (*.txt)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QStringLiteral("txt"));
  dialog->selectFile(QStringLiteral("guardline-recovery-codes.txt"));
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
    const auto saved = save_sheet(path, sheet());
    save_fault_ = saved ? QString() : tr("文件没有写成（%1）。请换一个位置，或改用打印。").arg(saved.error());
    if (saved) kept_as(QFileInfo(path).fileName());
    show_state();
  });
  dialog->open();
}

void RecoveryStep::kept_as(const QString& file) {
  kept_on_paper_ = file.isEmpty();
  kept_file_ = file;
}

void RecoveryStep::show_state() {
  const auto& codes = model_.codes();
  const bool there = !codes.isEmpty();
  for (std::size_t i = 0; i < codes_.size(); ++i) {
    const auto at = static_cast<qsizetype>(i);
    const auto number = QStringLiteral("%1  ").arg(i + 1, 2);
    codes_[i]->setText(number + (at < codes.size() ? grouped(codes.at(at)) : QStringLiteral("····  ····")));
    codes_[i]->setAccessibleName(tr("恢复码 %1").arg(i + 1));
  }
  for (auto* button : {print_, save_, copy_}) button->setEnabled(there);
  again_->setVisible(!there && !model_.busy() && !model_.codes_spent());
  lead_->setText(model_.codes_spent() ? tr("恢复码之前已经显示过，不能再次显示。没有保存时，请在登录后请管理员重发。")
                                      : tr("手机不在身边时，用一个恢复码代替动态码登录。每个只能用一次。"));
  note_->setText(
      tr("只显示这一次。纸和文件都是明文，谁拿到都能用：请放在只有您能打开的地方，不要拍照，不要发给别人。"));
  done_->setText(!kept_file_.isEmpty() ? tr("已写入「%1」。文件没有加密，只有您的系统账号能读。").arg(kept_file_)
                 : kept_on_paper_ ? tr("已送往打印机。请马上取走，纸上是明文。")
                                  : QString());
  done_->setVisible(!done_->text().isEmpty());
  kept_->setEnabled(there || model_.codes_spent());
  set_way_on(tr("完成"), kept_->isEnabled() && kept_->isChecked(),
             there || model_.codes_spent() ? tr("勾选「我已保存」后可以完成")
             : waiting()                   ? tr("正在取恢复码…")
             : model_.busy()               ? QString()
                                           : tr("没有取到恢复码"));
  show_fault(save_fault_);
}

}  // namespace guardline::ui

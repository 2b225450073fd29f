// Shows how far the request is and which device asks. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/enrol/device_panel.h"

#include "models/session/enrolment_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/time_text.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace guardline::ui {
namespace {

using State = models::EnrolmentStatus::State;

// Groups of four, eight to a line.
QString grouped(const QString& hex) {
  QString text;
  for (qsizetype i = 0; i < hex.size(); ++i) {
    if (i > 0 && i % 4 == 0) text += i % 32 == 0 ? QStringLiteral("\n") : QStringLiteral(" ");
    text += hex.at(i);
  }
  return text;
}

}  // namespace

DevicePanel::DevicePanel(Theme& theme, models::EnrolmentModel& model, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      model_(model),
      track_(new Card(theme, this)),
      device_(new Card(theme, this)),
      print_(new Card(theme, this)),
      badge_(new Badge(theme, Family::plain, Shape::waiting, track_)),
      note_(new Banner(theme, Family::med, track_)),
      fingerprint_(make_label("", print_)),
      say_(make_text("hint", print_)),
      last_(make_label("", print_)),
      copy_(new QPushButton(print_)),
      text_(theme, this) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(12);
  column->addWidget(track_);
  column->addWidget(device_);
  column->addWidget(print_, 1);
  build_track();
  build_device();
  build_fingerprint();
  connect(&model_, &models::EnrolmentModel::changed, this, &DevicePanel::show_state);
  second_.setInterval(1000);
  connect(&second_, &QTimer::timeout, this, [this] {
    if (isVisible()) show_track();
  });
  second_.start();
  text_([this] {
    fingerprint_->setFont(theme_.mono(13));
    last_->setFont(theme_.mono(20, QFont::Bold));
    device_->set_title(tr("这台设备"));
    print_->set_title(tr("设备密钥指纹"), QStringLiteral("SHA-256"));
    names_[0]->setText(tr("名称"));
    names_[1]->setText(tr("用途"));
    names_[2]->setText(tr("系统"));
    copy_->setText(tr("复制"));
    copy_->setAccessibleName(tr("复制设备密钥指纹"));
    show_state();
  });
}

void DevicePanel::build_track() {
  track_->add_head(badge_);
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(9);
  grid->setVerticalSpacing(10);
  grid->setColumnStretch(1, 1);
  for (std::size_t i = 0; i < marks_.size(); ++i) {
    auto& mark = marks_[i];
    mark.shape = new ShapeMark(theme_, Shape::waiting, 16, track_);
    mark.text = make_text("small", track_);
    mark.time = make_label("hint", track_);
    const int at = static_cast<int>(i);
    grid->addWidget(mark.shape, at, 0, Qt::AlignTop);
    grid->addWidget(mark.text, at, 1);
    grid->addWidget(mark.time, at, 2, Qt::AlignTop | Qt::AlignRight);
  }
  track_->body()->addLayout(grid);
  track_->body()->addWidget(note_);
}

void DevicePanel::build_device() {
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(8);
  grid->setVerticalSpacing(6);
  grid->setColumnMinimumWidth(0, theme_.px(76));
  grid->setColumnStretch(1, 1);
  for (std::size_t i = 0; i < names_.size(); ++i) {
    names_[i] = make_label("hint", device_);
    values_[i] = make_text(i == 0 ? "smallstrong" : "small", device_);
    grid->addWidget(names_[i], static_cast<int>(i), 0, Qt::AlignTop);
    grid->addWidget(values_[i], static_cast<int>(i), 1);
  }
  device_->body()->addLayout(grid);
}

void DevicePanel::build_fingerprint() {
  copy_->setProperty("kind", QStringLiteral("link"));
  print_->add_head(copy_);
  auto* well = make_frame("well", print_);
  auto* inside = new QVBoxLayout(well);
  inside->setContentsMargins(12, 8, 12, 8);
  inside->addWidget(fingerprint_);
  print_->body()->addWidget(well);
  print_->body()->addWidget(last_);
  print_->body()->addWidget(say_);
  print_->body()->addStretch(1);
  connect(copy_, &QPushButton::clicked, this,
          [this] { QGuiApplication::clipboard()->setText(model_.device().fingerprint); });
}

void DevicePanel::show_track() {
  const auto& status = model_.status();
  const bool sent = model_.receipt().has_value();
  const bool viewed = status && status->viewed_at.has_value();
  const bool approved = model_.approved();
  const auto set = [](Mark& mark, Shape shape, const QString& text, const std::optional<Timestamp>& at) {
    mark.shape->set(shape);
    mark.text->setText(text);
    mark.time->setText(at ? clock_text(*at) : QStringLiteral("—"));
  };
  set(marks_[0], sent ? Shape::done : Shape::waiting, sent ? tr("申请已提交") : tr("提交申请"),
      status ? std::optional(status->submitted_at) : std::nullopt);
  set(marks_[1], viewed ? Shape::done : Shape::waiting, viewed ? tr("管理员已查看") : tr("管理员查看"),
      status ? status->viewed_at : std::nullopt);
  if (approved) {
    set(marks_[2], Shape::done, tr("已批准"), status->approved_at);
  } else if (model_.over()) {
    set(marks_[2], Shape::failed, status->state == State::refused ? tr("没有批准") : tr("已过期"), std::nullopt);
  } else {
    const auto waited =
        status ? std::chrono::floor<std::chrono::seconds>(model_.clock().now() - status->submitted_at).count() : 0;
    set(marks_[2], Shape::waiting, status ? tr("等待批准　已等 %1").arg(duration_text(waited)) : tr("等待批准"),
        std::nullopt);
  }
  set(marks_[3], approved ? Shape::done : Shape::waiting, approved ? tr("已启用，可以登录") : tr("启用，可以登录"),
      approved ? status->approved_at : std::nullopt);
}

void DevicePanel::show_state() {
  const bool sent = model_.receipt().has_value();
  track_->set_title(tr("设备批准"), sent ? model_.receipt()->device_id.right(12) : QString());
  badge_->setVisible(sent);
  if (model_.approved())
    badge_->set(Family::plain, Shape::done, tr("已批准"));
  else if (model_.over())
    badge_->set(Family::crit, Shape::failed, tr("未批准"));
  else
    badge_->set(Family::plain, Shape::waiting, tr("等待批准"));
  show_track();
  note_->set(Family::med, sent && !model_.approved() && !model_.over()
                              ? tr("可以继续登记，也可以关闭窗口。批准由管理员在中枢完成，这里会自动更新。")
                              : QString());
  const auto device = model_.device();
  values_[0]->setText(device.name);
  values_[1]->setText(sent ? device.shared ? tr("共用") : tr("专用") : QStringLiteral("—"));
  values_[2]->setText(device.system);
  const auto print = sent ? model_.receipt()->fingerprint : QString();
  copy_->setEnabled(sent);
  fingerprint_->setText(sent ? grouped(print) : tr("提交申请时在本机生成"));
  last_->setVisible(sent);
  last_->setText(print.right(8).left(4) + QLatin1Char(' ') + print.right(4));
  last_->setAccessibleName(tr("指纹最后 8 位"));
  say_->setText(sent ? tr("以上是指纹的最后 8 位，管理员批准前会请您口述。两边不一致时请停止，并联系安全值班。")
                     : tr("私钥不离开本机，中枢只得到公钥。"));
}

}  // namespace guardline::ui

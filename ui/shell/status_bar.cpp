// Fills the status bar. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/status_bar.h"

#include "models/session/session_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/time_text.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace guardline::ui {
namespace {

// "?" in a key cap, then the word.
class KeysButton final : public QPushButton {
 public:
  KeysButton(const Theme& theme, QWidget* parent) : QPushButton(parent), theme_(theme) {
    setProperty("kind", QStringLiteral("statuslink"));
    setCursor(Qt::PointingHandCursor);
  }
  [[nodiscard]] QSize sizeHint() const override {
    return {key_cap_width(theme_, QStringLiteral("?")) + theme_.px(6 + 4) +
                QFontMetrics(theme_.font(12)).horizontalAdvance(text()),
            theme_.px(24)};
  }
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter p(this);
    const int cap = paint_key_cap(p, theme_, QStringLiteral("?"), theme_.px(2), height() / 2,
                                  theme_.color(Token::text_2), theme_.color(Token::line_strong));
    p.setFont(theme_.font(12));
    p.setPen(theme_.color(underMouse() ? Token::accent : Token::text_3));
    p.drawText(QRect(theme_.px(2) + cap + theme_.px(6), 0, width(), height()), Qt::AlignVCenter, text());
  }

 private:
  const Theme& theme_;
};

}  // namespace

StatusBar::StatusBar(Theme& theme, models::SessionModel& model, QWidget* parent)
    : QFrame(parent),
      theme_(theme),
      model_(model),
      left_(make_label("hint", this)),
      position_(make_label("hint", this)),
      waiting_(make_label("hint", this)),
      time_(make_label("hint", this)),
      device_(make_label("hint", this)),
      version_(make_label("hint", this)),
      keys_(new KeysButton(theme, this)),
      text_(theme, this) {
  setProperty("kind", QStringLiteral("statusbar"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(16, 0, 16, 0);
  row->setSpacing(18);
  row->addWidget(left_);
  row->addWidget(position_);
  row->addWidget(waiting_);
  row->addStretch(1);
  row->addWidget(time_);
  row->addWidget(device_);
  row->addWidget(version_);
  row->addWidget(keys_);
  connect(keys_, &QPushButton::clicked, this, &StatusBar::shortcuts_wanted);
  connect(&model_, &models::SessionModel::changed, this, &StatusBar::show_state);
  connect(&model_, &models::SessionModel::connection_changed, this, &StatusBar::show_state);
  second_.setInterval(1000);
  connect(&second_, &QTimer::timeout, this, &StatusBar::show_state);
  second_.start();
  text_([this] {
    setFixedHeight(theme_.px(26));
    keys_->setText(tr("快捷键"));
    keys_->setAccessibleName(tr("快捷键一览"));
    setAccessibleName(tr("状态栏"));
    show_state();
  });
}

void StatusBar::set_waiting(std::size_t count) {
  waits_ = count;
  show_state();
}

void StatusBar::show_state() {
  const auto& link = model_.connection();
  const auto& device = model_.device();
  using Standing = models::LocalDevice::Standing;
  const bool inside = model_.state() == models::SessionModel::State::signed_in;
  using Line = models::Connection::State;
  const bool away = link.state == Line::offline || link.state == Line::reconnecting;
  if (inside && away && link.since)
    left_->setText(link.attempt > 0 ? tr("连接中断 %1，已重试 %2 次").arg(clock_text(*link.since)).arg(link.attempt)
                                    : tr("连接中断 %1").arg(clock_text(*link.since)));
  else if (inside)
    left_->setText(link.last_event_at ? tr("最近事件 %1").arg(clock_text(*link.last_event_at)) : tr("还没有收到事件"));
  else
    left_->setText(model_.unlocking() ? tr("已锁定") : tr("未登录，看不到任何投资者信息"));
  position_->setText(inside && !link.position.isEmpty() ? tr("序号 %1").arg(link.position) : QString());
  waiting_->setText(waits_ > 0 ? tr("本机待同步 %n", nullptr, static_cast<int>(waits_)) : QString());
  waiting_->setVisible(waits_ > 0);
  time_->setText(QStringLiteral("%1　%2").arg(zone_text(), clock_text(model_.clock().now())));
  switch (device.standing) {
    case Standing::bound:
      device_->setText(tr("设备 %1 已绑定").arg(device.name));
      break;
    case Standing::enrolling:
      device_->setText(tr("设备 %1 待批准").arg(device.name));
      break;
    case Standing::revoked:
      device_->setText(tr("设备 %1 已停用").arg(device.name));
      break;
    case Standing::unknown:
      device_->setText(tr("设备未登记"));
      break;
  }
  version_->setText(tr("版本 %1").arg(QCoreApplication::applicationVersion()));
}

}  // namespace guardline::ui

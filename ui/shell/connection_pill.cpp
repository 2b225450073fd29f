// Fills the connection pill and its panel. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/connection_pill.h"

#include "models/session/session_model.h"
#include "ui/signin/session_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/time_text.h"

#include <QAccessible>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>

namespace guardline::ui {

using State = models::Connection::State;

ConnectionPill::ConnectionPill(Theme& theme, models::SessionModel& model, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      model_(model),
      pill_(new Pill(theme, this)),
      panel_(new QFrame(this, Qt::Popup)),
      text_(theme, this) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(pill_);
  make_panel();
  connect(pill_, &QAbstractButton::clicked, this, [this] {
    panel_->adjustSize();
    const auto below = pill_->mapToGlobal(QPoint(pill_->width() - panel_->width(), pill_->height() + 4));
    panel_->move(below);
    panel_->show();
    if (retry_->isVisible()) retry_->setFocus();
  });
  connect(retry_, &QPushButton::clicked, this, [this] { model_.retry_now(); });
  connect(&model_, &models::SessionModel::connection_changed, this, &ConnectionPill::show_state);
  connect(&model_, &models::SessionModel::changed, this, &ConnectionPill::show_state);
  second_.setInterval(500);
  connect(&second_, &QTimer::timeout, this, [this] {
    if (model_.connection().retry_at) show_state();
  });
  second_.start();
  text_([this] {
    event_name_->setText(tr("最近事件"));
    position_name_->setText(tr("事件序号"));
    latency_name_->setText(tr("往返延迟"));
    retry_->setText(tr("立即重试"));
    retry_->setAccessibleName(tr("立即重试"));
    panel_->setAccessibleName(tr("连接详情"));
    show_state();
  });
}

void ConnectionPill::set_compact(bool compact) { pill_->set_compact(compact); }

void ConnectionPill::make_panel() {
  panel_->setProperty("kind", QStringLiteral("menu"));
  auto* column = new QVBoxLayout(panel_);
  column->setContentsMargins(14, 12, 14, 12);
  column->setSpacing(10);
  headline_ = make_text("strong", panel_);
  headline_->setMinimumWidth(theme_.px(280));
  column->addWidget(headline_);
  column->addWidget(make_rule(false, panel_));
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(16);
  grid->setVerticalSpacing(4);
  grid->setColumnStretch(1, 1);
  const auto line = [this, grid](int at, QLabel*& name, QLabel*& value) {
    name = make_label("hint", panel_);
    value = make_label("small", panel_);
    grid->addWidget(name, at, 0);
    grid->addWidget(value, at, 1);
  };
  line(0, event_name_, event_);
  line(1, position_name_, position_);
  line(2, latency_name_, latency_);
  column->addLayout(grid);
  retry_ = new KeyButton(theme_, QStringLiteral("F5"), panel_);
  retry_->setAutoDefault(true);
  column->addWidget(retry_, 0, Qt::AlignLeft);
}

void ConnectionPill::show_state() {
  const auto& link = model_.connection();
  const auto now = model_.clock().now();
  const auto wait =
      link.retry_at ? std::max<long long>(0, std::chrono::ceil<std::chrono::seconds>(*link.retry_at - now).count()) : 0;
  const auto count_down =
      QStringLiteral("%1:%2").arg(wait / 60, 2, 10, QLatin1Char('0')).arg(wait % 60, 2, 10, QLatin1Char('0'));
  switch (link.state) {
    case State::online:
      pill_->set(Pill::Tone::neutral, QStringLiteral("link"), tr("在线"), tr("延迟 %1 ms").arg(link.latency.count()));
      break;
    case State::connecting:
      pill_->set(Pill::Tone::dashed, QStringLiteral("link"), tr("正在连接"), {});
      break;
    case State::reconnecting:
      pill_->set(Pill::Tone::dashed, QStringLiteral("nolink"), tr("重连中"),
                 wait > 0 ? tr("第 %1 次，%2 后").arg(link.attempt).arg(count_down) : tr("第 %1 次").arg(link.attempt));
      break;
    case State::offline:
      pill_->set(link.cause == models::Failure::certificate_refused ? Pill::Tone::vermillion : Pill::Tone::amber,
                 QStringLiteral("nolink"), tr("离线"), wait > 0 ? tr("%1 后重试").arg(count_down) : QString());
      break;
  }
  pill_->setAccessibleName(tr("连接：%1 %2").arg(pill_->text(), pill_->detail()));
  const auto trouble = connection_words(link, now);
  headline_->setText(trouble.isEmpty() ? link.state == State::online ? tr("与中枢连接正常") : tr("正在连接中枢")
                                       : trouble);
  event_->setText(link.last_event_at ? clock_text(*link.last_event_at) : QStringLiteral("—"));
  position_->setText(link.position.isEmpty() ? QStringLiteral("—") : link.position);
  latency_->setText(link.state == State::online ? tr("%1 毫秒").arg(link.latency.count()) : QStringLiteral("—"));
  retry_->setVisible(link.state == State::reconnecting || link.state == State::offline);
  if (announced_ != static_cast<int>(link.state)) {
    announced_ = static_cast<int>(link.state);
    QAccessibleEvent event(pill_, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
  }
}

}  // namespace guardline::ui

// One message at a time, for a short while. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/toast.h"

#include "models/alerts/alert_words.h"
#include "ui/alerts/alert_row_painter.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/keep_clear.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/labels.h"

#include <QAccessible>
#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace guardline::ui {

Toast::Toast(Theme& theme, QWidget* window)
    : QFrame(window),
      theme_(theme),
      badge_(new Badge(theme, Family::low, ui::Shape::low, this)),
      title_(make_text("h2", this)),
      second_(make_text("hint", this)),
      more_(make_label("hint", this)),
      open_(new QPushButton(this)),
      list_(new KeyButton(theme, QStringLiteral("F8"), this)),
      close_(new QPushButton(this)),
      texts_(theme, this) {
  setProperty("kind", QStringLiteral("menu"));
  setFocusPolicy(Qt::NoFocus);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 10, 8, 10);
  column->setSpacing(4);
  auto* head = new QHBoxLayout;
  head->setSpacing(8);
  head->addWidget(badge_, 0, Qt::AlignTop);
  head->addWidget(title_, 1);
  head->addWidget(close_, 0, Qt::AlignTop);
  column->addLayout(head);
  column->addWidget(second_);
  auto* foot = new QHBoxLayout;
  foot->setSpacing(8);
  foot->addWidget(more_);
  foot->addStretch(1);
  foot->addWidget(open_);
  foot->addWidget(list_);
  column->addLayout(foot);
  for (auto* button : {open_, static_cast<QPushButton*>(list_)}) button->setProperty("kind", QStringLiteral("small"));
  close_->setProperty("kind", QStringLiteral("eye"));
  // It comes by itself: Tab must not lead into what will be gone in a moment. F8 does the same.
  for (auto* button : {open_, static_cast<QPushButton*>(list_), close_}) button->setFocusPolicy(Qt::NoFocus);
  connect(open_, &QPushButton::clicked, this, [this] {
    const auto entry = shown_;
    shut();
    if (entry) Q_EMIT opened(QString::fromStdString(entry->alert.id.text()));
  });
  connect(list_, &QPushButton::clicked, this, [this] {
    shut();
    Q_EMIT list_wanted();
  });
  connect(close_, &QPushButton::clicked, this, &Toast::shut);
  timer_.setSingleShot(true);
  timer_.setInterval(stays);
  connect(&timer_, &QTimer::timeout, this, &Toast::shut);
  window->installEventFilter(this);
  connect(qApp, &QApplication::focusChanged, this, [this] {
    if (isVisible()) stand();
  });
  texts_([this] {
    open_->setText(tr("打开"));
    open_->setAccessibleName(tr("打开这条告警"));
    list_->setText(tr("通知"));
    list_->setAccessibleName(tr("打开通知中心"));
    close_->setIcon(icon(QStringLiteral("x"), theme_.color(Token::text_3)));
    close_->setAccessibleName(tr("关闭"));
    fill();
  });
  hide();
}

void Toast::tell(const std::vector<models::AlertEntryPtr>& entries) {
  if (entries.empty()) return;
  const auto& first = entries.front();
  if (isVisible() && shown_ && shown_->alert.severity < first->alert.severity) {
    others_ += static_cast<int>(entries.size());
  } else {
    others_ = static_cast<int>(entries.size()) - 1 + (isVisible() ? others_ + 1 : 0);
    shown_ = first;
    timer_.start();
  }
  fill();
  show();
  raise();
  stand();
  QAccessibleEvent event(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&event);
}

void Toast::fill() {
  if (!shown_) return;
  const auto& alert = shown_->alert;
  // What is on a shelf is told of for one reason: the shelf ends.
  const bool shelf = alert.suppression == Suppression::shelved;
  if (shelf) {
    badge_->set(Family::sup, ui::Shape::sup, models::quiet_name(alert.suppression));
  } else {
    badge_->set(family_of(alert.severity), shape_of(alert.severity), models::severity_name(alert.severity));
  }
  title_->setText(models::alert_title(alert));
  second_->setText(
      tr("%1 · %2", "number, object")
          .arg(models::alert_number(alert), shelf ? models::shelf_end_text(alert) : models::alert_object(alert)));
  more_->setText(others_ > 0 ? tr("另有 %n 条", nullptr, others_) : QString());
  setAccessibleName(
      shelf ? tr("%1：%2", "what is told, title").arg(models::shelf_end_text(alert), title_->text())
            : tr("%1告警：%2", "severity, title").arg(models::severity_name(alert.severity), title_->text()));
  setAccessibleDescription(more_->text());
}

QString Toast::text() const { return title_->text(); }

void Toast::shut() {
  timer_.stop();
  others_ = 0;
  shown_.reset();
  hide();
}

QRect Toast::place(const QSize& window, const QSize& size, const std::vector<QRect>& clear, int top, int bottom) {
  constexpr int kGap = 16;
  const int low = window.height() - bottom - size.height() - kGap;
  // At the right edge, then at the left: as low as can be, above what stands in the way.
  for (const int x : {window.width() - size.width() - kGap, kGap}) {
    QRect where({x, low}, size);
    for (bool free = false; !free && where.top() >= top + kGap;) {
      free = true;
      for (const auto& each : clear) {
        if (!where.intersects(each)) continue;
        free = false;
        where.moveBottom(each.top() - kGap / 2 - 1);
      }
    }
    if (where.top() >= top + kGap) return where;
  }
  // Nowhere free: over the page's head, where nothing is written.
  return {{window.width() - size.width() - kGap, top + kGap}, size};
}

void Toast::stand() {
  setFixedWidth(theme_.px(380));
  const int high = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : sizeHint().height();
  setGeometry(place(window()->size(), {width(), high}, kept_clear(*window()), theme_.px(52), theme_.px(26)));
}

bool Toast::eventFilter(QObject* watched, QEvent* event) {
  if (watched == window() && event->type() == QEvent::Resize && isVisible()) stand();
  return QFrame::eventFilter(watched, event);
}

}  // namespace guardline::ui

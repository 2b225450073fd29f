// The stages of waiting. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wait_line.h"

#include "ui/theme/theme.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/time_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace guardline::ui {
namespace {

constexpr int kTick = 100;
constexpr int kSteps = 16;  // of the bar's way, one a tick

}  // namespace

/// A quarter of its width moves on: how far the answer is nobody knows.
class WaitLine::Bar final : public QWidget {
 public:
  Bar(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) { setFixedHeight(3); }
  void step() {
    at_ = (at_ + 1) % kSteps;
    update();
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter p(this);
    p.fillRect(rect(), theme_.color(Token::bg_sunken));
    const double part = width() / 4.0;
    p.fillRect(QRectF((width() + part) * at_ / kSteps - part, 0, part, height()), theme_.color(Token::accent));
  }

 private:
  const Theme& theme_;
  int at_{0};
};

WaitLine::WaitLine(Theme& theme, const QString& key, QWidget* parent)
    : QWidget(parent),
      bar_(new Bar(theme, this)),
      row_(new QWidget(this)),
      words_(make_text("hint", row_)),
      stop_(new KeyButton(theme, key, row_)),
      text_(theme, this) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(6);
  column->addWidget(bar_);
  auto* row = new QHBoxLayout(row_);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(12);
  row->addWidget(words_, 1);
  row->addWidget(stop_);
  stop_->setProperty("kind", QStringLiteral("small"));
  column->addWidget(row_);
  // What stands below must not jump when the bar comes.
  auto policy = bar_->sizePolicy();
  policy.setRetainSizeWhenHidden(true);
  bar_->setSizePolicy(policy);
  bar_->hide();
  row_->hide();
  timer_.setInterval(kTick);
  connect(&timer_, &QTimer::timeout, this, &WaitLine::tick);
  connect(stop_, &QPushButton::clicked, this, &WaitLine::stop_wanted);
  text_([this] {
    stop_->setText(tr("不等了"));
    stop_->setAccessibleName(tr("停止等待"));
    bar_->setAccessibleName(tr("正在等待中枢"));
    if (stage_ == Stage::told) tick();
  });
}

void WaitLine::set(bool waiting, bool may_stop) {
  may_stop_ = may_stop;
  stop_->setVisible(may_stop);
  if (waiting == (stage_ != Stage::none)) return;
  if (waiting) {
    since_.start();
    timer_.start();
  } else {
    timer_.stop();
  }
  enter(waiting ? Stage::quiet : Stage::none);
}

void WaitLine::set_indent(int px) { row_->layout()->setContentsMargins(px, 0, px, 0); }

void WaitLine::enter(Stage stage) {
  stage_ = stage;
  bar_->setVisible(shown());
  row_->setVisible(stage == Stage::told);
  Q_EMIT stage_changed();
}

void WaitLine::tick() {
  const std::chrono::milliseconds waited(since_.elapsed());
  bar_->step();
  if (waited >= tell_after) {
    words_->setText(tr("中枢还没有回答，已等 %1。").arg(duration_text(waited / std::chrono::seconds(1))));
    if (stage_ != Stage::told) enter(Stage::told);
  } else if (waited >= move_after && stage_ == Stage::quiet) {
    enter(Stage::moving);
  }
}

}  // namespace guardline::ui

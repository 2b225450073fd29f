// Builds the frame of a step. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/enrol/step_view.h"

#include "models/session/enrolment_model.h"
#include "ui/signin/session_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/wait_line.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace guardline::ui {

StepView::StepView(Theme& theme, models::EnrolmentModel& model, QWidget* parent)
    : QFrame(parent),
      theme_(theme),
      model_(model),
      on_(new KeyButton(theme, QStringLiteral("Enter"), this)),
      text_(theme, this),
      head_(make_label("step", this)),
      wait_(new WaitLine(theme, {}, this)),
      fault_(new Banner(theme, Family::crit, this)),
      missing_(make_label("hint", this)) {
  setProperty("kind", QStringLiteral("card"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(1, 1, 1, 1);
  column->setSpacing(0);
  auto* top = make_frame("cardhead", this);
  top->setMinimumHeight(theme.px(46));
  auto* top_row = new QHBoxLayout(top);
  top_row->setContentsMargins(24, 0, 24, 0);
  top_row->addWidget(head_);
  top_row->addStretch(1);
  column->addWidget(top);
  column->addWidget(wait_);
  wait_->set_indent(24);
  auto* scroll = new QScrollArea(this);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  auto* inside = new QWidget(scroll);
  inside->setObjectName(QStringLiteral("scrolled"));
  body_ = new QVBoxLayout(inside);
  body_->setContentsMargins(24, 20, 24, 18);
  body_->setSpacing(0);
  scroll->setWidget(inside);
  column->addWidget(scroll, 1);
  auto* banner_row = new QHBoxLayout;
  banner_row->setContentsMargins(24, 0, 24, 12);
  banner_row->addWidget(fault_);
  column->addLayout(banner_row);
  auto* foot = make_frame("footbar", this);
  auto* foot_row = new QHBoxLayout(foot);
  foot_row->setContentsMargins(24, 12, 24, 12);
  foot_row->addWidget(missing_);
  foot_row->addStretch(1);
  foot_row->addWidget(on_);
  on_->setProperty("kind", QStringLiteral("primary"));
  on_->setAutoDefault(true);
  column->addWidget(foot);
  connect(&model_, &models::EnrolmentModel::changed, this, &StepView::follow_model);
  connect(wait_, &WaitLine::stage_changed, this, [this] { show_state(); });
  connect(wait_, &WaitLine::stop_wanted, this, [this] {
    stopped_ = true;
    model_.cancel();
  });
}

void StepView::follow_model() {
  if (model_.busy() || model_.error()) stopped_ = false;
  // Codes that were on their way and are not shown can't be had again: there is no way out of that wait.
  wait_->set(model_.busy(), model_.step() != models::EnrolmentModel::Step::recovery);
  show_state();
}

bool StepView::waiting() const { return wait_->shown(); }

void StepView::show_fault(const QString& text) {
  if (model_.error())
    fault_->set(Family::crit, words_of(*model_.error(), model_.clock().now()));
  else
    fault_->set(Family::high, stopped_ && text.isEmpty()
                                  ? tr("已停止等待，中枢可能已经收到。登记码和动态码都只能用一次，再试被拒时请换新的。")
                                  : text);
}

void StepView::set_head(const QString& text) {
  head_->setText(text);
  setAccessibleName(text);
}

void StepView::set_way_on(const QString& text, bool possible, const QString& missing) {
  on_->setText(text);
  on_->setAccessibleName(text);
  on_->setEnabled(possible);
  missing_->setText(possible ? QString() : missing);
}

}  // namespace guardline::ui

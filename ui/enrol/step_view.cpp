// Builds the frame of a step. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/enrol/step_view.h"

#include "models/session/enrolment_model.h"
#include "ui/signin/session_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/labels.h"

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
  connect(&model_, &models::EnrolmentModel::changed, this, [this] { show_state(); });
}

void StepView::show_fault(const QString& text) {
  if (model_.error())
    fault_->set(Family::crit, words_of(*model_.error(), model_.clock().now()));
  else
    fault_->set(Family::high, text);
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

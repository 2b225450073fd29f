// One of the three axes in words. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/axis_box.h"

#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>

namespace guardline::ui {

AxisBox::AxisBox(const Theme& theme, QWidget* parent)
    : QFrame(parent),
      question_(make_label("hint", this)),
      mark_(new ShapeMark(theme, ui::Shape::low, 14, this)),
      answer_(make_text("smallstrong", this)) {
  setProperty("kind", QStringLiteral("well"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 6, 8, 6);
  column->setSpacing(2);
  column->addWidget(question_);
  auto* row = new QHBoxLayout;
  row->setSpacing(5);
  // In the middle of the first line, whatever wraps below it.
  auto* beside = new QVBoxLayout;
  beside->setContentsMargins(0, std::max(0, (QFontMetrics(theme.font(12)).height() - theme.px(14)) / 2), 0, 0);
  beside->addWidget(mark_);
  beside->addStretch(1);
  row->addLayout(beside);
  row->addWidget(answer_, 1);
  column->addLayout(row);
  column->addStretch(1);
}

void AxisBox::set_question(const QString& question) {
  question_->setText(question);
  setAccessibleName(question);
}

void AxisBox::set_answer(ui::Shape shape, const QString& answer) {
  mark_->set(shape);
  if (answer_->text() == answer) return;
  answer_->setText(answer);
  setAccessibleDescription(answer);
}

QString AxisBox::answer() const { return answer_->text(); }

}  // namespace guardline::ui

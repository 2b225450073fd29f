// Chooses the form of a formula that fits. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/formula_chip.h"

#include "ui/widgets/labels.h"

#include <QFontMetrics>
#include <QLabel>
#include <QResizeEvent>

namespace guardline::ui {

FormulaChip::FormulaChip(QWidget* parent) : QWidget(parent), label_(make_label("formula", this)) {
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void FormulaChip::set(const QString& full, const QString& brief) {
  full_ = full;
  brief_ = brief;
  setAccessibleName(full);
  choose();
  updateGeometry();
}

int FormulaChip::width_of(const QString& text) const {
  label_->ensurePolished();
  // The style sheet's padding: what the label asks for beyond its own text.
  const auto metrics = label_->fontMetrics();
  return metrics.horizontalAdvance(text) + label_->sizeHint().width() - metrics.horizontalAdvance(label_->text());
}

QSize FormulaChip::sizeHint() const { return {width_of(full_), label_->sizeHint().height()}; }

QSize FormulaChip::minimumSizeHint() const { return {width_of(brief_), label_->sizeHint().height()}; }

void FormulaChip::choose() {
  label_->setText(width_of(full_) <= width() ? full_ : brief_);
  label_->setGeometry(0, 0, label_->sizeHint().width(), height());
}

void FormulaChip::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  choose();
}

}  // namespace guardline::ui

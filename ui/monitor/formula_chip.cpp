// Chooses the form of a formula that fits. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/formula_chip.h"

#include <QFontMetrics>
#include <QResizeEvent>

namespace guardline::ui {

FormulaChip::FormulaChip(QWidget* parent) : QLabel(parent) {
  setProperty("kind", QStringLiteral("formula"));
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
  // The style sheet's padding: what the label asks for beyond its own text.
  const auto around = QLabel::sizeHint().width() - fontMetrics().horizontalAdvance(this->text());
  return fontMetrics().horizontalAdvance(text) + around;
}

QSize FormulaChip::sizeHint() const { return {width_of(full_), QLabel::sizeHint().height()}; }

QSize FormulaChip::minimumSizeHint() const { return {width_of(brief_), QLabel::minimumSizeHint().height()}; }

void FormulaChip::choose() {
  const auto& fits = width_of(full_) <= width() ? full_ : brief_;
  if (text() != fits) setText(fits);
}

void FormulaChip::resizeEvent(QResizeEvent* event) {
  QLabel::resizeEvent(event);
  choose();
}

}  // namespace guardline::ui

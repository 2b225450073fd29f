// Paints a banner and announces it. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"

#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>

namespace guardline::ui {
namespace {

Shape shape_of(Family family) {
  switch (family) {
    case Family::crit:
      return Shape::crit;
    case Family::high:
      return Shape::high;
    case Family::sup:
      return Shape::sup;
    case Family::med:
      return Shape::med;
    case Family::low:
    case Family::plain:
      break;
  }
  return Shape::low;
}

}  // namespace

Banner::Banner(const Theme& theme, Family family, QWidget* parent)
    : QFrame(parent),
      theme_(theme),
      family_(family),
      mark_(new ShapeMark(theme, shape_of(family), 16, this)),
      label_(make_text("small", this)),
      row_(new QHBoxLayout(this)) {
  row_->setContentsMargins(12, 8, 12, 8);
  row_->setSpacing(10);
  row_->addWidget(mark_, 0, Qt::AlignTop);
  row_->addWidget(label_, 1);
  hide();
}

void Banner::add(QWidget* control) {
  row_->addWidget(control, 0, Qt::AlignVCenter);
  row_->setAlignment(mark_, Qt::AlignVCenter);  // the control is taller than a line of text, which stands in its middle
}

void Banner::set_lead(const QString& icon, const QString& word) {
  if (lead_ == nullptr) {
    lead_icon_ = new IconLabel(theme_, icon, Token::high_text, 18, this);
    lead_ = make_label("strong", this);
    row_->insertWidget(0, lead_icon_, 0, Qt::AlignVCenter);
    row_->insertWidget(1, lead_, 0, Qt::AlignVCenter);
    mark_->hide();
  }
  lead_->setText(word);
}

QString Banner::text() const { return label_->text(); }

void Banner::set(Family family, const QString& text) {
  family_ = family;
  mark_->set(shape_of(family));
  const bool news = text != label_->text();
  label_->setText(text);
  setAccessibleName(text);
  setVisible(!text.isEmpty());
  if (news && !text.isEmpty()) {
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
  }
  update();
}

void Banner::paintEvent(QPaintEvent*) {
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  const auto colors = colors_of(theme_, family_);
  p.setPen(colors.line);
  p.setBrush(colors.soft);
  p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

}  // namespace guardline::ui

// One figure with what it is made of. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kpi/kpi_card.h"

#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace guardline::ui {
namespace {

void set_kind(QLabel* label, const char* kind) {
  const auto name = QString::fromLatin1(kind);
  if (label->property("kind") == name) return;
  label->setProperty("kind", name);
  label->style()->unpolish(label);
  label->style()->polish(label);
}

}  // namespace

KpiCard::KpiCard(Theme& theme, QWidget* parent)
    : QAbstractButton(parent),
      theme_(theme),
      title_(make_text("label", this)),
      value_(make_label("kpi", this)),
      change_(make_label("secondary", this)),
      formula_(make_text("secondary", this)),
      made_of_(make_text("secondary", this)) {
  setCheckable(true);
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  setAttribute(Qt::WA_Hover);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 10, 12, 10);
  column->setSpacing(2);
  for (auto* label : {title_, value_, change_, formula_, made_of_}) {
    label->setAttribute(Qt::WA_TransparentForMouseEvents);
    column->addWidget(label);
  }
  column->addStretch(1);
  connect(&theme, &Theme::changed, this, [this] {
    updateGeometry();
    update();
  });
}

void KpiCard::show(const KpiCardText& text, bool greyed) {
  title_->setText(text.title);
  value_->setText(text.value);
  value_->setMinimumHeight(theme_.px(36));  // words are smaller than figures, and the lines below stand alike
  set_kind(value_, text.known ? "kpi" : "step");
  change_->setText(text.change);
  formula_->setText(text.formula);
  made_of_->setText(text.made_of);
  setToolTip(text.notes);
  setAccessibleName(text.title);
  if (accessibleDescription() != text.spoken) setAccessibleDescription(text.spoken);
  // The style sheet's colour is stronger than a palette's.
  const auto ink = greyed ? QStringLiteral("color: %1").arg(theme_.color(Token::text_3).name()) : QString();
  if (value_->styleSheet() != ink) value_->setStyleSheet(ink);
}

QString KpiCard::value() const { return value_->text(); }

QSize KpiCard::sizeHint() const { return layout()->sizeHint(); }
QSize KpiCard::minimumSizeHint() const { return layout()->minimumSize(); }

void KpiCard::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const auto width = isChecked() ? 2.0 : 1.0;
  painter.setPen(QPen(theme_.color(isChecked() ? Token::accent : Token::line), width));
  painter.setBrush(theme_.color(underMouse() && !isChecked() ? Token::bg_hover : Token::bg_surface));
  painter.drawRoundedRect(QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2), 6, 6);
}

}  // namespace guardline::ui

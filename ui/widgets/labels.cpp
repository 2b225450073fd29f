// Labels by kind. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/labels.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace guardline::ui {

QLabel* make_label(const char* kind, QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setTextFormat(Qt::PlainText);
  label->setProperty("kind", QString::fromLatin1(kind));
  return label;
}

QLabel* make_text(const char* kind, QWidget* parent) {
  auto* label = make_label(kind, parent);
  label->setWordWrap(true);
  auto policy = label->sizePolicy();
  policy.setHeightForWidth(true);
  policy.setVerticalPolicy(QSizePolicy::Minimum);
  label->setSizePolicy(policy);
  return label;
}

QFrame* make_frame(const char* kind, QWidget* parent) {
  auto* frame = new QFrame(parent);
  frame->setProperty("kind", QString::fromLatin1(kind));
  return frame;
}

QFrame* make_rule(bool vertical, QWidget* parent) { return make_frame(vertical ? "vrule" : "rule", parent); }

IconLabel::IconLabel(const Theme& theme, QString name, Token token, int side, QWidget* parent)
    : QWidget(parent), theme_(theme), name_(std::move(name)), token_(token), side_(side) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconLabel::set(const QString& name, Token token) {
  name_ = name;
  token_ = token;
  update();
}

QSize IconLabel::sizeHint() const { return {theme_.px(side_), theme_.px(side_)}; }

void IconLabel::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.drawPixmap(rect(), icon_pixmap(name_, width(), theme_.color(token_), devicePixelRatioF()));
}

}  // namespace guardline::ui

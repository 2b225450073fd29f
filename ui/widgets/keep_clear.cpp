// What nothing that comes by itself may cover. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/keep_clear.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QWidget>

namespace guardline::ui {
namespace {

constexpr char kMark[] = "keepclear";

/// Where it is seen through everything that it is scrolled in.
QRect seen(const QWidget* widget, const QWidget& window) {
  QRect rect(widget->mapTo(&window, QPoint()), widget->size());
  for (const auto* each = widget->parentWidget(); each != nullptr && each != &window; each = each->parentWidget())
    rect &= QRect(each->mapTo(&window, QPoint()), each->size());
  return rect;
}

}  // namespace

void keep_clear(QWidget* widget) { widget->setProperty(kMark, true); }

std::vector<QRect> kept_clear(const QWidget& window) {
  std::vector<QRect> all;
  const auto add = [&](const QWidget* widget, int around) {
    const auto rect = seen(widget, window);
    if (!rect.isEmpty()) all.push_back(rect.adjusted(-around, -around, around, around));
  };
  // A list that fills the page has the focus somewhere in it; what is typed into or pressed is never covered.
  const auto* focus = QApplication::focusWidget();
  if (focus != nullptr && window.isAncestorOf(focus) &&
      (qobject_cast<const QLineEdit*>(focus) != nullptr || qobject_cast<const QPlainTextEdit*>(focus) != nullptr ||
       qobject_cast<const QAbstractButton*>(focus) != nullptr))
    add(focus, 4);
  for (const auto* widget : window.findChildren<const QWidget*>()) {
    if (widget->isVisible() && widget->property(kMark).toBool()) add(widget, 0);
  }
  return all;
}

}  // namespace guardline::ui

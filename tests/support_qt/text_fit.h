// Finds texts that don't fit their widget, and controls without a name. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QStyle>
#include <QStyleOptionButton>

namespace guardline::test {

/// One line for each visible label or button below `root` whose text is wider or higher than its room.
inline QStringList clipped_texts(const QWidget& root) {
  QStringList found;
  const auto note = [&](const QWidget* w, const QString& text, QSize need, QSize have) {
    found << QStringLiteral("%1 \"%2\" needs %3x%4, has %5x%6")
                 .arg(QString::fromLatin1(w->metaObject()->className()), text)
                 .arg(need.width())
                 .arg(need.height())
                 .arg(have.width())
                 .arg(have.height());
  };
  for (const auto* w : root.findChildren<QWidget*>()) {
    if (!w->isVisibleTo(&root)) continue;
    if (const auto* header = qobject_cast<const QHeaderView*>(w); header && header->model() != nullptr) {
      for (int i = 0; i < header->count(); ++i) {
        if (header->isSectionHidden(i) || header->orientation() != Qt::Horizontal) continue;
        const auto text = header->model()->headerData(i, Qt::Horizontal).toString();
        const QSize need(header->fontMetrics().horizontalAdvance(text), 0);
        if (need.width() > header->sectionSize(i)) note(w, text, need, {header->sectionSize(i), header->height()});
      }
    } else if (const auto* label = qobject_cast<const QLabel*>(w)) {
      if (label->text().isEmpty()) continue;
      const int m = label->margin() * 2;
      const QSize room = label->contentsRect().size() - QSize(m, m);
      const int flags = Qt::TextShowMnemonic | (label->wordWrap() ? Qt::TextWordWrap : 0);
      const auto need =
          label->fontMetrics()
              .boundingRect(QRect(0, 0, label->wordWrap() ? room.width() : 100000, 100000), flags, label->text())
              .size();
      if (need.width() > room.width() + 1 || need.height() > room.height() + 1) note(w, label->text(), need, room);
    } else if (qobject_cast<const QCheckBox*>(w) || qobject_cast<const QRadioButton*>(w) ||
               qobject_cast<const QAbstractButton*>(w)) {
      const auto* button = static_cast<const QAbstractButton*>(w);
      if (button->text().isEmpty()) continue;
      QSize need(button->fontMetrics().size(Qt::TextShowMnemonic, button->text()));
      // Controls that paint themselves name their whole need by their size hint.
      if (qobject_cast<const QPushButton*>(w) == nullptr ||
          !qstrcmp(w->metaObject()->className(), "guardline::ui::KeyButton"))
        need = button->sizeHint() - QSize(8, 4);
      if (need.width() > w->width() || need.height() > w->height()) note(w, button->text(), need, w->size());
    }
  }
  return found;
}

/// One line for each focusable visible control below `root` that assistive technology can't name.
inline QStringList unnamed_controls(const QWidget& root) {
  QStringList found;
  for (auto* w : root.findChildren<QWidget*>()) {
    if (!w->isVisibleTo(&root) || (w->focusPolicy() & Qt::TabFocus) == 0 || w->focusProxy() != nullptr) continue;
    auto* seen = QAccessible::queryAccessibleInterface(w);
    if (seen == nullptr || seen->text(QAccessible::Name).trimmed().isEmpty())
      found << QStringLiteral("%1 in %2")
                   .arg(QString::fromLatin1(w->metaObject()->className()),
                        QString::fromLatin1(w->parentWidget()->metaObject()->className()));
  }
  return found;
}

}  // namespace guardline::test

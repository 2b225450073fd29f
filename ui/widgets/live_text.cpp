// Runs the setters again. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/live_text.h"

#include "ui/theme/theme.h"

#include <QEvent>

namespace guardline::ui {

LiveText::LiveText(Theme& theme, QWidget* owner) : QObject(owner) {
  owner->installEventFilter(this);
  connect(&theme, &Theme::changed, this, [this] { refresh(); });
}

void LiveText::operator()(std::function<void()> set) {
  set();
  sets_.push_back(std::move(set));
}

void LiveText::refresh() {
  for (const auto& set : sets_) set();
}

bool LiveText::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::LanguageChange) refresh();
  return QObject::eventFilter(watched, event);
}

}  // namespace guardline::ui

// Runs the setters again. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/live_text.h"

#include "ui/theme/theme.h"

#include <QEvent>

namespace guardline::ui {

/// No child of the owner: it is a member of somebody, who may go later than the owner does.
LiveText::LiveText(Theme& theme, QWidget* owner) {
  owner->installEventFilter(this);
  connect(owner, &QObject::destroyed, this, [this] { sets_.clear(); });
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

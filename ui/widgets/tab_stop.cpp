// Where Tab enters a group of which one is chosen. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tab_stop.h"

#include <QAbstractButton>
#include <QButtonGroup>

namespace guardline::ui {
namespace {

void set_stop(QAbstractButton* button, bool stop) {
  const auto policy = button->focusPolicy();
  button->setFocusPolicy(static_cast<Qt::FocusPolicy>(stop ? policy | Qt::TabFocus : policy & ~Qt::TabFocus));
}

}  // namespace

void stop_tab_at_chosen(QButtonGroup* group) {
  const auto settle = [group] {
    const auto* chosen = group->checkedButton();
    bool found = false;
    for (auto* button : group->buttons()) {
      const bool stop = chosen != nullptr ? button == chosen : !found && button->isEnabled() && !button->isHidden();
      found = found || stop;
      set_stop(button, stop);
    }
  };
  QObject::connect(group, &QButtonGroup::idToggled, group, settle);
  settle();
}

}  // namespace guardline::ui

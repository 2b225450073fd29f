// Checkable buttons with joined borders. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segmented.h"

#include "ui/theme/theme.h"
#include "ui/widgets/live_text.h"
#include "ui/widgets/tab_stop.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>
#include <algorithm>

namespace guardline::ui {

Segmented::Segmented(Theme& theme, int count, QWidget* parent) : QWidget(parent), group_(new QButtonGroup(this)) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  for (int i = 0; i < count; ++i) {
    auto* button = new QPushButton(this);
    button->setCheckable(true);
    button->setProperty("kind", i == 0           ? QStringLiteral("segfirst")
                                : i == count - 1 ? QStringLiteral("seglast")
                                                 : QStringLiteral("segmid"));
    group_->addButton(button, i);
    row->addWidget(button);
    buttons_.push_back(button);
  }
  stop_tab_at_chosen(group_);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  connect(group_, &QButtonGroup::idClicked, this, &Segmented::chosen);
  connect(&theme, &Theme::changed, this, [this] {
    for (auto* button : buttons_) make_room(button);
  });
}

/// The chosen one is written bolder than its size hint thinks.
void Segmented::make_room(QPushButton* button) {
  button->setMinimumWidth(0);
  button->ensurePolished();
  auto bold = button->font();
  bold.setWeight(QFont::DemiBold);
  const int more =
      QFontMetrics(bold).horizontalAdvance(button->text()) - button->fontMetrics().horizontalAdvance(button->text());
  button->setMinimumWidth(button->sizeHint().width() + std::max(0, more));
}

void Segmented::set_text(int index, const QString& text) {
  auto* button = buttons_.at(static_cast<std::size_t>(index));
  button->setText(text);
  button->setAccessibleName(text);
  make_room(button);
}

void Segmented::set_current(int index) { buttons_.at(static_cast<std::size_t>(index))->setChecked(true); }

void Segmented::set_enabled(int index, bool enabled) {
  buttons_.at(static_cast<std::size_t>(index))->setEnabled(enabled);
}

void Segmented::set_shown(int index, bool shown) { buttons_.at(static_cast<std::size_t>(index))->setVisible(shown); }

int Segmented::current() const { return group_->checkedId(); }

}  // namespace guardline::ui

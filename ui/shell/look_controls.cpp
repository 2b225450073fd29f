// Language switch and look menu. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/look_controls.h"

#include "ui/shell/preferences.h"
#include "ui/widgets/key_button.h"
#include "ui/widgets/segmented.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <array>

namespace guardline::ui {
namespace {

constexpr std::array modes{Theme::Mode::system, Theme::Mode::light, Theme::Mode::dark};

QString name_of(Theme::Mode mode) {
  switch (mode) {
    case Theme::Mode::system:
      return LookControls::tr("跟随系统");
    case Theme::Mode::light:
      return LookControls::tr("浅色");
    case Theme::Mode::dark:
      return LookControls::tr("深色");
  }
  return {};
}

}  // namespace

void fill_look_menu(QMenu& menu, Preferences& preferences) {
  menu.clear();
  for (const auto mode : modes) {
    auto* action = menu.addAction(name_of(mode));
    action->setCheckable(true);
    action->setChecked(preferences.mode() == mode);
    QObject::connect(action, &QAction::triggered, &preferences, [&preferences, mode] { preferences.set_mode(mode); });
  }
}

LookControls::LookControls(Preferences& preferences, QWidget* parent)
    : QWidget(parent),
      preferences_(preferences),
      language_(new Segmented(preferences.theme(), 2, this)),
      look_(new KeyButton(preferences.theme(), {}, this, QStringLiteral("theme"))),
      menu_(new QMenu(this)),
      text_(new LiveText(preferences.theme(), this)) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  row->addWidget(language_);
  row->addWidget(look_);
  // A language's own name stands in that language, whatever the other one is.
  language_->set_text(0, QStringLiteral("中文"));
  language_->set_text(1, QStringLiteral("English"));
  connect(language_, &Segmented::chosen, this, [this](int index) {
    preferences_.set_language(index == 1 ? Preferences::Language::english : Preferences::Language::chinese);
  });
  connect(look_, &QPushButton::clicked, this, [this] {
    fill_look_menu(*menu_, preferences_);
    menu_->popup(look_->mapToGlobal(QPoint(0, look_->height() + 2)));
  });
  (*text_)([this] {
    language_->setAccessibleName(tr("语言"));
    look_->setText(name_of(preferences_.mode()));
    look_->setAccessibleName(tr("外观：%1").arg(name_of(preferences_.mode())));
  });
  const auto show = [this] {
    language_->set_current(preferences_.language() == Preferences::Language::english ? 1 : 0);
    text_->refresh();
  };
  connect(&preferences_, &Preferences::changed, this, show);
  show();
}

}  // namespace guardline::ui

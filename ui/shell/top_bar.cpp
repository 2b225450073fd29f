// Builds the top bar and its menus. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/top_bar.h"

#include "models/session/session_model.h"
#include "ui/shell/connection_pill.h"
#include "ui/shell/factor_pill.h"
#include "ui/shell/look_controls.h"
#include "ui/shell/person_button.h"
#include "ui/shell/preferences.h"
#include "ui/shell/search_box.h"
#include "ui/signin/session_words.h"
#include "ui/theme/icons.h"
#include "ui/widgets/labels.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

namespace guardline::ui {
namespace {

QPushButton* make_tool(QWidget* parent) {
  auto* tool = new QPushButton(parent);
  tool->setProperty("kind", QStringLiteral("tool"));
  tool->setCursor(Qt::PointingHandCursor);
  return tool;
}

}  // namespace

TopBar::TopBar(Preferences& preferences, models::SessionModel& model, QWidget* parent)
    : QFrame(parent),
      preferences_(preferences),
      model_(model),
      row_(new QHBoxLayout(this)),
      title_(make_label("h1", this)),
      context_(make_label("hint", this)),
      search_(new SearchBox(preferences.theme(), this)),
      connection_(new ConnectionPill(preferences.theme(), model, this)),
      factor_(new FactorPill(preferences.theme(), model, this)),
      look_(make_tool(this)),
      lock_(make_tool(this)),
      person_(new PersonButton(preferences.theme(), this)),
      look_menu_(new QMenu(this)),
      text_(preferences.theme(), this) {
  setProperty("kind", QStringLiteral("topbar"));
  row_->setContentsMargins(16, 0, 16, 0);
  row_->setSpacing(10);
  row_->addWidget(title_);
  row_->addWidget(context_);
  row_->addStretch(1);
  row_->addWidget(search_);
  row_->addWidget(connection_);
  row_->addWidget(factor_);
  row_->addWidget(look_);
  row_->addWidget(lock_);
  auto* rule = make_rule(true, this);
  rule->setFixedHeight(24);
  row_->addWidget(rule);
  row_->addWidget(person_);

  connect(factor_, &FactorPill::wanted, this, &TopBar::step_up_wanted);
  connect(lock_, &QPushButton::clicked, this, &TopBar::lock_wanted);
  connect(look_, &QPushButton::clicked, this, [this] {
    fill_look_menu(*look_menu_, preferences_);
    look_menu_->addSeparator();
    for (const auto language : {Preferences::Language::chinese, Preferences::Language::english}) {
      auto* action = look_menu_->addAction(language == Preferences::Language::english ? QStringLiteral("English")
                                                                                      : QStringLiteral("中文"));
      action->setCheckable(true);
      action->setChecked(preferences_.language() == language);
      connect(action, &QAction::triggered, this, [this, language] { preferences_.set_language(language); });
    }
    look_menu_->popup(look_->mapToGlobal(QPoint(0, look_->height() + 4)));
  });
  connect(person_, &QAbstractButton::clicked, this, &TopBar::person_wanted);
  connect(search_, &QAbstractButton::clicked, this, &TopBar::search_wanted);
  text_([this] {
    auto& theme = preferences_.theme();
    setFixedHeight(theme.px(52));
    for (auto* tool : {look_, lock_}) tool->setIconSize({theme.px(18), theme.px(18)});
    look_->setIcon(icon(QStringLiteral("theme"), theme.color(Token::text_2)));
    look_->setAccessibleName(tr("外观与语言"));
    look_->setToolTip(tr("外观与语言"));
    search_->set_hint(tr("手机号、邮箱、流水号、命令"));
    search_->setAccessibleName(tr("全局搜索"));
    search_->setToolTip(tr("全局搜索（Ctrl+K）"));
    lock_->setIcon(icon(QStringLiteral("lock"), theme.color(Token::text_2)));
    lock_->setAccessibleName(tr("立即锁定"));
    lock_->setToolTip(tr("立即锁定（Ctrl+L）"));
    if (const auto& session = model_.session()) {
      person_->set(session->display_name, role_name(session->role));
      person_->setAccessibleName(tr("%1，%2，打开我的登录").arg(session->display_name, role_name(session->role)));
    } else {
      // Who used it last is nobody's business any more.
      person_->set({}, {});
      search_->set_kept({});
      person_->setAccessibleName(tr("我的登录"));
    }
    fit();
  });
  connect(&model_, &models::SessionModel::changed, this, [this] { text_.refresh(); });
}

void TopBar::set_headline(const QString& title, const QString& context) {
  title_->setText(title);
  context_->setText(context);
  fit();
}

void TopBar::add_tool(QWidget* tool) {
  row_->insertWidget(row_->indexOf(look_), tool);
  setTabOrder(factor_, tool);
  setTabOrder(tool, look_);
  tool->show();
}

void TopBar::add_outage_pill(QWidget* pill) {
  row_->insertWidget(row_->indexOf(connection_), pill);
  setTabOrder(connection_, pill);
}

void TopBar::set_outage_told(bool told) { connection_->setVisible(!told); }

void TopBar::fit() {
  // First the search shrinks, then the pill's detail and the context go: what is left must never be cut.
  const auto& theme = preferences_.theme();
  search_->set_compact(window()->width() < theme.px(1320));
  connection_->set_compact(width() < theme.px(900));
  factor_->set_compact(width() < theme.px(800));
  context_->setVisible(!context_->text().isEmpty() && width() >= theme.px(1000));
}

void TopBar::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  fit();
}

}  // namespace guardline::ui

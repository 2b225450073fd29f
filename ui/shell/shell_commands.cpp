// What the window does by key and by name. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/session_model.h"
#include "ui/shell/general_keys.h"
#include "ui/shell/global_search.h"
#include "ui/shell/main_window.h"
#include "ui/shell/person_button.h"
#include "ui/shell/person_panel.h"
#include "ui/shell/preferences.h"
#include "ui/shell/search_box.h"
#include "ui/shell/shortcuts_overlay.h"
#include "ui/shell/single_keys.h"
#include "ui/shell/top_bar.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace guardline::ui {

void MainWindow::add_commands() {
  const auto here = [this] { return inside_; };
  const auto keys = [](auto... all) { return std::vector<QKeySequence>{QKeySequence(all)...}; };
  add_command({.words = [] { return tr("搜索"); },
               .keys = keys(Qt::CTRL | Qt::Key_K),
               .run = [this] { open_search(); },
               .offered = here});
  for (int i = 0; i < 9; ++i) {
    const auto place = static_cast<Place>(i + 1);
    add_command(
        {.words = [this, place] { return tr("到「%1」").arg(entries_.at(place).offer.label().replace(u'\n', u' ')); },
         .keys = keys(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)),
         .run = [this, place] { open(place); },
         .offered =
             [this, place] {
               const auto at = entries_.find(place);
               return at != entries_.end() && allowed(at->second);
             }});
  }
  add_command({.words = [] { return tr("返回上一页"); },
               .keys = keys(Qt::ALT | Qt::Key_Left),
               .run = [this] { back(); },
               .offered = here});
  add_command({.words = [] { return tr("立即重试、刷新"); },
               .keys = keys(Qt::Key_F5),
               .run =
                   [this] {
                     session_.retry_now();
                     if (auto* page = inside_ ? current_page() : nullptr) page->retry();
                   }});
  // Two entries, one line: the way forward and the way back.
  add_command({.words = [] { return tr("下一个、上一个区域"); },
               .keys = keys(Qt::Key_F6),
               .run = [this] { next_pane(1); },
               .offered = here,
               .told = QStringLiteral("F6|Shift F6"),
               .moves = true});
  add_command({.words = {}, .keys = keys(Qt::SHIFT | Qt::Key_F6), .run = [this] { next_pane(-1); }, .offered = here});
  add_command({.words = [] { return tr("立即锁定"); },
               .keys = keys(Qt::CTRL | Qt::Key_L),
               .run = [this] { session_.lock(); },
               .offered = here});
  add_command({.words = [] { return tr("我的登录和其他会话"); }, .run = [this] { open_person(); }, .offered = here});
  add_command({.words = [] { return tr("退出登录"); }, .run = [this] { session_.sign_out(); }, .offered = here});
  const auto look = [this](Theme::Mode mode) { return [this, mode] { preferences_.set_mode(mode); }; };
  add_command({.words = [] { return tr("浅色外观"); }, .run = look(Theme::Mode::light)});
  add_command({.words = [] { return tr("深色外观"); }, .run = look(Theme::Mode::dark)});
  add_command({.words = [] { return tr("外观跟随系统"); }, .run = look(Theme::Mode::system)});
  using Language = Preferences::Language;
  add_command({.words = [] { return QStringLiteral("中文"); },
               .run = [this] { preferences_.set_language(Language::chinese); }});
  add_command({.words = [] { return QStringLiteral("English"); },
               .run = [this] { preferences_.set_language(Language::english); }});
  add_command(
      {.words = [] { return tr("这张表"); }, .keys = keys(Qt::Key_Question), .run = [this] { show_shortcuts(); }});
  const auto single = [this] {
    commands_.set_single_keys(preferences_.single_keys());
    single_keys_->set_on(preferences_.single_keys());
  };
  connect(&preferences_, &Preferences::changed, this, single);
  single();
}

std::vector<KeyGroup> MainWindow::key_groups() const {
  const auto* page = current_page();
  std::vector<KeyGroup> groups{{page->title(), tr("当前页面"), page->keys()}};
  KeyGroup everywhere{tr("全局"), tr("任何页面"), {}};
  for (const auto& offer : commands_.offers()) {
    if (!offer.caps.isEmpty()) everywhere.keys.push_back({offer.words, offer.caps});
  }
  everywhere.keys.push_back({tr("关闭、退一层"), QStringLiteral("Esc")});
  everywhere.keys.push_back({tr("下一个、上一个控件"), QStringLiteral("Tab|Shift Tab")});
  groups.push_back(std::move(everywhere));
  if (inside_) {
    groups.push_back(list_keys());
    groups.push_back(chart_keys());
  }
  groups.push_back(dialog_keys());
  return groups;
}

void MainWindow::show_shortcuts(const QString& filter) {
  if (current_page() == nullptr) return;
  if (overlay_ == nullptr) overlay_ = new ShortcutsOverlay(preferences_, this);
  overlay_->open(key_groups(), filter);
}

void MainWindow::open_search() {
  if (!inside_) return;
  if (search_ == nullptr) {
    search_ = new GlobalSearch(preferences_.theme(), top_->search_box(), this);
    connect(search_, &GlobalSearch::taken, top_->search_box(), &SearchBox::set_kept);
  }
  SearchSources sources;
  // A page's command is its key: nothing can be done by name that the key would not do.
  auto* page = current_page();
  for (const auto& help : page->keys()) {
    if (help.press.key() == Qt::Key_unknown) continue;
    sources.commands.push_back({help.action, help.keys, [this, press = help.press] {
                                  auto* now = current_page();
                                  now->setFocus(Qt::OtherFocusReason);
                                  QKeyEvent event(QEvent::KeyPress, press.key(), press.keyboardModifiers());
                                  QCoreApplication::sendEvent(now, &event);
                                }});
  }
  for (auto& offer : commands_.offers()) sources.commands.push_back(std::move(offer));
  sources.finders = finders_;
  sources.open = [this](Place place, const QString& subject) { open(place, subject); };
  sources.show_keys = [this](const QString& filter) { show_shortcuts(filter); };
  search_->open_with(std::move(sources));
}

void MainWindow::open_person() {
  if (!inside_) return;
  if (person_ == nullptr) {
    person_ = new PersonPanel(preferences_.theme(), session_, top_->person_button(), this);
    connect(person_, &PersonPanel::lock_wanted, &session_, &models::SessionModel::lock);
    connect(person_, &PersonPanel::sign_out_wanted, &session_, &models::SessionModel::sign_out);
  }
  person_->open();
}

}  // namespace guardline::ui

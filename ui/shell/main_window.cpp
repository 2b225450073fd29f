// Puts the shell together. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "models/session/enrolment_model.h"
#include "models/session/session_model.h"
#include "ui/enrol/enrol_page.h"
#include "ui/shell/global_search.h"
#include "ui/shell/idle_watch.h"
#include "ui/shell/person_panel.h"
#include "ui/shell/preferences.h"
#include "ui/shell/rail.h"
#include "ui/shell/search_box.h"
#include "ui/shell/shortcuts_overlay.h"
#include "ui/shell/single_keys.h"
#include "ui/shell/status_bar.h"
#include "ui/shell/top_bar.h"
#include "ui/shell/view_memory.h"
#include "ui/signin/sign_in_page.h"
#include "ui/theme/focus_ring.h"
#include "ui/theme/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/modal_sheet.h"

#include <QApplication>
#include <QDialog>
#include <QGridLayout>
#include <QStackedWidget>
#include <QTimer>
#include <QToolTip>
#include <QVBoxLayout>
#include <algorithm>

namespace guardline::ui {

using models::SessionModel;

namespace {

constexpr std::size_t kWayBack = 16;
// A window that starts hidden or covered is not drawn, and must get ready all the same.
constexpr std::chrono::milliseconds kUnseen{500};

/// False when nothing in it takes the focus at the moment.
bool enter_pane(QWidget* pane) {
  const auto takes = [](const QWidget* w) {
    return w->isVisible() && w->isEnabled() && (w->focusPolicy() & Qt::TabFocus) != 0;
  };
  auto* next = pane;
  do {
    if ((next == pane || pane->isAncestorOf(next)) && takes(next)) {
      next->setFocus(Qt::TabFocusReason);
      return true;
    }
    next = next->nextInFocusChain();
  } while (next != pane);
  return false;
}

}  // namespace

MainWindow::MainWindow(Preferences& preferences, SessionModel& session, models::EnrolmentModel& enrolment,
                       std::chrono::milliseconds idle_lock)
    : preferences_(preferences),
      session_(session),
      enrolment_(enrolment),
      grid_(new QGridLayout(this)),
      pages_(new QStackedWidget(this)),
      commands_(this),
      single_keys_(new SingleKeys(this)),
      memory_(new ViewMemory(preferences.theme(), preferences.settings(), this)),
      text_(preferences.theme(), this) {
  setObjectName(QStringLiteral("window"));
  setMinimumSize(1180, 720);
  grid_->setContentsMargins(0, 0, 0, 0);
  grid_->setSpacing(0);
  grid_->addWidget(pages_, 2, 1);  // row 1: a banner
  grid_->setRowStretch(2, 1);
  auto* idle = new IdleWatch(idle_lock, this);
  connect(idle, &IdleWatch::idle, &session_, &SessionModel::lock);
  connect(&session_, &SessionModel::entered, idle, &IdleWatch::restart);
  add_commands();
  resize(1440, 900);
  restoreGeometry(preferences_.geometry());
}

void MainWindow::start() {
  sign_in_ = new SignInPage(preferences_, session_, pages_);
  connect(sign_in_, &SignInPage::enrolment_wanted, this, &MainWindow::enrol);
  connect(sign_in_, &Page::headline_changed, this, &MainWindow::headline);
  sign_in_->set_local_copy(local_copy_);
  pages_->addWidget(sign_in_);
  connect(&enrolment_, &models::EnrolmentModel::changed, this, [this] {
    // What the status bar and the sign-in page say of this device follows its enrolment.
    if (session_.device().standing != enrolment_.device().standing) session_.reload_device();
  });
  connect(&session_, &SessionModel::changed, this, &MainWindow::show_state);
  connect(&session_, &SessionModel::entered, this, &MainWindow::land);
  text_([this] {
    if (rail_ != nullptr) {
      for (const auto& [place, entry] : entries_) rail_->set_text(place, entry.offer.label());
    }
    headline();
  });
  show_state();
  connect(sign_in_, &SignInPage::complete, this, &MainWindow::settle);
  QTimer::singleShot(kUnseen, this, &MainWindow::settle);
}

/// The page takes keys and is drawn; what stands around it comes now.
void MainWindow::settle() {
  if (status_ != nullptr) return;
  add_status();
  new FocusRing(preferences_.theme(), this);
  setWindowIcon(app_icon());
  Q_EMIT settled();
}

void MainWindow::add_status() {
  status_ = new StatusBar(preferences_.theme(), session_, this);
  status_->set_waiting(local_copy_.waiting);
  grid_->addWidget(status_, 3, 1);
  connect(status_, &StatusBar::shortcuts_wanted, this, [this] { show_shortcuts(); });
}

/// Rail and top bar: nobody sees them before a page of the role is open.
void MainWindow::add_bars() {
  if (rail_ != nullptr) return;
  rail_ = new Rail(preferences_.theme(), this);
  top_ = new TopBar(preferences_, session_, this);
  grid_->addWidget(rail_, 0, 0, 4, 1);
  grid_->addWidget(top_, 0, 1);
  for (auto* tool : tools_) top_->add_tool(tool);
  if (outage_pill_ != nullptr) top_->add_outage_pill(outage_pill_);
  top_->set_outage_told(outage_told_);
  rail_->setVisible(inside_);
  top_->setVisible(inside_);
  rail_->set_compact(width() < preferences_.theme().px(1280));
  for (const auto& [place, entry] : entries_) add_to_rail(entry);
  connect(rail_, &Rail::chosen, this, [this](Place place) { open(place); });
  connect(top_, &TopBar::lock_wanted, &session_, &SessionModel::lock);
  connect(top_, &TopBar::step_up_wanted, this, &MainWindow::step_up_wanted);
  connect(top_, &TopBar::person_wanted, this, &MainWindow::open_person);
  connect(top_, &TopBar::search_wanted, this, &MainWindow::open_search);
  text_([this] { rail_->setAccessibleName(tr("页面")); });
}

void MainWindow::add_enrolment() {
  if (enrol_ != nullptr) return;
  enrol_ = new EnrolPage(preferences_, enrolment_, session_, pages_);
  pages_->addWidget(enrol_);
  connect(enrol_, &Page::headline_changed, this, &MainWindow::headline);
  connect(enrol_, &EnrolPage::left, this, [this] {
    enrolling_ = false;
    session_.reload_device();
    sign_in_->start();
    show_state();
  });
}

void MainWindow::add_page(PageOffer offer) {
  const auto place = offer.place;
  const auto [at, fresh] = entries_.emplace(place, Entry{.offer = std::move(offer)});
  Q_ASSERT(fresh);
  if (rail_ != nullptr) add_to_rail(at->second);
}

void MainWindow::add_tool(QWidget* tool) {
  tool->setParent(this);
  tool->hide();
  tools_.push_back(tool);
  if (top_ != nullptr) top_->add_tool(tool);
}

void MainWindow::set_outage_parts(QWidget* banner, QWidget* pill) {
  banner_place_ = make_frame("bannerplace", this);
  auto* inside = new QVBoxLayout(banner_place_);
  inside->setContentsMargins(16, 12, 16, 0);  // as a page's own
  inside->addWidget(banner);
  grid_->addWidget(banner_place_, 1, 1);
  banner_place_->setVisible(outage_told_);
  outage_pill_ = pill;
  pill->setParent(this);
  pill->hide();
  if (top_ != nullptr) top_->add_outage_pill(pill);
}

void MainWindow::set_outage_told(bool told) {
  outage_told_ = told;
  if (banner_place_ != nullptr) banner_place_->setVisible(told);
  if (top_ != nullptr) top_->set_outage_told(told);
  for (auto& [place, entry] : entries_) {
    if (entry.page != nullptr) entry.page->set_outage_told(told);
  }
}

void MainWindow::set_local_copy(const LocalCopyWords& words) {
  local_copy_ = words;
  if (sign_in_ != nullptr) sign_in_->set_local_copy(words);
  if (status_ != nullptr) status_->set_waiting(words.waiting);
}

void MainWindow::add_to_rail(const Entry& entry) {
  rail_->add(entry.offer.place, entry.offer.icon);
  rail_->set_text(entry.offer.place, entry.offer.label());
  rail_->set_badge(entry.offer.place, entry.badge);
  rail_->set_shown(entry.offer.place, allowed(entry));
}

void MainWindow::set_badge(Place place, int count) {
  const auto at = entries_.find(place);
  if (at == entries_.end()) return;
  at->second.badge = count;
  if (rail_ != nullptr) rail_->set_badge(place, count);
}

bool MainWindow::allowed(const Entry& entry) const {
  return inside_ && session_.session() &&
         std::ranges::find(entry.offer.roles, session_.session()->role) != entry.offer.roles.end();
}

Page* MainWindow::current_page() const { return qobject_cast<Page*>(pages_->currentWidget()); }

void MainWindow::open(Place place, const QString& subject) {
  const auto at = entries_.find(place);
  if (at == entries_.end() || !allowed(at->second)) return;
  auto& [offer, page, badge] = at->second;
  if (page == nullptr) {
    page = offer.make(session_.session()->role);
    pages_->addWidget(page);
    connect(page, &Page::headline_changed, this, &MainWindow::headline);
    connect(page, &Page::page_wanted, this, [this](Place next, const QString& wanted) { open(next, wanted); });
    page->set_outage_told(outage_told_);
  }
  if (place != current_ && landed_) {
    before_.push_back(current_);
    if (before_.size() > kWayBack) before_.erase(before_.begin());
  }
  current_ = place;
  memory_->keep_page(static_cast<int>(place));
  rail_->set_current(place);
  pages_->setCurrentWidget(page);
  page->setFocus();
  if (!subject.isEmpty()) page->show_subject(subject);
  headline();
}

void MainWindow::back() {
  if (!inside_ || before_.empty()) return;
  const auto place = before_.back();
  open(place);
  // Going back is no step forward.
  before_.pop_back();
  if (!before_.empty() && before_.back() == place) before_.pop_back();
}

/// Where this person was when the program last ended, else where the role's work begins.
void MainWindow::land() {
  memory_->enter(session_.session()->account, session_.device().shared);
  const auto kept = memory_->take_page();
  const Entry* first = nullptr;
  bool found = false;
  for (const auto& [place, entry] : entries_) {
    if (!allowed(entry)) continue;
    if (kept == static_cast<int>(place)) {
      first = &entry;
      break;
    }
    const bool begins = std::ranges::find(entry.offer.lands, session_.session()->role) != entry.offer.lands.end();
    if (first == nullptr || (begins && !found)) first = &entry;
    found = found || begins;
  }
  if (first != nullptr) open(first->offer.place);
  landed_ = true;
}

/// Nothing of the screen stays to be seen, or to be clicked: menus, sheets, and windows of their own (a file dialog, a
/// print dialog) go with the page. Sheets keep what was typed for whoever unlocks.
void MainWindow::seal() {
  while (auto* popup = QApplication::activePopupWidget()) {
    if (!popup->close()) break;
  }
  QToolTip::hideText();
  for (auto* sheet : findChildren<ModalSheet*>()) sheet->seal();
  for (auto* top : QApplication::topLevelWidgets()) {
    auto* dialog = qobject_cast<QDialog*>(top);
    if (dialog != nullptr && dialog->isVisible() && isAncestorOf(dialog->parentWidget())) dialog->reject();
  }
  if (overlay_ != nullptr) overlay_->hide();
}

void MainWindow::close_pages() {
  memory_->leave();
  landed_ = false;
  before_.clear();
  for (auto* sheet : findChildren<ModalSheet*>()) {
    if (sheet->sealed()) sheet->reject();
  }
  for (auto& [place, entry] : entries_) {
    if (entry.page == nullptr) continue;
    pages_->removeWidget(entry.page);
    entry.page->hide();
    entry.page->deleteLater();  // one of its own buttons may have ended the session
    entry.page = nullptr;
  }
}

void MainWindow::next_pane(int step) {
  auto* page = inside_ ? current_page() : nullptr;
  if (page == nullptr) return;
  std::vector<QWidget*> panes{rail_, top_};
  for (auto* pane : page->panes()) {
    if (pane->isVisible()) panes.push_back(pane);
  }
  auto* focus = window()->focusWidget();
  const auto at = std::ranges::find_if(
      panes, [focus](const QWidget* pane) { return focus != nullptr && (pane == focus || pane->isAncestorOf(focus)); });
  const auto count = static_cast<int>(panes.size());
  // From nowhere, and from a page that names no panes: to its first one, or back to the page.
  const int from = at == panes.end() ? (step > 0 ? 1 : 0) : static_cast<int>(at - panes.begin());
  for (int i = 1; i <= count; ++i) {
    if (enter_pane(panes[static_cast<std::size_t>((from + (step * i) % count + count) % count)])) return;
  }
}

void MainWindow::enrol() {
  add_enrolment();
  enrolling_ = true;
  enrolment_.begin();
  show_state();
  enrol_->start();
}

void MainWindow::show_state() {
  const bool inside = session_.state() == SessionModel::State::signed_in;
  const bool came = inside && !inside_;
  const bool left = !inside && inside_;
  inside_ = inside;
  if (inside) add_bars();
  if (rail_ != nullptr) {
    rail_->setVisible(inside);
    top_->setVisible(inside);
  }
  if (rail_ != nullptr) {
    for (const auto& [place, entry] : entries_) rail_->set_shown(place, allowed(entry));
  }
  if (inside) {
    if (came && landed_) {
      open(current_);
      for (auto* sheet : findChildren<ModalSheet*>()) sheet->unseal();
    }
  } else {
    if (left) seal();
    pages_->setCurrentWidget(enrolling_ ? static_cast<QWidget*>(enrol_) : sign_in_);
    if (left) sign_in_->start();
    if (!session_.session()) close_pages();
  }
  headline();
}

void MainWindow::headline() {
  const auto* page = current_page();
  if (page == nullptr) return;
  if (top_ != nullptr) top_->set_headline(page->title(), page->context());
  setWindowTitle(tr("Guardline 守护台 — %1").arg(page->title()));
}

void MainWindow::closeEvent(QCloseEvent* event) {
  preferences_.keep_geometry(saveGeometry());
  QWidget::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  if (rail_ != nullptr) rail_->set_compact(width() < preferences_.theme().px(1280));
}

}  // namespace guardline::ui

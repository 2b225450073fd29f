// Puts the shell together. SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "models/session/enrolment_model.h"
#include "models/session/session_model.h"
#include "ui/enrol/enrol_page.h"
#include "ui/shell/idle_watch.h"
#include "ui/shell/preferences.h"
#include "ui/shell/rail.h"
#include "ui/shell/shortcuts_overlay.h"
#include "ui/shell/status_bar.h"
#include "ui/shell/top_bar.h"
#include "ui/signin/sign_in_page.h"
#include "ui/theme/focus_ring.h"
#include "ui/theme/icons.h"

#include <QGridLayout>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimer>
#include <algorithm>

namespace guardline::ui {

using models::SessionModel;

MainWindow::MainWindow(Preferences& preferences, SessionModel& session, models::EnrolmentModel& enrolment,
                       std::chrono::milliseconds idle_lock)
    : preferences_(preferences),
      session_(session),
      enrolment_(enrolment),
      grid_(new QGridLayout(this)),
      pages_(new QStackedWidget(this)),
      text_(preferences.theme(), this) {
  setObjectName(QStringLiteral("window"));
  setWindowIcon(app_icon());
  setMinimumSize(1180, 720);
  grid_->setContentsMargins(0, 0, 0, 0);
  grid_->setSpacing(0);
  grid_->addWidget(pages_, 1, 1);
  grid_->setRowStretch(1, 1);
  auto* idle = new IdleWatch(idle_lock, this);
  connect(idle, &IdleWatch::idle, &session_, &SessionModel::lock);
  resize(1440, 900);
  restoreGeometry(preferences_.geometry());
}

void MainWindow::start() {
  sign_in_ = new SignInPage(preferences_, session_, pages_);
  connect(sign_in_, &SignInPage::enrolment_wanted, this, &MainWindow::enrol);
  connect(sign_in_, &Page::headline_changed, this, &MainWindow::headline);
  pages_->addWidget(sign_in_);
  connect(&enrolment_, &models::EnrolmentModel::changed, this, [this] {
    // What the status bar and the sign-in page say of this device follows its enrolment.
    if (session_.device().standing != enrolment_.device().standing) session_.reload_device();
  });
  connect(&session_, &SessionModel::changed, this, &MainWindow::show_state);
  connect(&session_, &SessionModel::entered, this, [this] {
    const auto first = std::find_if(entries_.begin(), entries_.end(), [this](const auto& e) { return allowed(e); });
    if (first != entries_.end()) open(static_cast<std::size_t>(first - entries_.begin()));
  });
  add_shortcuts();
  text_([this] {
    if (rail_ != nullptr) {
      for (std::size_t i = 0; i < entries_.size(); ++i) rail_->set_text(static_cast<int>(i), entries_[i].label());
    }
    headline();
  });
  show_state();
  // The page is there and takes keys; what stands around it comes with the next turn of the loop.
  QTimer::singleShot(0, this, [this] {
    add_status();
    new FocusRing(preferences_.theme(), this);
  });
}

void MainWindow::add_status() {
  status_ = new StatusBar(preferences_.theme(), session_, this);
  grid_->addWidget(status_, 2, 1);
  connect(status_, &StatusBar::shortcuts_wanted, this, &MainWindow::show_shortcuts);
}

/// Rail and top bar: nobody sees them before a page of the role is open.
void MainWindow::add_bars() {
  if (rail_ != nullptr) return;
  rail_ = new Rail(preferences_.theme(), this);
  top_ = new TopBar(preferences_, session_, this);
  grid_->addWidget(rail_, 0, 0, 3, 1);
  grid_->addWidget(top_, 0, 1);
  rail_->setVisible(inside_);
  top_->setVisible(inside_);
  rail_->set_compact(width() < preferences_.theme().px(1280));
  connect(rail_, &Rail::chosen, this, [this](int index) { open(static_cast<std::size_t>(index)); });
  connect(top_, &TopBar::lock_wanted, &session_, &SessionModel::lock);
  connect(top_, &TopBar::sign_out_wanted, &session_, &SessionModel::sign_out);
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

void MainWindow::add_shortcuts() {
  const auto add = [this](const QKeySequence& keys, auto act) {
    connect(new QShortcut(keys, this), &QShortcut::activated, this, act);
  };
  add(QKeySequence(Qt::CTRL | Qt::Key_L), [this] { session_.lock(); });
  add(QKeySequence(Qt::Key_F5), [this] { session_.retry_now(); });
  add(QKeySequence(Qt::Key_Question), [this] { show_shortcuts(); });
  for (int i = 0; i < 9; ++i) {
    add(QKeySequence(Qt::CTRL | (Qt::Key_1 + i)), [this, i] {
      // The n-th item that this role sees.
      int left = i;
      for (std::size_t at = 0; at < entries_.size(); ++at)
        if (allowed(entries_[at]) && left-- == 0) return open(at);
    });
  }
}

void MainWindow::add_page(Page* page, const QString& icon, std::function<QString()> label,
                          std::vector<models::Role> roles) {
  add_bars();
  pages_->addWidget(page);
  const int index = rail_->add(icon);
  entries_.push_back({page, std::move(label), std::move(roles)});
  rail_->set_text(index, entries_.back().label());
  connect(page, &Page::headline_changed, this, &MainWindow::headline);
  show_state();
}

bool MainWindow::allowed(const Entry& entry) const {
  return inside_ && session_.session() &&
         std::find(entry.roles.begin(), entry.roles.end(), session_.session()->role) != entry.roles.end();
}

Page* MainWindow::current_page() const { return qobject_cast<Page*>(pages_->currentWidget()); }

void MainWindow::open(std::size_t index) {
  if (index >= entries_.size() || !allowed(entries_[index])) return;
  current_ = index;
  rail_->set_current(static_cast<int>(index));
  pages_->setCurrentWidget(entries_[index].page);
  entries_[index].page->setFocus();
  headline();
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
  for (std::size_t i = 0; i < entries_.size(); ++i) rail_->set_shown(static_cast<int>(i), allowed(entries_[i]));
  if (inside) {
    if (came && current_ < entries_.size() && allowed(entries_[current_])) open(current_);
  } else {
    if (overlay_ != nullptr) overlay_->hide();
    pages_->setCurrentWidget(enrolling_ ? static_cast<QWidget*>(enrol_) : sign_in_);
    if (left) sign_in_->start();
  }
  headline();
}

void MainWindow::headline() {
  const auto* page = current_page();
  if (page == nullptr) return;
  if (top_ != nullptr) top_->set_headline(page->title(), page->context());
  setWindowTitle(tr("Guardline 守护台 — %1").arg(page->title()));
}

void MainWindow::show_shortcuts() {
  const auto* page = current_page();
  if (page == nullptr) return;
  std::vector<KeyHelp> general{{tr("立即重试连接"), QStringLiteral("F5")},
                               {tr("这张表"), QStringLiteral("?")},
                               {tr("关闭、退一层"), QStringLiteral("Esc")},
                               {tr("下一个、上一个控件"), QStringLiteral("Tab|Shift Tab")}};
  if (inside_) {
    general.insert(general.begin(),
                   {tr("到第几个页面"), entries_.size() > 1 ? QStringLiteral("Ctrl 1|…|9") : QStringLiteral("Ctrl 1")});
    general.insert(general.begin() + 1, {tr("立即锁定"), QStringLiteral("Ctrl L")});
  }
  if (overlay_ == nullptr) overlay_ = new ShortcutsOverlay(preferences_.theme(), this);
  overlay_->open(page->title(), page->keys(), std::move(general));
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

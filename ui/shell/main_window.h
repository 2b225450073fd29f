// The shell: hosts pages and knows none of their content. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/session_values.h"
#include "ui/widgets/live_text.h"

#include <QWidget>
#include <chrono>
#include <vector>

class QGridLayout;
class QStackedWidget;

namespace guardline::models {
class EnrolmentModel;
class SessionModel;
}  // namespace guardline::models

namespace guardline::ui {

class EnrolPage;
class Page;
class Preferences;
class Rail;
class ShortcutsOverlay;
class SignInPage;
class StatusBar;
class TopBar;

inline constexpr std::chrono::minutes idle_lock_after{5};

/// Signed out, locked or enrolling: sign-in or enrolment fill the window and no page is shown. Signed in: rail, top
/// bar, the pages the role may open. A person waits at its start, so every part is made when it is first seen. GUI
/// thread; preferences and models outlive it.
class MainWindow final : public QWidget {
  Q_OBJECT
 public:
  MainWindow(Preferences& preferences, models::SessionModel& session, models::EnrolmentModel& enrolment,
             std::chrono::milliseconds idle_lock = idle_lock_after);

  /// Makes the sign-in page. Once, after show(): the window manager places the window meanwhile.
  void start();

  /// Takes the page over. `icon` of resources/icons; `label` short words for the rail, asked for at each language
  /// change; `roles` that may open it. The first page a role may open is where it lands.
  void add_page(Page* page, const QString& icon, std::function<QString()> label, std::vector<models::Role> roles);

  [[nodiscard]] Page* current_page() const;
  [[nodiscard]] SignInPage* sign_in_page() const { return sign_in_; }
  /// Null until enrolment was first asked for.
  [[nodiscard]] EnrolPage* enrol_page() const { return enrol_; }
  void show_shortcuts();

 protected:
  void closeEvent(QCloseEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct Entry {
    Page* page;
    std::function<QString()> label;
    std::vector<models::Role> roles;
  };
  void add_shortcuts();
  void add_bars();
  void add_status();
  void add_enrolment();
  void show_state();
  void open(std::size_t index);
  void enrol();
  [[nodiscard]] bool allowed(const Entry& entry) const;
  void headline();

  Preferences& preferences_;
  models::SessionModel& session_;
  models::EnrolmentModel& enrolment_;
  QGridLayout* grid_;
  QStackedWidget* pages_;
  SignInPage* sign_in_{};
  Rail* rail_{};
  TopBar* top_{};
  StatusBar* status_{};
  EnrolPage* enrol_{};
  ShortcutsOverlay* overlay_{};
  std::vector<Entry> entries_;
  std::size_t current_{0};
  bool enrolling_{false};
  bool inside_{false};
  LiveText text_;
};

}  // namespace guardline::ui

// The shell: hosts pages and knows none of their content. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/session_values.h"
#include "ui/shell/commands.h"
#include "ui/shell/page.h"
#include "ui/shell/search_entry.h"
#include "ui/signin/local_copy_words.h"
#include "ui/widgets/live_text.h"

#include <QWidget>
#include <chrono>
#include <functional>
#include <map>
#include <vector>

class QFrame;
class QGridLayout;
class QStackedWidget;

namespace guardline::models {
class EnrolmentModel;
class SessionModel;
}  // namespace guardline::models

namespace guardline::ui {

class EnrolPage;
class GlobalSearch;
class PersonPanel;
class Preferences;
class Rail;
class ShortcutsOverlay;
class SignInPage;
class SingleKeys;
class StatusBar;
class TopBar;
class ViewMemory;

inline constexpr std::chrono::minutes idle_lock_after{5};

/// A page that the shell may open. It is made when it is first opened in a session and destroyed with it, so that the
/// next person finds nothing of the one before; what must live on stands in models that the maker holds.
struct PageOffer {
  Place place{Place::monitor};
  QString icon{};                             ///< of resources/icons
  std::function<QString()> label{};           ///< short words for the rail, asked for at each language change
  std::vector<models::Role> roles{};          ///< who may open it
  std::function<Page*(models::Role)> make{};  ///< the shell takes the page over
  std::vector<models::Role> lands{};          ///< who begins here; others at the first place they may open
};

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

  void add_page(PageOffer offer);
  /// Goes to the page if the role may; `subject` is handed on to it (Page::show_subject) unless empty.
  void open(Place place, const QString& subject = {});
  /// A control for the top bar, which takes it over; the window's child until there is one.
  void add_tool(QWidget* tool);
  /// Of working without the hub: `banner` stands above the page, `pill` in the top bar; both hide themselves while they
  /// have nothing to say.
  void set_outage_parts(QWidget* banner, QWidget* pill);
  /// Banner and pill say that there is no hub: connection pill and pages need not.
  void set_outage_told(bool told);
  /// What the local copy is like, and what waits for the hub, for sign-in page and status bar.
  void set_local_copy(const LocalCopyWords& words);
  /// How many things wait on a page, told in the rail.
  void set_badge(Place place, int count);

  /// Something that the shell does from any page: its key, its line in the overlay of keys, its name in the search.
  void add_command(Command command) { commands_.add(std::move(command)); }
  /// Asked for lines by the global search, in the order of adding.
  void add_finder(SearchFinder finder) { finders_.push_back(std::move(finder)); }

  [[nodiscard]] Page* current_page() const;
  [[nodiscard]] SignInPage* sign_in_page() const { return sign_in_; }
  /// Null until enrolment was first asked for.
  [[nodiscard]] EnrolPage* enrol_page() const { return enrol_; }
  /// The overlay of keys, at first with those only that fit `filter`.
  void show_shortcuts(const QString& filter = {});
  /// Ctrl+K.
  void open_search();
  /// Who is signed in, and where.
  void open_person();
  /// To the page before this one (Alt+Left).
  void back();

 Q_SIGNALS:
  /// Once, after start(), when the sign-in page is drawn whole or, unseen, half a second later: what nobody waits for
  /// may follow.
  void settled();
  /// The person wants a fresh second factor before a page asks for it.
  void step_up_wanted();

 protected:
  void closeEvent(QCloseEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct Entry {
    PageOffer offer;
    Page* page{};  ///< null until first opened in this session
    int badge{0};
  };
  void add_commands();
  [[nodiscard]] std::vector<KeyGroup> key_groups() const;
  void add_bars();
  void add_status();
  void settle();
  void add_enrolment();
  void show_state();
  void add_to_rail(const Entry& entry);
  void land();
  void close_pages();
  void seal();
  void next_pane(int step);
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
  GlobalSearch* search_{};
  PersonPanel* person_{};
  Commands commands_;
  SingleKeys* single_keys_;
  ViewMemory* memory_;
  std::vector<SearchFinder> finders_;
  std::map<Place, Entry> entries_;
  std::vector<QWidget*> tools_;
  QFrame* banner_place_{};
  QWidget* outage_pill_{};
  LocalCopyWords local_copy_;
  bool outage_told_{false};
  Place current_{Place::monitor};
  std::vector<Place> before_;  ///< the way here, the latest last
  bool enrolling_{false};
  bool inside_{false};
  bool landed_{false};  ///< this session has a page to come back to
  LiveText text_;
};

}  // namespace guardline::ui

// Investors: search, head, time line, why. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/investor/desk_model.h"
#include "ui/shell/page.h"
#include "ui/widgets/live_text.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace guardline::ui {

class Banner;
class EmptyState;
class EntryPanel;
class FilterBar;
class HealthCard;
class KeyButton;
class PersonCard;
class PersonList;
class Skeleton;
class StepUp;
class Theme;
class TimelineView;
class WaitLine;
class WhyPanel;

/// What a role may do here; the hub decides all the same.
struct InvestorRights {
  bool reveal{true};  ///< see a field in plain
  bool write{true};   ///< write notes and calls
};

/// Keys: / search, J K rows, W or Enter why, N note, L call, 1-6 channels, U only what reached nobody, [ ] people
/// looked at, F follow, Ctrl+Z take that back, End more, Esc back, F5 again. What needs a second factor opens the
/// step-up and goes on after it. `gateway`, `session`, `step_up` and `drafts` outlive the page.
class InvestorPage final : public Page {
  Q_OBJECT
 public:
  InvestorPage(Theme& theme, models::InvestorGateway& gateway, models::SessionModel& session, StepUp& step_up,
               models::DraftBook& drafts, InvestorRights rights, QWidget* parent = nullptr);
  ~InvestorPage() override;

  [[nodiscard]] QString title() const override;
  [[nodiscard]] QString context() const override;
  [[nodiscard]] State state() const override;
  [[nodiscard]] std::vector<KeyHelp> keys() const override;
  [[nodiscard]] std::vector<QWidget*> panes() const override;
  void retry() override;
  /// "investor:<id>"; "search:<terms>" searches by what somebody typed elsewhere; "local:" lists who is in this
  /// computer's copy.
  void show_subject(const QString& subject) override;

  [[nodiscard]] models::DeskModel& desk() { return desk_; }
  [[nodiscard]] TimelineView* view() const { return view_; }
  [[nodiscard]] EntryPanel* entry() const { return entry_; }

 protected:
  void outage_told_changed() override;
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* make_left();
  QWidget* make_middle();
  QWidget* make_person();
  QWidget* make_right();
  void submit();
  void ask_step_up();
  void ask_why();
  void open_entry(EntryKind kind);
  void show_state();
  void show_people();
  void show_local();
  void show_empty();
  void show_foot();
  void show_lines();
  bool key(int key);
  [[nodiscard]] bool online() const;

  Theme& theme_;
  models::SessionModel& session_;
  StepUp& step_up_;
  InvestorRights rights_;
  models::DeskModel desk_;
  LiveText text_;
  QLineEdit* search_{};
  QLabel *found_{}, *problem_{}, *looked_name_{}, *rule_{};
  QPushButton* local_{};  ///< lists who is in the local copy
  PersonList *matches_{}, *looked_{};
  QStackedWidget* body_{};
  EmptyState* empty_{};
  KeyButton* again_{};
  Banner* banner_{};
  KeyButton* retry_{};
  WaitLine* wait_{};
  PersonCard* card_{};
  FilterBar* filter_{};
  QStackedWidget* lines_{};
  TimelineView* view_{};
  Skeleton* skeleton_{};
  EmptyState* no_lines_{};
  KeyButton* more_{};
  QLabel* shown_{};
  QWidget* right_{};
  WhyPanel* why_{};
  EntryPanel* entry_{};
  HealthCard* health_{};
  QString open_;  ///< whose rows the view shows
};

}  // namespace guardline::ui

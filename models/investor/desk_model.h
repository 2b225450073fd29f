// Looking at investors, as a page shows it: who was found, who is open, what waits for a second factor.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/investor_gateway.h"
#include "models/investor/draft_book.h"
#include "models/investor/search_terms.h"
#include "models/investor/timeline_model.h"
#include "models/session/session_model.h"

#include <QObject>
#include <QTimer>
#include <functional>
#include <optional>
#include <vector>

namespace guardline::models {

/// What can't be had before a step-up: for the head of its dialog. Everything in it is masked.
struct StepUpSubject {
  QString who{};      ///< name and numbers, or what was searched by
  bool search{true};  ///< a search; else the history of one person
};

/// One person looked at since the page was made.
struct LookedAt {
  InvestorHead head{};
  Timestamp at{};
};

/// Search -> matches -> one person open: head at once, then counts and rows. Every answer is a look that the hub writes
/// down, so nothing is kept in store for later but the masked heads; who comes back to a person asks again. A request
/// that the hub answers with step_up waits: `step_up_needed` tells it, `resume` repeats it, `drop` lets it be. GUI
/// thread; gateway, session and drafts outlive it.
class DeskModel final : public QObject {
  Q_OBJECT
 public:
  enum class Search { idle, asking, found, none, failed };
  enum class History { none, asking, ready, failed };
  enum class Why { none, asking, ready, failed };
  enum class Writing { idle, saving, saved, failed };

  DeskModel(InvestorGateway& gateway, SessionModel& session, DraftBook& drafts, QObject* parent = nullptr);
  ~DeskModel() override;

  /// --- search
  /// What it is, when it is no set of terms; nobody is asked then.
  std::optional<TermsProblem> search(const QString& typed);
  /// Who stands in this computer's copy, last opened first; each is a look. Only while there is no hub.
  void list_local();
  /// By the same terms as the last time, if there were any.
  void search_again();
  [[nodiscard]] Search search_state() const { return search_; }
  [[nodiscard]] const QString& searched() const { return searched_; }  ///< masked
  [[nodiscard]] const InvestorMatches& matches() const { return matches_; }
  [[nodiscard]] const std::optional<LookError>& search_error() const { return search_error_; }

  /// --- one person
  /// The n-th match.
  void open_match(int index);
  /// By id, as another page names them.
  void open_person(const QString& id);
  /// The next (1) or the one before (-1) among the people looked at.
  void step_person(int step);
  [[nodiscard]] const std::vector<LookedAt>& looked_at() const { return looked_at_; }
  [[nodiscard]] int current() const { return current_; }  ///< index in looked_at; -1 for none
  /// Null while nobody is open, or while the head of one named by id is not here yet.
  [[nodiscard]] const InvestorHead* head() const;
  [[nodiscard]] History history_state() const { return history_; }
  [[nodiscard]] const std::optional<LookError>& history_error() const { return history_error_; }
  /// When the rows on the screen were had.
  [[nodiscard]] const std::optional<Timestamp>& as_of() const { return as_of_; }
  /// The rows on the screen are those of the local copy.
  [[nodiscard]] bool from_copy() const { return from_copy_; }
  [[nodiscard]] TimelineModel& timeline() { return timeline_; }
  [[nodiscard]] const TimelineModel& timeline() const { return timeline_; }
  [[nodiscard]] const std::optional<HistoryCounts>& counts() const { return counts_; }
  [[nodiscard]] const HistoryFilter& filter() const { return filter_; }
  void set_filter(const HistoryFilter& filter);
  /// Of asking for more rows; the ones that are there stay.
  [[nodiscard]] const std::optional<LookError>& more_error() const { return more_error_; }

  /// --- why
  void ask_why(const QString& delivery);
  void close_why();
  [[nodiscard]] Why why_state() const { return why_; }
  [[nodiscard]] const QString& why_delivery() const { return why_delivery_; }
  [[nodiscard]] const std::optional<DeliveryWhy>& why() const { return why_answer_; }
  [[nodiscard]] const std::optional<LookError>& why_error() const { return why_error_; }

  /// --- the whole words of a note or a call, in the place of "why"
  void read_entry(const HistoryEntry& entry);
  [[nodiscard]] const std::optional<HistoryEntry>& entry_read() const { return entry_read_; }

  /// --- writing: what is typed about the person who is open belongs to them, whoever is open next
  [[nodiscard]] DraftBook::Draft draft(EntryKind kind) const;
  [[nodiscard]] bool begun(EntryKind kind) const;
  /// False: it could not be kept (too many are open).
  bool keep_draft(EntryKind kind, const QString& text, const CallFacts& call);
  /// Saves the draft of this kind; one at a time. Nothing happens without a person, or while one is saved. The draft
  /// stays until the hub (or this computer, without one) has it.
  void write(EntryKind kind);
  /// Of the last one, about the person who is open; another person, or a changed draft, begins anew.
  [[nodiscard]] Writing writing() const { return writing_; }
  [[nodiscard]] const std::optional<LookError>& write_error() const { return write_error_; }
  /// As it stands in the time line, once saved.
  [[nodiscard]] const std::optional<HistoryEntry>& written() const { return written_; }

  /// --- followed: kept in this computer's copy although not opened for long
  [[nodiscard]] bool followed() const { return followed_.value_or(false); }
  /// Why the person who is open can't be followed; nothing while that is not known yet, too (then `can_follow` is
  /// false).
  [[nodiscard]] const std::optional<FollowFault>& follow_fault() const { return follow_fault_; }
  [[nodiscard]] bool can_follow() const { return followed_.has_value() && !following_.active(); }
  /// An answer is out.
  [[nodiscard]] bool follow_asked() const { return following_.active(); }
  void follow(bool on);
  /// The last following or letting go can be taken back for kUndo, whoever is open by then.
  static constexpr std::chrono::seconds kUndo{10};
  struct Undo {
    QString id;
    QString who;  ///< masked name
    bool on{};    ///< what was done
  };
  [[nodiscard]] const std::optional<Undo>& follow_undo() const { return follow_undo_; }
  /// Nothing happens when there is nothing to take back.
  void undo_follow();

  /// --- a field in plain
  void reveal(RevealField field);
  /// Empty unless it is in plain now.
  [[nodiscard]] QString revealed(RevealField field) const;
  [[nodiscard]] int reveal_seconds_left() const;
  [[nodiscard]] const std::optional<LookError>& reveal_error() const { return reveal_error_; }
  void hide_revealed();

  /// --- waiting
  /// Stops waiting for search or history; what is on the screen stays.
  void cancel();
  /// What failed is asked for again.
  void retry();
  [[nodiscard]] bool waits_for_step_up() const { return !repeat_.empty(); }
  [[nodiscard]] const StepUpSubject& step_up_subject() const { return subject_; }
  void resume();
  void drop();

  [[nodiscard]] SessionModel& session() const { return session_; }

 Q_SIGNALS:
  void changed();
  /// The whole seconds of a revealed field moved, or it was hidden.
  void reveal_changed();
  void step_up_needed();

 private:
  void ask_search();
  void show_person(InvestorHead head, bool fresh);
  void ask_head(const QString& id);
  void ask_history();
  void ask_more();
  void ask_why_now();
  [[nodiscard]] DraftBook::Place place(EntryKind kind) const;
  void tell_write(const DraftBook::Place& place, const EntryWish& wish, const QString& who);
  void written(const DraftBook::Place& place, const EntryWish& wish, HistoryEntry entry);
  void show_written(const HistoryEntry& entry);
  void waiting_changed(const WaitingChange& change);
  void begin_writing();
  /// True when it was a step_up, which now waits with `again`.
  bool waits(const LookError& error, std::function<void()> again, StepUpSubject subject);
  [[nodiscard]] StepUpSubject person_subject() const;
  void tick_reveal();
  void forget_follow();
  void begin_following();
  void set_follow(const QString& id, const QString& who, bool on, bool undoing);

  InvestorGateway& gateway_;
  SessionModel& session_;
  DraftBook& drafts_;
  TimelineModel timeline_;

  InvestorTerms terms_;
  QString searched_;
  bool listing_{false};  ///< the local copy's people are meant, not the terms
  Search search_{Search::idle};
  InvestorMatches matches_;
  std::optional<LookError> search_error_;

  std::vector<LookedAt> looked_at_;
  int current_{-1};
  QString wanted_person_;  ///< an id whose head is asked for
  History history_{History::none};
  std::optional<LookError> history_error_, more_error_;
  std::optional<HistoryCounts> counts_;
  std::optional<Timestamp> as_of_;
  bool from_copy_{false};
  HistoryFilter filter_;

  Why why_{Why::none};
  QString why_delivery_;
  std::optional<DeliveryWhy> why_answer_;
  std::optional<LookError> why_error_;
  std::optional<HistoryEntry> entry_read_;

  Writing writing_{Writing::idle};
  std::optional<LookError> write_error_;
  std::optional<HistoryEntry> written_;

  std::optional<Revealed> revealed_;
  std::optional<LookError> reveal_error_;
  QTimer reveal_timer_;

  std::optional<bool> followed_;
  std::optional<FollowFault> follow_fault_;
  std::optional<Undo> follow_undo_;
  QTimer follow_timer_;

  std::vector<std::function<void()>> repeat_;
  StepUpSubject subject_;
  Handle searching_, heading_, reading_, reasoning_, revealing_, telling_, waiting_, following_;
};

}  // namespace guardline::models

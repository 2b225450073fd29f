// The alert centre behind its page. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/alert_list_model.h"
#include "models/alerts/alert_load.h"
#include "models/alerts/alert_rights.h"
#include "models/alerts/alert_store.h"

#include <QObject>
#include <QTimer>
#include <deque>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace guardline::models {

/// What the alert list is worth at this moment.
enum class AlertsState : std::uint8_t {
  loading,  ///< nothing told yet
  live,
  stale,    ///< connected, nothing heard: the list may be behind
  offline,  ///< a picture of `heard_at()`
  denied,
};

/// Feed, list, the opened alert and what people do about it, for one person at a time. Batches are put together for
/// kCoalesce. Wishes carry the occurrence that the person saw: when the alert is raised again under their eyes, the
/// next wish is refused here as stale, the new occurrence is shown, and only a further wish is about that one. GUI
/// thread; gateway and clock outlive it.
class AlertCentre final : public QObject {
  Q_OBJECT
 public:
  AlertCentre(AlertGateway& gateway, const Clock& clock, QObject* parent = nullptr);

  /// So long before its end a shelf is told of.
  static constexpr std::chrono::minutes shelf_warning{10};

  /// For who is signed in now. `account` names whose drafts these are.
  void begin(AlertRights rights, const QString& account);
  /// Forgets everything but the drafts.
  void end();
  [[nodiscard]] bool running() const { return running_; }

  [[nodiscard]] AlertsState state() const { return state_; }
  [[nodiscard]] Timestamp heard_at() const { return heard_at_; }
  [[nodiscard]] bool has_data() const { return told_; }
  [[nodiscard]] const AlertRights& rights() const { return rights_; }
  [[nodiscard]] const AlertStore& store() const { return store_; }
  [[nodiscard]] AlertListModel& list() { return list_; }
  /// What came in to this person since `begin`.
  [[nodiscard]] const AlertLoad& load() const { return load_; }
  [[nodiscard]] const Clock& clock() const { return clock_; }

  void show(AlertTab tab);

  /// Which alert is read; an empty id closes it. Its log is asked for, and asked for again when it changes.
  void open(const AlertId& id);
  [[nodiscard]] const std::optional<AlertId>& opened() const { return opened_; }
  /// As it stands; nothing when closed or not known any more.
  [[nodiscard]] AlertEntryPtr entry() const;
  /// Newest first; of the opened alert as far as it is here.
  [[nodiscard]] const std::vector<AlertLogLine>& log() const { return log_; }
  [[nodiscard]] bool log_loading() const { return asking_detail_.active(); }
  [[nodiscard]] const std::optional<AlertRefusal>& log_error() const { return log_error_; }
  /// The opened alert was raised again since the person saw it.
  [[nodiscard]] bool raised_again() const;

  /// About the opened alert. Ignored while one is under way, or without the right.
  void act(AlertAct act, const QString& text, std::optional<Timestamp> until = {}, const QString& account = {});
  [[nodiscard]] bool busy() const { return acting_.active(); }

  /// What a person has typed about an alert and not sent: kept while the program runs, newest kDrafts of each person.
  void set_draft(const AlertId& id, const QString& text);
  [[nodiscard]] QString draft(const AlertId& id) const;

  void retry_now();

 Q_SIGNALS:
  /// Counts or the list changed.
  void changed();
  void stateChanged();
  /// The opened alert, its log, or whether a wish is under way.
  void openedChanged();
  void done(const guardline::models::AlertDone& done, guardline::AlertAct act);
  void refused(const guardline::models::AlertRefusal& refusal, guardline::AlertAct act);
  /// These ask for attention now (raised, or back unseen from being kept quiet). `standing`: they did so already when
  /// this person came.
  void announced(const std::vector<guardline::models::AlertEntryPtr>& entries, bool standing);
  /// The shelves of these end within `shelf_warning`; each end is told once, and none of a shelf that was shorter.
  void shelf_ending(const std::vector<guardline::models::AlertEntryPtr>& entries);

 private:
  struct Draft {
    QString account;
    AlertId alert;
    QString text;
  };
  static constexpr std::size_t kDrafts = 64;

  void hear(const AlertBatch& batch);
  void hear(const AlertSnapshot& snapshot);
  void hear(const AlertChanges& changes);
  void hear(const AlertFeed& feed);
  void flush();
  void settle(std::vector<AlertChange> changes);
  void enter(AlertsState state);
  void announce(const std::vector<AlertChange>& changes);
  void look_at_shelves();
  void ask_detail();
  void ask_history();
  void refuse(AlertRefusal refusal, AlertAct act);

  AlertGateway& gateway_;
  const Clock& clock_;
  AlertStore store_;
  AlertListModel list_;
  AlertLoad load_;
  AlertRights rights_;
  QString account_;
  bool running_{false};
  bool told_{false};
  AlertsState state_{AlertsState::loading};
  Timestamp heard_at_;
  Timestamp announced_until_;  ///< what was announced up to then is no news

  QTimer coalesce_;
  std::vector<AlertChange> waiting_;
  QTimer shelves_;
  std::unordered_map<AlertId, Timestamp> warned_;  ///< of which ends this person was told

  std::optional<AlertId> opened_;
  std::int64_t seen_{0};  ///< the occurrence the person saw
  std::int64_t log_revision_{0};
  std::vector<AlertLogLine> log_;
  std::optional<AlertRefusal> log_error_;

  std::string history_next_;
  bool history_begun_{false};
  std::optional<AlertWish> unanswered_;  ///< told again with the same key
  std::deque<Draft> drafts_;             ///< newest first
  Handle subscription_, asking_detail_, asking_history_, acting_;
};

}  // namespace guardline::models

// The outbox over a session's life: filled, shown, replayed. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/offline/local_copy.h"
#include "app/outbox/outbox.h"
#include "core/api/outbox.h"
#include "models/gateway/offline_gateway.h"

#include <QObject>
#include <expected>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace guardline::app {

/// GUI thread; the file is worked on in the vault's thread (whether a vault is open or not). When the hub is back and a
/// person is there, what waits of theirs is sent in order; what the hub decided is settled, a conflict is kept here
/// until the person has chosen. Outlived by link, store and copy.
class ActQueue final : public QObject, public models::OfflineGateway {
  Q_OBJECT
 public:
  ActQueue(Link& link, DeviceStore& store, LocalCopy& copy, const Clock& clock, const QString& folder,
           QObject* parent = nullptr);

  /// The hub's public key is had now, for later.
  void signed_in(const models::Session& session);
  void session_over();
  /// A fresh second factor: what the hub wanted one for is sent again.
  void stepped_up();
  void connection(const models::Connection& connection);
  [[nodiscard]] bool away() const { return state_.away; }

  /// Kept on disk, sealed: the time it counts from. `subject`: the alert's rule, for people.
  void add(const models::AlertWish& wish, const QString& subject,
           std::function<void(std::expected<Timestamp, models::QueueTrouble>)> done);

  /// The same for a note or a call about `investor`; `who`: their masked name. Answers the entry as it waits.
  void add(InvestorId investor, const QString& who, const models::EntryWish& wish,
           std::function<void(std::expected<models::HistoryEntry, models::QueueTrouble>)> done);
  /// What waits about somebody, newest first; of this session only, for later it is sealed.
  [[nodiscard]] std::vector<models::HistoryEntry> waiting(InvestorId investor) const;
  models::Handle watch_waiting(std::function<void(const models::WaitingChange&)> changed);

  /// Somebody of the local copy is about to be shown: written down first, as every look; `done(false)`: it could not
  /// be, so nothing is shown. The same person again within five minutes is the same look.
  void add_look(InvestorId investor, std::function<void(bool)> done);

  [[nodiscard]] const models::OfflineState& state() const override { return state_; }
  models::Handle watch(std::function<void(const models::OfflineState&)> changed) override;
  void withdraw(const QString& id, std::function<void(std::optional<models::QueueTrouble>)> done) override;
  void edit(const QString& id, const QString& text,
            std::function<void(std::optional<models::QueueTrouble>)> done) override;
  void resolve_conflict(const QString& id, bool mine) override;
  void rebuild() override { copy_.rebuild(); }
  void retry_now() override { link_.retry_now(); }

 private:
  /// A note or a call.
  struct Entry {
    InvestorId investor;
    models::EntryWish wish;
    Timestamp at{};
  };
  struct Draft {
    std::variant<models::AlertWish, Entry> what;
    QString subject;
    [[nodiscard]] const models::AlertWish* wish() const { return std::get_if<models::AlertWish>(&what); }
    [[nodiscard]] const Entry* entry() const { return std::get_if<Entry>(&what); }
  };
  template <class Call>
  using Watchers = std::vector<std::shared_ptr<std::function<Call>>>;
  /// What the thread tells of the file.
  struct Seen {
    bool open{false};
    std::vector<OutboxItem> waiting;  ///< without their boxes
  };
  /// Lives on the vault's thread only.
  struct Room {
    std::filesystem::path file;
    std::unique_ptr<Outbox> outbox;
    Outbox* open();
    [[nodiscard]] Seen seen() const;
  };
  using Done = std::function<void(std::expected<OutboxId, models::QueueTrouble>)>;

  void write(const Draft& draft, std::optional<OutboxId> instead_of, Done done);
  void seal(api::OutboxAct act, Timestamp now, std::optional<OutboxId> instead_of, Done done);
  void seen(Seen seen);
  void fetch_key();
  void replay();
  void replayed(const api::OutboxAnswer& answer);
  void keep_conflict(const api::OutboxResult& result);
  /// An entry waits no longer.
  void tell_waiting(OutboxId id, bool done, std::optional<models::HistoryEntry> now = {});
  [[nodiscard]] models::HistoryEntry shown(OutboxId id, const Entry& entry) const;
  void refresh();
  void tell();
  [[nodiscard]] bool mine(const OutboxItem& item) const { return account_ && item.owner == owner_; }

  Link& link_;
  DeviceStore& store_;
  LocalCopy& copy_;
  const Clock& clock_;
  std::shared_ptr<Room> room_;
  models::OfflineState state_;
  std::optional<std::string> account_;
  QString author_;
  OwnerTag owner_{};
  std::optional<crypto::X25519PublicKey> hub_key_;
  std::vector<OutboxItem> items_;
  std::map<OutboxId, Draft> drafts_;
  std::map<InvestorId, Micros> looked_;  ///< when last, by the monotonic clock
  std::set<OutboxId> sending_;
  std::set<OutboxId> not_now_;  ///< the hub said "later": until the next connection or sign-in
  std::set<OutboxId> step_up_;  ///< of these: it wants a fresh second factor first
  Watchers<void(const models::OfflineState&)> watchers_;
  Watchers<void(const models::WaitingChange&)> waiting_watchers_;
};

}  // namespace guardline::app

// Working without the hub, as pages see it. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/gateway/alert_values.h"
#include "models/gateway/handle.h"
#include "models/gateway/investor_values.h"
#include "models/gateway/offline_values.h"

#include <QString>
#include <functional>
#include <optional>
#include <vector>

namespace guardline::models {

enum class QueuedKind { alert, note, call };

/// One act that waits for the hub. After a restart its content is sealed even for who did it: `wish` and `entry` are
/// nothing then.
struct QueuedAct {
  QString id;
  QueuedKind kind{QueuedKind::alert};
  AlertAct act{AlertAct::acknowledged};  ///< on an alert
  Timestamp made_at;
  std::optional<AlertWish> wish;     ///< what was done to an alert; can be edited
  std::optional<EntryWish> entry{};  ///< the note or call; can be edited
  QString subject;                   ///< for people: the rule's id of the alert, the masked name; may be empty
  bool sending{false};               ///< the hub is being asked: neither edit nor withdrawal now
  bool step_up{false};               ///< the hub wants a fresh second factor before it takes it
};

/// Somebody was first, or it is another occurrence: both sides, and why. Kept until the person has chosen.
struct OfflineConflict {
  QString id;
  QueuedKind kind{QueuedKind::alert};
  AlertWish mine;                              ///< of an act on an alert
  std::optional<EntryWish> entry{};            ///< the note or call, where its words could be had
  QString subject{};                           ///< of a note or call: the masked name; may be empty
  LookFailure refused{LookFailure::internal};  ///< of a note or call: why
  Timestamp made_at;
  AlertRefusal::Kind why{AlertRefusal::Kind::internal};
  std::optional<AlertDetail> hub;  ///< as it stood when the hub answered
};

struct OfflineState {
  bool away{false};                ///< no hub
  std::optional<Timestamp> since;  ///< away: the last word of the hub
  VaultStatus vault;
  std::vector<QueuedAct> queue;  ///< of the person signed in, in their order
  std::size_t others{};          ///< acts of other people on this computer, sealed; they wait for their sign-in
  std::vector<OfflineConflict> conflicts;
  bool replaying{false};
};

enum class QueueTrouble {
  full,     ///< 500 acts wait, or the disk is full
  sealing,  ///< nothing to seal to: the hub's key was never had in this session
  sending,  ///< the hub is being asked about it right now
  gone,     ///< it waits no longer
  disk,
};

/// GUI thread only; answers come later, from its event loop. The gateway outlives its handles.
class OfflineGateway {
 public:
  OfflineGateway() = default;
  OfflineGateway(const OfflineGateway&) = delete;
  OfflineGateway& operator=(const OfflineGateway&) = delete;
  virtual ~OfflineGateway() = default;

  [[nodiscard]] virtual const OfflineState& state() const = 0;
  /// After each change, and once soon after the call.
  virtual Handle watch(std::function<void(const OfflineState&)> changed) = 0;

  /// Nothing in `done`: it was taken back, or it reads as `text` now.
  virtual void withdraw(const QString& id, std::function<void(std::optional<QueueTrouble>)> done) = 0;
  virtual void edit(const QString& id, const QString& text, std::function<void(std::optional<QueueTrouble>)> done) = 0;
  /// The person has seen both sides. With `mine` their words are sent as a new act on the alert as it stands now.
  virtual void resolve_conflict(const QString& id, bool mine) = 0;
  /// A damaged or locked copy is destroyed and begun anew (online only).
  virtual void rebuild() = 0;
  /// "Retry now" (F5).
  virtual void retry_now() = 0;
};

}  // namespace guardline::models

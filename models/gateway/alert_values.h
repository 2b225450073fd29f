// What the alert gateway speaks in: plain values. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/domain/alert.h"
#include "core/domain/delivery.h"

#include <QString>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace guardline::models {

/// A member of staff; `name` is empty when the account is gone.
struct AlertPerson {
  AccountId id;
  QString name;
  friend bool operator==(const AlertPerson&, const AlertPerson&) = default;
};

/// The rule's words as they were when the present occurrence began, and what it saw then.
struct AlertTrigger {
  QString rule;  ///< its id
  AlertMetric metric{AlertMetric::delivery_rate};
  Comparison comparison{Comparison::below};
  std::int64_t limit{};               ///< basis points for rates, deliveries for the backlog, seconds for silence
  std::optional<std::int64_t> value;  ///< in the same unit; nothing when missing data is the fault
  std::int64_t sample{};              ///< how many deliveries the value is made of
  std::int64_t window_seconds{};
  friend bool operator==(const AlertTrigger&, const AlertTrigger&) = default;
};

/// One alert with its present occurrence: three independent axes and a person's word about what was done. `revision`
/// rises with every change, so of two pictures the one with the greater is the newer. Source: core/api/alert.h.
struct Alert {
  AlertId id;
  std::int64_t occurrence{};  ///< from 1; an act names the one the person saw
  std::int64_t revision{};
  Severity severity{Severity::medium};
  std::optional<Channel> channel;  ///< nothing for the hub itself
  AlertTrigger trigger;
  bool active{false};
  bool acknowledged{false};
  Suppression suppression{Suppression::none};
  bool resolved{false};
  Timestamp raised_at;
  std::optional<Timestamp> cleared_at;
  std::optional<Timestamp> shelved_until;
  std::optional<Timestamp> acknowledged_until{};  ///< when it counts as unseen again unless something was done
  QString suppressed_by;                          ///< the rule that explains this one; empty without
  std::optional<AlertPerson> owner;
  Timestamp announced_at;  ///< when it last asked for attention
  Timestamp changed_at;
  friend bool operator==(const Alert&, const Alert&) = default;
};

/// Of an act that somebody made without the hub and that came too late.
struct AlertContest {
  AlertAct wanted{AlertAct::acknowledged};
  Timestamp written_at;
  AlertObstacle obstacle{AlertObstacle::raised_again};
  std::optional<std::int64_t> against{};  ///< number of the line that was in the way
};

/// One line of an alert's log.
struct AlertLogLine {
  std::int64_t number{};
  Timestamp at;
  AlertAct act{AlertAct::raised};
  std::int64_t occurrence{};
  std::optional<AlertPerson> actor;       ///< nothing for the hub itself
  QString text;                           ///< comment, reason, what was done
  std::optional<Timestamp> until;         ///< a shelf's end, or when an acknowledgement lapses
  std::optional<AlertPerson> owner;       ///< to whom it was handed
  std::optional<std::int64_t> value;      ///< at raising and clearing, in the trigger's unit
  std::optional<std::int64_t> sample;     ///< of how many
  std::optional<AlertContest> contest{};  ///< contested: `actor`, `text`, `until` and `owner` are of the act
};

/// The newest 500 lines, newest first.
struct AlertDetail {
  Alert alert;
  std::vector<AlertLogLine> log;
};

/// Everything that asks for something; replaces all that is held of it. What is neither in it nor was before has ended.
struct AlertSnapshot {
  std::vector<Alert> alerts;
};
/// Those that changed, as they stand now. One told twice, or late (a lower revision), changes nothing.
struct AlertChanges {
  std::vector<Alert> alerts;
};

/// A page of what is over (inactive, acknowledged, not suppressed), newest occurrence first.
struct AlertHistoryPage {
  std::vector<Alert> alerts;
  std::string next;  ///< opaque; empty on the last page
};

inline constexpr int kAlertTextLongest = 500;  ///< characters of a comment, a reason, or what was done; at least 1

/// What a person wants done. `act`: acknowledged, resolved, assigned, shelved or unshelved.
struct AlertWish {
  AlertId alert;
  std::int64_t occurrence{};  ///< what the person saw
  AlertAct act{AlertAct::acknowledged};
  QString text;                    ///< acknowledged: comment; resolved: what was done; shelved: reason
  std::optional<Timestamp> until;  ///< shelved
  QString account;                 ///< assigned: to whom
  std::string key;                 ///< 1..128 visible ASCII; a wish told again after a lost answer keeps its key
};

/// Done, or kept for later while there is no hub.
struct AlertDone {
  Alert alert;                         ///< as it stands; unchanged while queued
  std::optional<Timestamp> queued_at;  ///< set: it waits on this computer and is sent when the hub is back
};

/// Why it was not done.
struct AlertRefusal {
  enum class Kind {
    stale,                 ///< the alert ended and was raised again: the wish named another occurrence
    already_acknowledged,  ///< somebody was first
    not_acknowledged,      ///< 确认知晓 comes before 处置完成
    already_resolved,
    not_shelvable,  ///< it is kept quiet in another way
    not_shelved,
    shelf_refused,  ///< its end is past, or further away than the role may go
    owner_refused,  ///< no such account, or one that may not look after alerts
    gone,           ///< no such alert, or none that this person may see
    role,           ///< this role may only look
    unreachable,    ///< no hub; it may or may not have been done: tell the same wish again
    busy,           ///< the hub asks to come back at `until`
    session,        ///< nobody is signed in any more
    internal,
  };
  Kind kind{Kind::internal};
  /// Only with stale, already_*, not_*: the alert as it stands now, when it could be read. Says who was first.
  std::optional<AlertDetail> present;
  std::optional<Timestamp> until;  ///< busy
  QString reference;               ///< for the help desk; never shown alone
};

/// How fresh what is held is.
struct AlertFeed {
  enum class Kind {
    live,     ///< changes come as they happen
    stale,    ///< connected, nothing heard for longer than usual: may be behind
    offline,  ///< no link: what is held is a picture of `at`
    denied,   ///< this person may not hear of alerts
  };
  Kind kind{Kind::offline};
  Timestamp at;  ///< when the hub was last heard (this computer's clock)
};

}  // namespace guardline::models

// /v1/alerts: what asks for attention, and what people did about it. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/words.h"
#include "core/base/time.h"
#include "core/domain/alert.h"
#include "core/wire/describe.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace guardline {

GUARDLINE_WIRE_ENUM(Suppression, none, shelved, by_design, out_of_service)
GUARDLINE_WIRE_ENUM(Severity, urgent, high, medium, low)
GUARDLINE_WIRE_ENUM(AlertMetric, delivery_rate, receipt_rate, failure_rate, backlog, watch_silence)
GUARDLINE_WIRE_ENUM(Comparison, below, above)
GUARDLINE_WIRE_ENUM(AlertAct, raised, cleared, acknowledged, resolved, assigned, shelved, unshelved, suppressed,
                    unsuppressed, unacknowledged, contested)
GUARDLINE_WIRE_ENUM(AlertObstacle, raised_again, already_acknowledged, not_acknowledged, already_resolved, kept_quiet,
                    not_shelved)

}  // namespace guardline

namespace guardline::api {

/// A member of staff as the alert pages name them.
struct AlertPerson {
  AccountId account_id;
  std::string display_name;
};
GUARDLINE_WIRE(AlertPerson, (account_id, display_name), id("account_id", "Who."),
               text("display_name", 0, 64, "That person's name; empty if the account is gone."))

/// The words of the rule, as they were when the present occurrence was raised, and what it saw.
struct AlertTrigger {
  std::string rule;
  AlertMetric metric{AlertMetric::delivery_rate};
  Comparison comparison{Comparison::below};
  std::int64_t limit{};
  std::optional<std::int64_t> value;
  std::int64_t sample{};
  std::int64_t window_seconds{};
};
GUARDLINE_WIRE(AlertTrigger, (rule, metric, comparison, limit, value, sample, window_seconds),
               shaped("rule", Format::name_id, "The rule's id."), choice("metric", "What it looks at."),
               choice("comparison", "Which side of the limit is the fault."),
               count("limit", "Basis points for rates, deliveries for the backlog, seconds for silence."),
               count("value", "What was measured, in the same unit; absent when missing data is the fault."),
               count("sample", "How many deliveries the value is made of."),
               count("window_seconds", "The time it looks back over."))

/// One alert (a rule on a channel) with its present occurrence. `active`, `acknowledged` and `suppression` are three
/// independent axes; an alert leaves the list of work only when it is inactive and acknowledged. `revision` rises with
/// every change.
struct Alert {
  AlertId alert_id;
  std::int64_t occurrence{};
  std::int64_t revision{};
  Severity severity{Severity::medium};
  std::optional<Channel> channel;
  AlertTrigger trigger;
  bool active{false};
  bool acknowledged{false};
  Suppression suppression{Suppression::none};
  bool resolved{false};
  Timestamp raised_at;
  std::optional<Timestamp> cleared_at;
  std::optional<Timestamp> shelved_until;
  std::optional<Timestamp> acknowledged_until;
  std::optional<std::string> suppressed_by;
  std::optional<AlertPerson> owner;
  Timestamp announced_at;
  Timestamp changed_at;
};
GUARDLINE_WIRE(Alert,
               (alert_id, occurrence, revision, severity, channel, trigger, active, acknowledged, suppression, resolved,
                raised_at, cleared_at, shelved_until, acknowledged_until, suppressed_by, owner, announced_at,
                changed_at),
               id("alert_id", "Names the alert."),
               integer("occurrence", 1, kMaxInteger, "Number of the present activation; an act names it."),
               integer("revision", 1, kMaxInteger, "Rises with every change."), choice("severity", "How urgent."),
               choice("channel", "The channel watched; absent for the hub itself."),
               object("trigger", "The rule's words and what it saw."),
               flag("active", "The condition holds now. Missing data never ends it."),
               flag("acknowledged", "Somebody has seen this occurrence."),
               choice("suppression", "Whether it is kept quiet, and in which way."),
               flag("resolved", "Somebody has said what was done about this occurrence."),
               time("raised_at", "When this occurrence began."), time("cleared_at", "When it returned to normal."),
               time("shelved_until", "The end of the shelf."),
               time("acknowledged_until",
                    "Until then somebody must say what was done, or it counts as not acknowledged again."),
               shaped("suppressed_by", Format::name_id, "The rule that explains this one."),
               object("owner", "Who looks after it."),
               time("announced_at", "When it last asked for attention: a later time than before is a sound."),
               time("changed_at", "The last change."))

/// Of an act that was made without a hub and came too late: both sides stand in the log, whatever is chosen afterwards.
struct AlertContest {
  AlertAct wanted{AlertAct::acknowledged};
  Timestamp written_at;
  AlertObstacle obstacle{AlertObstacle::raised_again};
  std::optional<std::int64_t> against;
};
GUARDLINE_WIRE(AlertContest, (wanted, written_at, obstacle, against), choice("wanted", "What the person did."),
               time("written_at", "When, by that computer's clock; never later than the line itself."),
               choice("obstacle", "What was in the way."),
               integer("against", 1, kMaxInteger, "The line that was in the way; absent if none says it."))

/// One line of an alert's log.
struct AlertLogEntry {
  std::int64_t number{};
  Timestamp at;
  AlertAct act{AlertAct::raised};
  std::int64_t occurrence{};
  std::optional<AlertPerson> actor;
  std::optional<std::string> text;
  std::optional<Timestamp> until;
  std::optional<AlertPerson> owner;
  std::optional<std::int64_t> value;
  std::optional<std::int64_t> sample;
  std::optional<AlertContest> contest{};
};
GUARDLINE_WIRE(AlertLogEntry, (number, at, act, occurrence, actor, text, until, owner, value, sample, contest),
               integer("number", 1, kMaxInteger, "Rises by one; the alert's revision after it."),
               time("at", "When it happened."), choice("act", "What happened."),
               integer("occurrence", 1, kMaxInteger, "In which occurrence."),
               object("actor", "Who did it; absent for the hub itself."),
               text("text", 1, 500, "Comment, reason or what was done.", Format::prose),
               time("until", "The end of a shelf, or of an acknowledgement without an end to the matter."),
               object("owner", "To whom it was handed."),
               count("value", "What was measured when it was raised or cleared."), count("sample", "Of how many."),
               object("contest", "Of a contested act: what it was, and what was in the way."))

/// GET /v1/alerts/{id} -> 200.
struct AlertDetail {
  Alert alert;
  std::vector<AlertLogEntry> log;
};
GUARDLINE_WIRE(AlertDetail, (alert, log), object("alert", "As it stands."),
               list("log", 0, 500, "The newest lines, newest first."))

/// How many alerts stand on each tab; one may stand on none but never on two.
struct AlertCounts {
  std::int64_t to_acknowledge{};
  std::int64_t in_hand{};
  std::int64_t returned{};
  std::int64_t shelved{};
  std::int64_t by_design{};
  std::int64_t out_of_service{};
};
GUARDLINE_WIRE(AlertCounts, (to_acknowledge, in_hand, returned, shelved, by_design, out_of_service),
               count("to_acknowledge", "Active, not acknowledged."), count("in_hand", "Active, acknowledged."),
               count("returned", "Back to normal, not acknowledged."), count("shelved", "Shelved by a person."),
               count("by_design", "Explained by another alert."), count("out_of_service", "Rule switched off."))

/// GET /v1/alerts?active=&acknowledged=&suppression=&resolved=&limit=&cursor= -> 200, newest occurrence first. An alert
/// raised again while a client pages moves to the front: the stream tells of it.
struct AlertPage {
  std::vector<Alert> alerts;
  AlertCounts counts;
  std::optional<std::string> next;
};
GUARDLINE_WIRE(AlertPage, (alerts, counts, next), list("alerts", 0, 200, "Newest occurrence first."),
               object("counts", "Of everything this person may see, whatever the filter."),
               shaped("next", Format::cursor, "Cursor of the next page; absent on the last."))

// Acts, all with `Idempotency-Key`; each answers 200 Alert as it stands then. `occurrence` names what the person saw:
// another one by now is 409 alert-stale.

/// POST /v1/alerts/{id}/acknowledge. 409 alert-already-acknowledged.
struct AlertAcknowledge {
  std::int64_t occurrence{};
  std::string comment;
};
GUARDLINE_WIRE(AlertAcknowledge, (occurrence, comment), integer("occurrence", 1, kMaxInteger, "What the person saw."),
               text("comment", 1, 500, "What the person makes of it.", Format::prose))

/// POST /v1/alerts/{id}/assign. 422 alert-owner-refused: no such account, or one that may not look after alerts.
struct AlertAssign {
  std::int64_t occurrence{};
  std::string account;
};
GUARDLINE_WIRE(AlertAssign, (occurrence, account), integer("occurrence", 1, kMaxInteger, "What the person saw."),
               shaped("account", Format::name_id, "To whom."))

/// POST /v1/alerts/{id}/resolve. 409 alert-not-acknowledged, alert-already-resolved. Does not end the alert: only the
/// condition's return to normal does.
struct AlertResolve {
  std::int64_t occurrence{};
  std::string done;
};
GUARDLINE_WIRE(AlertResolve, (occurrence, done), integer("occurrence", 1, kMaxInteger, "What the person saw."),
               text("done", 1, 500, "What was done.", Format::prose))

/// POST /v1/alerts/{id}/shelve. 409 alert-not-shelvable (suppressed in another way), 422 alert-shelf-refused (the end
/// is past, or further away than the role may go: 8 h, supervisors 24 h). On a shelf already: the new end counts.
struct AlertShelve {
  std::int64_t occurrence{};
  std::string reason;
  Timestamp until;
};
GUARDLINE_WIRE(AlertShelve, (occurrence, reason, until), integer("occurrence", 1, kMaxInteger, "What the person saw."),
               text("reason", 1, 500, "Why it may be quiet.", Format::prose), time("until", "The shelf's end."))

/// POST /v1/alerts/{id}/unshelve. 409 alert-not-shelved.
struct AlertUnshelve {
  std::int64_t occurrence{};
};
GUARDLINE_WIRE(AlertUnshelve, (occurrence), integer("occurrence", 1, kMaxInteger, "What the person saw."))

}  // namespace guardline::api

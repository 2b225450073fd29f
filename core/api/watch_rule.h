// /v1/watch/rules: the threshold rules, read and changed. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/alert.h"
#include "core/wire/describe.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace guardline {

/// What missing data (a sample below `min_sample`) means. It never ends an alert, whatever stands here.
enum class NoData : std::uint8_t {
  keep = 1,   ///< nothing is known: all stays as it is, what was pending starts anew
  raise = 2,  ///< silence is itself the fault
};
GUARDLINE_WIRE_ENUM(NoData, keep, raise)

}  // namespace guardline

namespace guardline::api {

inline constexpr std::int64_t kRuleLongest = 86400;        ///< seconds
inline constexpr std::int64_t kUnacknowledgeAfter = 1800;  ///< seconds

/// Stored as its JSON. `for_` and `keep_firing_for` are the words of the Prometheus rules they behave like: the
/// condition must hold without a break for so long before it raises, and be gone without a break for so long before it
/// clears.
struct WatchRule {
  std::string id;
  bool enabled{true};
  Severity severity{Severity::medium};
  AlertMetric metric{AlertMetric::delivery_rate};
  std::vector<Channel> channels;
  std::int64_t window_seconds{300};
  std::int64_t settle_seconds{0};
  Comparison comparison{Comparison::below};
  std::int64_t limit{};
  std::int64_t deadband{};
  std::int64_t for_seconds{};
  std::int64_t keep_firing_for_seconds{};
  std::int64_t min_sample{};
  NoData no_data{NoData::keep};
  std::vector<std::string> inhibited_by;
  std::optional<std::int64_t> unacknowledge_seconds{};  ///< none: kUnacknowledgeAfter; 0: never
};
GUARDLINE_WIRE(WatchRule,
               (id, enabled, severity, metric, channels, window_seconds, settle_seconds, comparison, limit, deadband,
                for_seconds, keep_firing_for_seconds, min_sample, no_data, inhibited_by, unacknowledge_seconds),
               shaped("id", Format::name_id, "Names the rule in alerts and in the record."),
               flag("enabled", "Off takes its alerts out of service."), choice("severity", "Of its alerts."),
               choice("metric", "What it looks at."),
               list("channels", 0, 6, "One alert each; none only for watch_silence."),
               integer("window_seconds", 60, kRuleLongest, "How far it looks back; whole minutes."),
               integer("settle_seconds", 0, 3600, "How old the newest minute looked at is: receipts take their time."),
               choice("comparison", "Which side of the limit is the fault."),
               integer("limit", 0, 1000000000, "Basis points for rates, deliveries for the backlog, else seconds."),
               integer("deadband", 0, 1000000000, "How far past the limit it must come back to be normal."),
               integer("for_seconds", 0, kRuleLongest, "How long without a break before it raises."),
               integer("keep_firing_for_seconds", 0, kRuleLongest, "How long it must be normal before it clears."),
               integer("min_sample", 0, 1000000000, "Fewer deliveries are no data."),
               choice("no_data", "What missing data means."),
               list("inhibited_by", 0, 8, "Rules whose alert on the same channel explains this one's.")
                   .each(1, 64, Format::name_id),
               integer("unacknowledge_seconds", 0, kRuleLongest,
                       "How long an acknowledgement holds while nobody says what was done; 1800 if left out, 0: for "
                       "good."))

/// A rule as it is kept, and who last changed it (absent for what the hub began with).
struct WatchRuleEntry {
  WatchRule rule;
  std::int64_t version{};
  std::optional<Timestamp> changed_at;
  std::optional<AlertPerson> changed_by;
};
GUARDLINE_WIRE(WatchRuleEntry, (rule, version, changed_at, changed_by), object("rule", "Its words."),
               integer("version", 1, kMaxInteger, "Rises with every change; a change names it."),
               time("changed_at", "The last change by a person."), object("changed_by", "By whom."))

/// A stored rule that breaks its contract: it is not evaluated, and can be replaced by a whole one.
struct WatchRuleBroken {
  std::string id;
  std::int64_t version{};
};
GUARDLINE_WIRE(WatchRuleBroken, (id, version), shaped("id", Format::name_id, "Which."),
               integer("version", 1, kMaxInteger, "A change names it."))

/// GET /v1/watch/rules -> 200, by id.
struct WatchRules {
  std::vector<WatchRuleEntry> rules;
  std::vector<WatchRuleBroken> broken;
};
GUARDLINE_WIRE(WatchRules, (rules, broken), list("rules", 0, 200, "By id."),
               list("broken", 0, 200, "Those that are not evaluated."))

/// PUT /v1/watch/rules/{rule} -> 200 WatchRuleEntry; the next round of the watch (5 s) evaluates it. 404: no such rule.
/// 409 conflict: `version` is not the present one. 400 invalid-body also for what single members can't say: another id
/// or metric than the rule's, a channel twice, a limit past which it could never clear, an explanation by a rule that
/// is not there or that this one explains.
struct WatchRuleChange {
  std::int64_t version{};
  std::string reason;
  WatchRule rule;
};
GUARDLINE_WIRE(WatchRuleChange, (version, reason, rule),
               integer("version", 1, kMaxInteger, "The version that the person saw."),
               text("reason", 1, 200, "Why; kept in the record.", Format::prose), object("rule", "The whole rule."))

}  // namespace guardline::api

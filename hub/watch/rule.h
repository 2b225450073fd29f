// A threshold rule, as data. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/alert.h"
#include "core/base/error.h"
#include "core/base/time.h"
#include "core/wire/describe.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guardline::db {
class Database;
}

namespace guardline::watch {

/// What missing data (a sample below `min_sample`) means. It never ends an alert, whatever stands here.
enum class NoData : std::uint8_t {
  keep = 1,   ///< nothing is known: all stays as it is, what was pending starts anew
  raise = 2,  ///< silence is itself the fault
};
GUARDLINE_WIRE_ENUM(NoData, keep, raise)

inline constexpr std::int64_t kLongest = 86400;
inline constexpr std::size_t kMaxRules = 200;
inline constexpr std::int64_t kUnacknowledgeAfter = 1800;  ///< seconds

/// Stored as its JSON. `for_` and `keep_firing_for` are the words of the Prometheus rules they behave like: the
/// condition must hold without a break for so long before it raises, and be gone without a break for so long before it
/// clears.
struct Rule {
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
GUARDLINE_WIRE(Rule,
               (id, enabled, severity, metric, channels, window_seconds, settle_seconds, comparison, limit, deadband,
                for_seconds, keep_firing_for_seconds, min_sample, no_data, inhibited_by, unacknowledge_seconds),
               shaped("id", Format::name_id, "Names the rule in alerts and in the record."),
               flag("enabled", "Off takes its alerts out of service."), choice("severity", "Of its alerts."),
               choice("metric", "What it looks at."),
               list("channels", 0, 6, "One alert each; none only for watch_silence."),
               integer("window_seconds", 60, kLongest, "How far it looks back; whole minutes."),
               integer("settle_seconds", 0, 3600, "How old the newest minute looked at is: receipts take their time."),
               choice("comparison", "Which side of the limit is the fault."),
               integer("limit", 0, 1000000000, "Basis points for rates, deliveries for the backlog, else seconds."),
               integer("deadband", 0, 1000000000, "How far past the limit it must come back to be normal."),
               integer("for_seconds", 0, kLongest, "How long without a break before it raises."),
               integer("keep_firing_for_seconds", 0, kLongest, "How long it must be normal before it clears."),
               integer("min_sample", 0, 1000000000, "Fewer deliveries are no data."),
               choice("no_data", "What missing data means."),
               list("inhibited_by", 0, 8, "Rules whose alert on the same channel explains this one's.")
                   .each(1, 64, Format::name_id),
               integer("unacknowledge_seconds", 0, kLongest,
                       "How long an acknowledgement holds while nobody says what was done; 1800 if left out, 0: for "
                       "good."))

/// What single members can't say: channels (each once, none exactly for watch_silence), whole minutes, limits of rates,
/// no rule that explains itself. invalid_argument says which.
Status check_rule(const Rule& rule);

/// Adds or replaces; on the committer's connection inside a transaction. invalid_argument, exhausted (kMaxRules).
Status store_rule(db::Database& database, const Rule& rule);
/// Adds those of `rules` whose id is not there: what people changed or switched off stays. On the committer's
/// connection.
Status store_missing_rules(db::Database& database, const std::vector<Rule>& rules);

/// How long an acknowledgement of this rule's alerts holds; none: for good. A rule that is gone or broken: the default.
Result<std::optional<Micros>> acknowledgement_holds(db::Database& database, std::string_view rule);

struct LoadedRules {
  std::vector<Rule> rules;          ///< by id
  std::vector<std::string> broken;  ///< ids of stored rules that break their contract: not evaluated
};
Result<LoadedRules> load_rules(db::Database& database);

}  // namespace guardline::watch

// Tables alert and alert_log. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/db/database.h"
#include "hub/watch/record.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace guardline::watch {

inline constexpr std::size_t kMaxAlerts = 2000;  ///< rules × channels, with room for rules that are gone

/// Inside the transaction that appends the fact's spine row: the record after it, and its line in the log. conflict:
/// the same rule and channel has an alert of another id (another hub was first).
Status write_fact(db::Database& database, const AlertRecord& after, const AlertFact& fact);

/// not_found.
Result<AlertRecord> read_alert(db::Database& database, AlertId id);
/// All of them (they are as many as rules and channels), newest occurrence first.
Result<std::vector<AlertRecord>> read_alerts(db::Database& database);

/// Which alerts to list. Members without a value ask nothing.
struct AlertFilter {
  std::optional<bool> active;
  std::optional<bool> acknowledged;
  std::optional<bool> resolved;
  std::optional<Suppression> suppression;
  std::optional<AccountId> owner;  ///< only those handed to this person
  std::optional<AlertMetric> metric;
};
/// Where a page begins: behind this occurrence.
struct AlertPlace {
  Timestamp raised_at{};
  AlertId id;
};
/// At most `max`, newest occurrence first.
Result<std::vector<AlertRecord>> list_alerts(db::Database& database, const AlertFilter& filter,
                                             const std::optional<AlertPlace>& after, std::size_t max);
/// Of those the filter's `owner` and `metric` let see.
Result<api::AlertCounts> count_alerts(db::Database& database, const AlertFilter& filter);

struct LogLine {
  std::int64_t number{};
  AlertFact fact;  ///< alert, act, occurrence, at, actor, words, until, owner, value, sample, contest
};
/// The newest lines, newest first.
Result<std::vector<LogLine>> read_log(db::Database& database, AlertId id, std::size_t max);

}  // namespace guardline::watch

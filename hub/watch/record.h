// One alert as the record has it, and how facts change it: pure. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/alert.h"
#include "core/base/time.h"
#include "hub/spine/event.h"
#include "hub/watch/alarm_state.h"

#include <cstdint>
#include <expected>
#include <optional>
#include <string>

namespace guardline::watch {

/// One row of table `alert`: a function of the alert's facts in their order, and of nothing else.
struct AlertRecord {
  AlertId id;
  std::optional<Channel> channel;
  Severity severity{Severity::medium};
  api::AlertTrigger trigger;
  AlarmState state;
  std::string suppressed_by;
  AccountId owner;
  Timestamp raised_at{};
  std::optional<Timestamp> cleared_at;
  std::optional<Timestamp> shelved_until;
  std::optional<Timestamp> acknowledged_until;  ///< when it counts as unseen again; none: acknowledged for good
  Timestamp announced_at{};
  Timestamp changed_at{};
  std::int64_t revision{0};  ///< facts so far
};

/// One thing that happened to an alert: one spine row, one line of its log.
struct AlertFact {
  AlertId alert;
  AlertAct act{};
  Suppression way{Suppression::none};  ///< suppressed, unsuppressed: by_design or out_of_service
  std::int64_t occurrence{0};          ///< the present one; of a raise the new one; of a contested act what was seen
  Timestamp at{};
  AccountId actor;  ///< none = the hub itself
  std::string rule;
  std::optional<Channel> channel;
  std::string words;                  ///< comment, reason, what was done; at most 500 characters
  std::optional<Timestamp> until;     ///< shelved; acknowledged: when that lapses
  AccountId owner;                    ///< assigned
  std::string by;                     ///< suppressed by design: the rule that explains it
  Severity severity{};                ///< raised
  api::AlertTrigger trigger;          ///< raised
  std::optional<std::int64_t> value;  ///< cleared: what was measured then
  std::optional<std::int64_t> sample;
  std::optional<api::AlertContest> contest;  ///< contested: `words`, `until` and `owner` are those of the act
};

/// The record after a fact; a raise of occurrence 1 begins one. Refuses what the state machine refuses.
std::expected<AlertRecord, AlarmRefusal> apply(const AlertRecord& before, const AlertFact& fact);

/// The spine row of a fact: `code` is the rule, the rest stands sealed in `detail`.
spine::EventDraft draft_of(const AlertFact& fact);
/// The fact of a spine row and its opened detail. corrupt if it is none.
Result<AlertFact> fact_of(const spine::StoredEvent& event, std::string_view detail);
/// True for the kinds that `draft_of` makes.
bool is_alert_kind(EventKind kind) noexcept;

}  // namespace guardline::watch

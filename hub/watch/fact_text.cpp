// Facts to spine rows and back. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/codec.h"
#include "hub/watch/record.h"

#include <array>
#include <utility>

namespace guardline::watch {

/// The form of `detail`, version 1.
struct FactDetail {
  std::int64_t occurrence{};
  std::optional<Suppression> way;
  std::optional<std::string> words;
  std::optional<Timestamp> until;
  std::optional<AccountId> owner;
  std::optional<std::string> by;
  std::optional<Severity> severity;
  std::optional<api::AlertTrigger> trigger;
  std::optional<std::int64_t> value;
  std::optional<std::int64_t> sample;
  std::optional<api::AlertContest> contest;
};
GUARDLINE_WIRE(FactDetail, (occurrence, way, words, until, owner, by, severity, trigger, value, sample, contest),
               integer("occurrence", 1, kMaxInteger, "Which activation."), choice("way", "How it is suppressed."),
               text("words", 1, 500, "Comment, reason, what was done.", Format::prose),
               time("until", "Shelf's end, or when an acknowledgement lapses."), id("owner", "To whom it was handed."),
               shaped("by", Format::name_id, "The rule that explains it."), choice("severity", "Of a raise."),
               object("trigger", "Of a raise."), count("value", "At a clearing."), count("sample", "Of how many."),
               object("contest", "Of a contested act."))
GUARDLINE_WIRE_DEFINE(FactDetail)

namespace {

constexpr std::array<std::pair<AlertAct, EventKind>, 11> kKinds{
    {{AlertAct::raised, EventKind::alert_raised},
     {AlertAct::cleared, EventKind::alert_cleared},
     {AlertAct::acknowledged, EventKind::alert_acknowledged},
     {AlertAct::resolved, EventKind::alert_resolved},
     {AlertAct::assigned, EventKind::alert_assigned},
     {AlertAct::shelved, EventKind::alert_shelved},
     {AlertAct::unshelved, EventKind::alert_unshelved},
     {AlertAct::suppressed, EventKind::alert_suppressed},
     {AlertAct::unsuppressed, EventKind::alert_unsuppressed},
     {AlertAct::unacknowledged, EventKind::alert_unacknowledged},
     {AlertAct::contested, EventKind::alert_contested}}};

template <class T>
std::optional<T> unless_empty(const T& value) {
  return value.empty() ? std::nullopt : std::optional(value);
}

}  // namespace

bool is_alert_kind(EventKind kind) noexcept {
  for (const auto& [act, of] : kKinds) {
    if (of == kind) return true;
  }
  return false;
}

spine::EventDraft draft_of(const AlertFact& fact) {
  spine::EventDraft draft;
  draft.id = EventId::make(fact.at);
  draft.occurred_at = fact.at;
  for (const auto& [act, kind] : kKinds) {
    if (act == fact.act) draft.kind = kind;
  }
  draft.subject_type = SubjectType::alert;
  draft.subject = fact.alert.value;
  draft.channel = fact.channel;
  draft.actor = fact.actor;
  draft.code = fact.rule;
  FactDetail detail{.occurrence = fact.occurrence,
                    .way = {},
                    .words = unless_empty(fact.words),
                    .until = fact.until,
                    .owner = unless_empty(fact.owner),
                    .by = unless_empty(fact.by),
                    .severity = {},
                    .trigger = {},
                    .value = fact.value,
                    .sample = fact.sample,
                    .contest = fact.contest};
  if (fact.way != Suppression::none) detail.way = fact.way;
  if (fact.act == AlertAct::raised) {
    detail.severity = fact.severity;
    detail.trigger = fact.trigger;
  }
  const auto json = wire::to_json(detail);
  draft.detail.assign(json.begin(), json.end());
  return draft;
}

Result<AlertFact> fact_of(const spine::StoredEvent& event, std::string_view detail) {
  auto read = wire::from_json<FactDetail>(detail);
  if (!read || event.subject_type != SubjectType::alert) return fail(ErrorCode::corrupt, "this is no alert's row");
  AlertFact fact;
  fact.alert = AlertId{event.subject};
  for (const auto& [act, kind] : kKinds) {
    if (kind == event.kind) fact.act = act;
  }
  if (fact.act == AlertAct{}) return fail(ErrorCode::corrupt, "this is no alert's row");
  if ((fact.act == AlertAct::contested) != read->contest.has_value()) {
    return fail(ErrorCode::corrupt, "a contested act says what was in its way, and no other does");
  }
  fact.way = read->way.value_or(Suppression::none);
  fact.occurrence = read->occurrence;
  fact.at = event.occurred_at;
  fact.actor = event.actor;
  fact.rule = event.code;
  fact.channel = event.channel;
  fact.words = read->words.value_or("");
  fact.until = read->until;
  fact.owner = read->owner.value_or(AccountId{});
  fact.by = read->by.value_or("");
  if (read->severity) fact.severity = *read->severity;
  if (read->trigger) fact.trigger = *read->trigger;
  fact.value = read->value;
  fact.sample = read->sample;
  fact.contest = read->contest;
  return fact;
}

}  // namespace guardline::watch

// How facts change an alert. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/watch/record.h"

namespace guardline::watch {
namespace {

AlarmEvent event_of(const AlertFact& fact) {
  const bool design = fact.way == Suppression::by_design;
  switch (fact.act) {
    case AlertAct::raised:
      return AlarmEvent::activate;
    case AlertAct::cleared:
      return AlarmEvent::clear;
    case AlertAct::acknowledged:
      return AlarmEvent::acknowledge;
    case AlertAct::resolved:
      return AlarmEvent::resolve;
    case AlertAct::shelved:
      return AlarmEvent::shelve;
    case AlertAct::unshelved:
      return AlarmEvent::unshelve;
    case AlertAct::unacknowledged:
      return AlarmEvent::unacknowledge;
    case AlertAct::suppressed:
      return design ? AlarmEvent::suppress : AlarmEvent::leave_service;
    case AlertAct::unsuppressed:
    case AlertAct::assigned:  // no axis: these two are never asked
    case AlertAct::contested:
      break;
  }
  return design ? AlarmEvent::unsuppress : AlarmEvent::return_to_service;
}

}  // namespace

std::expected<AlertRecord, AlarmRefusal> apply(const AlertRecord& before, const AlertFact& fact) {
  AlertRecord after = before;
  if (fact.act == AlertAct::contested) {
    if (before.state.occurrence == 0) return std::unexpected(AlarmRefusal::stale);
    ++after.revision;  // a line of the log; the alert stands as it stood
    return after;
  }
  const bool raise = fact.act == AlertAct::raised;
  if (fact.act == AlertAct::assigned) {
    if (fact.occurrence != before.state.occurrence) return std::unexpected(AlarmRefusal::stale);
    after.owner = fact.owner;
  } else {
    const auto seen = raise ? fact.occurrence - 1 : fact.occurrence;
    const auto stepped = step(before.state, event_of(fact), seen);
    if (!stepped) return std::unexpected(stepped.error());
    after.state = stepped->state;
    if (stepped->announce) after.announced_at = fact.at;
  }
  if (raise) {
    after.id = fact.alert;
    after.channel = fact.channel;
    after.severity = fact.severity;
    after.trigger = fact.trigger;
    after.raised_at = fact.at;
    after.cleared_at.reset();
  }
  if (fact.act == AlertAct::cleared) after.cleared_at = fact.at;
  if (fact.act == AlertAct::shelved) after.shelved_until = fact.until;
  if (after.state.suppression != Suppression::shelved) after.shelved_until.reset();
  if (fact.act == AlertAct::acknowledged) after.acknowledged_until = fact.until;
  const bool waits = after.state.active && after.state.acknowledged && !after.state.resolved;
  if (!waits) after.acknowledged_until.reset();
  if (fact.act == AlertAct::suppressed) after.suppressed_by = fact.by;
  if (after.state.suppression != Suppression::by_design) after.suppressed_by.clear();
  after.changed_at = fact.at;
  ++after.revision;
  return after;
}

}  // namespace guardline::watch

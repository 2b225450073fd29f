// What an alert is, and what moves it. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/watch/alarm_state.h"

namespace guardline::watch {
namespace {

using Outcome = std::expected<AlarmStep, AlarmRefusal>;

/// Back among what asks for attention; heard again only if it still goes on and nobody has seen it.
AlarmStep unquiet(AlarmState state) {
  state.suppression = Suppression::none;
  return {state, state.active && !state.acknowledged};
}

Outcome condition(AlarmState state, bool active) {
  if (state.active == active) {
    return std::unexpected(active ? AlarmRefusal::already_active : AlarmRefusal::already_clear);
  }
  state.active = active;
  if (!active) return AlarmStep{state, false};
  // Never back to an earlier occurrence: one that nobody saw stays in the log, and an act on it is stale from now on.
  ++state.occurrence;
  state.acknowledged = false;
  state.resolved = false;
  return AlarmStep{state, state.suppression == Suppression::none};
}

Outcome by_people(AlarmState state, AlarmEvent event) {
  if (event == AlarmEvent::acknowledge) {
    if (state.acknowledged) return std::unexpected(AlarmRefusal::already_acknowledged);
    state.acknowledged = true;
    return AlarmStep{state, false};
  }
  if (!state.acknowledged || state.occurrence == 0) return std::unexpected(AlarmRefusal::not_acknowledged);
  if (state.resolved) return std::unexpected(AlarmRefusal::already_resolved);
  state.resolved = true;
  return AlarmStep{state, false};
}

Outcome quiet(AlarmState state, Suppression as) {
  const bool over_all = as == Suppression::out_of_service;
  if (state.suppression == as && as != Suppression::shelved) return std::unexpected(AlarmRefusal::already_as_told);
  if (state.suppression != Suppression::none && state.suppression != as && !over_all) {
    return std::unexpected(AlarmRefusal::not_shelvable);
  }
  state.suppression = as;
  return AlarmStep{state, false};
}

Outcome end_of(const AlarmState& state, Suppression which, AlarmRefusal otherwise) {
  if (state.suppression != which) return std::unexpected(otherwise);
  return unquiet(state);
}

/// Nobody has said what was done, and it goes on: it asks for attention again, unless it is kept quiet.
Outcome unacknowledge(AlarmState state) {
  if (!state.active || !state.acknowledged || state.resolved) return std::unexpected(AlarmRefusal::already_as_told);
  state.acknowledged = false;
  return AlarmStep{state, state.suppression == Suppression::none};
}

}  // namespace

std::expected<AlarmStep, AlarmRefusal> step(const AlarmState& state, AlarmEvent event,
                                            std::optional<std::int64_t> occurrence) {
  if (occurrence && *occurrence != state.occurrence) return std::unexpected(AlarmRefusal::stale);
  switch (event) {
    case AlarmEvent::activate:
      return condition(state, true);
    case AlarmEvent::clear:
      return condition(state, false);
    case AlarmEvent::acknowledge:
    case AlarmEvent::resolve:
      return by_people(state, event);
    case AlarmEvent::shelve:
      return quiet(state, Suppression::shelved);
    case AlarmEvent::unshelve:
      return end_of(state, Suppression::shelved, AlarmRefusal::not_shelved);
    case AlarmEvent::suppress:
      return quiet(state, Suppression::by_design);
    case AlarmEvent::unsuppress:
      return end_of(state, Suppression::by_design, AlarmRefusal::not_suppressed);
    case AlarmEvent::leave_service:
      return quiet(state, Suppression::out_of_service);
    case AlarmEvent::return_to_service:
      return end_of(state, Suppression::out_of_service, AlarmRefusal::not_suppressed);
    case AlarmEvent::unacknowledge:
      return unacknowledge(state);
  }
  return std::unexpected(AlarmRefusal::already_as_told);
}

}  // namespace guardline::watch

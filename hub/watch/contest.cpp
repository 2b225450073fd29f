// What is kept of an act that came too late. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/watch/contest.h"

#include <algorithm>

namespace guardline::watch {
namespace {

/// Whether this line is what the obstacle names.
bool stands_in_the_way(const AlertFact& line, AlertObstacle obstacle) {
  switch (obstacle) {
    case AlertObstacle::raised_again:
      return line.act == AlertAct::raised;
    case AlertObstacle::already_acknowledged:
      return line.act == AlertAct::acknowledged;
    case AlertObstacle::not_acknowledged:  // nobody did yet, or it has lapsed
      return line.act == AlertAct::raised || line.act == AlertAct::unacknowledged;
    case AlertObstacle::already_resolved:
      return line.act == AlertAct::resolved;
    case AlertObstacle::kept_quiet:
      return line.act == AlertAct::suppressed;
    case AlertObstacle::not_shelved:
      return line.act == AlertAct::unshelved;
  }
  return false;
}

}  // namespace

std::optional<AlertObstacle> obstacle_of(AlarmRefusal why) noexcept {
  switch (why) {
    case AlarmRefusal::stale:
      return AlertObstacle::raised_again;
    case AlarmRefusal::already_acknowledged:
      return AlertObstacle::already_acknowledged;
    case AlarmRefusal::not_acknowledged:
      return AlertObstacle::not_acknowledged;
    case AlarmRefusal::already_resolved:
      return AlertObstacle::already_resolved;
    case AlarmRefusal::not_shelvable:
      return AlertObstacle::kept_quiet;
    case AlarmRefusal::not_shelved:
      return AlertObstacle::not_shelved;
    case AlarmRefusal::already_active:
    case AlarmRefusal::already_clear:
    case AlarmRefusal::not_suppressed:
    case AlarmRefusal::already_as_told:
      break;
  }
  return std::nullopt;
}

AlertFact contested(const AlertReading& seen, const PersonAct& wish, AlarmRefusal why, Timestamp written_at,
                    Timestamp now) {
  AlertFact fact;
  fact.alert = wish.alert;
  fact.act = AlertAct::contested;
  fact.occurrence = wish.occurrence;
  fact.at = now;
  fact.actor = wish.actor;
  fact.rule = seen.alert.trigger.rule;
  fact.channel = seen.alert.channel;
  fact.words = wish.words;
  fact.until = wish.until;
  fact.owner = wish.owner;
  const auto obstacle = obstacle_of(why).value_or(AlertObstacle::raised_again);
  fact.contest = api::AlertContest{
      .wanted = wish.act, .written_at = std::min(written_at, now), .obstacle = obstacle, .against = std::nullopt};
  const auto line =
      std::ranges::find_if(seen.log, [&](const LogLine& each) { return stands_in_the_way(each.fact, obstacle); });
  if (line != seen.log.end()) fact.contest->against = line->number;
  return fact;
}

}  // namespace guardline::watch

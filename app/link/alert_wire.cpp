// Alerts from the wire's structs to what pages know. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/alert_wire.h"

#include <algorithm>
#include <iterator>

namespace guardline::app {
namespace {

std::optional<models::AlertPerson> person_of(const std::optional<api::AlertPerson>& from) {
  if (!from) return std::nullopt;
  return models::AlertPerson{from->account_id, QString::fromStdString(from->display_name)};
}

QString text_of(const std::optional<std::string>& from) { return QString::fromStdString(from.value_or("")); }

std::optional<models::AlertContest> contest_of(const std::optional<api::AlertContest>& from) {
  if (!from) return std::nullopt;
  return models::AlertContest{
      .wanted = from->wanted, .written_at = from->written_at, .obstacle = from->obstacle, .against = from->against};
}

}  // namespace

models::Alert alert_of(api::Alert&& from) {
  return {.id = from.alert_id,
          .occurrence = from.occurrence,
          .revision = from.revision,
          .severity = from.severity,
          .channel = from.channel,
          .trigger = {.rule = QString::fromStdString(from.trigger.rule),
                      .metric = from.trigger.metric,
                      .comparison = from.trigger.comparison,
                      .limit = from.trigger.limit,
                      .value = from.trigger.value,
                      .sample = from.trigger.sample,
                      .window_seconds = from.trigger.window_seconds},
          .active = from.active,
          .acknowledged = from.acknowledged,
          .suppression = from.suppression,
          .resolved = from.resolved,
          .raised_at = from.raised_at,
          .cleared_at = from.cleared_at,
          .shelved_until = from.shelved_until,
          .acknowledged_until = from.acknowledged_until,
          .suppressed_by = text_of(from.suppressed_by),
          .owner = person_of(from.owner),
          .announced_at = from.announced_at,
          .changed_at = from.changed_at};
}

std::vector<models::Alert> alerts_of(std::vector<api::Alert>&& from) {
  std::vector<models::Alert> to;
  to.reserve(from.size());
  std::transform(std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()), std::back_inserter(to),
                 [](api::Alert&& alert) { return alert_of(std::move(alert)); });
  return to;
}

models::AlertDetail detail_of(api::AlertDetail&& from) {
  models::AlertDetail to{.alert = alert_of(std::move(from.alert)), .log = {}};
  to.log.reserve(from.log.size());
  for (const auto& line : from.log) {
    to.log.push_back({.number = line.number,
                      .at = line.at,
                      .act = line.act,
                      .occurrence = line.occurrence,
                      .actor = person_of(line.actor),
                      .text = text_of(line.text),
                      .until = line.until,
                      .owner = person_of(line.owner),
                      .value = line.value,
                      .sample = line.sample,
                      .contest = contest_of(line.contest)});
  }
  return to;
}

}  // namespace guardline::app

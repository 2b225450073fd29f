// Alerts as clients see them. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/edge/alert_wire.h"

#include <map>
#include <memory>
#include <utility>

namespace guardline::edge {
namespace {

std::optional<api::AlertPerson> person(AccountId account, const NameOf& name_of) {
  if (account.empty()) return std::nullopt;
  return api::AlertPerson{account, name_of(account)};
}

std::optional<std::string> unless_empty(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

}  // namespace

api::Alert to_wire(const watch::AlertRecord& record, const NameOf& name_of) {
  const auto& state = record.state;
  return {.alert_id = record.id,
          .occurrence = state.occurrence,
          .revision = record.revision,
          .severity = record.severity,
          .channel = record.channel,
          .trigger = record.trigger,
          .active = state.active,
          .acknowledged = state.acknowledged,
          .suppression = state.suppression,
          .resolved = state.resolved,
          .raised_at = record.raised_at,
          .cleared_at = record.cleared_at,
          .shelved_until = record.shelved_until,
          .acknowledged_until = record.acknowledged_until,
          .suppressed_by = unless_empty(record.suppressed_by),
          .owner = person(record.owner, name_of),
          .announced_at = record.announced_at,
          .changed_at = record.changed_at};
}

api::AlertLogEntry to_wire(const watch::LogLine& line, const NameOf& name_of) {
  const auto& fact = line.fact;
  return {.number = line.number,
          .at = fact.at,
          .act = fact.act,
          .occurrence = fact.occurrence,
          .actor = person(fact.actor, name_of),
          .text = unless_empty(fact.words),
          .until = fact.until,
          .owner = person(fact.owner, name_of),
          .value = fact.value,
          .sample = fact.sample,
          .contest = fact.contest};
}

NameOf names_of(access::Accounts& accounts) {
  auto known = std::make_shared<std::map<AccountId, std::string>>();
  return [known, &accounts](AccountId id) {
    const auto [name, fresh] = known->try_emplace(id);
    if (fresh) {
      if (const auto account = accounts.get(id)) name->second = account->display_name;
    }
    return name->second;
  };
}

}  // namespace guardline::edge

// Entries by id and what became of them. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/alert_store.h"

#include <unordered_set>
#include <utility>

namespace guardline::models {

void AlertStore::put(AlertEntry entry, std::vector<AlertChange>& changes) {
  const auto known = entries_.find(entry.alert.id);
  if (known == entries_.end() && entries_.size() >= kMost && entry.tab() == AlertTab::history) return;
  auto after = std::make_shared<const AlertEntry>(std::move(entry));
  AlertEntryPtr before = known == entries_.end() ? nullptr : known->second;
  if (before) --counts_[tab_index(before->tab())];
  ++counts_[tab_index(after->tab())];
  entries_.insert_or_assign(after->alert.id, after);
  changes.push_back({std::move(before), std::move(after)});
}

std::vector<AlertChange> AlertStore::apply(const std::vector<Alert>& alerts) {
  std::vector<AlertChange> changes;
  for (const auto& alert : alerts) {
    const auto known = find(alert.id);
    if (known && known->alert.revision >= alert.revision) continue;
    put({.alert = alert, .queued_at = {}}, changes);
  }
  return changes;
}

std::vector<AlertChange> AlertStore::replace(const std::vector<Alert>& alerts, AlertReach reach) {
  auto changes = apply(alerts);
  std::unordered_set<AlertId> told;
  for (const auto& alert : alerts) told.insert(alert.id);
  std::vector<AlertEntryPtr> left;
  for (const auto& [id, entry] : entries_) {
    if (entry->tab() != AlertTab::history && !told.contains(id)) left.push_back(entry);
  }
  for (const auto& entry : left) {
    if (reach == AlertReach::own) {
      --counts_[tab_index(entry->tab())];
      entries_.erase(entry->alert.id);
      changes.push_back({entry, nullptr});
      continue;
    }
    auto ended = *entry;
    ended.alert.active = false;
    ended.alert.acknowledged = true;
    ended.alert.suppression = Suppression::none;
    ended.queued_at.reset();
    put(std::move(ended), changes);
  }
  return changes;
}

std::vector<AlertChange> AlertStore::queue(const AlertId& alert, Timestamp since) {
  std::vector<AlertChange> changes;
  if (const auto known = find(alert)) put({.alert = known->alert, .queued_at = since}, changes);
  return changes;
}

void AlertStore::clear() {
  entries_.clear();
  counts_.fill(0);
}

AlertEntryPtr AlertStore::find(const AlertId& id) const {
  const auto found = entries_.find(id);
  return found == entries_.end() ? nullptr : found->second;
}

std::vector<AlertEntryPtr> AlertStore::on(AlertTab tab) const {
  std::vector<AlertEntryPtr> found;
  for (const auto& [id, entry] : entries_) {
    if (entry->tab() == tab) found.push_back(entry);
  }
  return found;
}

}  // namespace guardline::models

// What this console knows of alerts. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/alerts/alert_tab.h"
#include "models/gateway/alert_gateway.h"

#include <array>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace guardline::models {

/// Never changed: a change makes a new one. So whoever shows one may keep it without copying.
struct AlertEntry {
  Alert alert;
  std::optional<Timestamp> queued_at;  ///< a wish about it waits on this computer since then
  [[nodiscard]] AlertTab tab() const { return tab_of(alert); }
};
using AlertEntryPtr = std::shared_ptr<const AlertEntry>;

/// One entry that is not as it was.
struct AlertChange {
  AlertEntryPtr before;  ///< null: was not known
  AlertEntryPtr after;   ///< null: is not known any more
};

/// Entries by id; an older revision never replaces a newer one. Bounded: `kMost` entries, beyond which what is new and
/// over is not taken in. Not thread safe.
class AlertStore {
 public:
  static constexpr std::size_t kMost = 20'000;

  /// Only what really changed is returned.
  std::vector<AlertChange> apply(const std::vector<Alert>& alerts);
  /// A snapshot of everything that asks for something. With `reach` all, an entry that is not in it has ended, that is
  /// the snapshot's meaning; with own it may also have gone to somebody else, and is forgotten.
  std::vector<AlertChange> replace(const std::vector<Alert>& alerts, AlertReach reach);
  /// Marks a wish that waits; the next greater revision takes the mark away.
  std::vector<AlertChange> queue(const AlertId& alert, Timestamp since);
  void clear();

  [[nodiscard]] AlertEntryPtr find(const AlertId& id) const;
  [[nodiscard]] int count(AlertTab tab) const { return counts_[tab_index(tab)]; }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  /// In no order.
  [[nodiscard]] std::vector<AlertEntryPtr> on(AlertTab tab) const;

 private:
  void put(AlertEntry entry, std::vector<AlertChange>& changes);

  std::unordered_map<AlertId, AlertEntryPtr> entries_;
  std::array<int, kAlertTabCount> counts_{};
};

}  // namespace guardline::models

// The book of alerts: every change is one submission to the spine. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "hub/spine/committer.h"
#include "hub/spine/stores.h"
#include "hub/watch/wish.h"

#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace guardline::watch {

/// Why it was not done. Without a `refusal` the `error` says it: not_found, conflict (the key was used for another
/// request), unavailable, exhausted, lease_lost (another hub writes this alert).
struct ActFailure {
  Error error;
  std::optional<AlarmRefusal> refusal;
  std::int64_t occurrence{0};  ///< the present one, with a refusal
};

struct AlertListing {
  std::vector<AlertRecord> alerts;
  api::AlertCounts counts;
  bool more{false};
};

/// Row of the spine, table and log change in one transaction, on the state as it is inside that transaction: of two
/// people who act at once the second hears what the first has done. Thread safe; every call may block.
class AlertBook {
 public:
  /// `changed` is called after each change, on the caller's thread.
  AlertBook(spine::Committer& committer, spine::Stores stores, const Clock& clock, std::function<void()> changed = {});
  ~AlertBook();
  AlertBook(const AlertBook&) = delete;
  AlertBook& operator=(const AlertBook&) = delete;

  /// Does it and gives the alert as it stands then. The same key of the same actor with the same content does nothing
  /// more and gives the alert as it stands now.
  std::expected<AlertRecord, ActFailure> act(const PersonAct& wish);

  /// Writes down an act that a person made without a hub, and that `act` has just refused as `why`: in its own words,
  /// with the line that was in the way. Changes nothing else. The same key of the same actor leaves one row. Errors:
  /// invalid_argument (nothing that can be in the way), conflict (the key was used for another act), not_found,
  /// unavailable, lease_lost.
  Status contest(const PersonAct& wish, AlarmRefusal why, Timestamp written_at);

  /// The hub's own facts about one alert, in their order; the first is decided on `revision`. conflict: the alert has
  /// changed since, or another hub raised it first (look again); lease_lost.
  Status record(const std::vector<AlertFact>& facts, std::int64_t revision);

  /// not_found.
  Result<AlertReading> read(AlertId alert);
  Result<AlertListing> list(const AlertFilter& filter, const std::optional<AlertPlace>& after, std::size_t max);
  Result<std::vector<AlertRecord>> all();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace guardline::watch

// How events change the projections. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/db/database.h"
#include "hub/spine/delivery_cell.h"
#include "hub/spine/kpi_buckets.h"
#include "hub/spine/kpi_period_fold.h"
#include "hub/spine/projection.h"
#include "hub/spine/timeline_fold.h"

#include <cstdint>
#include <map>
#include <span>
#include <unordered_map>
#include <vector>

namespace guardline::spine {

/// One row of p_reach.
struct ReachCell {
  std::int64_t failures{0};
  bool hard{false};
  Reason reason{};
  bool changed{false};
};

/// Applies batches of events in order, each inside the projector's transaction. Holds nothing between batches but the
/// KPI buckets in use; the outcome depends on the events alone, not on how they were cut into batches.
class Fold {
 public:
  /// Returns the buckets that changed.
  Result<std::vector<KpiBucket>> apply(db::Database& database, std::span<const StoredEvent> events);
  /// After a transaction that failed.
  void clear();

 private:
  using ReachKey = std::pair<InvestorId, Channel>;
  Status load(db::Database& database, std::span<const StoredEvent> events);
  Status load_deliveries(db::Database& database, std::span<const StoredEvent> events);
  Status load_reach(db::Database& database);
  Status take(db::Database& database, const StoredEvent& event);
  Status move(db::Database& database, DeliveryCell& cell, const StoredEvent& event);
  Status count_state(db::Database& database, DeliveryCell& cell, const StoredEvent& event);
  Status count_backlog(db::Database& database, const DeliveryCell& cell, DeliveryState before,
                       const StoredEvent& event);
  Status engage(db::Database& database, DeliveryCell& cell, const StoredEvent& event);
  void judge_reach(const StoredEvent& event);
  Status store(db::Database& database);
  Status store_deliveries(db::Database& database);
  Status store_messages(db::Database& database);
  Status store_reach(db::Database& database);

  KpiBuckets kpi_;
  KpiPeriodFold periods_;
  TimelineFold timeline_;
  std::unordered_map<DeliveryId, DeliveryCell> deliveries_;
  std::map<ReachKey, ReachCell> reach_;
  struct MessageRow {
    NoticeId notice;
    MessageId message;
    DeliveryId delivery;
    friend auto operator<=>(const MessageRow&, const MessageRow&) = default;
  };
  std::set<MessageRow> messages_;
};

}  // namespace guardline::spine

// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/guard.h"

#include "hub/spine/row.h"
#include "hub/spine/sql.h"

#include <algorithm>
#include <unordered_map>

namespace guardline::spine {
namespace {

/// What the group does to one delivery, and what was there before.
struct Fold {
  std::int64_t state{0};  ///< of the highest rank; 0 = no row of the group moves it
  int highest{0};         ///< rank; 0 = none
  EventRef last;          ///< the group's last row of this delivery
  int before{0};          ///< rank before this group; 0 = none
  std::optional<EventRef> cause;
};
using Folds = std::unordered_map<DeliveryId, Fold>;

// Every row of a delivery is named there as its last one, so every delivery of the group is written; the state is
// moved only forward. What stood there before comes back in columns of its own: RETURNING sees the new row alone.
constexpr std::string_view kMove =
    "INSERT INTO delivery (delivery, state, rank, rank_before, last_event, event_before) SELECT r.delivery, r.state, "
    "r.rank, "
    "0, r.last_event, NULL FROM {rows} AS r WHERE true ON CONFLICT (delivery) DO UPDATE SET "
    "state = CASE WHEN delivery.rank < excluded.rank THEN excluded.state ELSE delivery.state END, "
    "rank = CASE WHEN delivery.rank < excluded.rank THEN excluded.rank ELSE delivery.rank END, "
    "rank_before = delivery.rank, last_event = excluded.last_event, event_before = delivery.last_event "
    "RETURNING delivery, rank_before, event_before";

Status move_forward(db::Database& database, const std::vector<DeliveryId>& ids, Folds& folds) {
  db::Batch batch;
  batch.rows = ids.size();
  batch.columns.push_back(bytes_column("delivery", db::Type::blob, ids.size()));
  for (auto* name : {"state", "rank", "last_event"}) batch.columns.push_back(int_column(name, ids.size()));
  for (const auto& id : ids) {
    const auto& fold = folds.at(id);
    batch.columns[0].bytes.push_back(as_text(id.value));
    batch.columns[1].ints.push_back(fold.state);
    batch.columns[2].ints.push_back(fold.highest);
    batch.columns[3].ints.push_back(pack(fold.last));
  }
  auto ran = database.run_batch(kMove, batch, [&](const db::Row& row) {
    auto& fold = folds.at(id_from<DeliveryTag>(row, 0));
    fold.before = static_cast<int>(row.int64(1));
    if (!row.is_null(2)) fold.cause = unpack(row.int64(2));
    return true;
  });
  if (!ran) return std::unexpected(ran.error());
  return {};
}

}  // namespace

Status apply_guard(db::Database& database, std::vector<StoredEvent>& rows) {
  Folds folds;
  std::vector<DeliveryId> ids;
  for (const auto& row : rows) {
    if (row.delivery.empty()) continue;
    const auto [at, first] = folds.try_emplace(row.delivery);
    if (first) ids.push_back(row.delivery);
    auto& fold = at->second;
    fold.last = row.ref;
    const auto state = target_state(row.kind);
    if (!state || rank(*state) <= fold.highest) continue;
    fold.state = static_cast<std::int64_t>(*state);
    fold.highest = rank(*state);
  }
  if (ids.empty()) return {};
  // In id order: two hubs that both believe to own a partition then wait for each other instead of dead-locking.
  std::ranges::sort(ids);
  if (auto ok = move_forward(database, ids, folds); !ok) return ok;
  for (auto& row : rows) {
    if (row.delivery.empty()) continue;
    auto& fold = folds.at(row.delivery);
    if (!row.cause) row.cause = fold.cause;
    fold.cause = row.ref;
    const auto state = target_state(row.kind);
    if (!state) continue;
    const int wanted = rank(*state);
    row.mark = wanted > fold.before ? Mark::applied : wanted == fold.before ? Mark::duplicate : Mark::late;
    fold.before = std::max(fold.before, wanted);
  }
  return {};
}

}  // namespace guardline::spine

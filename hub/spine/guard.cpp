// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/guard.h"

#include "hub/spine/sql.h"

#include <algorithm>
#include <unordered_map>

namespace guardline::spine {
namespace {

struct Fold {
  DeliveryState highest{};
  int before{-1};  ///< the rank before this group; -1 = not known yet
};
using Folds = std::unordered_map<DeliveryId, Fold>;

db::Column delivery_column(const std::vector<DeliveryId>& ids) {
  auto column = bytes_column("delivery", db::Type::blob, ids.size());
  for (const auto& id : ids) column.bytes.push_back(as_text(id.value));
  return column;
}

Status move_forward(db::Database& database, const std::vector<DeliveryId>& ids, Folds& folds) {
  db::Batch batch;
  batch.rows = ids.size();
  batch.columns.push_back(delivery_column(ids));
  batch.columns.push_back(int_column("state", ids.size()));
  batch.columns.push_back(int_column("rank", ids.size()));
  for (const auto& id : ids) {
    const auto state = folds.at(id).highest;
    batch.columns[1].ints.push_back(static_cast<std::int64_t>(state));
    batch.columns[2].ints.push_back(rank(state));
  }
  auto ran = database.run_batch(
      "INSERT INTO delivery (delivery, state, rank, rank_before) SELECT r.delivery, r.state, r.rank, 0 FROM {rows} AS "
      "r "
      "WHERE true ON CONFLICT (delivery) DO UPDATE SET state = excluded.state, rank_before = delivery.rank, "
      "rank = excluded.rank WHERE delivery.rank < excluded.rank RETURNING delivery, rank_before",
      batch, [&](const db::Row& row) {
        folds[id_from<DeliveryTag>(row, 0)].before = static_cast<int>(row.int64(1));
        return true;
      });
  if (!ran) return std::unexpected(ran.error());
  return {};
}

/// Deliveries that did not move: which rank stopped them? Rare (late and doubled receipts), so a second look is cheap.
Status ask_ranks(db::Database& database, const std::vector<DeliveryId>& ids, Folds& folds) {
  std::vector<DeliveryId> stopped;
  for (const auto& id : ids) {
    if (folds.at(id).before < 0) stopped.push_back(id);
  }
  if (stopped.empty()) return {};
  db::Batch batch;
  batch.rows = stopped.size();
  batch.columns.push_back(delivery_column(stopped));
  auto ran =
      database.run_batch("SELECT d.delivery, d.rank FROM {rows} AS r JOIN delivery AS d ON d.delivery = r.delivery",
                         batch, [&](const db::Row& row) {
                           folds[id_from<DeliveryTag>(row, 0)].before = static_cast<int>(row.int64(1));
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
    const auto state = target_state(row.kind);
    if (!state) continue;
    const auto [at, first] = folds.try_emplace(row.delivery, Fold{*state, -1});
    if (first) ids.push_back(row.delivery);
    if (rank(at->second.highest) < rank(*state)) at->second.highest = *state;
  }
  if (ids.empty()) return {};
  // In id order: two hubs that both believe to own a partition then wait for each other instead of dead-locking.
  std::ranges::sort(ids);
  if (auto ok = move_forward(database, ids, folds); !ok) return ok;
  if (auto ok = ask_ranks(database, ids, folds); !ok) return ok;
  for (auto& row : rows) {
    const auto state = target_state(row.kind);
    if (!state) continue;
    auto& now = folds.at(row.delivery).before;
    const int wanted = rank(*state);
    row.mark = wanted > now ? Mark::applied : wanted == now ? Mark::duplicate : Mark::late;
    now = std::max(now, wanted);
  }
  return {};
}

}  // namespace guardline::spine

// Reading and writing the rows a fold works on. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/fold.h"
#include "hub/spine/sql.h"

#include <algorithm>

namespace guardline::spine {

Status Fold::load(db::Database& database, std::span<const StoredEvent> events) {
  if (auto ok = load_deliveries(database, events); !ok) return ok;
  for (const auto& event : events) {
    const bool outcome = event.kind == EventKind::delivery_delivered || event.kind == EventKind::delivery_failed;
    if (outcome && event.mark == Mark::applied) reach_.try_emplace({event.investor, *event.channel});
  }
  return load_reach(database);
}

Status Fold::load_deliveries(db::Database& database, std::span<const StoredEvent> events) {
  db::Batch batch;
  batch.columns.push_back(bytes_column("delivery", db::Type::blob, events.size()));
  for (const auto& event : events) {
    const bool engages = event.kind == EventKind::opened || event.kind == EventKind::clicked ||
                         event.kind == EventKind::replied || event.kind == EventKind::read_confirmed;
    if (event.delivery.empty() || (event.mark != Mark::applied && !engages)) continue;
    // A delivery planned in this very batch is most often new, but never surely so: it is asked for like any other.
    if (deliveries_.try_emplace(event.delivery).second) batch.columns[0].bytes.push_back(as_text(event.delivery.value));
  }
  batch.rows = batch.columns[0].bytes.size();
  if (batch.rows == 0) return {};
  auto ran = database.run_batch(
      "SELECT d.delivery, d.message, d.notice, d.investor, d.channel, d.state, d.reason, d.carrier, d.drill, "
      "d.planned_at, d.accepted_at, d.changed_at, d.reached_at, d.minute, d.flags FROM {rows} AS r JOIN p_delivery AS d "
      "ON d.delivery = r.delivery",
      batch, [&](const db::Row& row) {
        auto& cell = deliveries_[id_from<DeliveryTag>(row, 0)];
        cell.delivery = id_from<DeliveryTag>(row, 0);
        cell.message = id_from<MessageTag>(row, 1);
        cell.notice = id_from<NoticeTag>(row, 2);
        cell.investor = id_from<InvestorTag>(row, 3);
        cell.channel = static_cast<Channel>(row.int64(4));
        cell.state = static_cast<DeliveryState>(row.int64(5));
        cell.reason = static_cast<Reason>(row.int64(6));
        cell.carrier = row.text(7);
        cell.drill = row.int64(8) != 0;
        cell.planned_at = from_micros(row.int64(9));
        cell.accepted_at = from_micros(row.int64(10));
        cell.changed_at = from_micros(row.int64(11));
        cell.reached_at = from_micros(row.int64(12));
        cell.minute = from_micros(row.int64(13));
        cell.flags = row.int64(14);
        return true;
      });
  if (!ran) return std::unexpected(ran.error());
  return {};
}

Status Fold::load_reach(db::Database& database) {
  if (reach_.empty()) return {};
  db::Batch batch;
  batch.rows = reach_.size();
  batch.columns.push_back(bytes_column("investor", db::Type::blob, batch.rows));
  batch.columns.push_back(int_column("channel", batch.rows));
  for (const auto& [key, cell] : reach_) {
    batch.columns[0].bytes.push_back(as_text(key.first.value));
    batch.columns[1].ints.push_back(static_cast<std::int64_t>(key.second));
  }
  auto ran = database.run_batch(
      "SELECT p.investor, p.channel, p.failures, p.hard, p.reason FROM {rows} AS r JOIN p_reach AS p "
      "ON p.investor = r.investor AND p.channel = r.channel",
      batch, [&](const db::Row& row) {
        auto& cell = reach_[{id_from<InvestorTag>(row, 0), static_cast<Channel>(row.int64(1))}];
        cell = {row.int64(2), row.int64(3) != 0, static_cast<Reason>(row.int64(4)), false};
        return true;
      });
  if (!ran) return std::unexpected(ran.error());
  return {};
}

Status Fold::store(db::Database& database) {
  if (auto ok = store_deliveries(database); !ok) return ok;
  if (auto ok = store_messages(database); !ok) return ok;
  if (auto ok = store_reach(database); !ok) return ok;
  deliveries_.clear();
  messages_.clear();
  reach_.clear();
  return {};
}

Status Fold::store_deliveries(db::Database& database) {
  std::vector<const DeliveryCell*> cells;
  for (const auto& [id, cell] : deliveries_) {
    if (cell.state != DeliveryState{}) cells.push_back(&cell);
  }
  if (cells.empty()) return {};
  std::ranges::sort(cells, {}, [](const DeliveryCell* cell) { return cell->delivery; });
  db::Batch batch;
  batch.rows = cells.size();
  const auto id = [&](const char* name, auto member) {
    batch.columns.push_back(bytes_column(name, db::Type::blob, cells.size()));
    for (const auto* cell : cells) batch.columns.back().bytes.push_back(as_text((cell->*member).value));
  };
  const auto number = [&](const char* name, auto value) {
    batch.columns.push_back(int_column(name, cells.size()));
    for (const auto* cell : cells) batch.columns.back().ints.push_back(static_cast<std::int64_t>(value(*cell)));
  };
  id("delivery", &DeliveryCell::delivery);
  id("message", &DeliveryCell::message);
  id("notice", &DeliveryCell::notice);
  id("investor", &DeliveryCell::investor);
  number("channel", [](const auto& c) { return static_cast<std::int64_t>(c.channel); });
  number("state", [](const auto& c) { return static_cast<std::int64_t>(c.state); });
  number("reason", [](const auto& c) { return static_cast<std::int64_t>(c.reason); });
  batch.columns.push_back(bytes_column("carrier", db::Type::text, cells.size()));
  for (const auto* cell : cells) batch.columns.back().bytes.emplace_back(cell->carrier);
  number("drill", [](const auto& c) { return c.drill ? 1 : 0; });
  number("planned_at", [](const auto& c) { return to_micros(c.planned_at); });
  number("accepted_at", [](const auto& c) { return to_micros(c.accepted_at); });
  number("changed_at", [](const auto& c) { return to_micros(c.changed_at); });
  number("reached_at", [](const auto& c) { return to_micros(c.reached_at); });
  number("minute", [](const auto& c) { return to_micros(c.minute); });
  number("flags", [](const auto& c) { return c.flags; });
  auto ran = database.run_batch(
      "INSERT INTO p_delivery (delivery, message, notice, investor, channel, state, reason, carrier, drill, "
      "planned_at, accepted_at, changed_at, reached_at, minute, flags) SELECT r.delivery, r.message, r.notice, "
      "r.investor, r.channel, r.state, r.reason, r.carrier, r.drill, r.planned_at, r.accepted_at, r.changed_at, "
      "r.reached_at, r.minute, r.flags FROM {rows} AS r "
      "WHERE true ON CONFLICT (delivery) DO UPDATE SET state = excluded.state, reason = excluded.reason, "
      "carrier = excluded.carrier, accepted_at = excluded.accepted_at, changed_at = excluded.changed_at, "
      "reached_at = excluded.reached_at, minute = excluded.minute, flags = excluded.flags",
      batch);
  if (!ran) return std::unexpected(ran.error());
  return {};
}

Status Fold::store_messages(db::Database& database) {
  if (messages_.empty()) return {};
  db::Batch batch;
  batch.rows = messages_.size();
  batch.columns.push_back(bytes_column("notice", db::Type::blob, batch.rows));
  batch.columns.push_back(bytes_column("message", db::Type::blob, batch.rows));
  batch.columns.push_back(bytes_column("delivery", db::Type::blob, batch.rows));
  for (const auto& row : messages_) {
    batch.columns[0].bytes.push_back(as_text(row.notice.value));
    batch.columns[1].bytes.push_back(as_text(row.message.value));
    batch.columns[2].bytes.push_back(as_text(row.delivery.value));
  }
  auto ran = database.run_batch(
      "INSERT INTO p_message (notice, message, delivery) SELECT r.notice, r.message, r.delivery FROM {rows} AS r "
      "WHERE true ON CONFLICT (notice, message, delivery) DO NOTHING",
      batch);
  if (!ran) return std::unexpected(ran.error());
  return {};
}

Status Fold::store_reach(db::Database& database) {
  db::Batch batch;
  batch.columns.push_back(bytes_column("investor", db::Type::blob, reach_.size()));
  for (const auto* name : {"channel", "failures", "hard", "reason"}) {
    batch.columns.push_back(int_column(name, reach_.size()));
  }
  for (const auto& [key, cell] : reach_) {
    if (!cell.changed) continue;
    batch.columns[0].bytes.push_back(as_text(key.first.value));
    batch.columns[1].ints.push_back(static_cast<std::int64_t>(key.second));
    batch.columns[2].ints.push_back(cell.failures);
    batch.columns[3].ints.push_back(cell.hard ? 1 : 0);
    batch.columns[4].ints.push_back(static_cast<std::int64_t>(cell.reason));
  }
  batch.rows = batch.columns[0].bytes.size();
  if (batch.rows == 0) return {};
  auto ran = database.run_batch(
      "INSERT INTO p_reach (investor, channel, failures, hard, reason) SELECT r.investor, r.channel, r.failures, "
      "r.hard, "
      "r.reason FROM {rows} AS r WHERE true ON CONFLICT (investor, channel) DO UPDATE SET failures = "
      "excluded.failures, "
      "hard = excluded.hard, reason = excluded.reason",
      batch);
  if (!ran) return std::unexpected(ran.error());
  return {};
}

}  // namespace guardline::spine

// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/timeline_fold.h"

#include "hub/spine/timeline_columns.h"

#include <string>
#include <vector>

namespace guardline::spine {
namespace {

bool about_a_delivery(const StoredEvent& event) {
  return !event.delivery.empty() && !event.investor.empty() && !event.message.empty();
}

void first(Timestamp& at, const StoredEvent& event) {
  if (at == Timestamp{}) at = event.occurred_at;
}

/// Engagement changes no state and may come at any time.
bool engage(Track& track, const StoredEvent& event) {
  switch (event.kind) {
    case EventKind::opened:
      first(event.code == "machine" ? track.machine_at : track.opened_at, event);
      return true;
    case EventKind::clicked:
      first(track.clicked_at, event);
      return true;
    case EventKind::replied:
      first(track.replied_at, event);
      return true;
    case EventKind::read_confirmed:
      first(track.confirmed_at, event);
      return true;
    default:
      return false;
  }
}

}  // namespace

Status TimelineFold::apply(db::Database& database, std::span<const StoredEvent> events) {
  if (auto ok = load(database, events); !ok) return ok;
  for (const auto& event : events) fold(event);
  if (auto ok = store_entries(database); !ok) return ok;
  if (auto ok = store_said(database); !ok) return ok;
  if (auto ok = forget_words(database, events); !ok) return ok;
  if (auto ok = store_tracks(database); !ok) return ok;
  clear();
  return {};
}

void TimelineFold::clear() {
  entries_.clear();
  tracks_.clear();
}

void TimelineFold::fold(const StoredEvent& event) {
  if (event.kind == EventKind::message_planned && !event.investor.empty()) {
    entries_.try_emplace({event.investor, event.message, {}}, EntryKind::message, event.notice, event.occurred_at,
                         event.drill);
    return;
  }
  if (event.kind == EventKind::note_written || event.kind == EventKind::call_logged) return write_down(event);
  if (!about_a_delivery(event)) return;
  auto& cell = tracks_.at({event.investor, event.message, event.delivery});
  const bool applied = event.mark == Mark::applied;
  if (!cell.known) {
    if (!applied || !event.channel) return;  // nothing can be said of a delivery before its first state
    cell.known = true;
    cell.track.delivery = event.delivery;
    cell.track.channel = *event.channel;
    cell.track.planned_at = event.occurred_at;
    entries_.try_emplace({event.investor, event.message, {}}, EntryKind::message, event.notice, event.occurred_at,
                         event.drill);
  }
  cell.changed = true;
  if (engage(cell.track, event)) return;
  if (event.kind == EventKind::delivery_intent) ++cell.track.attempts;
  if (event.kind == EventKind::resent_uncertain) cell.track.resent = true;
  if (event.mark == Mark::late) ++cell.track.late;
  if (event.mark == Mark::late || event.mark == Mark::duplicate) return;
  cell.track.last = event.ref;
  if (applied) move(cell, event);
}

void TimelineFold::write_down(const StoredEvent& event) {
  if (event.investor.empty()) return;
  const auto kind = event.kind == EventKind::note_written ? EntryKind::note : EntryKind::call;
  entries_.try_emplace({event.investor, entry_of(event.id, event.occurred_at), {}}, kind, NoticeId{}, event.occurred_at,
                       event.drill, Said{event.actor, event.code, event.ref});
}

void TimelineFold::move(TrackCell& cell, const StoredEvent& event) {
  const auto state = target_state(event.kind);
  if (!state) return;
  auto& track = cell.track;
  track.state = *state;
  track.reason = event.reason;
  track.code = event.code;
  if (!event.carrier.empty()) track.carrier = event.carrier;
  if (*state == DeliveryState::handed) track.handed_at = event.occurred_at;
  if (*state == DeliveryState::accepted) track.accepted_at = event.occurred_at;
  if (is_end_state(*state)) track.ended_at = event.occurred_at;
}

Status TimelineFold::load(db::Database& database, std::span<const StoredEvent> events) {
  for (const auto& event : events)
    if (about_a_delivery(event)) tracks_.try_emplace({event.investor, event.message, event.delivery});
  if (tracks_.empty()) return {};
  db::Batch batch;
  batch.rows = tracks_.size();
  for (const auto* name : {"investor", "entry", "delivery"})
    batch.columns.push_back(bytes_column(name, db::Type::blob, batch.rows));
  for (const auto& [key, cell] : tracks_) {
    batch.columns[0].bytes.push_back(as_text(key.investor.value));
    batch.columns[1].bytes.push_back(as_text(key.message.value));
    batch.columns[2].bytes.push_back(as_text(key.delivery.value));
  }
  auto ran = database.run_batch(
      "SELECT t.investor, t.entry, " GUARDLINE_TRACK_COLUMNS
      " FROM {rows} AS r JOIN p_track AS t ON t.investor = r.investor AND t.entry = r.entry AND t.delivery = "
      "r.delivery",
      batch, [&](const db::Row& row) {
        auto track = track_from(row, 2);
        auto& cell = tracks_[{id_from<InvestorTag>(row, 0), id_from<MessageTag>(row, 1), track.delivery}];
        cell = {std::move(track), true, false};
        return true;
      });
  if (!ran) return std::unexpected(ran.error());
  return {};
}

Status TimelineFold::store_entries(db::Database& database) {
  if (entries_.empty()) return {};
  db::Batch batch;
  batch.rows = entries_.size();
  for (const auto* name : {"investor", "entry", "notice"})
    batch.columns.push_back(bytes_column(name, db::Type::blob, batch.rows));
  for (const auto* name : {"planned_at", "drill", "kind"}) batch.columns.push_back(int_column(name, batch.rows));
  for (const auto& [key, cell] : entries_) {
    batch.columns[0].bytes.push_back(as_text(key.investor.value));
    batch.columns[1].bytes.push_back(as_text(key.message.value));
    batch.columns[2].bytes.push_back(as_text(cell.notice.value));
    batch.columns[3].ints.push_back(to_micros(cell.planned_at));
    batch.columns[4].ints.push_back(cell.drill ? 1 : 0);
    batch.columns[5].ints.push_back(static_cast<std::int64_t>(cell.kind));
  }
  auto ran = database.run_batch(
      "INSERT INTO p_entry (investor, entry, notice, planned_at, drill, kind) SELECT r.investor, r.entry, r.notice, "
      "r.planned_at, r.drill, r.kind FROM {rows} AS r WHERE true ON CONFLICT (investor, entry) DO NOTHING",
      batch);
  if (!ran) return std::unexpected(ran.error());
  return {};
}

Status TimelineFold::store_said(db::Database& database) {
  db::Batch batch;
  for (const auto* name : {"investor", "entry", "author"})
    batch.columns.push_back(bytes_column(name, db::Type::blob, entries_.size()));
  batch.columns.push_back(bytes_column("code", db::Type::text, entries_.size()));
  for (const auto* name : {"partition", "seq"}) batch.columns.push_back(int_column(name, entries_.size()));
  for (const auto& [key, cell] : entries_) {
    if (!cell.said) continue;
    ++batch.rows;
    batch.columns[0].bytes.push_back(as_text(key.investor.value));
    batch.columns[1].bytes.push_back(as_text(key.message.value));
    batch.columns[2].bytes.push_back(as_text(cell.said->author.value));
    batch.columns[3].bytes.emplace_back(cell.said->code);
    batch.columns[4].ints.push_back(cell.said->event.partition);
    batch.columns[5].ints.push_back(cell.said->event.seq);
  }
  if (batch.rows == 0) return {};
  auto ran = database.run_batch(
      "INSERT INTO p_said (investor, entry, author, code, partition, seq) SELECT r.investor, r.entry, r.author, "
      "r.code, "
      "r.partition, r.seq FROM {rows} AS r WHERE true ON CONFLICT (investor, entry) DO NOTHING",
      batch);
  if (!ran) return std::unexpected(ran.error());
  return {};
}

Status TimelineFold::forget_words(db::Database& database, std::span<const StoredEvent> events) {
  for (const auto& event : events) {
    if (event.kind != EventKind::investor_erased || event.investor.empty()) continue;
    auto ok = do_sql(database, "INSERT INTO p_erased (investor) VALUES ($1) ON CONFLICT (investor) DO NOTHING",
                     {event.investor.bytes()});
    if (ok) ok = do_sql(database, "DELETE FROM p_words WHERE investor = $1", {event.investor.bytes()});
    if (!ok) return ok;
  }
  return {};
}

Status TimelineFold::store_tracks(db::Database& database) {
  db::Batch batch;
  for (const auto* name : {"investor", "entry", "delivery"})
    batch.columns.push_back(bytes_column(name, db::Type::blob, tracks_.size()));
  for (const auto* name : {"carrier", "code"})
    batch.columns.push_back(bytes_column(name, db::Type::text, tracks_.size()));
  for (const auto& number : kTrackNumbers) batch.columns.push_back(int_column(number.name, tracks_.size()));
  for (const auto& [key, cell] : tracks_) {
    if (!cell.changed) continue;
    ++batch.rows;
    batch.columns[0].bytes.push_back(as_text(key.investor.value));
    batch.columns[1].bytes.push_back(as_text(key.message.value));
    batch.columns[2].bytes.push_back(as_text(key.delivery.value));
    batch.columns[3].bytes.emplace_back(cell.track.carrier);
    batch.columns[4].bytes.emplace_back(cell.track.code);
    for (std::size_t i = 0; i < kTrackNumbers.size(); ++i)
      batch.columns[5 + i].ints.push_back(kTrackNumbers[i].get(cell.track));
  }
  if (batch.rows == 0) return {};
  auto ran = database.run_batch(
      "INSERT INTO p_track (investor, entry, delivery, carrier, code, channel, state, reason, attempts, late, resent, "
      "planned_at, handed_at, accepted_at, ended_at, opened_at, machine_at, clicked_at, replied_at, confirmed_at, "
      "partition, seq) SELECT r.investor, r.entry, r.delivery, r.carrier, r.code, r.channel, r.state, r.reason, "
      "r.attempts, r.late, r.resent, r.planned_at, r.handed_at, r.accepted_at, r.ended_at, r.opened_at, r.machine_at, "
      "r.clicked_at, r.replied_at, r.confirmed_at, r.partition, r.seq FROM {rows} AS r WHERE true "
      "ON CONFLICT (investor, entry, delivery) DO UPDATE SET carrier = excluded.carrier, code = excluded.code, "
      "state = excluded.state, reason = excluded.reason, attempts = excluded.attempts, late = excluded.late, "
      "resent = excluded.resent, handed_at = excluded.handed_at, accepted_at = excluded.accepted_at, "
      "ended_at = excluded.ended_at, opened_at = excluded.opened_at, machine_at = excluded.machine_at, "
      "clicked_at = excluded.clicked_at, replied_at = excluded.replied_at, confirmed_at = excluded.confirmed_at, "
      "partition = excluded.partition, seq = excluded.seq",
      batch);
  if (!ran) return std::unexpected(ran.error());
  return {};
}

}  // namespace guardline::spine

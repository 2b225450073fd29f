// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/side_tables.h"

#include "core/crypto/aead.h"
#include "hub/spine/draft_check.h"
#include "hub/spine/sql.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace guardline::spine {
namespace {

using Last = std::unordered_map<DeliveryId, const OutgoingWork*>;  // null = removed

Last fold(std::span<const Submission* const> group) {
  Last last;
  for (const auto* submission : group) {
    for (const auto& delivery : submission->remove_outgoing) last[delivery] = nullptr;
    for (const auto& work : submission->add_outgoing) last[work.delivery] = &work;
  }
  return last;
}

Status remove(db::Database& database, const Last& last) {
  db::Batch batch;
  batch.columns.push_back(bytes_column("delivery", db::Type::blob, last.size()));
  for (const auto& [delivery, work] : last) {
    if (work == nullptr) batch.columns[0].bytes.push_back(as_text(delivery.value));
  }
  batch.rows = batch.columns[0].bytes.size();
  if (batch.rows == 0) return {};
  std::ranges::sort(batch.columns[0].bytes);  // neighbours stand on one page
  auto ran = database.run_batch("DELETE FROM outgoing WHERE delivery IN (SELECT r.delivery FROM {rows} AS r)", batch);
  if (!ran) return std::unexpected(ran.error());
  return {};
}

Status add(db::Database& database, const Last& last, std::uint16_t partitions) {
  std::vector<const OutgoingWork*> works;
  for (const auto& [delivery, work] : last) {
    if (work != nullptr) works.push_back(work);
  }
  if (works.empty()) return {};
  // In id order: the table is filled from left to right.
  std::ranges::sort(works, {}, [](const OutgoingWork* work) { return work->delivery; });
  db::Batch batch;
  batch.rows = works.size();
  const auto ints = [&](const char* name, auto value) {
    auto column = int_column(name, works.size());
    for (const auto* work : works) column.ints.push_back(static_cast<std::int64_t>(value(*work)));
    batch.columns.push_back(std::move(column));
  };
  const auto bytes = [&](const char* name, db::Type type, auto value) {
    auto column = bytes_column(name, type, works.size());
    for (const auto* work : works) column.bytes.push_back(value(*work));
    batch.columns.push_back(std::move(column));
  };
  using db::Type;
  bytes("delivery", Type::blob, [](const OutgoingWork& w) { return as_text(w.delivery.value); });
  ints("partition", [&](const OutgoingWork& w) { return partition_of(w.investor.value, partitions); });
  ints("due_at", [](const OutgoingWork& w) { return to_micros(w.due); });
  ints("channel", [](const OutgoingWork& w) { return static_cast<std::int64_t>(w.channel); });
  ints("attempt", [](const OutgoingWork& w) { return w.attempt; });
  ints("sent_before", [](const OutgoingWork& w) { return w.sent_before ? 1 : 0; });
  bytes("notice", Type::blob, [](const OutgoingWork& w) { return as_text(w.notice.value); });
  bytes("message", Type::blob, [](const OutgoingWork& w) { return as_text(w.message.value); });
  bytes("investor", Type::blob, [](const OutgoingWork& w) { return as_text(w.investor.value); });
  bytes("lane", Type::text, [](const OutgoingWork& w) { return std::string_view(w.lane); });
  ints("drill", [](const OutgoingWork& w) { return w.drill ? 1 : 0; });
  auto ran = database.run_batch(
      "INSERT INTO outgoing (delivery, partition, due_at, channel, attempt, sent_before, notice, message, investor, "
      "lane, drill) "
      "SELECT r.delivery, r.partition, r.due_at, r.channel, r.attempt, r.sent_before, r.notice, r.message, r.investor, "
      "r.lane, r.drill FROM {rows} AS r WHERE true ON CONFLICT (delivery) DO UPDATE SET due_at = excluded.due_at, "
      "channel = excluded.channel, attempt = excluded.attempt, sent_before = excluded.sent_before, lane = "
      "excluded.lane",
      batch);
  if (!ran) return std::unexpected(ran.error());
  return {};
}

}  // namespace

Status write_outgoing(db::Database& database, std::span<const Submission* const> group, std::uint16_t partitions) {
  const Last last = fold(group);
  if (last.empty()) return {};
  if (auto ok = remove(database, last); !ok) return ok;
  return add(database, last, partitions);
}

Status write_bodies(db::Database& database, std::span<const Submission* const> group, const KeyRing& keys) {
  std::map<MessageId, const BodyDraft*> last;
  for (const auto* submission : group) {
    for (const auto& body : submission->bodies) last[body.message] = &body;
  }
  std::vector<Bytes> boxes;
  boxes.reserve(last.size());
  db::Batch batch;
  batch.columns.push_back(bytes_column("message", db::Type::blob, last.size()));
  batch.columns.push_back(bytes_column("investor", db::Type::blob, last.size()));
  batch.columns.push_back(bytes_column("box", db::Type::blob, last.size()));
  for (const auto& [message, body] : last) {
    const auto* key = keys.find(body->investor);
    if (key == nullptr) continue;
    auto box = crypto::seal(key->view(), body->content, body_context(message));
    if (!box) return std::unexpected(box.error());
    boxes.push_back(std::move(*box));
    batch.columns[0].bytes.push_back(as_text(message.value));
    batch.columns[1].bytes.push_back(as_text(body->investor.value));
    batch.columns[2].bytes.push_back(as_text(boxes.back()));
  }
  batch.rows = boxes.size();
  if (batch.rows == 0) return {};
  auto ran = database.run_batch(
      "INSERT INTO message_body (message, investor, box) SELECT r.message, r.investor, r.box FROM {rows} AS r WHERE "
      "true "
      "ON CONFLICT (message) DO UPDATE SET investor = excluded.investor, box = excluded.box",
      batch);
  if (!ran) return std::unexpected(ran.error());
  return {};
}

}  // namespace guardline::spine

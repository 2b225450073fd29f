// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/notices/messages.h"

#include "core/db/database.h"

namespace guardline::notices {

std::size_t add_deliveries(spine::Submission& submission, std::vector<DeliveryRow>& rows, const MessageDraft& message,
                           std::span<const PlannedDelivery> plan, const spine::Cause& cause, Timestamp now) {
  std::size_t sent = 0;
  for (const auto& way : plan) {
    const auto delivery = DeliveryId::make(now);
    spine::EventDraft event;
    event.id = EventId::make(now);
    event.occurred_at = now;
    event.drill = message.drill;
    event.kind = way.reason == Reason::none ? EventKind::delivery_planned : EventKind::delivery_suppressed;
    event.cause = cause;
    event.subject_type = SubjectType::delivery;
    event.subject = delivery.value;
    event.notice = message.notice;
    event.message = message.message;
    event.delivery = delivery;
    event.investor = message.investor;
    event.channel = way.channel;
    event.reason = way.reason;
    event.code = "step " + std::to_string(way.step);
    submission.events.push_back(std::move(event));
    rows.push_back({message.message, delivery, way.channel, way.step});
    if (way.reason != Reason::none) continue;
    spine::OutgoingWork work;
    work.delivery = delivery;
    work.due = now;
    work.drill = message.drill;
    work.channel = way.channel;
    work.notice = message.notice;
    work.message = message.message;
    work.investor = message.investor;
    submission.add_outgoing.push_back(std::move(work));
    ++sent;
  }
  return sent;
}

Status store_deliveries(db::Database& database, std::span<const DeliveryRow> rows) {
  if (rows.empty()) return {};
  db::Batch batch;
  batch.rows = rows.size();
  batch.columns = {{"message", db::Type::blob, {}, {}, {}, {}},
                   {"delivery", db::Type::blob, {}, {}, {}, {}},
                   {"channel", db::Type::int64, {}, {}, {}, {}},
                   {"step", db::Type::int64, {}, {}, {}, {}}};
  for (const auto& row : rows) {
    batch.columns[0].bytes.push_back(as_text(row.message.bytes()));
    batch.columns[1].bytes.push_back(as_text(row.delivery.bytes()));
    batch.columns[2].ints.push_back(static_cast<std::int64_t>(row.channel));
    batch.columns[3].ints.push_back(row.step);
  }
  auto ok = database.run_batch(
      "INSERT INTO message_delivery(message, delivery, channel, step) "
      "SELECT r.message, r.delivery, r.channel, r.step FROM {rows} AS r",
      batch);
  if (!ok) return std::unexpected(ok.error());
  return {};
}

Status mark_due(db::Database& database, MessageId message, Timestamp at) {
  // step -1 = nothing further: such messages are left alone.
  auto statement = database.prepare("UPDATE message SET due_at = $2 WHERE id = $1 AND step >= 0");
  if (!statement) return std::unexpected(statement.error());
  if (auto ok = (*statement)->run({message.bytes(), to_micros(at)}); !ok) return std::unexpected(ok.error());
  return {};
}

}  // namespace guardline::notices

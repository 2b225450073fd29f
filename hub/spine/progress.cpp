// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/progress.h"

#include "hub/spine/sql.h"

namespace guardline::spine {
namespace {

#define GUARDLINE_PROGRESS_COLUMNS                                                                       \
  "d.delivery, d.message, d.notice, d.investor, d.channel, d.state, d.reason, d.carrier, d.planned_at, " \
  "d.accepted_at, d.changed_at, d.flags"

DeliveryProgress progress_from(const db::Row& row) {
  DeliveryProgress progress;
  progress.delivery = id_from<DeliveryTag>(row, 0);
  progress.message = id_from<MessageTag>(row, 1);
  progress.notice = id_from<NoticeTag>(row, 2);
  progress.investor = id_from<InvestorTag>(row, 3);
  progress.channel = static_cast<Channel>(row.int64(4));
  progress.state = static_cast<DeliveryState>(row.int64(5));
  progress.reason = static_cast<Reason>(row.int64(6));
  progress.carrier = row.text(7);
  progress.planned_at = from_micros(row.int64(8));
  if (row.int64(9) != 0) progress.accepted_at = from_micros(row.int64(9));
  progress.changed_at = from_micros(row.int64(10));
  progress.opened_person = (row.int64(11) & 8) != 0;
  progress.opened_machine = (row.int64(11) & 16) != 0;
  return progress;
}

}  // namespace

Result<DeliveryProgress> read_delivery(db::Database& projections, DeliveryId delivery) {
  std::optional<DeliveryProgress> found;
  auto ok = do_sql(projections, "SELECT " GUARDLINE_PROGRESS_COLUMNS " FROM p_delivery AS d WHERE d.delivery = $1",
                   {BytesView(delivery.value)}, [&](const db::Row& row) {
                     found = progress_from(row);
                     return true;
                   });
  if (!ok) return std::unexpected(ok.error());
  if (!found) return fail(ErrorCode::not_found, "no such delivery yet");
  return std::move(*found);
}

Result<NoticeProgress> read_notice(db::Database& projections, NoticeId notice) {
  NoticeProgress progress;
  auto ok = do_sql(projections, "SELECT count(DISTINCT message) FROM p_message WHERE notice = $1",
                   {BytesView(notice.value)}, [&](const db::Row& row) {
                     progress.messages = row.int64(0);
                     return true;
                   });
  if (!ok) return std::unexpected(ok.error());
  if (progress.messages == 0) return fail(ErrorCode::not_found, "no such notice yet");
  ok = do_sql(projections,
              "SELECT d.channel, d.state, count(*) FROM p_message AS m JOIN p_delivery AS d ON d.delivery = m.delivery "
              "WHERE m.notice = $1 GROUP BY d.channel, d.state ORDER BY d.channel, d.state",
              {BytesView(notice.value)}, [&](const db::Row& row) {
                progress.states.push_back(
                    {static_cast<Channel>(row.int64(0)), static_cast<DeliveryState>(row.int64(1)), row.int64(2)});
                return true;
              });
  if (!ok) return std::unexpected(ok.error());
  return progress;
}

Result<std::vector<MessageId>> read_messages(db::Database& projections, NoticeId notice, MessageId after,
                                             std::size_t max) {
  std::vector<MessageId> messages;
  auto ok = do_sql(
      projections,
      "SELECT DISTINCT message FROM p_message WHERE notice = $1 AND message > $2 ORDER BY message LIMIT $3",
      {BytesView(notice.value), BytesView(after.value), static_cast<std::int64_t>(max)}, [&](const db::Row& row) {
        messages.push_back(id_from<MessageTag>(row, 0));
        return true;
      });
  if (!ok) return std::unexpected(ok.error());
  return messages;
}

Result<std::vector<DeliveryProgress>> read_deliveries(db::Database& projections, NoticeId notice, MessageId message) {
  std::vector<DeliveryProgress> deliveries;
  auto ok = do_sql(projections,
                   "SELECT " GUARDLINE_PROGRESS_COLUMNS
                   " FROM p_message AS m JOIN p_delivery AS d ON d.delivery = m.delivery "
                   "WHERE m.notice = $1 AND m.message = $2 ORDER BY d.delivery",
                   {BytesView(notice.value), BytesView(message.value)}, [&](const db::Row& row) {
                     deliveries.push_back(progress_from(row));
                     return true;
                   });
  if (!ok) return std::unexpected(ok.error());
  return deliveries;
}

}  // namespace guardline::spine

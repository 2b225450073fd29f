// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/outgoing.h"

#include "hub/spine/row.h"
#include "hub/spine/sql.h"

#include <algorithm>

namespace guardline::spine {
namespace {

OutgoingWork work_from(const db::Row& row) {
  OutgoingWork work;
  work.delivery = id_from<DeliveryTag>(row, 0);
  work.due = from_micros(row.int64(1));
  work.channel = static_cast<Channel>(row.int64(2));
  work.attempt = static_cast<std::uint16_t>(row.int64(3));
  work.sent_before = row.int64(4) != 0;
  work.notice = id_from<NoticeTag>(row, 5);
  work.message = id_from<MessageTag>(row, 6);
  work.investor = id_from<InvestorTag>(row, 7);
  work.lane = row.text(8);
  work.drill = row.int64(9) != 0;
  return work;
}

}  // namespace

Result<std::vector<OutgoingWork>> read_outgoing(db::Database& database, std::span<const std::uint16_t> partitions,
                                                DeliveryId after, std::size_t max) {
  // In pages: work of other hubs' partitions stands between ours, and the table may be long.
  constexpr std::int64_t kPage = 1000;
  std::vector<OutgoingWork> works;
  DeliveryId next = after;
  for (std::int64_t seen = kPage; seen == kPage && works.size() < max;) {
    seen = 0;
    auto ok = do_sql(database,
                     "SELECT delivery, due_at, channel, attempt, sent_before, notice, message, investor, lane, drill, "
                     "partition FROM outgoing WHERE delivery > $1 ORDER BY delivery LIMIT $2",
                     {BytesView(after.value), kPage}, [&](const db::Row& row) {
                       ++seen;
                       next = id_from<DeliveryTag>(row, 0);
                       const auto partition = static_cast<std::uint16_t>(row.int64(10));
                       if (std::ranges::find(partitions, partition) == partitions.end()) return true;
                       works.push_back(work_from(row));
                       return works.size() < max;
                     });
    if (!ok) return std::unexpected(ok.error());
    after = next;
  }
  return works;
}

Result<std::optional<StoredEvent>> read_last_event(db::Database& database, DeliveryId delivery) {
  std::optional<EventRef> ref;
  auto ok = do_sql(database, "SELECT last_event FROM delivery WHERE delivery = $1 AND last_event IS NOT NULL",
                   {BytesView(delivery.value)}, [&](const db::Row& row) {
                     ref = unpack(row.int64(0));
                     return true;
                   });
  if (!ok) return std::unexpected(ok.error());
  std::optional<StoredEvent> event;
  if (!ref) return event;
  ok = do_sql(database, "SELECT " GUARDLINE_SPINE_COLUMNS " FROM spine WHERE partition = $1 AND seq = $2",
              {std::int64_t{ref->partition}, ref->seq}, [&](const db::Row& row) {
                event = row_from(row);
                return true;
              });
  if (!ok) return std::unexpected(ok.error());
  return event;
}

Result<std::optional<DeliveryState>> read_delivery_state(db::Database& database, DeliveryId delivery) {
  std::optional<DeliveryState> state;
  // State 0: events of it are known, none of them has moved it.
  auto ok = do_sql(database, "SELECT state FROM delivery WHERE delivery = $1 AND state > 0",
                   {BytesView(delivery.value)}, [&](const db::Row& row) {
                     state = static_cast<DeliveryState>(row.int64(0));
                     return true;
                   });
  if (!ok) return std::unexpected(ok.error());
  return state;
}

}  // namespace guardline::spine

// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/timeline.h"
#include "hub/spine/timeline_columns.h"

#include <algorithm>
#include <unordered_map>

namespace guardline::spine {
namespace {

constexpr std::string_view kEntries =
    "SELECT e.entry, e.notice, e.planned_at, e.drill, e.kind FROM p_entry AS e WHERE e.investor = $1 AND e.entry < $2 "
    "AND e.planned_at >= $3 AND e.planned_at < $4 ";
constexpr std::string_view kOnChannel =
    "AND EXISTS (SELECT 1 FROM p_track AS t WHERE t.investor = e.investor AND t.entry = e.entry AND t.channel = $6) ";
constexpr std::string_view kOnPhone =
    "AND (e.kind = 3 OR EXISTS (SELECT 1 FROM p_track AS t WHERE t.investor = e.investor AND t.entry = e.entry AND "
    "t.channel = $6)) ";
static_assert(static_cast<int>(EntryKind::call) == 3);
constexpr std::string_view kUnreached =
    "AND e.kind = 1 AND NOT EXISTS (SELECT 1 FROM p_track AS t WHERE t.investor = e.investor AND t.entry = e.entry AND "
    "t.state = 6) ";
static_assert(static_cast<int>(DeliveryState::delivered) == 6 && static_cast<int>(EntryKind::message) == 1);

constexpr MessageId kNewest{
    Uuid{0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF}};

TimelineEntry entry_from(const db::Row& row) {
  TimelineEntry entry;
  entry.message = id_from<MessageTag>(row, 0);
  entry.kind = static_cast<EntryKind>(row.int64(4));
  entry.notice = id_from<NoticeTag>(row, 1);
  entry.planned_at = from_micros(row.int64(2));
  entry.drill = row.int64(3) != 0;
  return entry;
}

/// Who wrote those entries that are no messages; the entries stand in falling order.
Status add_said(db::Database& database, InvestorId investor, std::vector<TimelineEntry>& entries) {
  if (std::ranges::all_of(entries, [](const auto& each) { return each.kind == EntryKind::message; })) return {};
  return do_sql(database,
                "SELECT s.entry, s.author, s.code, s.partition, s.seq FROM p_said AS s WHERE s.investor = $1 AND "
                "s.entry >= $2 AND s.entry <= $3",
                {investor.bytes(), entries.back().message.bytes(), entries.front().message.bytes()},
                [&](const db::Row& row) {
                  const auto found = std::ranges::find(entries, id_from<MessageTag>(row, 0), &TimelineEntry::message);
                  if (found == entries.end()) return true;
                  found->said = Said{id_from<AccountTag>(row, 1),
                                     std::string(row.text(2)),
                                     {static_cast<std::uint16_t>(row.int64(3)), row.int64(4)}};
                  return true;
                });
}

/// Fills in the deliveries of entries that stand in falling order.
Status add_tracks(db::Database& database, InvestorId investor, std::vector<TimelineEntry>& entries) {
  if (entries.empty()) return {};
  std::unordered_map<MessageId, TimelineEntry*> by_id;
  for (auto& entry : entries) by_id.emplace(entry.message, &entry);
  auto ok = do_sql(database,
                   "SELECT t.entry, " GUARDLINE_TRACK_COLUMNS
                   " FROM p_track AS t WHERE t.investor = $1 AND t.entry >= $2 AND t.entry <= $3",
                   {investor.bytes(), entries.back().message.bytes(), entries.front().message.bytes()},
                   [&](const db::Row& row) {
                     const auto found = by_id.find(id_from<MessageTag>(row, 0));
                     if (found != by_id.end()) found->second->tracks.push_back(track_from(row, 1));
                     return true;
                   });
  if (!ok) return ok;
  for (auto& entry : entries) {
    std::ranges::sort(entry.tracks, [](const Track& a, const Track& b) {
      return std::pair(a.channel, a.delivery) < std::pair(b.channel, b.delivery);
    });
  }
  return {};
}

/// Both reads of a page see the same rows.
template <class Work>
auto in_snapshot(db::Database& database, Work work) -> decltype(work()) {
  if (auto ok = database.begin_read(); !ok) return std::unexpected(ok.error());
  auto result = work();
  database.rollback();
  return result;
}

}  // namespace

MessageId entry_of(EventId event, Timestamp occurred_at) {
  const auto ms = static_cast<std::uint64_t>(std::max<std::int64_t>(0, to_micros(occurred_at))) / 1000;
  MessageId entry{event.value};
  for (std::size_t i = 0; i < 6; ++i) entry.value[i] = static_cast<std::uint8_t>(ms >> (40 - 8 * i));
  return entry;
}

Result<TimelinePage> read_timeline(db::Database& projections, InvestorId investor, const TimelineFilter& filter,
                                   MessageId before, std::size_t max) {
  std::string sql(kEntries);
  std::vector<db::Param> params;
  const MessageId below = before.empty() ? kNewest : before;
  params.emplace_back(investor.bytes());
  params.emplace_back(below.bytes());
  params.emplace_back(to_micros(filter.from));
  params.emplace_back(to_micros(filter.until));
  params.emplace_back(static_cast<std::int64_t>(max + 1));
  if (filter.channel) {
    sql += *filter.channel == Channel::phone ? kOnPhone : kOnChannel;
    params.emplace_back(static_cast<std::int64_t>(*filter.channel));
  }
  if (filter.unreached) sql += kUnreached;
  if (filter.kind) sql += "AND e.kind = " + std::to_string(static_cast<int>(*filter.kind)) + " ";
  sql += "ORDER BY e.entry DESC LIMIT $5";
  return in_snapshot(projections, [&]() -> Result<TimelinePage> {
    TimelinePage page;
    auto statement = projections.prepare(sql);
    if (!statement) return std::unexpected(statement.error());
    auto ran = (*statement)->run(std::span<const db::Param>(params), [&](const db::Row& row) {
      page.more = page.entries.size() == max;
      if (!page.more) page.entries.push_back(entry_from(row));
      return !page.more;
    });
    if (!ran) return std::unexpected(ran.error());
    if (auto ok = add_tracks(projections, investor, page.entries); !ok) return std::unexpected(ok.error());
    if (auto ok = add_said(projections, investor, page.entries); !ok) return std::unexpected(ok.error());
    return page;
  });
}

Result<TimelineEntry> read_timeline_entry(db::Database& projections, InvestorId investor, MessageId message) {
  return in_snapshot(projections, [&]() -> Result<TimelineEntry> {
    std::vector<TimelineEntry> entries;
    auto ok = do_sql(projections,
                     "SELECT e.entry, e.notice, e.planned_at, e.drill, e.kind FROM p_entry AS e WHERE e.investor = $1 "
                     "AND e.entry = $2",
                     {investor.bytes(), message.bytes()}, [&](const db::Row& row) {
                       entries.push_back(entry_from(row));
                       return true;
                     });
    if (!ok) return std::unexpected(ok.error());
    if (entries.empty()) return fail(ErrorCode::not_found, "no such message");
    if (ok = add_tracks(projections, investor, entries); !ok) return std::unexpected(ok.error());
    if (ok = add_said(projections, investor, entries); !ok) return std::unexpected(ok.error());
    return std::move(entries.front());
  });
}

Result<TimelineCounts> count_timeline(db::Database& projections, InvestorId investor, const TimelineFilter& filter) {
  const auto from = to_micros(filter.from);
  const auto until = to_micros(filter.until);
  return in_snapshot(projections, [&]() -> Result<TimelineCounts> {
    TimelineCounts counts;
    auto ok = do_sql(projections,
                     "SELECT count(*) FILTER (WHERE e.kind = 1), count(*) FILTER (WHERE e.kind = 1 AND NOT EXISTS "
                     "(SELECT 1 FROM p_track AS t WHERE t.investor = e.investor AND t.entry = e.entry AND t.state = "
                     "6)), count(*) FILTER (WHERE e.kind = 2), count(*) FILTER (WHERE e.kind = 3) FROM p_entry AS e "
                     "WHERE e.investor = $1 AND e.planned_at >= $2 AND e.planned_at < $3",
                     {investor.bytes(), from, until}, [&](const db::Row& row) {
                       counts.messages = row.int64(0);
                       counts.unreached = row.int64(1);
                       counts.notes = row.int64(2);
                       counts.calls = row.int64(3);
                       return true;
                     });
    if (!ok) return std::unexpected(ok.error());
    ok =
        do_sql(projections,
               "SELECT t.channel, count(*), count(*) FILTER (WHERE t.state = 6) FROM p_entry AS e JOIN p_track AS t ON "
               "t.investor = e.investor AND t.entry = e.entry WHERE e.investor = $1 AND e.planned_at >= $2 AND "
               "e.planned_at < $3 GROUP BY t.channel ORDER BY t.channel",
               {investor.bytes(), from, until}, [&](const db::Row& row) {
                 counts.channels.push_back({static_cast<Channel>(row.int64(0)), row.int64(1), row.int64(2)});
                 return true;
               });
    if (!ok) return std::unexpected(ok.error());
    return counts;
  });
}

}  // namespace guardline::spine

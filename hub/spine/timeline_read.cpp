// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/timeline.h"
#include "hub/spine/timeline_columns.h"

#include <algorithm>
#include <array>
#include <functional>
#include <span>

namespace guardline::spine {
namespace {

// One statement a page: it sees one state of all tables, and costs one way to the store and back.
#define GUARDLINE_ENTRY_COLUMNS "e.entry, e.notice, e.planned_at, e.drill, e.kind"
constexpr std::string_view kWhole =
    "SELECT " GUARDLINE_ENTRY_COLUMNS ", s.author, s.code, s.partition, s.seq, " GUARDLINE_TRACK_COLUMNS " FROM (";
constexpr std::string_view kEntries =
    "SELECT e.investor, " GUARDLINE_ENTRY_COLUMNS
    " FROM p_entry AS e WHERE e.investor = $1 AND e.entry < $2 AND e.planned_at >= $3 AND e.planned_at < $4 ";
constexpr std::string_view kOneEntry =
    "SELECT e.investor, " GUARDLINE_ENTRY_COLUMNS " FROM p_entry AS e WHERE e.investor = $1 AND e.entry = $2";
constexpr std::string_view kWithTheirs =
    ") AS e LEFT JOIN p_said AS s ON e.kind <> 1 AND s.investor = e.investor AND s.entry = e.entry LEFT JOIN p_track "
    "AS t ON t.investor = e.investor AND t.entry = e.entry";
constexpr int kSaidAt = 5;
constexpr int kTrackAt = 9;
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
  entry.notice = id_from<NoticeTag>(row, 1);
  entry.planned_at = from_micros(row.int64(2));
  entry.drill = row.int64(3) != 0;
  entry.kind = static_cast<EntryKind>(row.int64(4));
  if (!row.is_null(kSaidAt)) {
    entry.said = Said{id_from<AccountTag>(row, kSaidAt),
                      std::string(row.text(kSaidAt + 1)),
                      {static_cast<std::uint16_t>(row.int64(kSaidAt + 2)), row.int64(kSaidAt + 3)}};
  }
  return entry;
}

/// Entries with their deliveries and words, newest first. `sql`: kWhole, a choice of entries, kWithTheirs.
Result<std::vector<TimelineEntry>> read_entries(db::Database& database, std::string_view sql,
                                                std::span<const db::Param> params) {
  std::vector<TimelineEntry> entries;
  auto statement = database.prepare(sql);
  if (!statement) return std::unexpected(statement.error());
  // A join says nothing of its order; as it is carried out, rows of an entry mostly stand together.
  auto ran = (*statement)->run(params, [&](const db::Row& row) {
    const auto message = id_from<MessageTag>(row, 0);
    auto at =
        std::find_if(entries.rbegin(), entries.rend(), [&](const auto& entry) { return entry.message == message; });
    if (at == entries.rend()) {
      entries.push_back(entry_from(row));
      at = entries.rbegin();
    }
    if (!row.is_null(kTrackAt)) at->tracks.push_back(track_from(row, kTrackAt));
    return true;
  });
  if (!ran) return std::unexpected(ran.error());
  std::ranges::sort(entries, std::ranges::greater(), &TimelineEntry::message);
  for (auto& entry : entries) {
    std::ranges::sort(entry.tracks, [](const Track& a, const Track& b) {
      return std::pair(a.channel, a.delivery) < std::pair(b.channel, b.delivery);
    });
  }
  return entries;
}

/// Both reads see the same rows.
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
  std::string sql(kWhole);
  sql += kEntries;
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
  sql += kWithTheirs;
  auto entries = read_entries(projections, sql, params);
  if (!entries) return std::unexpected(entries.error());
  TimelinePage page{.entries = std::move(*entries), .more = false};
  page.more = page.entries.size() > max;
  if (page.more) page.entries.pop_back();
  return page;
}

Result<TimelineEntry> read_timeline_entry(db::Database& projections, InvestorId investor, MessageId message) {
  std::string sql(kWhole);
  sql.append(kOneEntry).append(kWithTheirs);
  const std::array<db::Param, 2> params{investor.bytes(), message.bytes()};
  auto entries = read_entries(projections, sql, params);
  if (!entries) return std::unexpected(entries.error());
  if (entries->empty()) return fail(ErrorCode::not_found, "no such message");
  return std::move(entries->front());
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/timeline/fill.h"

#include "hub/spine/schema.h"
#include "hub/spine/timeline_columns.h"

#include <algorithm>
#include <deque>
#include <vector>

namespace guardline::bench {
namespace {

constexpr std::size_t kStep = 20'000;  // messages in one transaction
constexpr std::int64_t kFirst = 1'790'000'000'000'000;

/// Rising with `number`, as ids made one after another do; the tail is mixed, as random bits are.
Uuid rising(std::uint64_t number) {
  Uuid id{};
  for (int i = 0; i < 8; ++i) id[i] = static_cast<std::uint8_t>(number >> (8 * (7 - i)));
  std::uint64_t mixed = number;
  for (int i = 8; i < 16; ++i) {
    mixed = mixed * 6364136223846793005ULL + 1442695040888963407ULL;
    id[i] = static_cast<std::uint8_t>(mixed >> 56);
  }
  return id;
}

struct Line {
  InvestorId investor;
  spine::TimelineEntry entry;
};

Line make_line(InvestorId investor, std::uint64_t number) {
  Line line{investor, {}};
  auto& entry = line.entry;
  entry.message.value = rising(number + 1);
  entry.notice.value = rising(number / 500 + 1);
  entry.planned_at = from_micros(kFirst + static_cast<std::int64_t>(number) * 1000);
  const std::size_t deliveries = 1 + (number % 5 < 2 ? 1 : 0) + (number % 20 == 0 ? 1 : 0);
  for (std::size_t d = 0; d < deliveries; ++d) {
    spine::Track track;
    track.delivery.value = rising(number * 4 + d + 1);
    track.channel = static_cast<Channel>(d + 1);
    track.carrier = d == 0 ? "sms-main" : "mail-main";
    track.state = number % 9 == 0 ? DeliveryState::failed : DeliveryState::delivered;
    track.attempts = 1;
    track.planned_at = entry.planned_at;
    track.handed_at = entry.planned_at + Micros(40'000);
    track.accepted_at = entry.planned_at + Micros(90'000);
    track.ended_at = entry.planned_at + Micros(900'000);
    track.last = {.partition = static_cast<std::uint16_t>(number % 8), .seq = static_cast<std::int64_t>(number)};
    entry.tracks.push_back(std::move(track));
  }
  return line;
}

Status write(db::Database& database, const std::vector<Line>& lines) {
  using db::Type;
  db::Batch entries{
      {spine::bytes_column("investor", Type::blob, lines.size()),
       spine::bytes_column("entry", Type::blob, lines.size()), spine::bytes_column("notice", Type::blob, lines.size()),
       spine::int_column("planned_at", lines.size()), spine::int_column("drill", lines.size())},
      lines.size()};
  db::Batch tracks{
      {spine::bytes_column("investor", Type::blob, lines.size()),
       spine::bytes_column("entry", Type::blob, lines.size()),
       spine::bytes_column("delivery", Type::blob, lines.size()),
       spine::bytes_column("carrier", Type::text, lines.size()), spine::bytes_column("code", Type::text, lines.size())},
      0};
  for (const auto& number : spine::kTrackNumbers)
    tracks.columns.push_back(spine::int_column(number.name, lines.size()));
  for (const auto& [investor, entry] : lines) {
    entries.columns[0].bytes.push_back(as_text(investor.bytes()));
    entries.columns[1].bytes.push_back(as_text(entry.message.bytes()));
    entries.columns[2].bytes.push_back(as_text(entry.notice.bytes()));
    entries.columns[3].ints.push_back(to_micros(entry.planned_at));
    entries.columns[4].ints.push_back(0);
    for (const auto& track : entry.tracks) {
      tracks.columns[0].bytes.push_back(as_text(investor.bytes()));
      tracks.columns[1].bytes.push_back(as_text(entry.message.bytes()));
      tracks.columns[2].bytes.push_back(as_text(track.delivery.bytes()));
      tracks.columns[3].bytes.push_back(track.carrier);
      tracks.columns[4].bytes.push_back(track.code);
      auto column = tracks.columns.begin() + 5;
      for (const auto& number : spine::kTrackNumbers) (column++)->ints.push_back(number.get(track));
      ++tracks.rows;
    }
  }
  auto transaction = db::Transaction::begin(database);
  if (!transaction) return std::unexpected(transaction.error());
  if (auto ok = database.append("p_entry", entries); !ok) return ok;
  if (auto ok = database.append("p_track", tracks); !ok) return ok;
  return transaction->commit();
}

}  // namespace

InvestorId timeline_investor(std::size_t number) { return {rising(number + 1)}; }

Status fill_timeline(db::Database& projections, const TimelineSize& size) {
  if (auto ok = spine::migrate_projections(projections); !ok) return ok;
  const std::size_t mean = size.messages / size.investors;
  std::vector<Line> lines;
  std::uint64_t number = 0;
  for (std::size_t n = 0; n < size.investors; ++n) {
    // From a fifth of the mean to nine fifths; the last investor takes what is left.
    const std::size_t wanted = std::max<std::size_t>(1, mean / 5 + n * 37 % (mean * 8 / 5 + 1));
    const std::size_t count =
        n + 1 == size.investors ? size.messages - number : std::min<std::size_t>(wanted, size.messages - number);
    for (std::size_t i = 0; i < count; ++i) lines.push_back(make_line(timeline_investor(n), number++));
    if (lines.size() < kStep && n + 1 < size.investors) continue;
    if (auto ok = write(projections, lines); !ok) return ok;
    lines.clear();
  }
  // A server in service does so by itself.
  if (projections.dialect() == db::Dialect::postgres) return projections.execute("ANALYZE p_entry; ANALYZE p_track");
  return projections.checkpoint();
}

}  // namespace guardline::bench

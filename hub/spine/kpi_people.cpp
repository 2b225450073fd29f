// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/kpi_people.h"

#include "hub/spine/kpi_met.h"
#include "hub/spine/sql.h"
#include "hub/spine/timeline_columns.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <unordered_map>

namespace guardline::spine {
namespace {

bool whole_hour(Timestamp at) { return std::chrono::floor<std::chrono::hours>(at) == at; }

PersonSide side_of(std::uint8_t done, std::uint8_t scope) {
  if ((done & scope) != 0) return PersonSide::counted;
  return done != 0 ? PersonSide::elsewhere : PersonSide::never;
}

/// The side of somebody whom the figure counts at all.
std::optional<PersonSide> judge(PeopleOf of, const Met& met, std::uint8_t scope) {
  std::uint8_t asked = 0;
  std::uint8_t done = 0;
  switch (of) {
    case PeopleOf::reached:
      asked = met.due;
      done = met.reached;
      break;
    case PeopleOf::opened:
      asked = met.readable();
      done = static_cast<std::uint8_t>(asked & met.opened);
      break;
    case PeopleOf::confirmed:
      asked = met.reached;
      done = met.confirmed;
      break;
    case PeopleOf::delivered:
      break;
  }
  if ((asked & scope) == 0) return std::nullopt;
  return side_of(done, scope);
}

Result<PeopleBehind> read_people(db::Database& database, const PeopleQuery& query, std::uint8_t scope) {
  std::unordered_map<InvestorId, Met> people;
  auto ok = do_sql(database,
                   "SELECT investor, channel, due, delivered, opened, confirmed FROM p_kpi_person "
                   "WHERE hour >= $1 AND hour < $2",
                   {to_micros(query.from), to_micros(query.until)}, [&](const db::Row& row) {
                     if (!known_channel(row.int64(1))) return true;
                     const auto mine = bit(static_cast<Channel>(row.int64(1)));
                     const auto some = [&](int column) { return row.int64(column) > 0 ? mine : std::uint8_t{0}; };
                     people[id_from<InvestorTag>(row, 0)] |= Met{mine, some(2), some(3), some(4), some(5)};
                     return true;
                   });
  if (!ok) return std::unexpected(ok.error());
  PeopleBehind behind;
  for (const auto& [investor, met] : people) {
    const auto side = judge(query.of, met, scope);
    if (!side) continue;
    behind.people.push_back({*side, investor});
    behind.numerator += *side == PersonSide::counted ? 1 : 0;
  }
  behind.denominator = static_cast<std::int64_t>(behind.people.size());
  return behind;
}

Result<PeopleBehind> read_deliveries(db::Database& database, const PeopleQuery& query, std::uint8_t scope) {
  struct Sent {
    std::int64_t taken{};    ///< on the channels asked for
    std::int64_t arrived{};  ///< of these
    bool any{false};         ///< one arrived, on whatever channel
  };
  std::unordered_map<InvestorId, Sent> people;
  auto ok = do_sql(database,
                   "SELECT investor, channel, count(*), count(*) FILTER (WHERE state = 6) FROM p_delivery "
                   "WHERE accepted_at > 0 AND accepted_at >= $1 AND accepted_at < $2 AND drill = 0 "
                   "GROUP BY investor, channel",
                   {to_micros(query.from), to_micros(query.until)}, [&](const db::Row& row) {
                     if (!known_channel(row.int64(1))) return true;
                     auto& sent = people[id_from<InvestorTag>(row, 0)];
                     sent.any = sent.any || row.int64(3) > 0;
                     if ((bit(static_cast<Channel>(row.int64(1))) & scope) == 0) return true;
                     sent.taken += row.int64(2);
                     sent.arrived += row.int64(3);
                     return true;
                   });
  static_assert(static_cast<int>(DeliveryState::delivered) == 6);
  if (!ok) return std::unexpected(ok.error());
  PeopleBehind behind;
  for (const auto& [investor, sent] : people) {
    if (sent.taken == 0) continue;
    behind.numerator += sent.arrived;
    behind.denominator += sent.taken;
    const bool all = sent.arrived == sent.taken;
    behind.people.push_back({all        ? PersonSide::counted
                             : sent.any ? PersonSide::elsewhere
                                        : PersonSide::never,
                             investor});
  }
  return behind;
}

}  // namespace

Result<PeopleBehind> read_kpi_people(db::Database& projections, const PeopleQuery& query) {
  if (query.until <= query.from || !whole_hour(query.from) || !whole_hour(query.until)) {
    return fail(ErrorCode::invalid_argument, "no such time");
  }
  const auto scope = query.channel ? bit(*query.channel) : kEveryChannel;
  auto behind = query.of == PeopleOf::delivered ? read_deliveries(projections, query, scope)
                                                : read_people(projections, query, scope);
  if (behind) std::ranges::sort(behind->people);
  return behind;
}

Result<std::vector<Track>> read_person_behind(db::Database& projections, const PeopleQuery& query, InvestorId investor,
                                              std::size_t max) {
  // By the cell's times, not the track's: the figures go by them.
  static const std::string kHead = "SELECT " GUARDLINE_TRACK_COLUMNS
                                   " FROM p_track AS t JOIN p_delivery AS d ON d.delivery = t.delivery "
                                   "WHERE t.investor = $1 AND d.drill = 0 AND ";
  static const std::string kTail = " ORDER BY t.entry DESC, t.channel, t.delivery LIMIT $4";
  const auto sql = kHead +
                   (query.of == PeopleOf::delivered ? "d.accepted_at >= $2 AND d.accepted_at < $3"
                                                    : "d.planned_at >= $2 AND d.planned_at < $3") +
                   kTail;
  std::vector<Track> tracks;
  auto ok = do_sql(projections, sql,
                   {investor.bytes(), to_micros(query.from), to_micros(query.until), static_cast<std::int64_t>(max)},
                   [&](const db::Row& row) {
                     tracks.push_back(track_from(row, 0));
                     return true;
                   });
  if (!ok) return std::unexpected(ok.error());
  return tracks;
}

}  // namespace guardline::spine

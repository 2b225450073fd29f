// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/reach.h"

#include "hub/spine/sql.h"

#include <algorithm>

namespace guardline::spine {
namespace {

constexpr std::int64_t kDeadAfter = 3;  // the statement below says the same

ChannelHealth health_of(std::int64_t failures, bool hard) {
  if (hard || failures >= kDeadAfter) return ChannelHealth::dead;
  return failures > 0 ? ChannelHealth::doubtful : ChannelHealth::healthy;
}

}  // namespace

Result<InvestorReach> read_reach(db::Database& projections, InvestorId investor) {
  InvestorReach reach;
  auto ok =
      do_sql(projections, "SELECT channel, failures, hard, reason FROM p_reach WHERE investor = $1 ORDER BY channel",
             {BytesView(investor.value)}, [&](const db::Row& row) {
               reach.channels.push_back({static_cast<Channel>(row.int64(0)), health_of(row.int64(1), row.int64(2) != 0),
                                         row.int64(1), static_cast<Reason>(row.int64(3))});
               return true;
             });
  if (!ok) return std::unexpected(ok.error());
  auto best = ChannelHealth::dead;
  for (const auto& channel : reach.channels) best = std::min(best, channel.health);
  if (!reach.channels.empty()) reach.reach = static_cast<Reach>(best);
  return reach;
}

Result<ReachCounts> count_reach(db::Database& projections) {
  ReachCounts counts;
  auto ok = do_sql(projections,
                   "SELECT best, count(*) FROM (SELECT investor, min(CASE WHEN hard = 1 OR failures >= 3 THEN 3 "
                   "WHEN failures > 0 THEN 2 ELSE 1 END) AS best FROM p_reach GROUP BY investor) AS i GROUP BY best",
                   {}, [&](const db::Row& row) {
                     const auto n = row.int64(1);
                     switch (static_cast<Reach>(row.int64(0))) {
                       case Reach::reachable:
                         counts.reachable = n;
                         break;
                       case Reach::weak:
                         counts.weak = n;
                         break;
                       case Reach::lost:
                         counts.lost = n;
                         break;
                     }
                     return true;
                   });
  if (!ok) return std::unexpected(ok.error());
  return counts;
}

}  // namespace guardline::spine

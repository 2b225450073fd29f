// Reading the reach projection: can an investor be reached at all? SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/id.h"
#include "core/db/database.h"
#include "core/domain/delivery.h"

#include <cstdint>
#include <vector>

namespace guardline::spine {

/// Per channel, from person-class failures only: `dead` after "no such number/mailbox" or three person-class failures
/// in a row, `doubtful` after one or two, `healthy` otherwise; any delivery makes it healthy again. Per investor:
/// reachable = some channel healthy (or nothing tried yet), weak = none healthy but some doubtful, lost = every channel
/// tried is dead.
enum class Reach : std::uint8_t { reachable = 1, weak = 2, lost = 3 };
enum class ChannelHealth : std::uint8_t { healthy = 1, doubtful = 2, dead = 3 };

struct ChannelReach {
  Channel channel{};
  ChannelHealth health{};
  std::int64_t failures_in_a_row{};
  Reason last_reason{};
};
struct InvestorReach {
  Reach reach{Reach::reachable};
  std::vector<ChannelReach> channels;  ///< those tried, by channel
};
/// `projections` is a Use::read_projections connection.
Result<InvestorReach> read_reach(db::Database& projections, InvestorId investor);

struct ReachCounts {
  std::int64_t reachable{}, weak{}, lost{};  ///< of investors with at least one outcome
};
Result<ReachCounts> count_reach(db::Database& projections);

}  // namespace guardline::spine

// Two million messages in the time line's tables. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/id.h"
#include "core/db/database.h"

#include <cstddef>

namespace guardline::bench {

struct TimelineSize {
  std::size_t messages{2'000'000};
  std::size_t investors{20'000};  ///< with 20 to 180 messages each, if there are enough of them
};

InvestorId timeline_investor(std::size_t number);
/// Brings the projections' store to its layout and adds the rows in the order of their keys, 1.45 deliveries a message.
Status fill_timeline(db::Database& projections, const TimelineSize& size);

}  // namespace guardline::bench

// What waits to be sent, by channel and time. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "hub/spine/submission.h"

#include <array>
#include <optional>
#include <queue>
#include <vector>

namespace guardline::dispatch {

/// A waiting list per channel, earliest due first, ties in order of planning. Not thread safe: the dispatcher locks.
/// Its bound is kept by the planner, which pauses while size() is high; the record (table `outgoing`) is the truth.
class Schedule {
 public:
  void add(spine::OutgoingWork work);
  /// The next work of the channel that is due at `now`.
  std::optional<spine::OutgoingWork> take(Channel channel, Timestamp now);
  /// When the channel's next work comes due.
  [[nodiscard]] std::optional<Timestamp> next_due(Channel channel) const;
  [[nodiscard]] std::size_t size() const;

 private:
  struct Later {
    bool operator()(const spine::OutgoingWork& a, const spine::OutgoingWork& b) const {
      return a.due != b.due ? a.due > b.due : a.delivery > b.delivery;
    }
  };
  using Queue = std::priority_queue<spine::OutgoingWork, std::vector<spine::OutgoingWork>, Later>;
  std::array<Queue, 7> queues_;
};

}  // namespace guardline::dispatch

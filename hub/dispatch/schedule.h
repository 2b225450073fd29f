// What waits to be sent, by channel and time. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "hub/spine/submission.h"

#include <array>
#include <functional>
#include <optional>
#include <set>
#include <unordered_map>

namespace guardline::dispatch {

/// A waiting list per channel, earliest first, ties in order of planning; a delivery stands there once. Not thread
/// safe: the dispatcher locks. Its bound is kept by the planner, which pauses while size() is high; the record (table
/// `outgoing`) is the truth.
class Schedule {
 public:
  /// Ready when it is due. A delivery that waits already is replaced.
  void add(spine::OutgoingWork work);
  /// Not before `ready`, however long it has been due: its `due` stays what it was.
  void hold(spine::OutgoingWork work, Timestamp ready);
  /// The next work of the channel that is ready at `now`.
  std::optional<spine::OutgoingWork> take(Channel channel, Timestamp now);
  void drop(const std::function<bool(const spine::OutgoingWork&)>& unwanted);

  struct Next {
    Timestamp ready{};
    Timestamp due{};  ///< since when it has been waiting for its turn
  };
  /// What `take` would give next, once it is ready.
  [[nodiscard]] std::optional<Next> next(Channel channel) const;
  [[nodiscard]] std::size_t size() const { return places_.size(); }

 private:
  struct Waiting {
    Timestamp ready{};
    spine::OutgoingWork work;
    friend bool operator<(const Waiting& a, const Waiting& b) {
      return a.ready != b.ready ? a.ready < b.ready : a.work.delivery < b.work.delivery;
    }
  };
  using Queue = std::set<Waiting>;
  Queue& queue(Channel channel) { return queues_[static_cast<std::size_t>(channel)]; }

  std::array<Queue, 7> queues_;
  std::unordered_map<DeliveryId, Queue::iterator> places_;
};

}  // namespace guardline::dispatch

// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/dispatch/schedule.h"

#include <utility>

namespace guardline::dispatch {

void Schedule::add(spine::OutgoingWork work) {
  auto& queue = queues_[static_cast<std::size_t>(work.channel)];
  queue.push(std::move(work));
}

std::optional<spine::OutgoingWork> Schedule::take(Channel channel, Timestamp now) {
  auto& queue = queues_[static_cast<std::size_t>(channel)];
  if (queue.empty() || queue.top().due > now) return std::nullopt;
  auto work = queue.top();
  queue.pop();
  return work;
}

std::optional<Timestamp> Schedule::next_due(Channel channel) const {
  const auto& queue = queues_[static_cast<std::size_t>(channel)];
  return queue.empty() ? std::nullopt : std::optional(queue.top().due);
}

std::size_t Schedule::size() const {
  std::size_t total = 0;
  for (const auto& queue : queues_) total += queue.size();
  return total;
}

}  // namespace guardline::dispatch

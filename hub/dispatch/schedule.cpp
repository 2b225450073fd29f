// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/dispatch/schedule.h"

#include <utility>

namespace guardline::dispatch {

void Schedule::add(spine::OutgoingWork work) {
  const auto ready = work.due;
  hold(std::move(work), ready);
}

void Schedule::hold(spine::OutgoingWork work, Timestamp ready) {
  const auto delivery = work.delivery;
  if (const auto known = places_.find(delivery); known != places_.end()) {
    queue(known->second->work.channel).erase(known->second);
    places_.erase(known);
  }
  places_[delivery] = queue(work.channel).insert({ready, std::move(work)}).first;
}

std::optional<spine::OutgoingWork> Schedule::take(Channel channel, Timestamp now) {
  auto& waiting = queue(channel);
  if (waiting.empty() || waiting.begin()->ready > now) return std::nullopt;
  auto first = waiting.extract(waiting.begin());
  places_.erase(first.value().work.delivery);
  return std::move(first.value().work);
}

void Schedule::drop(const std::function<bool(const spine::OutgoingWork&)>& unwanted) {
  for (auto& waiting : queues_) {
    for (auto at = waiting.begin(); at != waiting.end();) {
      if (!unwanted(at->work)) {
        ++at;
        continue;
      }
      places_.erase(at->work.delivery);
      at = waiting.erase(at);
    }
  }
}

std::optional<Schedule::Next> Schedule::next(Channel channel) const {
  const auto& waiting = queues_[static_cast<std::size_t>(channel)];
  if (waiting.empty()) return std::nullopt;
  return Next{waiting.begin()->ready, waiting.begin()->work.due};
}

}  // namespace guardline::dispatch

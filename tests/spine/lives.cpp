// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/spine/lives.h"

#include <algorithm>
#include <set>

namespace guardline::spine::test {

bool Life::due() const {
  if (state == DeliveryState::cancelled) return false;
  static const std::set<Reason> no_way{Reason::no_contact_point, Reason::contact_point_invalid,
                                       Reason::unknown_not_resent};
  return state != DeliveryState::suppressed || no_way.contains(reason);
}

std::map<DeliveryId, Life> lives_of(const std::vector<StoredEvent>& events) {
  std::map<DeliveryId, Life> lives;
  for (const auto& event : events) {
    const auto state = target_state(event.kind);
    if (state && event.mark == Mark::applied) {
      auto [at, fresh] = lives.try_emplace(event.delivery);
      auto& life = at->second;
      if (fresh) life.first = event;
      life.state = *state;
      life.reason = event.reason;
      const bool taken = *state == DeliveryState::accepted || *state == DeliveryState::delivered;
      if (taken && life.taken == Timestamp{}) {
        const auto earliest = std::min(life.first.occurred_at, event.recorded_at);
        life.taken = std::clamp(event.occurred_at, earliest, event.recorded_at);
      }
      if (*state == DeliveryState::delivered) {
        life.reached = event.occurred_at >= life.taken ? event.occurred_at : event.recorded_at;
      }
      continue;
    }
    const auto found = lives.find(event.delivery);
    if (state || found == lives.end()) continue;
    auto& life = found->second;
    const bool machine = event.code == "machine";
    if (event.kind == EventKind::opened) (machine ? life.machine : life.person) = true;
    if (event.kind == EventKind::read_confirmed) life.confirmed = true;
    const bool acts = event.kind == EventKind::opened || event.kind == EventKind::clicked;
    if ((acts && !machine) || event.kind == EventKind::replied || event.kind == EventKind::read_confirmed)
      life.trusted = true;
  }
  return lives;
}

void make_mess(World& world, Timestamp begun, std::mt19937_64& random, int submissions) {
  constexpr EventKind kinds[] = {EventKind::delivery_planned,
                                 EventKind::delivery_intent,
                                 EventKind::delivery_accepted,
                                 EventKind::delivery_delivered,
                                 EventKind::delivery_failed,
                                 EventKind::delivery_expired,
                                 EventKind::delivery_unknown,
                                 EventKind::delivery_suppressed,
                                 EventKind::opened,
                                 EventKind::clicked,
                                 EventKind::read_confirmed,
                                 EventKind::delivery_cancelled};
  constexpr Reason reasons[] = {Reason::no_such_number,    Reason::content_refused,  Reason::carrier_down,
                                Reason::internal_error,    Reason::no_contact_point, Reason::opted_out,
                                Reason::unknown_not_resent};
  for (int s = 0; s < submissions; ++s) {
    Submission submission;
    for (auto events = 1 + random() % 12; events > 0; --events) {
      const auto number = random() % 120;
      auto draft = delivery_event(world.clock, kinds[random() % std::size(kinds)], number);
      draft.message = message(number / 2);
      draft.investor = investor(number / 2 % 20);
      draft.channel = kChannels[number % 3];
      draft.occurred_at = begun + Micros(static_cast<std::int64_t>(random() % 18'000'000'000));
      draft.reason = reasons[random() % std::size(reasons)];
      if (random() % 3 == 0) draft.code = "machine";
      submission.events.push_back(std::move(draft));
    }
    ASSERT_TRUE(world.committer().submit(std::move(submission), [](auto) {}));
  }
  world.commit({});
}

}  // namespace guardline::spine::test

// The lives of deliveries, recomputed from the rows the slow way, and a mess to try it on. SPDX-License-Identifier:
// GPL-3.0-or-later
#pragma once

#include "tests/spine/fixture.h"

#include <map>
#include <random>
#include <vector>

namespace guardline::spine::test {

/// What became of one delivery, from its rows alone.
struct Life {
  StoredEvent first;
  DeliveryState state{};
  Reason reason{};
  Timestamp taken{}, reached{};
  bool person{}, machine{}, confirmed{}, trusted{};
  [[nodiscard]] bool due() const;
};

std::map<DeliveryId, Life> lives_of(const std::vector<StoredEvent>& events);

/// Few deliveries, people and messages, many events in the five hours from `begun`, all mixed up: 120 deliveries of 20
/// people over three channels.
void make_mess(World& world, Timestamp begun, std::mt19937_64& random, int submissions);

}  // namespace guardline::spine::test

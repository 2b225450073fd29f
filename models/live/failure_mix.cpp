// Why deliveries failed, and whose side it was. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/live/failure_mix.h"

#include <algorithm>

namespace guardline::models {

std::vector<FailureShare> failure_mix(const KpiStore& store, Timestamp from, Timestamp to) {
  KpiSum sum;
  for (const auto channel : kChannels) sum.add(store.sum(channel, from, to));
  std::vector<FailureShare> mix{{FailureClass::person, true, sum.failed_person},
                                {FailureClass::message, false, sum.failed_message},
                                {FailureClass::carrier, false, sum.failed_carrier},
                                {FailureClass::system, false, sum.failed_system}};
  std::stable_sort(mix.begin(), mix.end(), [](const auto& a, const auto& b) { return a.count > b.count; });
  return mix;
}

}  // namespace guardline::models

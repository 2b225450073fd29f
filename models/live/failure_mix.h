// Why deliveries failed, and whose side it was. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/delivery.h"
#include "models/live/kpi_store.h"

#include <cstdint>
#include <vector>

namespace guardline::models {

struct FailureShare {
  FailureClass failure{FailureClass::person};
  bool client_side{};  ///< only these count against an investor's reach
  std::int64_t count{};
};

/// All four classes of all channels over [from, to), most frequent first (ties: by class number), zeros included.
std::vector<FailureShare> failure_mix(const KpiStore& store, Timestamp from, Timestamp to);

}  // namespace guardline::models

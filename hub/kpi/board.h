// Answers what the figures of a period are. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/kpi_period.h"
#include "core/base/error.h"
#include "core/base/time.h"

#include <memory>

namespace guardline::spine {
struct Stores;
}

namespace guardline::kpi {

/// Thread safe; may block for seconds over long periods of many people: on the worker pool only.
class Board {
 public:
  virtual ~Board() = default;
  /// Errors: invalid_argument (the bounds; the text says what is wrong), exhausted (two periods are being counted
  /// already: try again in a moment), those of the stores.
  virtual Result<api::KpiPeriod> period(const api::KpiPeriodRequest& request) = 0;
};

/// `clock` outlives it.
std::unique_ptr<Board> make_board(const spine::Stores& stores, const Clock& clock);

}  // namespace guardline::kpi

// The people behind a point of a figure: each look is written down before it is answered. SPDX-License-Identifier:
// GPL-3.0-or-later
#pragma once

#include "core/api/kpi_people.h"
#include "hub/history/desk.h"

#include <memory>

namespace guardline::history {

/// What the request's members can't say: bounds that are a time of a figure, a figure that is recorded.
/// invalid_argument says what is wrong.
Status check_people(const api::KpiPeopleRequest& request, Timestamp now);

/// Thread safe; may block for seconds over long times of many people: on the worker pool only.
class PeopleDesk {
 public:
  virtual ~PeopleDesk() = default;
  /// Appends a row `history_looked_at` with what "people" for everybody on the page first (about the session where
  /// nobody is), as Desk does. Errors: invalid_argument (`check_people`, or the cursor is of another list, or of none),
  /// exhausted (two lists are being made already: try again in a moment), unavailable (a row could not be made
  /// durable: nothing is shown); those of the stores.
  virtual Result<api::KpiPeople> people(const Viewer& viewer, const api::KpiPeopleRequest& request) = 0;
};

/// `spine` and `clock` outlive it.
std::unique_ptr<PeopleDesk> make_people_desk(spine::Spine& spine, DeskKeys keys, const Clock& clock);

}  // namespace guardline::history

// The status guard: deliveries only move forward. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/db/database.h"
#include "hub/spine/event.h"

#include <vector>

namespace guardline::spine {

/// Inside a transaction: moves the deliveries of `rows` (kinds with a target state), writes each row's `mark`, and
/// gives every row of a delivery that names no cause the row before it of the same delivery, in this group or any
/// earlier one (none for the first). Rows stand in the order of their submission and have their places. Every delivery
/// is sent to the store once, folded to the highest rank of the group: with one delivery twice in a statement
/// PostgreSQL would keep the first match instead of the highest. What the delivery's rank and last row were before
/// comes back with the answer, so that every row of the fold gets its own true mark and cause.
Status apply_guard(db::Database& database, std::vector<StoredEvent>& rows);

}  // namespace guardline::spine

// Outgoing work and bodies of a group. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/db/database.h"
#include "hub/spine/key_ring.h"
#include "hub/spine/submission.h"

#include <span>

namespace guardline::spine {

/// Inside a transaction: applies removals and additions of the submissions in their order (folded to the last word per
/// delivery, since the rows of a batch must not depend on each other).
Status write_outgoing(db::Database& database, std::span<const Submission* const> group, std::uint16_t partitions);
/// Seals and stores the bodies; `keys` has loaded their investors. Bodies of erased investors are dropped.
Status write_bodies(db::Database& database, std::span<const Submission* const> group, const KeyRing& keys);

}  // namespace guardline::spine

// Reading the outgoing work that survives restarts. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/db/database.h"
#include "hub/spine/submission.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace guardline::spine {

/// Rows of `outgoing` in the given partitions (Spine::owned), in delivery id order (= time of planning) after `after`
/// (empty = from the start), at most `max`, due or not. The dispatcher pages through all of it once after a start and
/// takes later work from its own submissions. `database` is a Use::read connection.
Result<std::vector<OutgoingWork>> read_outgoing(db::Database& database, std::span<const std::uint16_t> partitions,
                                                DeliveryId after, std::size_t max);
/// The last event the guard has seen of a delivery: says whose it is and over which channel; nothing if there is none.
Result<std::optional<StoredEvent>> read_last_event(db::Database& database, DeliveryId delivery);
/// The state the guard holds for a delivery; nothing if it has none yet.
Result<std::optional<DeliveryState>> read_delivery_state(db::Database& database, DeliveryId delivery);

}  // namespace guardline::spine

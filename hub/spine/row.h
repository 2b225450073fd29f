// Rows of the spine as the store has them; internal to hub/spine. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"
#include "hub/spine/event.h"

#include <cstdint>
#include <span>

namespace guardline::spine {

/// Column list in the order of `row_from`; for SELECT.
#define GUARDLINE_SPINE_COLUMNS                                                                                   \
  "partition, seq, event_id, recorded_at, occurred_at, drill, kind, v, cause, subject_type, subject_id, notice, " \
  "message, delivery, investor, channel, carrier, actor, mark, reason, code, detail, detail_hash, commitment"

StoredEvent row_from(const db::Row& row);

/// `cause` as one number: partition * 2^48 + seq.
std::int64_t pack(EventRef ref);
EventRef unpack(std::int64_t packed);

/// All columns of `rows` as a batch of views into them, named and ordered as GUARDLINE_SPINE_COLUMNS.
db::Batch batch_of(std::span<const StoredEvent> rows);

}  // namespace guardline::spine

// Reading the spine from a cursor on. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/db/database.h"
#include "hub/spine/cursor.h"
#include "hub/spine/event.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace guardline::spine {

struct EventBatch {
  std::vector<StoredEvent> events;  ///< rising `seq` within each partition; no order across partitions
  Cursor to;                        ///< where to go on
  bool more{false};                 ///< the bound was reached: there is more already
};

/// One row, over a reading connection; not_found.
Result<StoredEvent> read_event(db::Database& database, EventRef ref);

/// One connection, one thread. Sees only durable rows, and every row exactly once if each `to` is the next `after`: a
/// partition's rows become visible in order, without gaps.
class Reader {
 public:
  explicit Reader(std::unique_ptr<db::Database> database);
  /// At most `max_events` rows after `after`, in one snapshot. An empty cursor means the beginning. Errors: conflict (a
  /// cursor of another spine), invalid_argument, io.
  Result<EventBatch> read(const Cursor& after, std::size_t max_events);
  /// One row; not_found.
  Result<StoredEvent> at(EventRef ref);
  /// From an event back along its causes, newest first, at most `max` rows.
  Result<std::vector<StoredEvent>> why(EventRef ref, std::size_t max);
  /// After the last durable row.
  Result<Cursor> end();
  [[nodiscard]] db::Database& database() { return *database_; }

 private:
  Status identify();
  std::unique_ptr<db::Database> database_;
  std::optional<Cursor> beginning_;
};

}  // namespace guardline::spine

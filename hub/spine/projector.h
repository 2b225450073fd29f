// The thread that keeps the projections up to the spine. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "hub/spine/projection.h"
#include "hub/spine/stores.h"
#include "hub/spine/subscribe.h"

#include <cstddef>
#include <memory>
#include <string>

namespace guardline::spine {

struct ProjectorOptions {
  std::size_t batch{4000};       ///< rows a transaction
  std::size_t most{40'000};      ///< the same while it is behind: a page that many rows share is then written once
  Micros poll{Micros(100'000)};  ///< how long to wait for a wake-up (PostgreSQL: rows of other hubs)
};

/// Reads the spine in bounded batches, writes reach, KPI and progress tables with the cursor in the same transaction of
/// the projections' own store, then tells the subscribers. After a failure it starts again from the stored cursor.
class Projector {
 public:
  Projector(const Stores& stores, CommitSignal& signal, const Clock& clock, ProjectorOptions options = {});
  ~Projector();
  Projector(const Projector&) = delete;
  Projector& operator=(const Projector&) = delete;

  Status start();
  void stop();

  /// `fn` is called on the projector's thread after each commit: be short (queue, don't send). With a subscription in
  /// hand read the tables: a delta whose `to` your snapshot's cursor covers can be dropped, nothing is missed.
  [[nodiscard]] Subscription subscribe(DeltaFn fn);

  /// Blocks until everything up to `to` is projected, or `at_most` is over (timeout). For tests and the command line.
  Status wait_for(const Cursor& to, Micros at_most);
  /// The last failure while running ("" = fine), for the health answer.
  [[nodiscard]] std::string trouble() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Drops the projections and makes them again from the first row. The hub must not be running on this store. Returns
/// the number of rows read.
Result<std::int64_t> rebuild_projections(const Stores& stores, const Clock& clock);

}  // namespace guardline::spine

// The group committer: many callers, one durable transaction. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "hub/spine/submission.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>

namespace guardline::spine {

struct CommitterOptions {
  std::size_t group_events{1000};    ///< a group closes at this many events ...
  Micros group_wait{5000};           ///< ... or this long after its first submission came
  std::size_t queue_events{20000};   ///< bound of the queue; a submission counts as at least one event
  std::size_t max_submission{5000};  ///< more events in one submission: invalid_argument
};

/// Figures since start, for the hub's log and the benchmarks.
struct CommitterStats {
  std::uint64_t groups{};
  std::uint64_t events{};
  std::uint64_t refused{};     ///< submissions refused at the bound
  std::uint64_t retries{};     ///< groups run again (without a failed submission, or after a store error)
  std::uint64_t read_backs{};  ///< COMMITs without an answer that were looked up
};

/// Takes submissions from any thread, appends them in groups (at most 1,000 events or 5 ms) and answers each after its
/// group is durable. Order: submissions of one thread keep their order within a partition. The status guard moves
/// deliveries forward only; its answer is in `Committed::marks`.
class Committer {
 public:
  using Done = std::function<void(Result<Committed>)>;
  virtual ~Committer() = default;

  /// Checks the drafts and queues. On an error `done` is never called: invalid_argument (a draft breaks its contract),
  /// exhausted (the queue is full: answer 429 or stop reading), unavailable (stopping).
  /// Otherwise `done` is called exactly once, on the committer's thread: be short, never wait there (submitting again
  /// is fine). Its errors: whatever `also` said; conflict (idempotency key with another request); lease_lost (another
  /// hub owns a partition now); exhausted (disk full); unavailable (the store is down; nothing was written, or, when it
  /// says "outcome unknown", the hub stopped before it could find out: the same event ids are then either all there or
  /// none).
  [[nodiscard]] virtual Status submit(Submission submission, Done done) = 0;

  /// Waits for the answer. Never call it on the committer's thread.
  Result<Committed> submit_and_wait(Submission submission);

  [[nodiscard]] virtual CommitterStats stats() const = 0;
};

}  // namespace guardline::spine

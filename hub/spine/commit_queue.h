// The bounded queue in front of the committer, and the rule by which a group closes. SPDX-License-Identifier:
// GPL-3.0-or-later
#pragma once

#include "hub/spine/committer.h"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <vector>

namespace guardline::spine {

/// A submission on its way.
struct Pending {
  Submission submission;
  Committer::Done done;
};

/// Many producers, one consumer.
class CommitQueue {
 public:
  using Task = std::function<void()>;

  explicit CommitQueue(CommitterOptions options) : options_(options) {}

  /// Errors: exhausted (bound reached), unavailable (closed).
  Status push(Pending pending);
  /// Work for the consumer between two groups; not bounded (a handful of administrative calls). False if closed.
  bool push_task(Task task);

  struct Taken {
    std::vector<Pending> group;
    std::vector<Task> tasks;
    bool closed{false};  ///< closed and empty: the end
  };
  /// Waits at most `idle` for something to come, then until the group is full, has waited long enough, or all callers
  /// of the group before seem to be back (so that few callers in lock step don't wait for company that never comes).
  Taken take(Micros idle);
  void close();
  [[nodiscard]] std::uint64_t refused() const;

 private:
  [[nodiscard]] static std::size_t weight(const Submission& submission);
  CommitterOptions options_;
  mutable std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<Pending> queue_;
  std::vector<Task> tasks_;
  std::size_t queued_events_{0};
  std::size_t last_group_{0};
  std::uint64_t refused_{0};
  bool closed_{false};
};

}  // namespace guardline::spine

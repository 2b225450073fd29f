// Waking readers after a commit, and handles that end a subscription. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <cstdint>
#include <functional>
#include <memory>

namespace guardline::spine {

/// Ends the subscription when it dies; afterwards its function is not running and will not be called again. Don't
/// destroy it from inside that function.
class Subscription {
 public:
  Subscription() = default;
  explicit Subscription(std::shared_ptr<void> held) : held_(std::move(held)) {}
  void reset() { held_.reset(); }
  explicit operator bool() const { return held_ != nullptr; }

 private:
  std::shared_ptr<void> held_;
};

/// Counts commits of this process and wakes who waits for the next. Thread safe. Events of another hub on the same
/// PostgreSQL wake nobody here: waiters use a time-out as their poll.
class CommitSignal {
 public:
  CommitSignal();
  ~CommitSignal();
  CommitSignal(const CommitSignal&) = delete;
  CommitSignal& operator=(const CommitSignal&) = delete;

  [[nodiscard]] std::uint64_t count() const;
  void raise();
  /// Waits until the count differs from `seen`, the time is over or `close` was called; returns the count.
  std::uint64_t wait(std::uint64_t seen, Micros at_most) const;
  /// Lets every present and future wait return at once.
  void close();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace guardline::spine

// A thread that does its round when woken or from time to time. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/time.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace guardline::notices {

/// Runs `round` until it says that nothing is left, then sleeps until woken or `poll` is over. A failed round is kept
/// as trouble() and tried again after `poll`.
class Worker {
 public:
  /// `round` returns true if there is more to do at once.
  using Round = std::function<Result<bool>()>;
  Worker(Round round, Micros poll) : round_(std::move(round)), poll_(poll) {}
  ~Worker() { stop(); }
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  void start();
  void stop();
  void wake();
  [[nodiscard]] std::string trouble() const;

 private:
  void run();

  Round round_;
  Micros poll_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  bool woken_{false};
  bool stopping_{false};
  std::string trouble_;
  std::thread thread_;
};

}  // namespace guardline::notices

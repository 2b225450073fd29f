// Threads for work that may block. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace guardline::edge {

/// A fixed number of threads and a bounded queue. Jobs must not throw.
class WorkerPool {
 public:
  WorkerPool(std::size_t threads, std::size_t queue);
  /// Runs what is queued, then ends the threads.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  /// False when the queue is full or the pool is stopping: the job was not taken (answer 429). Thread safe.
  [[nodiscard]] bool post(std::function<void()> job);
  void stop();

 private:
  void run();

  const std::size_t bound_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> queue_;
  bool stopping_{false};
  std::vector<std::thread> threads_;
};

}  // namespace guardline::edge

// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/notices/worker.h"

namespace guardline::notices {

void Worker::start() {
  if (!thread_.joinable()) thread_ = std::thread([this] { run(); });
}

void Worker::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Worker::wake() {
  {
    const std::lock_guard lock(mutex_);
    woken_ = true;
  }
  changed_.notify_all();
}

std::string Worker::trouble() const {
  const std::lock_guard lock(mutex_);
  return trouble_;
}

void Worker::run() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    woken_ = false;
    lock.unlock();
    auto more = round_();
    lock.lock();
    trouble_ = more ? std::string() : more.error().message;
    if (more && *more) continue;
    changed_.wait_for(lock, poll_, [this] { return stopping_ || (woken_ && trouble_.empty()); });
  }
}

}  // namespace guardline::notices

// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/subscribe.h"

#include <condition_variable>
#include <mutex>

namespace guardline::spine {

struct CommitSignal::State {
  mutable std::mutex mutex;
  mutable std::condition_variable changed;
  std::uint64_t count{0};
  bool closed{false};
};

CommitSignal::CommitSignal() : state_(std::make_unique<State>()) {}
CommitSignal::~CommitSignal() = default;

std::uint64_t CommitSignal::count() const {
  const std::lock_guard lock(state_->mutex);
  return state_->count;
}

void CommitSignal::raise() {
  {
    const std::lock_guard lock(state_->mutex);
    ++state_->count;
  }
  state_->changed.notify_all();
}

std::uint64_t CommitSignal::wait(std::uint64_t seen, Micros at_most) const {
  std::unique_lock lock(state_->mutex);
  state_->changed.wait_for(lock, at_most, [&] { return state_->closed || state_->count != seen; });
  return state_->count;
}

void CommitSignal::close() {
  {
    const std::lock_guard lock(state_->mutex);
    state_->closed = true;
  }
  state_->changed.notify_all();
}

}  // namespace guardline::spine

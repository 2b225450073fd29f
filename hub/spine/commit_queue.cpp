// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/commit_queue.h"

#include <algorithm>
#include <chrono>

namespace guardline::spine {

std::size_t CommitQueue::weight(const Submission& submission) {
  return std::max<std::size_t>(1, submission.events.size());
}

Status CommitQueue::push(Pending pending) {
  {
    const std::lock_guard lock(mutex_);
    if (closed_) return fail(ErrorCode::unavailable, "the committer is stopping");
    const auto more = weight(pending.submission);
    // One submission always fits into an empty queue, however low the bound is set.
    if (!queue_.empty() && queued_events_ + more > options_.queue_events) {
      ++refused_;
      return fail(ErrorCode::exhausted, "the committer's queue is full");
    }
    queued_events_ += more;
    queue_.push_back(std::move(pending));
  }
  arrived_.notify_one();
  return {};
}

bool CommitQueue::push_task(Task task) {
  {
    const std::lock_guard lock(mutex_);
    if (closed_) return false;
    tasks_.push_back(std::move(task));
  }
  arrived_.notify_one();
  return true;
}

CommitQueue::Taken CommitQueue::take(Micros idle) {
  std::unique_lock lock(mutex_);
  arrived_.wait_for(lock, idle, [this] { return closed_ || !queue_.empty() || !tasks_.empty(); });
  if (!queue_.empty()) {
    arrived_.wait_for(lock, options_.group_wait, [this] {
      return closed_ || !tasks_.empty() || queued_events_ >= options_.group_events || queue_.size() >= last_group_;
    });
  }
  Taken taken;
  taken.tasks.swap(tasks_);
  std::size_t events = 0;
  while (!queue_.empty()) {
    const auto more = weight(queue_.front().submission);
    if (events > 0 && events + more > options_.group_events) break;
    events += more;
    taken.group.push_back(std::move(queue_.front()));
    queue_.pop_front();
  }
  queued_events_ -= events;
  if (!taken.group.empty()) last_group_ = taken.group.size();
  taken.closed = closed_ && taken.group.empty() && taken.tasks.empty();
  return taken;
}

void CommitQueue::close() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  arrived_.notify_all();
}

std::uint64_t CommitQueue::refused() const {
  const std::lock_guard lock(mutex_);
  return refused_;
}

}  // namespace guardline::spine

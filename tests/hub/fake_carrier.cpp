// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hub/fake_carrier.h"

#include <algorithm>
#include <utility>

namespace guardline::test {

dispatch::Answer answer(dispatch::Answer::Outcome outcome, Reason reason, std::vector<std::string> references) {
  dispatch::Answer out;
  out.outcome = outcome;
  out.reason = reason;
  out.references = std::move(references);
  return out;
}

FakeCarrier::FakeCarrier(std::string id, Channel channel, std::size_t window)
    : id_(std::move(id)), channel_(channel), window_(window), thread_([this] { run(); }) {
  script = [this](const dispatch::Outgoing&, std::size_t n) {
    return answer(dispatch::Answer::Outcome::accepted, Reason::none, {id_ + "-" + std::to_string(n)});
  };
}

FakeCarrier::~FakeCarrier() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void FakeCarrier::stop(Micros /*grace*/) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return jobs_.empty(); });
}

void FakeCarrier::submit(dispatch::Outgoing outgoing, AnswerFn answer) {
  if (at_submit) at_submit(outgoing);
  std::size_t n = 0;
  {
    const std::lock_guard lock(mutex_);
    n = seen_.size();
    seen_.push_back(outgoing);
    most_ = std::max(most_, ++outstanding_);
  }
  auto with = script(outgoing, n);
  if (with) return reply(std::move(answer), std::move(*with));
  const std::lock_guard lock(mutex_);
  held_.push_back(std::move(answer));
}

void FakeCarrier::reply(AnswerFn answer, dispatch::Answer with) {
  {
    const std::lock_guard lock(mutex_);
    jobs_.push_back({std::move(answer), std::move(with)});
  }
  changed_.notify_all();
}

void FakeCarrier::run() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return stopping_ || !jobs_.empty(); });
    if (jobs_.empty()) return;
    auto job = std::move(jobs_.front());
    --outstanding_;  // from here on the window has room again
    lock.unlock();
    job.answer(std::move(job.with));
    lock.lock();
    jobs_.pop_front();
    changed_.notify_all();
  }
}

std::vector<dispatch::Outgoing> FakeCarrier::seen() const {
  const std::lock_guard lock(mutex_);
  return seen_;
}

std::size_t FakeCarrier::held() const {
  const std::lock_guard lock(mutex_);
  return held_.size();
}

std::size_t FakeCarrier::most_outstanding() const {
  const std::lock_guard lock(mutex_);
  return most_;
}

void FakeCarrier::release(dispatch::Answer with) {
  AnswerFn waiting;
  {
    const std::lock_guard lock(mutex_);
    waiting = std::move(held_.at(0));
    held_.pop_front();
  }
  reply(std::move(waiting), std::move(with));
}

std::future<bool> FakeCarrier::report(dispatch::Receipt receipt) {
  auto promise = std::make_shared<std::promise<bool>>();
  auto future = promise->get_future();
  if (!sink_->on_receipt(std::move(receipt), [promise](bool durable) { promise->set_value(durable); }))
    promise->set_value(false);
  return future;
}

std::future<bool> FakeCarrier::report(const std::string& reference, DeliveryState state, Reason reason) {
  dispatch::Receipt receipt;
  receipt.carrier = id_;
  receipt.reference = reference;
  receipt.state = state;
  receipt.reason = reason;
  receipt.occurred_at = SystemClock().now();
  receipt.code = "TEST 000";
  return report(std::move(receipt));
}

}  // namespace guardline::test

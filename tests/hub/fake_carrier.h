// A carrier that does what the test says. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/dispatch/carrier.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace guardline::test {

/// Answers `retry`, `refused` ... with a reason; `accepted` with references.
dispatch::Answer answer(dispatch::Answer::Outcome outcome, Reason reason = Reason::none,
                        std::vector<std::string> references = {});

/// Like a real one it answers on a thread of its own.
class FakeCarrier final : public dispatch::Carrier {
 public:
  /// What to answer to the n-th hand-over (from 0); nothing = never answer by itself (see `release`).
  using Script = std::function<std::optional<dispatch::Answer>(const dispatch::Outgoing&, std::size_t n)>;

  FakeCarrier(std::string id, Channel channel, std::size_t window = 8);
  ~FakeCarrier() override;
  FakeCarrier(const FakeCarrier&) = delete;
  FakeCarrier& operator=(const FakeCarrier&) = delete;

  // Set these before work comes.
  Script script;                                             ///< by default: accepted, one reference "<id>-<n>"
  std::function<void(const dispatch::Outgoing&)> at_submit;  ///< on the dispatcher's thread, before anything else

  [[nodiscard]] std::string_view id() const noexcept override { return id_; }
  [[nodiscard]] Channel channel() const noexcept override { return channel_; }
  [[nodiscard]] std::size_t window() const noexcept override { return window_; }
  [[nodiscard]] dispatch::LineState line() const noexcept override { return line_; }
  void submit(dispatch::Outgoing outgoing, AnswerFn answer) override;
  void start(dispatch::ReceiptSink& receipts) override { sink_ = &receipts; }
  /// Answers nothing that is held: a test that wants an answer gives it by `release`.
  void stop(Micros grace) override;

  void set_line(dispatch::LineState line) { line_ = line; }
  [[nodiscard]] std::vector<dispatch::Outgoing> seen() const;
  [[nodiscard]] std::size_t held() const;
  [[nodiscard]] std::size_t most_outstanding() const;
  /// Answers the oldest submit that is held.
  void release(dispatch::Answer answer);
  /// Gives a receipt to the hub; the future tells what `done` said, or false if it was not taken.
  std::future<bool> report(dispatch::Receipt receipt);
  std::future<bool> report(const std::string& reference, DeliveryState state, Reason reason = Reason::none);

 private:
  struct Job {
    AnswerFn answer;
    dispatch::Answer with;
  };
  void run();
  void reply(AnswerFn answer, dispatch::Answer with);

  const std::string id_;
  const Channel channel_;
  const std::size_t window_;
  std::atomic<dispatch::LineState> line_{dispatch::LineState::up};
  dispatch::ReceiptSink* sink_{nullptr};

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<dispatch::Outgoing> seen_;
  std::deque<AnswerFn> held_;
  std::deque<Job> jobs_;
  std::size_t outstanding_{0};
  std::size_t most_{0};
  bool stopping_{false};
  std::thread thread_;
};

}  // namespace guardline::test

// The life of one line: connect, bind, send, probe, pause, come back. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "hub/dispatch/carrier.h"
#include "hub/dispatch/carriers/smpp/config.h"
#include "hub/dispatch/carriers/smpp/connection.h"
#include "hub/dispatch/carriers/smpp/submissions.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <random>
#include <string>

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

namespace guardline::dispatch::smpp {

/// Everything runs on the one thread that runs `io()`, but `state()`. Must be held by a shared_ptr: receipts may be
/// confirmed after the carrier is gone.
///
/// - Silence of `enquire_interval` → enquire_link; no answer within `response_timeout` → a new connection.
/// - "Throttled" or "queue full" → a pause that doubles, then one submit at a time until one is taken.
/// - Broken → outstanding submits are unknown, unsent ones to be retried; back after a pause that doubles, with jitter.
/// A
///   wrong password or name waits the longest pause at once.
/// - deliver_sm: a receipt is confirmed with status 0 once it is durable, with RX_T_APPN where it could not be stored
/// and
///   with RMSGQFUL where the sink is full: the centre sends those again. Messages from people are refused (RX_P_APPN)
///   as long as nothing here takes replies, so that no centre believes an opt-out was read.
class Line : public std::enable_shared_from_this<Line> {
 public:
  Line(const SmppConfig& config, const Clock& clock);

  [[nodiscard]] boost::asio::io_context& io() { return io_; }
  [[nodiscard]] LineState state() const noexcept { return state_.load(std::memory_order_relaxed); }

  void begin(ReceiptSink& receipts);
  void submit(const Outgoing& out, Carrier::AnswerFn answer);
  /// Takes no more work; `finished` once, when the outstanding submits have ended or `grace` is over.
  void finish(Micros grace, std::function<void()> finished);

 private:
  enum class Phase { down, connecting, bound, leaving };

  void connect();
  void lost(const std::string& why);
  void on_frame(const Frame& frame);
  void on_bind_answer(const Header& header);
  void on_deliver(const Frame& frame);
  void answer_deliver(std::uint32_t sequence, std::uint32_t status);
  void pump();
  void pause();
  void taken();
  void tick();
  void probe();
  void leave();
  void end_finish();
  [[nodiscard]] Micros jittered(Micros pause);
  [[nodiscard]] Connection::Events events();

  const SmppConfig config_;
  const Clock& clock_;
  boost::asio::io_context io_;
  std::atomic<LineState> state_{LineState::down};
  Phase phase_ = Phase::down;
  Submissions submissions_;
  ReceiptSink* receipts_ = nullptr;
  std::shared_ptr<Connection> connection_;
  boost::asio::steady_timer deadline_;   // connect and bind
  boost::asio::steady_timer reconnect_;  // until the next try
  boost::asio::steady_timer ticker_;     // time-outs and probes
  boost::asio::steady_timer resume_;     // after "throttled"
  boost::asio::steady_timer grace_;      // of finish
  Micros reconnect_pause_;
  Micros throttle_pause_;
  bool paused_ = false;
  bool refused_ = false;  // the last bind was refused for good
  Micros bound_at_{0};
  Micros heard_at_{0};
  std::uint32_t probe_ = 0;  // sequence of the enquire_link under way
  Micros probe_at_{0};
  std::uint32_t bind_sequence_ = 0;
  std::uint16_t reference_;
  std::function<void()> finished_;
  bool finishing_ = false;
  std::minstd_rand random_;
};

}  // namespace guardline::dispatch::smpp

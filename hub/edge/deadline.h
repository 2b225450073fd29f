// A time limit on what a socket is doing. Internal to the edge. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>

#include <boost/asio/steady_timer.hpp>
#include <boost/system/error_code.hpp>

namespace guardline::edge {

/// Cancels the socket's operations when the time is over; unlike closing, that leaves room for a last answer. All on
/// the socket's strand.
template <class Socket>
class Deadline {
 public:
  explicit Deadline(Socket& socket)
      : socket_(socket), timer_(socket.get_executor()), state_(std::make_shared<State>()) {}
  ~Deadline() { ++state_->round; }
  Deadline(const Deadline&) = delete;
  Deadline& operator=(const Deadline&) = delete;

  void arm(std::chrono::milliseconds limit) {
    state_->over = false;
    timer_.expires_after(limit);
    // The round tells a wait that had fired already, but not run, from the present one.
    timer_.async_wait([state = state_, round = ++state_->round, &socket = socket_](boost::system::error_code error) {
      if (error || state->round != round) return;
      state->over = true;
      socket.cancel(error);
    });
  }
  void disarm() {
    ++state_->round;
    timer_.cancel();
  }
  [[nodiscard]] bool over() const { return state_->over; }

 private:
  struct State {
    std::uint64_t round{0};
    bool over{false};
  };
  Socket& socket_;
  boost::asio::steady_timer timer_;
  std::shared_ptr<State> state_;
};

}  // namespace guardline::edge

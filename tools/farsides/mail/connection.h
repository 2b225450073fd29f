// A connection that may turn to TLS in the middle. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>

namespace guardline::farside {

/// Bytes in and out; one coroutine at a time. Errors are plain false: the session ends, whatever they are.
class Connection {
 public:
  explicit Connection(boost::asio::ip::tcp::socket socket);

  /// Reads some bytes to the end of `input`.
  boost::asio::awaitable<bool> fill();
  boost::asio::awaitable<bool> write(std::string text);
  /// Forgets what came in the clear (a man in the middle may have put it there), then shakes hands.
  boost::asio::awaitable<bool> start_tls(boost::asio::ssl::context& context);

  [[nodiscard]] bool encrypted() const noexcept { return tls_.has_value(); }
  [[nodiscard]] std::chrono::steady_clock::time_point last_active() const noexcept { return last_active_; }
  /// Cuts the line; a waiting coroutine ends.
  void cut();

  std::string input;

 private:
  boost::asio::ip::tcp::socket socket_;
  std::optional<boost::asio::ssl::stream<boost::asio::ip::tcp::socket&>> tls_;
  std::chrono::steady_clock::time_point last_active_;
};

}  // namespace guardline::farside

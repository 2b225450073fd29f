// The listener of the mail far side. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "tools/farsides/mail/session.h"

#include <cstdint>
#include <memory>
#include <vector>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

namespace guardline::farside {

/// Listens on 127.0.0.1; at most 200 sessions, each cut after five quiet minutes.
class Server {
 public:
  Server(boost::asio::io_context& io, Desk& desk, SessionOptions options);

  /// `port` 0 takes any. Returns the port. Errors: io.
  Result<std::uint16_t> listen(std::uint16_t port);
  /// Makes an outage begin or end as the settings say: the port is closed (connections are refused, as from a machine
  /// that is down) and every open connection is cut; at the end the same port is opened again. Errors: io.
  Status follow_outage();

 private:
  Status open(std::uint16_t port);
  boost::asio::awaitable<void> accept();
  boost::asio::awaitable<void> tidy();

  boost::asio::io_context& io_;
  Desk& desk_;
  SessionOptions options_;
  std::shared_ptr<boost::asio::ip::tcp::acceptor> acceptor_;
  std::uint16_t port_{0};
  std::vector<std::weak_ptr<Connection>> connections_;
};

}  // namespace guardline::farside

// One TCP connection that carries PDUs. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "hub/dispatch/carriers/smpp/pdu.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

namespace guardline::dispatch::smpp {

/// Connects once, cuts the stream into PDUs, writes what it is given in order. All calls and callbacks on the thread
/// that runs the io_context; the last callback is `closed`, once, and not after `drop`.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  /// What may wait for the far side to read: a peer that sends without reading its answers loses the line at this
  /// bound.
  static constexpr std::size_t kMostUnwritten = 4U << 20;
  /// Senders of their own accord (submits) stop here and go on at `drained`.
  static constexpr std::size_t kEnoughUnwritten = 1U << 20;

  struct Events {
    std::function<void()> open;
    std::function<void(const Frame&)> frame;
    std::function<void()> drained;  ///< everything given to `send` has been written
    std::function<void(const std::string& why)> closed;
  };

  Connection(boost::asio::io_context& io, Events events);
  void open(const std::string& host, std::uint16_t port);
  void send(const Bytes& pdu);
  [[nodiscard]] std::size_t unwritten() const { return waiting_.size() + writing_.size(); }
  /// Ends it with the `closed` callback.
  void close(const std::string& why);
  /// Ends it without.
  void drop();

 private:
  using Tcp = boost::asio::ip::tcp;
  void read();
  void cut_frames();
  void write();

  Tcp::resolver resolver_;
  Tcp::socket socket_;
  Events events_;
  Bytes in_;                 // bytes of PDUs that are not whole yet, at most kMostPduSize + one read
  std::size_t in_used_ = 0;  // how many octets of in_ hold data
  Bytes waiting_;
  Bytes writing_;
  bool ended_ = false;
};

}  // namespace guardline::dispatch::smpp

// One accepted connection, from its first byte to its end. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/edge/connection.h"

#include "hub/edge/http_loop.h"
#include "hub/edge/stream_session.h"
#include "hub/edge/tls.h"

#include <string>
#include <utility>

#include <boost/asio/generic/stream_protocol.hpp>

namespace guardline::edge {
namespace {

namespace net = boost::asio;
using boost::system::error_code;

std::string address_of(const net::ip::tcp::socket& socket) {
  error_code ignored;
  return socket.remote_endpoint(ignored).address().to_string();
}

using Socket = net::generic::stream_protocol::socket;

/// Without TLS. One type for TCP and for the local socket, so that the loop, the dearest template of the edge, is
/// compiled twice and not three times. No upgrade here: the stream's route is behind TLS only.
net::awaitable<void> serve_open(Socket socket, Door door, std::string address, const Surroundings& around) {
  HttpLoop<Socket> loop(socket, door, std::move(address), nullptr, around);
  co_await loop.run();
  error_code ignored;
  socket.shutdown(Socket::shutdown_both, ignored);
}

}  // namespace

net::awaitable<void> serve_tls(net::ip::tcp::socket socket, std::shared_ptr<net::ssl::context> tls, Door door,
                               const Surroundings& around) {
  TlsStream stream(std::move(socket), *tls);
  std::optional<Upgrade> upgrade;
  {
    Deadline<net::ip::tcp::socket> deadline(stream.next_layer());
    deadline.arm(around.limits.handshake);
    const auto [error] = co_await stream.async_handshake(net::ssl::stream_base::server, kNoThrow);
    deadline.disarm();
    if (error) co_return;
    HttpLoop<TlsStream> loop(stream, door, address_of(stream.next_layer()), peer_certificate(stream.native_handle()),
                             around);
    upgrade = co_await loop.run();
    if (!upgrade) {
      deadline.arm(std::chrono::milliseconds(2000));
      co_await stream.async_shutdown(kNoThrow);
      deadline.disarm();
    }
  }
  if (upgrade) co_await run_stream(stream, *upgrade, around);
}

net::awaitable<void> serve_plain(net::ip::tcp::socket socket, Door door, const Surroundings& around) {
  const std::string address = address_of(socket);
  Socket any(std::move(socket));
  co_await serve_open(std::move(any), door, address, around);
}

net::awaitable<void> serve_local(net::local::stream_protocol::socket socket, const Surroundings& around) {
  Socket any(std::move(socket));
  const std::string nowhere;
  co_await serve_open(std::move(any), Door::local, nowhere, around);
}

}  // namespace guardline::edge

// One accepted connection, from its first byte to its end. Internal to the edge.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/edge/http.h"
#include "hub/edge/surroundings.h"

#include <memory>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/ssl/context.hpp>

namespace guardline::edge {

/// Each runs on its own strand (the socket's executor) and ends with the connection closed. Never throws.
boost::asio::awaitable<void> serve_tls(boost::asio::ip::tcp::socket socket,
                                       std::shared_ptr<boost::asio::ssl::context> tls, Door door,
                                       const Surroundings& around);
boost::asio::awaitable<void> serve_plain(boost::asio::ip::tcp::socket socket, Door door, const Surroundings& around);
boost::asio::awaitable<void> serve_local(boost::asio::local::stream_protocol::socket socket,
                                         const Surroundings& around);

}  // namespace guardline::edge

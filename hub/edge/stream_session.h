// One WebSocket of the stream. Internal to the edge. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hub/edge/http_loop.h"
#include "hub/edge/stream_sink.h"
#include "hub/edge/surroundings.h"

#include <memory>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/stream.hpp>

namespace guardline::edge {

using TlsStream = boost::asio::ssl::stream<boost::asio::ip::tcp::socket>;

/// Finishes the handshake, sends frames until either side ends it. Runs on the stream's strand; moves from both
/// arguments, which the caller keeps until the end.
boost::asio::awaitable<void> run_stream(TlsStream& stream, Upgrade& upgrade, const Surroundings& around);

}  // namespace guardline::edge

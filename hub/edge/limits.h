// Every bound of the listeners in one place. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace guardline::edge {

struct Limits {
  std::uint32_t header_bytes{8 * 1024};           ///< 431 above
  std::uint64_t body_bytes{256 * 1024};           ///< 413 above
  std::chrono::milliseconds handshake{10'000};    ///< TLS; the connection is dropped
  std::chrono::milliseconds header{10'000};       ///< from its first byte to its last; 408
  std::chrono::milliseconds body{15'000};         ///< likewise; 408
  std::chrono::milliseconds idle{75'000};         ///< between requests; the connection is closed
  std::chrono::milliseconds write{30'000};        ///< an answer the client doesn't take; dropped
  std::size_t connections{2000};                  ///< per listener; more are closed at once
  std::size_t connections_per_address{200};       ///< IPv4 address or IPv6 /64 (an office behind one NAT)
  std::size_t stream_frames{256};                 ///< waiting in one stream's queue; then close 4408
  std::size_t stream_bytes{16 * 1024 * 1024};     ///< likewise
  std::size_t stream_message{4 * 1024};           ///< what a client may send; streams are one-way
  std::chrono::milliseconds stream_ping{20'000};  ///< silence after which a ping goes out; twice that closes
  std::chrono::milliseconds stream_check{5'000};  ///< how often an open stream's device and session are looked at
};

}  // namespace guardline::edge

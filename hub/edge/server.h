// The listeners. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "hub/edge/limits.h"
#include "hub/edge/tls.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace guardline::edge {

class Identities;
class Service;
class StreamHub;
class WorkerPool;

struct ServerConfig {
  std::string ops_address{"127.0.0.1"};
  std::uint16_t ops_port{0};  ///< 0 = any free one
  TlsFiles tls;               ///< of the ops listener
  std::string device_ca;      ///< PEM file

  std::string public_address{"127.0.0.1"};
  std::uint16_t public_port{0};
  std::optional<TlsFiles> public_tls;  ///< nothing = plain HTTP, for a proxy on the same host to end TLS

  std::string admin_socket;  ///< path; made with mode 0600; empty = none
  std::size_t threads{2};    ///< of the network; they never block
  Limits limits{};
};

/// Two TCP listeners and the administrator's UNIX socket. What it is given outlives it. To stop: the stream hub, then
/// this
/// (`stop`), then the worker pool, then destroy this: late answers of the pool still find their connections.
class Server {
 public:
  /// Binds and starts. Errors: io (address in use, files), invalid_argument (address, key).
  static Result<std::unique_ptr<Server>> start(ServerConfig config, const Service& service, Identities& identities,
                                               WorkerPool& pool, StreamHub& streams);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  [[nodiscard]] std::uint16_t ops_port() const;
  [[nodiscard]] std::uint16_t public_port() const;
  /// Takes no more connections, lets requests under way end (at most two seconds), ends the threads. Idempotent.
  void stop();

 private:
  struct State;
  explicit Server(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace guardline::edge

// The listeners. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/edge/server.h"

#include "core/log/log.h"
#include "hub/edge/admission.h"
#include "hub/edge/connection.h"

#include <exception>
#include <filesystem>
#include <functional>
#include <thread>
#include <vector>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <sys/stat.h>
#include <sys/un.h>

namespace guardline::edge {
namespace {

namespace net = boost::asio;
using boost::system::error_code;
using net::ip::tcp;
using Local = net::local::stream_protocol;

constexpr auto kNoThrow = net::as_tuple(net::use_awaitable);

/// IPv4 address, or the /64 of an IPv6 address: one household or host can have a whole /64 to itself.
std::string address_key(const net::ip::address& address) {
  if (!address.is_v6()) return address.to_string();
  const auto v6 = address.to_v6();
  if (v6.is_v4_mapped()) return net::ip::make_address_v4(net::ip::v4_mapped, v6).to_string();
  const auto bytes = v6.to_bytes();
  return {reinterpret_cast<const char*>(bytes.data()), 8};
}

Result<tcp::acceptor> listen(net::io_context& io, const std::string& address, std::uint16_t port) {
  error_code error;
  const auto ip = net::ip::make_address(address, error);
  if (error) return fail(ErrorCode::invalid_argument, "no IP address: " + address);
  tcp::acceptor acceptor(io);
  const tcp::endpoint endpoint(ip, port);
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(net::socket_base::reuse_address(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(net::socket_base::max_listen_connections, error);
  if (error) return fail(ErrorCode::io, "listen on " + address + ":" + std::to_string(port) + ": " + error.message());
  return acceptor;
}

Result<Local::acceptor> listen_local(net::io_context& io, const std::string& path) {
  if (path.size() >= sizeof(sockaddr_un::sun_path)) {
    return fail(ErrorCode::invalid_argument, "admin socket: the system allows no path as long as " + path);
  }
  error_code error;
  std::error_code ignored;
  std::filesystem::remove(path,
                          ignored);  // left by a hub that was killed; the spine's lease tells two living ones apart
  Local::acceptor acceptor(io);
  acceptor.open(Local(), error);
  // The umask makes the socket 0600 from its first moment: no window in which others could connect.
  const auto mask = ::umask(0177);
  if (!error) acceptor.bind(Local::endpoint(path), error);
  ::umask(mask);
  if (!error) acceptor.listen(16, error);
  if (error) return fail(ErrorCode::io, "admin socket: " + error.message());
  return acceptor;
}

/// Ends one connection from outside: its coroutine is cancelled on its own strand.
class Ending {
 public:
  explicit Ending(net::any_io_executor strand)
      : strand_(std::move(strand)), signal_(std::make_shared<net::cancellation_signal>()) {}
  [[nodiscard]] std::function<void()> end() const {
    return [strand = strand_, signal = signal_] {
      net::post(strand, [signal] { signal->emit(net::cancellation_type::terminal); });
    };
  }
  /// For co_spawn. The signal owns the memory of the coroutine's cancellation state: it dies in a later step of the
  /// strand, when nothing of the coroutine is left.
  [[nodiscard]] auto token() const {
    return net::bind_cancellation_slot(signal_->slot(),
                                       [strand = strand_, signal = signal_](std::exception_ptr) mutable {
                                         net::post(strand, [signal = std::move(signal)] {});
                                       });
  }

 private:
  net::any_io_executor strand_;
  std::shared_ptr<net::cancellation_signal> signal_;
};

}  // namespace

struct Server::State {
  State(ServerConfig given, const Service& service, Identities& identities, WorkerPool& pool, StreamHub& streams)
      : config(std::move(given)),
        io(static_cast<int>(config.threads)),
        work(io.get_executor()),
        around{service, identities, pool, streams, config.limits},
        ops_places(config.limits.connections, config.limits.connections_per_address),
        public_places(config.limits.connections, config.limits.connections_per_address),
        local_places(64, 64) {}

  const ServerConfig config;
  net::io_context io;
  net::executor_work_guard<net::io_context::executor_type> work;
  const Surroundings around;
  Admission ops_places;
  Admission public_places;
  Admission local_places;
  std::optional<tcp::acceptor> ops;
  std::optional<tcp::acceptor> open;
  std::optional<Local::acceptor> local;
  std::shared_ptr<net::ssl::context> ops_tls;
  std::shared_ptr<net::ssl::context> public_tls;
  std::vector<std::thread> threads;
  bool stopped{false};

  net::awaitable<void> hold(Admission::Place place, net::awaitable<void> connection) {
    co_await std::move(connection);
    static_cast<void>(place);
  }

  net::awaitable<void> accept_tcp(tcp::acceptor& acceptor, Admission& places, std::shared_ptr<net::ssl::context> tls,
                                  Door door) {
    while (acceptor.is_open()) {
      // Named on purpose: GCC 12 destroys some temporaries of a co_await expression twice, here a count on the strand.
      const net::any_io_executor strand = net::make_strand(io);
      auto [error, socket] = co_await acceptor.async_accept(strand, kNoThrow);
      if (error == net::error::operation_aborted) co_return;
      if (error) {
        // Out of descriptors, most likely: wait for some to come back instead of spinning.
        net::steady_timer pause(io, std::chrono::milliseconds(100));
        co_await pause.async_wait(kNoThrow);
        continue;
      }
      error_code ignored;
      socket.set_option(tcp::no_delay(true), ignored);
      Ending ending(strand);
      auto place = places.enter(address_key(socket.remote_endpoint(ignored).address()), ending.end());
      if (!place) continue;  // closes it
      auto connection =
          tls ? serve_tls(std::move(socket), tls, door, around) : serve_plain(std::move(socket), door, around);
      net::co_spawn(strand, hold(std::move(*place), std::move(connection)), ending.token());
    }
  }

  net::awaitable<void> accept_local() {
    while (local->is_open()) {
      const net::any_io_executor strand = net::make_strand(io);
      auto [error, socket] = co_await local->async_accept(strand, kNoThrow);
      if (error == net::error::operation_aborted) co_return;
      if (error) continue;
      Ending ending(strand);
      auto place = local_places.enter("", ending.end());
      if (!place) continue;
      auto connection = serve_local(std::move(socket), around);
      net::co_spawn(strand, hold(std::move(*place), std::move(connection)), ending.token());
    }
  }

  [[nodiscard]] std::size_t connections() const {
    return ops_places.open() + public_places.open() + local_places.open();
  }

  Status begin() {
    auto tls = make_ops_tls(config.tls, config.device_ca);
    if (!tls) return std::unexpected(tls.error());
    ops_tls = *tls;
    if (config.public_tls) {
      auto second = make_public_tls(*config.public_tls);
      if (!second) return std::unexpected(second.error());
      public_tls = *second;
    }
    auto first = listen(io, config.ops_address, config.ops_port);
    if (!first) return std::unexpected(first.error());
    ops = std::move(*first);
    auto second = listen(io, config.public_address, config.public_port);
    if (!second) return std::unexpected(second.error());
    open = std::move(*second);
    if (!config.admin_socket.empty()) {
      auto third = listen_local(io, config.admin_socket);
      if (!third) return std::unexpected(third.error());
      local = std::move(*third);
    }
    net::co_spawn(io, accept_tcp(*ops, ops_places, ops_tls, Door::ops), net::detached);
    net::co_spawn(io, accept_tcp(*open, public_places, public_tls, Door::open), net::detached);
    if (local) net::co_spawn(io, accept_local(), net::detached);
    for (std::size_t i = 0; i < config.threads; ++i) threads.emplace_back([this] { io.run(); });
    return {};
  }

  void stop() {
    if (std::exchange(stopped, true)) return;
    net::post(io, [this] {
      error_code ignored;
      if (ops) ops->close(ignored);
      if (open) open->close(ignored);
      if (local) local->close(ignored);
    });
    const auto wait = [this](std::chrono::milliseconds at_most) {
      const auto until = std::chrono::steady_clock::now() + at_most;
      while (connections() > 0 && std::chrono::steady_clock::now() < until) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
      }
    };
    wait(std::chrono::milliseconds(200));
    ops_places.end_all();  // idle connections end at once, busy ones when their answer can't be written
    public_places.end_all();
    local_places.end_all();
    wait(std::chrono::milliseconds(2000));
    work.reset();
    io.stop();
    for (auto& thread : threads) thread.join();
    if (!config.admin_socket.empty()) {
      std::error_code ignored;
      std::filesystem::remove(config.admin_socket, ignored);
    }
  }
};

Server::Server(std::unique_ptr<State> state) : state_(std::move(state)) {}

Server::~Server() { stop(); }

Result<std::unique_ptr<Server>> Server::start(ServerConfig config, const Service& service, Identities& identities,
                                              WorkerPool& pool, StreamHub& streams) {
  auto state = std::make_unique<State>(std::move(config), service, identities, pool, streams);
  if (auto ok = state->begin(); !ok) {
    state->stopped = true;
    return std::unexpected(ok.error());
  }
  log::info("edge: ops on port {}, public on port {}", state->ops->local_endpoint().port(),
            state->open->local_endpoint().port());
  return std::unique_ptr<Server>(new Server(std::move(state)));
}

std::uint16_t Server::ops_port() const { return state_->ops->local_endpoint().port(); }
std::uint16_t Server::public_port() const { return state_->open->local_endpoint().port(); }
void Server::stop() { state_->stop(); }

}  // namespace guardline::edge

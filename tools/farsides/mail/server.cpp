// The listener of the mail far side. SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/farsides/mail/server.h"

#include <utility>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace guardline::farside {
namespace asio = boost::asio;
using asio::ip::tcp;
namespace {

constexpr std::size_t kMaxSessions = 200;
constexpr auto kQuiet = std::chrono::minutes(5);

asio::awaitable<void> serve(std::shared_ptr<Connection> connection, Desk& desk, const SessionOptions& options) {
  Session session(std::move(connection), desk, options);
  co_await session.run();
}

asio::awaitable<void> turn_away(std::shared_ptr<Connection> connection) {
  std::string text = "421 4.3.2 Too many connections\r\n";
  co_await connection->write(std::move(text));
}

}  // namespace

Server::Server(asio::io_context& io, Desk& desk, SessionOptions options)
    : io_(io), desk_(desk), options_(std::move(options)) {
  asio::co_spawn(io_, tidy(), asio::detached);
}

Status Server::open(std::uint16_t port) {
  boost::system::error_code error;
  const tcp::endpoint endpoint(asio::ip::address_v4::loopback(), port);
  auto acceptor = std::make_shared<tcp::acceptor>(io_);
  acceptor->open(endpoint.protocol(), error);
  if (!error) acceptor->set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor->bind(endpoint, error);
  if (!error) acceptor->listen(128, error);
  if (error) return fail(ErrorCode::io, "can't listen: " + error.message());
  acceptor_ = std::move(acceptor);
  port_ = acceptor_->local_endpoint().port();
  asio::co_spawn(io_, accept(), asio::detached);
  return {};
}

Result<std::uint16_t> Server::listen(std::uint16_t port) {
  if (auto ok = open(port); !ok) return std::unexpected(ok.error());
  if (auto ok = follow_outage(); !ok) return std::unexpected(ok.error());
  return port_;
}

Status Server::follow_outage() {
  const bool open_now = acceptor_ != nullptr;
  if (desk_.settings.outage != open_now) return {};
  if (!desk_.settings.outage) return open(port_);
  boost::system::error_code error;
  acceptor_->close(error);
  acceptor_.reset();
  for (const auto& weak : std::exchange(connections_, {})) {
    if (const auto connection = weak.lock()) connection->cut();
  }
  return {};
}

asio::awaitable<void> Server::accept() {
  const auto acceptor = acceptor_;  // this one: after an outage there is another
  while (acceptor->is_open()) {
    boost::system::error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    tcp::socket socket = co_await acceptor->async_accept(token);
    if (error == asio::error::operation_aborted) co_return;
    if (error) continue;
    std::erase_if(connections_, [](const auto& weak) { return weak.expired(); });
    auto connection = std::make_shared<Connection>(std::move(socket));
    if (connections_.size() >= kMaxSessions) {
      asio::co_spawn(io_, turn_away(std::move(connection)), asio::detached);
      continue;
    }
    desk_.count_connection();
    connections_.push_back(connection);
    asio::co_spawn(io_, serve(std::move(connection), desk_, options_), asio::detached);
  }
}

asio::awaitable<void> Server::tidy() {
  asio::steady_timer timer(io_);
  while (true) {
    timer.expires_after(std::chrono::seconds(5));
    boost::system::error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    co_await timer.async_wait(token);
    if (error) co_return;
    const auto now = std::chrono::steady_clock::now();
    for (const auto& weak : connections_) {
      const auto connection = weak.lock();
      if (connection && now - connection->last_active() > kQuiet) connection->cut();
    }
  }
}

}  // namespace guardline::farside

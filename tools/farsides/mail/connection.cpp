// A connection that may turn to TLS in the middle. SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/farsides/mail/connection.h"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

namespace guardline::farside {
namespace asio = boost::asio;

Connection::Connection(asio::ip::tcp::socket socket)
    : socket_(std::move(socket)), last_active_(std::chrono::steady_clock::now()) {
  boost::system::error_code error;
  socket_.set_option(asio::ip::tcp::no_delay(true), error);
}

asio::awaitable<bool> Connection::fill() {
  boost::system::error_code error;
  char bytes[16384];
  std::size_t count = 0;
  auto token = asio::redirect_error(asio::use_awaitable, error);
  if (tls_) {
    count = co_await tls_->async_read_some(asio::buffer(bytes), token);
  } else {
    count = co_await socket_.async_read_some(asio::buffer(bytes), token);
  }
  last_active_ = std::chrono::steady_clock::now();
  input.append(bytes, count);
  co_return !error && count > 0;
}

asio::awaitable<bool> Connection::write(std::string text) {
  boost::system::error_code error;
  auto token = asio::redirect_error(asio::use_awaitable, error);
  if (tls_) {
    co_await asio::async_write(*tls_, asio::buffer(text), token);
  } else {
    co_await asio::async_write(socket_, asio::buffer(text), token);
  }
  last_active_ = std::chrono::steady_clock::now();
  co_return !error;
}

asio::awaitable<bool> Connection::start_tls(asio::ssl::context& context) {
  input.clear();
  tls_.emplace(socket_, context);
  boost::system::error_code error;
  auto token = asio::redirect_error(asio::use_awaitable, error);
  co_await tls_->async_handshake(asio::ssl::stream_base::server, token);
  co_return !error;
}

void Connection::cut() {
  boost::system::error_code error;
  // Reset instead of a polite end: nothing that is still on its way shall look like an answer.
  socket_.set_option(asio::socket_base::linger(true, 0), error);
  socket_.close(error);
}

}  // namespace guardline::farside

// Requests and answers on one connection, whatever carries it. Internal to the edge.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/problem_codes.h"
#include "hub/edge/deadline.h"
#include "hub/edge/http_convert.h"
#include "hub/edge/problem.h"
#include "hub/edge/service.h"
#include "hub/edge/surroundings.h"

#include <memory>
#include <optional>
#include <utility>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/stream_traits.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>

namespace guardline::edge {

inline constexpr auto kNoThrow = boost::asio::as_tuple(boost::asio::use_awaitable);

/// A connection that becomes a stream: the handshake request and the leave for it.
struct Upgrade {
  Upgrade(HttpRequest asked, StreamGrant given) : request(std::move(asked)), grant(std::move(given)) {}
  HttpRequest request;
  StreamGrant grant;
};

template <class Stream>
class HttpLoop {
 public:
  HttpLoop(Stream& stream, Door door, std::string address, std::shared_ptr<const PeerCertificate> peer,
           const Surroundings& around)
      : stream_(stream),
        deadline_(boost::beast::get_lowest_layer(stream)),
        door_(door),
        address_(std::move(address)),
        peer_(std::move(peer)),
        around_(around),
        buffer_(around.limits.header_bytes + 64 * 1024) {}

  /// Until the connection shall be closed (nothing) or becomes a stream.
  boost::asio::awaitable<std::optional<Upgrade>> run() {
    while (true) {
      if (!co_await first_byte()) co_return std::nullopt;
      auto parsed = co_await read();
      if (!parsed) co_return std::nullopt;
      const bool keep = parsed->keep_alive();
      head_ = parsed->method() == boost::beast::http::verb::head;
      auto request = std::make_shared<Request>();
      if (auto refusal = convert(*parsed, *request)) {
        Response no = to_response(*refusal, request->trace);
        co_await answer(std::move(no), false);
        co_return std::nullopt;
      }
      request->door = door_;
      request->address = address_;
      request->peer = peer_;
      std::shared_ptr<const Request> asked = std::move(request);
      Response response = co_await ask(std::move(asked));
      if (response.upgrade) {
        std::optional<Upgrade> upgrade(std::in_place, std::move(*parsed), std::move(*response.upgrade));
        co_return upgrade;
      }
      const bool sent = co_await answer(std::move(response), keep);
      if (!sent || !keep) co_return std::nullopt;
    }
  }

 private:
  boost::asio::awaitable<bool> first_byte() {
    if (buffer_.size() > 0) co_return true;
    deadline_.arm(around_.limits.idle);
    const auto [error, count] = co_await stream_.async_read_some(buffer_.prepare(4096), kNoThrow);
    deadline_.disarm();
    if (error) co_return false;
    buffer_.commit(count);
    co_return true;
  }

  boost::asio::awaitable<std::optional<HttpRequest>> read() {
    namespace http = boost::beast::http;
    http::request_parser<http::string_body> parser;
    parser.header_limit(around_.limits.header_bytes);
    parser.body_limit(around_.limits.body_bytes);
    deadline_.arm(around_.limits.header);
    auto [error, header_bytes] = co_await http::async_read_header(stream_, buffer_, parser, kNoThrow);
    if (!error && !parser.is_done()) {
      if (boost::beast::iequals(parser.get()[http::field::expect], "100-continue")) {
        http::response<http::empty_body> go_on(http::status::continue_, 11);
        co_await http::async_write(stream_, go_on, kNoThrow);
      }
      deadline_.arm(around_.limits.body);
      auto [body_error, body_bytes] = co_await http::async_read(stream_, buffer_, parser, kNoThrow);
      error = body_error;
    }
    deadline_.disarm();
    if (!error) co_return parser.release();
    if (const auto refusal = judge(error, deadline_.over())) {
      Response no = to_response(*refusal, make_trace());
      co_await answer(std::move(no), false);
      co_await linger();
    }
    co_return std::nullopt;
  }

  // Here and below whatever is given to a co_await has a name: GCC 12 destroys captures and arguments that are
  // temporaries of such an expression twice (GCC bugs 99576, 100611).

  /// Waits for the service without holding the network's thread.
  boost::asio::awaitable<Response> ask(std::shared_ptr<const Request> request) {
    auto executor = co_await boost::asio::this_coro::executor;
    auto initiation = [this, executor, request](auto handler) {
      auto held = std::make_shared<decltype(handler)>(std::move(handler));
      around_.service.handle(request, [held, executor](Response response) {
        boost::asio::post(executor,
                          [held, response = std::move(response)]() mutable { std::move (*held)(std::move(response)); });
      });
    };
    auto answered = boost::asio::async_initiate<const boost::asio::use_awaitable_t<>&, void(Response)>(
        std::move(initiation), boost::asio::use_awaitable);
    Response response = co_await std::move(answered);
    co_return response;
  }

  boost::asio::awaitable<bool> answer(Response response, bool keep) {
    auto message = convert(std::move(response), keep, door_);
    if (head_) message.body().clear();  // its length stands; a body would be taken for the next answer (RFC 9110 9.3.2)
    deadline_.arm(around_.limits.write);
    const auto [error, count] = co_await boost::beast::http::async_write(stream_, message, kNoThrow);
    deadline_.disarm();
    co_return !error;
  }

  /// After an early refusal: takes what is still under way, so that closing doesn't reset the connection before the
  /// answer is read. Bounded in time and size.
  boost::asio::awaitable<void> linger() {
    deadline_.arm(std::chrono::milliseconds(1000));
    std::size_t taken = 0;
    buffer_.clear();
    while (!deadline_.over() && taken < 1024 * 1024) {
      const auto [error, count] = co_await stream_.async_read_some(buffer_.prepare(16 * 1024), kNoThrow);
      if (error) break;
      taken += count;
    }
    deadline_.disarm();
  }

  Stream& stream_;
  Deadline<boost::beast::lowest_layer_type<Stream>> deadline_;
  const Door door_;
  const std::string address_;
  const std::shared_ptr<const PeerCertificate> peer_;
  const Surroundings& around_;
  boost::beast::flat_buffer buffer_;
  bool head_{false};  ///< the request under way is a HEAD
};

}  // namespace guardline::edge

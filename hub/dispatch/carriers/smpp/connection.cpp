// One TCP connection that carries PDUs. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/dispatch/carriers/smpp/connection.h"

#include <cstring>
#include <utility>

#include <boost/asio/buffer.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/write.hpp>

namespace guardline::dispatch::smpp {

namespace asio = boost::asio;
using boost::system::error_code;

namespace {
constexpr std::size_t kReadSize = 64U * 1024;
}

Connection::Connection(asio::io_context& io, Events events) : resolver_(io), socket_(io), events_(std::move(events)) {}

void Connection::open(const std::string& host, std::uint16_t port) {
  resolver_.async_resolve(host, std::to_string(port),
                          [self = shared_from_this()](error_code error, const Tcp::resolver::results_type& found) {
                            if (self->ended_) return;
                            if (error) return self->close("resolve: " + error.message());
                            asio::async_connect(self->socket_, found, [self](error_code failed, const Tcp::endpoint&) {
                              if (self->ended_) return;
                              if (failed) return self->close("connect: " + failed.message());
                              // Small PDUs, each awaited by the other side: Nagle and delayed acknowledgements would
                              // cost 40 ms a window.
                              self->socket_.set_option(Tcp::no_delay(true), failed);
                              self->socket_.set_option(asio::socket_base::keep_alive(true), failed);
                              self->events_.open();
                              self->read();
                            });
                          });
}

void Connection::read() {
  if (ended_) return;
  in_.resize(in_used_ + kReadSize);
  socket_.async_read_some(asio::buffer(in_.data() + in_used_, kReadSize),
                          [self = shared_from_this()](error_code error, std::size_t count) {
                            if (self->ended_) return;
                            if (error) return self->close(error.message());
                            self->in_used_ += count;
                            self->cut_frames();
                            self->read();
                          });
}

void Connection::cut_frames() {
  std::size_t at = 0;
  while (!ended_) {
    const auto frame = next_frame(BytesView(in_).subspan(at, in_used_ - at));
    if (!frame) {
      send(encode_empty(Command::generic_nack, 0x02, 0));
      return close(frame.error().message);
    }
    if (!*frame) break;
    at += (*frame)->header.length;
    events_.frame(**frame);
  }
  std::memmove(in_.data(), in_.data() + at, in_used_ - at);
  in_used_ -= at;
}

void Connection::send(const Bytes& pdu) {
  if (ended_) return;
  if (unwritten() + pdu.size() > kMostUnwritten) return close("the far side does not read");
  waiting_.insert(waiting_.end(), pdu.begin(), pdu.end());
  if (writing_.empty()) write();
}

void Connection::write() {
  std::swap(writing_, waiting_);
  asio::async_write(socket_, asio::buffer(writing_), [self = shared_from_this()](error_code error, std::size_t) {
    self->writing_.clear();
    if (self->ended_) return;
    if (error) return self->close(error.message());
    if (!self->waiting_.empty()) return self->write();
    self->events_.drained();
  });
}

void Connection::close(const std::string& why) {
  if (ended_) return;
  // The callbacks may hold the last reference to this.
  const auto self = shared_from_this();
  const auto closed = events_.closed;
  drop();
  closed(why);
}

void Connection::drop() {
  ended_ = true;
  resolver_.cancel();
  error_code ignored;
  socket_.shutdown(Tcp::socket::shutdown_both, ignored);
  socket_.close(ignored);
}

}  // namespace guardline::dispatch::smpp

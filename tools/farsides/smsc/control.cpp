// Changing a running message centre. SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/farsides/smsc/control.h"

#include <algorithm>
#include <utility>

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <sys/stat.h>
#include <unistd.h>

namespace guardline::farside {

namespace asio = boost::asio;
using boost::system::error_code;
using Stream = asio::generic::stream_protocol;

namespace {

constexpr std::size_t kMostLine = 16U * 1024;

/// One caller; lives as long as its reads.
struct Caller : std::enable_shared_from_this<Caller> {
  Caller(Stream::socket connection, Control::Act handler) : socket(std::move(connection)), act(std::move(handler)) {}

  void read() {
    asio::async_read_until(socket, asio::dynamic_buffer(in, kMostLine), '\n',
                           [self = shared_from_this()](error_code error, std::size_t length) {
                             if (error) return;
                             self->answer(self->in.substr(0, length));
                             self->in.erase(0, length);
                           });
  }
  void answer(const std::string& line) {
    error_code error;
    const boost::json::value asked = boost::json::parse(line, error);
    out = boost::json::serialize(error || !asked.is_object()
                                     ? boost::json::object{{"ok", false}, {"error", "not a JSON object"}}
                                     : act(asked.get_object())) +
          "\n";
    asio::async_write(socket, asio::buffer(out), [self = shared_from_this()](error_code failed, std::size_t) {
      if (!failed) self->read();
    });
  }

  Stream::socket socket;
  Control::Act act;
  std::string in;
  std::string out;
};

}  // namespace

struct Control::Impl : std::enable_shared_from_this<Control::Impl> {
  Impl(asio::io_context& io, Act handler) : port(io), local(io), act(std::move(handler)) {}

  template <class Acceptor>
  void accept(Acceptor& acceptor) {
    acceptor.async_accept([self = shared_from_this(), &acceptor](error_code error, auto socket) {
      if (error) return;
      std::make_shared<Caller>(Stream::socket(std::move(socket)), self->act)->read();
      self->accept(acceptor);
    });
  }

  asio::ip::tcp::acceptor port;
  asio::local::stream_protocol::acceptor local;
  Act act;
};

Result<std::unique_ptr<Control>> Control::open(asio::io_context& io, const std::string& where, Act act) {
  std::unique_ptr<Control> control(new Control());
  control->impl_ = std::make_shared<Impl>(io, std::move(act));
  control->where_ = where;
  error_code error;
  const auto listen = [&error](auto& acceptor, const auto& endpoint) {
    acceptor.open(endpoint.protocol(), error);
    if (!error) acceptor.bind(endpoint, error);
    if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
  };
  if (where.size() <= 5 && std::all_of(where.begin(), where.end(), [](char c) { return c >= '0' && c <= '9'; })) {
    listen(control->impl_->port, asio::ip::tcp::endpoint(asio::ip::address_v4::loopback(),
                                                         static_cast<std::uint16_t>(std::stoul("0" + where))));
    if (!error) control->where_ = std::to_string(control->impl_->port.local_endpoint().port());
    if (!error) control->impl_->accept(control->impl_->port);
  } else {
    ::unlink(where.c_str());
    const mode_t before = ::umask(0177);
    listen(control->impl_->local, asio::local::stream_protocol::endpoint(where));
    ::umask(before);
    if (!error) control->impl_->accept(control->impl_->local);
  }
  if (error) return fail(ErrorCode::io, "control: " + error.message());
  return control;
}

void Control::close() {
  error_code ignored;
  impl_->port.close(ignored);
  if (impl_->local.is_open()) ::unlink(where_.c_str());
  impl_->local.close(ignored);
}

Control::~Control() {
  if (impl_) close();
}

}  // namespace guardline::farside

// The control socket of the mail far side. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "tools/farsides/mail/desk.h"

#include <functional>
#include <string>
#include <string_view>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>

namespace guardline::farside {

/// JSON Lines over a UNIX socket; the words are in tools/farsides/README.md. At most 16 clients.
class Control {
 public:
  /// `changed` is called after every setting and says what went wrong, if anything.
  Control(boost::asio::io_context& io, Desk& desk, std::function<Status()> changed);
  ~Control();  ///< removes the socket file
  Control(const Control&) = delete;
  Control& operator=(const Control&) = delete;

  /// Replaces a socket file that stands there. Mode 0600. Errors: io.
  Status listen(const std::string& path);
  /// One request line to one answer line (without line end).
  [[nodiscard]] std::string answer(std::string_view request);

 private:
  boost::asio::awaitable<void> accept();
  boost::asio::awaitable<void> serve(boost::asio::local::stream_protocol::socket socket);

  boost::asio::local::stream_protocol::acceptor acceptor_;
  Desk& desk_;
  std::function<Status()> changed_;
  std::string path_;
  int clients_{0};
};

}  // namespace guardline::farside

// One SMTP session of the mail far side. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tools/farsides/mail/connection.h"
#include "tools/farsides/mail/desk.h"
#include "tools/farsides/mail/smtp_text.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ssl/context.hpp>

namespace guardline::farside {

/// What every session is given.
struct SessionOptions {
  boost::asio::ssl::context* tls{nullptr};  ///< null = STARTTLS is not offered
  bool implicit_tls{false};
  std::string auth;  ///< "user:password"; empty = no AUTH
  std::size_t max_size{10 * 1024 * 1024};
};

/// RFC 5321 with PIPELINING (2920), SIZE (1870), 8BITMIME (6152), SMTPUTF8 (6531), DSN (3461, taken and not acted on),
/// ENHANCEDSTATUSCODES (2034), STARTTLS (3207), AUTH PLAIN (4954). Ends after 20 wrong commands.
class Session {
 public:
  Session(std::shared_ptr<Connection> connection, Desk& desk, const SessionOptions& options);
  boost::asio::awaitable<void> run();

 private:
  enum class Next { go_on, end };
  boost::asio::awaitable<Next> serve(Command command);
  boost::asio::awaitable<Next> say(std::string_view line);
  boost::asio::awaitable<Next> data();
  boost::asio::awaitable<Next> auth(std::string argument);
  boost::asio::awaitable<Next> starttls();
  /// A line without its end; nothing where the connection ended or the line is too long.
  boost::asio::awaitable<std::optional<std::string>> line(std::size_t limit);
  [[nodiscard]] std::string greeting_of(const Command& command);
  [[nodiscard]] std::string mail(const std::string& argument);
  [[nodiscard]] std::string rcpt(const std::string& argument);
  [[nodiscard]] bool signed_in(std::string_view base64) const;
  void reset();

  std::shared_ptr<Connection> connection_;
  Desk& desk_;
  const SessionOptions& options_;
  bool greeted_{false};
  bool signed_in_{false};
  bool has_sender_{false};
  std::string return_path_;
  std::vector<std::string> recipients_;
  int errors_{0};
};

}  // namespace guardline::farside

// One SMTP session of the mail far side. SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/farsides/mail/session.h"

#include <charconv>
#include <chrono>
#include <utility>

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <openssl/crypto.h>
#include <openssl/evp.h>

namespace guardline::farside {
namespace asio = boost::asio;
namespace {

constexpr std::size_t kMaxLine = 2048;
constexpr std::size_t kMaxAuthLine = 12'288;
constexpr std::size_t kMaxRecipients = 100;
constexpr int kMaxErrors = 20;

std::string decode_base64(std::string_view text) {
  if (text.empty() || text.size() % 4 != 0) return {};
  std::string out(text.size() / 4 * 3, '\0');
  const int n = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(out.data()),
                                reinterpret_cast<const unsigned char*>(text.data()), static_cast<int>(text.size()));
  if (n < 0) return {};
  const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
  out.resize(static_cast<std::size_t>(n) - padding);
  return out;
}

}  // namespace

Session::Session(std::shared_ptr<Connection> connection, Desk& desk, const SessionOptions& options)
    : connection_(std::move(connection)), desk_(desk), options_(options) {}

asio::awaitable<Session::Next> Session::say(std::string_view text) {
  if (text.starts_with('5')) ++errors_;
  std::string bytes(text);
  bytes += "\r\n";
  const bool ok = co_await connection_->write(std::move(bytes));
  co_return ok ? Next::go_on : Next::end;
}

asio::awaitable<std::optional<std::string>> Session::line(std::size_t limit) {
  std::size_t looked = 0;
  while (true) {
    const auto end = connection_->input.find('\n', looked);
    if (end != std::string::npos) {
      std::string text = connection_->input.substr(0, end);
      connection_->input.erase(0, end + 1);
      if (text.ends_with('\r')) text.pop_back();
      co_return text;
    }
    looked = connection_->input.size();
    if (looked > limit) {
      co_await say("500 5.5.2 Line too long");
      co_return std::nullopt;
    }
    const bool more = co_await connection_->fill();
    if (!more) co_return std::nullopt;
  }
}

void Session::reset() {
  has_sender_ = false;
  return_path_.clear();
  recipients_.clear();
}

std::string Session::greeting_of(const Command& command) {
  if (command.argument.empty()) return "501 5.5.4 A name is needed";
  greeted_ = true;
  reset();
  if (command.verb == "HELO") return "250 " + desk_.host();
  std::string text = "250-" + desk_.host() + "\r\n250-PIPELINING\r\n250-SIZE " + std::to_string(options_.max_size) +
                     "\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250-DSN\r\n";
  if (options_.tls != nullptr && !connection_->encrypted()) text += "250-STARTTLS\r\n";
  if (!options_.auth.empty() && connection_->encrypted()) text += "250-AUTH PLAIN\r\n";
  return text + "250 ENHANCEDSTATUSCODES";
}

std::string Session::mail(const std::string& argument) {
  if (!greeted_) return "503 5.5.1 EHLO first";
  if (!options_.auth.empty() && !signed_in_) return "530 5.7.0 Authentication required";
  if (has_sender_) return "503 5.5.1 Nested MAIL";
  const auto path = parse_path(argument, "FROM");
  if (!path) return "501 5.1.7 Bad sender address syntax";
  if (const auto size = parameter(*path, "SIZE")) {
    std::uint64_t bytes = 0;
    const auto [end, error] = std::from_chars(size->data(), size->data() + size->size(), bytes);
    if (error != std::errc{} || end != size->data() + size->size()) return "501 5.5.4 Bad SIZE";
    if (bytes > options_.max_size) return "552 5.3.4 Message too big";
  }
  has_sender_ = true;
  return_path_ = path->mailbox;
  return "250 2.1.0 Ok";
}

std::string Session::rcpt(const std::string& argument) {
  if (!has_sender_) return "503 5.5.1 MAIL first";
  const auto path = parse_path(argument, "TO");
  if (!path || path->mailbox.empty()) return "501 5.1.3 Bad recipient address syntax";
  if (recipients_.size() >= kMaxRecipients) return "452 4.5.3 Too many recipients";
  if (auto refusal = desk_.refuse(return_path_, path->mailbox)) return *refusal;
  recipients_.push_back(path->mailbox);
  return "250 2.1.5 Ok";
}

bool Session::signed_in(std::string_view base64) const {
  const std::string text = decode_base64(base64);
  const auto first = text.find('\0');
  const auto second = first == std::string::npos ? first : text.find('\0', first + 1);
  if (second == std::string::npos) return false;
  const std::string given = text.substr(first + 1, second - first - 1) + ":" + text.substr(second + 1);
  return given.size() == options_.auth.size() && CRYPTO_memcmp(given.data(), options_.auth.data(), given.size()) == 0;
}

asio::awaitable<Session::Next> Session::auth(std::string argument) {
  if (options_.auth.empty() || !connection_->encrypted()) co_return co_await say("503 5.5.1 AUTH is not offered");
  if (signed_in_ || has_sender_) co_return co_await say("503 5.5.1 Not now");
  const Command mechanism = parse_command(argument).value_or(Command{});
  if (mechanism.verb != "PLAIN") co_return co_await say("504 5.5.4 Unknown mechanism");
  std::string response = mechanism.argument;
  if (response.empty()) {
    if (co_await say("334 ") == Next::end) co_return Next::end;
    auto next = co_await line(kMaxAuthLine);
    if (!next) co_return Next::end;
    response = *next;
  }
  signed_in_ = signed_in(response);
  co_return co_await say(signed_in_ ? "235 2.7.0 Welcome" : "535 5.7.8 Wrong credentials");
}

asio::awaitable<Session::Next> Session::starttls() {
  if (options_.tls == nullptr || connection_->encrypted()) co_return co_await say("503 5.5.1 STARTTLS is not offered");
  if (co_await say("220 2.0.0 Ready") == Next::end) co_return Next::end;
  const bool ok = co_await connection_->start_tls(*options_.tls);
  greeted_ = false;
  reset();
  co_return ok ? Next::go_on : Next::end;
}

asio::awaitable<Session::Next> Session::data() {
  if (recipients_.empty())
    co_return co_await say(has_sender_ ? "554 5.5.1 No valid recipients" : "503 5.5.1 MAIL first");
  if (co_await say("354 End with <CR><LF>.<CR><LF>") == Next::end) co_return Next::end;
  DataReader reader(options_.max_size);
  while (true) {
    const std::size_t eaten = reader.feed(connection_->input);
    connection_->input.erase(0, eaten);
    if (reader.done()) break;
    const bool more = co_await connection_->fill();
    if (!more) co_return Next::end;
  }
  if (reader.too_big()) {
    reset();
    co_return co_await say("552 5.3.4 Message too big");
  }
  const auto taken = desk_.take(return_path_, recipients_, reader.text());
  reset();
  if (taken.cut) {
    connection_->cut();
    co_return Next::end;
  }
  if (desk_.settings.answer_delay_ms > 0) {
    asio::steady_timer timer(co_await asio::this_coro::executor,
                             std::chrono::milliseconds(desk_.settings.answer_delay_ms));
    boost::system::error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    co_await timer.async_wait(token);
  }
  co_return co_await say(taken.answer);
}

asio::awaitable<Session::Next> Session::serve(Command command) {
  const std::string& verb = command.verb;
  if (verb == "EHLO" || verb == "HELO") co_return co_await say(greeting_of(command));
  if (verb == "MAIL") co_return co_await say(mail(command.argument));
  if (verb == "RCPT") co_return co_await say(rcpt(command.argument));
  if (verb == "DATA") co_return co_await data();
  if (verb == "STARTTLS") co_return co_await starttls();
  if (verb == "AUTH") co_return co_await auth(command.argument);
  if (verb == "NOOP") co_return co_await say("250 2.0.0 Ok");
  if (verb == "VRFY") co_return co_await say("252 2.5.2 Send and see");
  if (verb == "RSET") {
    reset();
    co_return co_await say("250 2.0.0 Ok");
  }
  if (verb == "QUIT") {
    co_await say("221 2.0.0 Bye");
    co_return Next::end;
  }
  co_return co_await say("502 5.5.2 Unknown command");
}

asio::awaitable<void> Session::run() {
  if (options_.implicit_tls) {
    const bool ok = co_await connection_->start_tls(*options_.tls);
    if (!ok) co_return;
  }
  std::string greeting = "220 " + desk_.host() + " ESMTP";
  Next next = co_await say(greeting);
  while (next == Next::go_on) {
    auto text = co_await line(kMaxLine);
    if (!text) break;
    auto command = parse_command(*text);
    if (!command) {
      next = co_await say("500 5.5.2 Not a command");
    } else {
      next = co_await serve(std::move(*command));
    }
    if (errors_ >= kMaxErrors) {
      co_await say("421 4.7.0 Too many errors");
      break;
    }
  }
}

}  // namespace guardline::farside

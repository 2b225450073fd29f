// A connection in an attacker's hands. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/attack/raw_line.h"

#include <algorithm>
#include <cctype>
#include <csignal>
#include <cstdlib>
#include <vector>

#include <boost/json.hpp>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace guardline::attack {
namespace {

bool same(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
    return std::tolower(static_cast<unsigned char>(x)) == std::tolower(static_cast<unsigned char>(y));
  });
}

std::vector<std::string> values(std::string_view head, std::string_view name) {
  std::vector<std::string> found;
  for (auto end = head.find("\r\n"); end != std::string_view::npos; end = head.find("\r\n")) {
    const auto line = head.substr(0, end);
    head.remove_prefix(end + 2);
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || !same(line.substr(0, colon), name)) continue;
    auto value = line.substr(colon + 1);
    while (value.starts_with(' ')) value.remove_prefix(1);
    found.emplace_back(value);
  }
  return found;
}

}  // namespace

std::string Reply::field(std::string_view name) const {
  const auto found = values(head, name);
  return found.empty() ? std::string() : found.front();
}
std::size_t Reply::count(std::string_view name) const { return values(head, name).size(); }

std::string Reply::code() const {
  boost::system::error_code error;
  const auto parsed = boost::json::parse(body, error);
  if (error || !parsed.is_object()) return {};
  const auto* code = parsed.get_object().if_contains("code");
  return code != nullptr && code->is_string() ? std::string(code->get_string()) : std::string();
}

struct RawLine::State {
  int fd{-1};
  SSL_CTX* context{nullptr};
  SSL* ssl{nullptr};
  std::string buffer;
  bool gone{false};
  bool silent{false};  ///< 20 s without a byte
};

RawLine::RawLine(const Way& way) : state_(std::make_unique<State>()) {
  std::signal(SIGPIPE, SIG_IGN);
  auto& my = *state_;
  my.fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const timeval patience{20, 0};
  ::setsockopt(my.fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  ::setsockopt(my.fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  const int at_once = 1;
  ::setsockopt(my.fd, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(way.port);
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  my.gone = ::connect(my.fd, reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0;
  if (!way.tls || my.gone) return;
  my.context = SSL_CTX_new(TLS_client_method());
  bool ready = true;
  if (!way.ca.empty()) {
    ready = SSL_CTX_load_verify_locations(my.context, way.ca.c_str(), nullptr) == 1;
    SSL_CTX_set_verify(my.context, SSL_VERIFY_PEER, nullptr);
  }
  if (!way.cert.empty()) {
    ready = ready && SSL_CTX_use_certificate_file(my.context, way.cert.c_str(), SSL_FILETYPE_PEM) == 1 &&
            SSL_CTX_use_PrivateKey_file(my.context, way.key.c_str(), SSL_FILETYPE_PEM) == 1;
  }
  my.ssl = SSL_new(my.context);
  SSL_set_fd(my.ssl, my.fd);
  my.gone = !ready || SSL_connect(my.ssl) != 1;
}

RawLine::~RawLine() {
  if (state_->ssl != nullptr) SSL_free(state_->ssl);
  if (state_->context != nullptr) SSL_CTX_free(state_->context);
  ::close(state_->fd);
}

bool RawLine::send(std::string_view bytes) {
  auto& my = *state_;
  while (!bytes.empty() && !my.gone) {
    const auto done = my.ssl != nullptr ? SSL_write(my.ssl, bytes.data(), static_cast<int>(bytes.size()))
                                        : ::send(my.fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (done <= 0) {
      my.gone = true;
      break;
    }
    bytes.remove_prefix(static_cast<std::size_t>(done));
  }
  return !my.gone;
}

/// What was sent before the far side ended it can still be read.
bool RawLine::fill() {
  auto& my = *state_;
  char piece[16 * 1024];
  const auto got = my.ssl != nullptr ? SSL_read(my.ssl, piece, sizeof piece) : ::recv(my.fd, piece, sizeof piece, 0);
  if (got > 0) {
    my.buffer.append(piece, static_cast<std::size_t>(got));
    return true;
  }
  my.silent = my.ssl != nullptr ? SSL_get_error(my.ssl, static_cast<int>(got)) == SSL_ERROR_WANT_READ
                                : got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
  my.gone = true;
  return false;
}

std::optional<Reply> RawLine::reply() {
  auto& buffer = state_->buffer;
  auto end = buffer.find("\r\n\r\n");
  for (; end == std::string::npos; end = buffer.find("\r\n\r\n")) {
    if (!fill()) return std::nullopt;
  }
  Reply reply;
  reply.head = buffer.substr(0, end + 2);
  buffer.erase(0, end + 4);
  if (!reply.head.starts_with("HTTP/1.1 ")) return std::nullopt;
  reply.status = std::atoi(reply.head.c_str() + 9);
  if (reply.status == 101 || reply.status == 204) return reply;
  const auto size = static_cast<std::size_t>(std::strtoull(reply.field("Content-Length").c_str(), nullptr, 10));
  while (buffer.size() < size) {
    if (!fill()) return std::nullopt;
  }
  reply.body = buffer.substr(0, size);
  buffer.erase(0, size);
  return reply;
}

std::optional<Reply> RawLine::ask(std::string_view bytes) {
  send(bytes);
  return reply();
}

void RawLine::finish() {
  if (state_->gone) return;
  if (state_->ssl != nullptr) SSL_shutdown(state_->ssl);
  ::shutdown(state_->fd, SHUT_WR);
}

std::string RawLine::rest() {
  while (fill()) {
  }
  return std::exchange(state_->buffer, {});
}

bool RawLine::ended() const { return state_->gone && !state_->silent; }

bool RawLine::hung_up() const {
  pollfd look{state_->fd, 0, 0};
  return ::poll(&look, 1, 0) > 0 && (look.revents & (POLLERR | POLLHUP)) != 0;
}

std::optional<Reply> HeldLine::ask(std::string_view bytes) {
  const bool held = line_ != nullptr;
  if (!line_) line_ = std::make_unique<RawLine>(way_);
  auto reply = line_->ask(bytes);
  if (!reply && held) {  // ended since the last answer
    line_ = std::make_unique<RawLine>(way_);
    reply = line_->ask(bytes);
  }
  if (!reply || reply->field("Connection") == "close") line_.reset();
  return reply;
}

std::string request(std::string_view method, std::string_view target, std::string_view fields, std::string_view body) {
  std::string text;
  text.append(method).append(" ").append(target).append(" HTTP/1.1\r\nHost: hub\r\n").append(fields);
  if (!body.empty()) {
    text.append("Content-Type: application/json\r\nContent-Length: ")
        .append(std::to_string(body.size()))
        .append("\r\n");
  }
  return text.append("\r\n").append(body);
}

}  // namespace guardline::attack

// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/setup/listen.h"

#include <memory>

#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace guardline::setup {

Result<std::int64_t> settled_port(const Listen& listen) {
  if (listen.port != 0) return listen.port;
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
  addrinfo* found = nullptr;
  if (::getaddrinfo(listen.host.c_str(), "0", &hints, &found) != 0)
    return fail(ErrorCode::invalid_argument, "no address to listen on: " + listen.host);
  const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> addresses(found, &::freeaddrinfo);
  const int fd = ::socket(found->ai_family, found->ai_socktype | SOCK_CLOEXEC, 0);
  if (fd < 0) return fail(ErrorCode::io, "no socket to be had");
  sockaddr_storage bound{};
  socklen_t size = sizeof bound;
  const bool ok = ::bind(fd, found->ai_addr, found->ai_addrlen) == 0 &&
                  ::getsockname(fd, reinterpret_cast<sockaddr*>(&bound), &size) == 0;
  ::close(fd);
  if (!ok) return fail(ErrorCode::invalid_argument, "no address of this machine: " + listen.host);
  if (bound.ss_family == AF_INET6) return ntohs(reinterpret_cast<const sockaddr_in6&>(bound).sin6_port);
  return ntohs(reinterpret_cast<const sockaddr_in&>(bound).sin_port);
}

}  // namespace guardline::setup

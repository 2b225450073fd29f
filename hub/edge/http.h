// Requests and answers as the rest of the hub sees them: no socket, no HTTP library.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/stream.h"
#include "core/base/bytes.h"
#include "core/base/id.h"
#include "core/base/time.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guardline::edge {

enum class Method : std::uint8_t { get, post, put, patch, delete_ };
std::string_view name(Method method) noexcept;

/// Where a request came in. The same router serves all three; each route says where it may be seen.
enum class Door : std::uint8_t {
  ops,    ///< TLS 1.3, optional certificate of the device CA
  open,   ///< the public listener
  local,  ///< the UNIX socket; file permissions are the authentication
};
std::string_view name(Door door) noexcept;

/// What TLS proved about the other side: the chain ends at our device CA and the key is held. Nothing about its state.
struct PeerCertificate {
  Digest certificate{};  ///< SHA-256 of the DER certificate (RFC 8705 section 3.1)
  Digest key{};          ///< SHA-256 of its SubjectPublicKeyInfo
  std::string serial;    ///< upper-case hexadecimal
};

/// One request, complete. Header names are lower case.
struct Request {
  Door door{Door::open};
  std::optional<Method> method;  ///< nothing for methods that no route has
  std::string address;           ///< of the other side, without port; for throttling, never logged
  std::string path;              ///< as sent, without the query; no route has a character that needs %-encoding
  std::string query;             ///< as sent; never logged
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  bool websocket{false};  ///< a well-formed RFC 6455 opening handshake
  std::shared_ptr<const PeerCertificate> peer;
  std::string trace;  ///< names the request in log and problems
  /// When it was done, for what a console did without a hub and sends now. Set by the replay inside the hub
  /// (routes/outbox_routes.cpp), never from a message.
  std::optional<Timestamp> done_at;

  /// The value of the first header of that (lower-case) name; empty if there is none.
  [[nodiscard]] std::string_view header(std::string_view name) const;
  [[nodiscard]] bool has_header(std::string_view name) const;
  /// The credential of `Authorization: <scheme> <credential>`; empty if absent or of another scheme.
  [[nodiscard]] std::string_view credential(std::string_view scheme) const;
};

/// Leave to open a stream, given once by a redeemed ticket.
struct StreamGrant {
  std::vector<api::Topic> topics;
  std::optional<std::string> cursor;
  DeviceId device;
  SessionId session;
};

struct Response {
  unsigned status{200};
  std::string content_type;  ///< empty = no body
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
  std::optional<StreamGrant> upgrade;  ///< the connection becomes a stream instead of answering
  std::string code;                    ///< of a problem, for the log
};

/// Gives the answer. Called exactly once, on any thread.
using Responder = std::function<void(Response)>;

}  // namespace guardline::edge

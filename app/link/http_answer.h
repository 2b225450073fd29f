// One HTTPS request and what became of it. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <chrono>
#include <functional>
#include <optional>
#include <string>

namespace guardline::app {

enum class Verb { get, post, del };

struct HttpRequest {
  Verb verb{Verb::get};
  std::string path{};                 ///< "/v1/..."
  std::string body{};                 ///< JSON; only with post
  QByteArray authorization{};         ///< value of the header; empty: none
  bool as_person{false};              ///< with the token of the session of the moment, in place of `authorization`
  std::string idempotency_key{};      ///< value of the header; empty: none
  std::chrono::milliseconds limit{};  ///< zero: the usual one
};

/// Why there is no HTTP answer at all.
enum class Trouble {
  unreachable,  ///< no connection, or it broke
  timed_out,    ///< no answer in time
  foreign_hub,  ///< the other side's key is not the pinned one (or its certificate is not in force): nothing was sent
  own_certificate,    ///< the hub ended the handshake over our certificate
  proxy,              ///< a proxy on the way wants something of its own
  too_large,          ///< more than we take
  too_many_requests,  ///< our own bound
  no_identity,        ///< no hub is known yet
};

struct HttpAnswer {
  std::optional<Trouble> trouble;
  int status{};
  std::string body;
  std::chrono::milliseconds elapsed{};  ///< from the request (or the end of its handshake) to the answer's end
  QString protocol;                     ///< "TLS 1.3"
  bool mutual{false};                   ///< our certificate was in the handshake

  [[nodiscard]] bool good() const { return !trouble && status >= 200 && status < 300; }
};

}  // namespace guardline::app

// TLS as the two listeners need it. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "hub/edge/http.h"

#include <memory>
#include <string>

#include <boost/asio/ssl/context.hpp>

namespace guardline::edge {

struct TlsFiles {
  std::string certificate;  ///< PEM chain, leaf first
  std::string key;          ///< PEM, readable by the hub only
};

/// TLS 1.3 only. Asks for a client certificate and takes none, or one whose chain ends at `device_ca` (PEM file); any
/// other ends the handshake (unknown_ca). No session tickets and no session cache: a resumed handshake would skip the
/// check of the certificate. ALPN: http/1.1 or nothing.
Result<std::shared_ptr<boost::asio::ssl::context>> make_ops_tls(const TlsFiles& files, const std::string& device_ca);

/// TLS 1.2 or later, no client certificates.
Result<std::shared_ptr<boost::asio::ssl::context>> make_public_tls(const TlsFiles& files);

/// What the handshake proved; null without a client certificate. `ssl` is the connection's SSL*.
std::shared_ptr<const PeerCertificate> peer_certificate(::SSL* ssl);

}  // namespace guardline::edge

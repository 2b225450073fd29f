// The hub's own certificate authority. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/crypto/certificate.h"
#include "core/crypto/key.h"

#include <span>
#include <string>
#include <string_view>

namespace guardline::crypto {

/// A self-signed EC P-256 authority that signs devices (clientAuth) and the hub's listener (serverAuth), and nothing
/// else: path length 0. Serials are 127 random bits (RFC 5280 section 4.1.2.2 wants at most 20 octets, positive).
/// Thread safe.
class CertificateAuthority {
 public:
  /// Errors: invalid_argument (name, validity turned round), internal.
  static Result<CertificateAuthority> create(std::string_view common_name, const Validity& validity);
  /// Errors: corrupt (unreadable, or the key is not the certificate's).
  static Result<CertificateAuthority> load(std::string_view certificate_pem, std::string_view key_pem);

  [[nodiscard]] const Certificate& certificate() const { return certificate_; }
  [[nodiscard]] const PrivateKey& key() const { return key_; }

  /// A certificate for the request's key under a name of our choosing. Errors: invalid_argument (name, validity),
  /// internal.
  [[nodiscard]] Result<Certificate> sign_device(const CertificateRequest& request, std::string_view common_name,
                                                const Validity& validity) const;

  /// `hosts`: at least one DNS name or IP address for subjectAltName; the first is the common name too (if it fits).
  /// Errors: invalid_argument (no or malformed host, validity), internal.
  [[nodiscard]] Result<Certificate> sign_server(const PrivateKey& key, std::span<const std::string> hosts,
                                                const Validity& validity) const;

 private:
  CertificateAuthority(PrivateKey key, Certificate certificate)
      : key_(std::move(key)), certificate_(std::move(certificate)) {}
  PrivateKey key_;
  Certificate certificate_;
};

}  // namespace guardline::crypto

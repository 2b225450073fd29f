// X.509 certificates and signing requests as they come in. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/base/time.h"
#include "core/crypto/key.h"

#include <memory>
#include <string>
#include <string_view>

struct x509_st;
struct X509_req_st;

namespace guardline::crypto {

/// Both ends included; X.509 keeps whole seconds.
struct Validity {
  Timestamp not_before;
  Timestamp not_after;
};

enum class CertificateUse { client, server };

/// A parsed certificate; cheap to copy, never changed. Thread safe.
class Certificate {
 public:
  /// The first certificate of a PEM text. Errors: corrupt.
  static Result<Certificate> from_pem(std::string_view pem);
  static Result<Certificate> from_der(BytesView der);
  /// Shares `certificate` (takes a reference), e.g. the peer's from a TLS handshake. Null is a programming error.
  static Certificate share(x509_st* certificate);

  [[nodiscard]] std::string pem() const;
  [[nodiscard]] Bytes der() const;
  /// SHA-256 of the DER SubjectPublicKeyInfo: names the key, and so the device, over renewals.
  [[nodiscard]] Digest spki_sha256() const;
  /// SHA-256 of the whole DER certificate.
  [[nodiscard]] Digest sha256() const;
  [[nodiscard]] std::string common_name() const;
  [[nodiscard]] std::string serial_hex() const;
  [[nodiscard]] Validity validity() const;

  /// Signed by `ca`, in force at `at`, meant for `use` (extended key usage). Errors: denied, with OpenSSL's reason.
  [[nodiscard]] Status check(const Certificate& ca, Timestamp at, CertificateUse use) const;

  [[nodiscard]] x509_st* handle() const { return certificate_.get(); }

 private:
  friend class CertificateAuthority;
  explicit Certificate(std::shared_ptr<x509_st> certificate) : certificate_(std::move(certificate)) {}
  std::shared_ptr<x509_st> certificate_;
};

/// PKCS#10 (RFC 2986). Only the key and the proof that the sender has it are used: names and extensions that the sender
/// asks for are ignored, the CA decides them.
class CertificateRequest {
 public:
  /// Errors: invalid_argument (name empty, over 64 characters or not UTF-8), internal.
  static Result<CertificateRequest> make(const PrivateKey& key, std::string_view common_name);
  /// At most 16 KiB. Errors: invalid_argument (unreadable, key not EC P-256, signature does not fit the key).
  static Result<CertificateRequest> from_pem(std::string_view pem);

  [[nodiscard]] std::string pem() const;
  [[nodiscard]] Digest spki_sha256() const;
  [[nodiscard]] std::string common_name() const;

  [[nodiscard]] X509_req_st* handle() const { return request_.get(); }

 private:
  explicit CertificateRequest(std::shared_ptr<X509_req_st> request) : request_(std::move(request)) {}
  std::shared_ptr<X509_req_st> request_;
};

/// A fingerprint for people: upper-case hexadecimal in groups of four with blanks. The administrator asks for the last
/// two groups by voice.
std::string fingerprint_text(const Digest& digest);

}  // namespace guardline::crypto

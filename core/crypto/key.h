// Private keys of devices and hubs: EC P-256. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/crypto/secret.h"

#include <memory>
#include <string_view>

struct evp_pkey_st;

namespace guardline::crypto {

/// A P-256 key pair; cheap to copy (shared, never changed). Thread safe.
class PrivateKey {
 public:
  static Result<PrivateKey> generate();
  /// PKCS#8 or SEC1, unencrypted. Errors: corrupt (unreadable), invalid_argument (another kind of key).
  static Result<PrivateKey> from_pem(std::string_view pem);

  /// PKCS#8, unencrypted: whoever stores it seals it or keeps the file at mode 0600.
  [[nodiscard]] Result<Secret> pem() const;
  /// DER SubjectPublicKeyInfo.
  [[nodiscard]] Bytes public_der() const;
  /// What enrolment codes and device fingerprints show: SHA-256 of public_der().
  [[nodiscard]] Digest spki_sha256() const;

  [[nodiscard]] evp_pkey_st* handle() const { return key_.get(); }

 private:
  explicit PrivateKey(std::shared_ptr<evp_pkey_st> key) : key_(std::move(key)) {}
  std::shared_ptr<evp_pkey_st> key_;
};

}  // namespace guardline::crypto

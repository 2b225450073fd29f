// Signatures of chain heads: Ed25519. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/crypto/secret.h"

#include <array>

namespace guardline::crypto {

using Ed25519PublicKey = std::array<std::uint8_t, 32>;
using Ed25519Signature = std::array<std::uint8_t, 64>;

/// RFC 8032 pure Ed25519. The seed is the 32 bytes of section 5.1.5, kept as a file of 32 raw bytes.
class Ed25519Signer {
 public:
  /// Errors: invalid_argument (not 32 bytes), internal.
  static Result<Ed25519Signer> from_seed(BytesView seed);
  static Secret new_seed() { return Secret::random(32); }

  [[nodiscard]] const Ed25519PublicKey& public_key() const { return public_key_; }
  [[nodiscard]] Result<Ed25519Signature> sign(BytesView message) const;

 private:
  Ed25519Signer(Secret seed, const Ed25519PublicKey& public_key) : seed_(std::move(seed)), public_key_(public_key) {}
  Secret seed_;
  Ed25519PublicKey public_key_;
};

/// True only for a signature of exactly this message by this key; a malformed key or signature is false too.
bool ed25519_verify(BytesView public_key, BytesView message, BytesView signature);

/// The public key as a PEM that `openssl pkeyutl -verify -pubin -rawin` reads.
Result<std::string> ed25519_public_pem(BytesView public_key);

}  // namespace guardline::crypto

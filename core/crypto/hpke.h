// Boxes that only one receiver can open: HPKE (RFC 9180). SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/crypto/secret.h"

#include <array>
#include <cstdint>

namespace guardline::crypto {

using X25519PublicKey = std::array<std::uint8_t, 32>;

/// The receiver's key: 32 raw bytes (RFC 7748 section 5), kept as a file of exactly these.
class HpkeReceiver {
 public:
  /// Errors: invalid_argument (not 32 bytes), internal.
  static Result<HpkeReceiver> from_raw(BytesView key);

  [[nodiscard]] const X25519PublicKey& public_key() const { return public_key_; }
  [[nodiscard]] BytesView raw() const { return key_.view(); }

 private:
  HpkeReceiver(Secret key, const X25519PublicKey& public_key) : key_(std::move(key)), public_key_(public_key) {}
  Secret key_;
  X25519PublicKey public_key_;
};

/// RFC 9180 section 7.3. The product seals with AES-256-GCM; the smaller one has published vectors.
enum class HpkeAead : std::uint16_t { aes_128_gcm = 1, aes_256_gcm = 2 };

inline constexpr std::size_t kHpkeOverhead = 32 + 16;

/// Base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, one message a box: encapsulated key (32 bytes) ‖ ciphertext ‖
/// tag (16). `info` names the use, `aad` the place: both are bound, not stored. The sender keeps nothing that opens it.
/// Thread safe. Errors: invalid_argument (key or sizes), internal.
Result<Bytes> hpke_seal(BytesView public_key, BytesView info, BytesView aad, BytesView plain);

/// Errors: corrupt (too short, edited, for another key, other info or aad: not told apart), internal.
Result<Secret> hpke_open(const HpkeReceiver& receiver, BytesView info, BytesView aad, BytesView sealed,
                         HpkeAead aead = HpkeAead::aes_256_gcm);

}  // namespace guardline::crypto

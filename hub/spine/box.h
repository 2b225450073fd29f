// Sealed details: salt and content in one box. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/crypto/digest.h"
#include "core/crypto/secret.h"
#include "hub/spine/event.h"

#include <array>
#include <memory>

struct evp_cipher_ctx_st;
struct evp_cipher_st;

namespace guardline::spine {

inline constexpr std::size_t kSaltSize = 16;

/// Seals details in the form of core/crypto/aead.h (nonce ‖ ciphertext ‖ tag). Every row of a busy hub passes here, so
/// the cipher's context stays alive between rows and random bytes are fetched by the page: both together halve the cost
/// of a box against crypto::seal. Holds no more secrets than the key ring beside it. One thread.
class DetailSealer {
 public:
  DetailSealer();
  ~DetailSealer();
  DetailSealer(const DetailSealer&) = delete;
  DetailSealer& operator=(const DetailSealer&) = delete;
  /// Fills `event.sealed_detail` with the box of (salt ‖ detail) and `event.detail_hash` with SHA-256 of the same.
  Status seal(crypto::Sha256& hash, const crypto::Secret& key, BytesView detail, StoredEvent& event);

 private:
  BytesView random(std::size_t size);
  std::unique_ptr<evp_cipher_st, void (*)(evp_cipher_st*)> cipher_;
  std::unique_ptr<evp_cipher_ctx_st, void (*)(evp_cipher_ctx_st*)> context_;
  std::array<std::uint8_t, 4096> pool_{};
  std::size_t pool_at_{0};
  Bytes salted_;
  bool first_{true};
};

/// The detail without its salt, checked against the hash in the row (corrupt).
Result<crypto::Secret> open_detail(const crypto::Secret& key, const StoredEvent& event);

}  // namespace guardline::spine

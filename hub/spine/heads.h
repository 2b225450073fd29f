// Signed heads over all partitions: what can be anchored outside. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "core/crypto/ed25519.h"
#include "core/db/database.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace guardline::spine {

/// A head says: at this moment each partition ended here, with this chain value. Its signed bytes, big-endian:
///   "GLH1" · mark of the spine 4 · number 8 · signed_at 8 (µs) · SHA-256(body ‖ signature) of the head before, 32
///   (zeros before the first) · partitions 2 · per partition: last_seq 8 (0 = empty), chain 32
struct Head {
  std::uint32_t mark{};
  std::int64_t number{};
  Timestamp signed_at{};
  Digest previous{};
  struct End {
    std::int64_t last_seq{};
    Digest chain{};
  };
  std::vector<End> ends;
};
Bytes encode_head(const Head& head);
std::optional<Head> decode_head(BytesView body);

struct SignedHead {
  std::int64_t number{};  ///< as stored beside the body
  Bytes body;
  Bytes signature;
};
Digest digest_of(const SignedHead& head);
/// All heads, rising. Inside a transaction of the caller or alone.
Result<std::vector<SignedHead>> read_heads(db::Database& database);

/// Signs a head over the present ends, in its own transaction; returns its number.
Result<std::int64_t> write_head(db::Database& database, const crypto::Ed25519Signer& signer, std::uint32_t mark,
                                std::uint16_t partitions, Timestamp now);

/// When the newest head was signed; nothing if there is none.
Result<std::optional<Timestamp>> last_head_at(db::Database& database);

}  // namespace guardline::spine

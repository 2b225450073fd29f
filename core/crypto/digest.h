// SHA-256 and HMAC-SHA-256. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"

#include <initializer_list>
#include <memory>

struct evp_md_ctx_st;

namespace guardline::crypto {

/// A running SHA-256 (FIPS 180-4) that keeps its context between messages: the spine hashes every row, and a new
/// context with an implicit look-up of the algorithm costs more than hashing the row does. One thread at a time.
class Sha256 {
 public:
  Sha256();
  Sha256(Sha256&&) noexcept = default;
  Sha256& operator=(Sha256&&) noexcept = default;
  ~Sha256() = default;

  Sha256& update(BytesView bytes);
  Sha256& update(std::uint8_t byte) { return update(BytesView(&byte, 1)); }
  /// The digest of everything since the last finish; the object is ready for the next message.
  Digest finish();

 private:
  struct Free {
    void operator()(evp_md_ctx_st* context) const noexcept;
  };
  std::unique_ptr<evp_md_ctx_st, Free> context_;
};

/// One-shot forms; thread safe.
Digest sha256(BytesView bytes);
/// The digest of the parts one after another. Callers make the borders of the parts unambiguous.
Digest sha256(std::initializer_list<BytesView> parts);

/// RFC 2104 with SHA-256; thread safe.
Digest hmac_sha256(BytesView key, BytesView message);

}  // namespace guardline::crypto

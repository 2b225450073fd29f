// Sealed boxes: AES-256-GCM. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/crypto/secret.h"

#include <cstddef>

namespace guardline::crypto {

inline constexpr std::size_t kAeadKeySize = 32;
inline constexpr std::size_t kAeadNonceSize = 12;
inline constexpr std::size_t kAeadTagSize = 16;
inline constexpr std::size_t kAeadOverhead = kAeadNonceSize + kAeadTagSize;

/// nonce(12) ‖ ciphertext ‖ tag(16), NIST SP 800-38D. The nonce is random, so one key may seal at most 2^32 boxes; keys
/// here are per investor or per store, far below that. `aad` is bound, not stored: give the same bytes to open (the
/// name of the place the box stands in, so that a box can't be moved to another row). Errors: invalid_argument (key is
/// not 32 bytes), internal (OpenSSL). Thread safe.
Result<Bytes> seal(BytesView key, BytesView plain, BytesView aad);

/// Errors: invalid_argument (key size), corrupt (too short, edited, other key or other aad: not told apart), internal
/// (OpenSSL: the box may be whole).
Result<Secret> open(BytesView key, BytesView sealed, BytesView aad);

}  // namespace guardline::crypto

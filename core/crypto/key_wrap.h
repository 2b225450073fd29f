// Keys under keys, and keys from secrets. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/crypto/secret.h"

#include <cstddef>
#include <string_view>

namespace guardline::crypto {

/// A 32-byte key sealed under another (AES-256-GCM, first byte = form version 1). `context` says what the key is for
/// and whose it is ("totp/<account id>"): unwrapping with another context fails, so wrapped keys can't be swapped
/// between rows. Errors: invalid_argument (a key is not 32 bytes), internal.
Result<Bytes> wrap_key(BytesView wrapping_key, BytesView key, std::string_view context);

/// Errors: invalid_argument (wrapping key size), corrupt (edited, other wrapping key, other context), conflict (a form
/// version that this program does not know), internal.
Result<Secret> unwrap_key(BytesView wrapping_key, BytesView wrapped, std::string_view context);

/// HKDF-SHA-256, RFC 5869; `size` 1..8160 bytes. Errors: invalid_argument (size), internal.
Result<Secret> hkdf_sha256(BytesView secret, BytesView salt, std::string_view info, std::size_t size);

}  // namespace guardline::crypto

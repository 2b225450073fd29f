// AES key wrap: short values, the same box every time. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"

namespace guardline::crypto {

/// RFC 3394 (KW of NIST SP 800-38F) with AES-256 and the default initial value: deterministic authenticated encryption
/// without a nonce. The box is 8 bytes longer than `plain`. For values that are unique by themselves, such as ids:
/// equal values give equal boxes. Errors: invalid_argument (key is not 32 bytes; plain is not 16..4096 bytes in
/// eights), internal. Thread safe.
Result<Bytes> aes_wrap(BytesView key, BytesView plain);

/// Errors: invalid_argument (key size), corrupt (wrong length, edited, other key: not told apart).
Result<Bytes> aes_unwrap(BytesView key, BytesView box);

}  // namespace guardline::crypto

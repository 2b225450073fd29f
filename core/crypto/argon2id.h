// Password hashing: Argon2id (RFC 9106). SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/crypto/secret.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace guardline::crypto {

/// The default is one of the equivalent settings of OWASP ASVS 5.0 appendix C; about 30 ms and 19 MiB a hash, so
/// callers bound how many run at once.
struct Argon2Params {
  std::uint32_t passes{2};
  std::uint32_t memory_kib{19456};
  std::uint32_t lanes{1};
  friend bool operator==(const Argon2Params&, const Argon2Params&) = default;
};

/// A PHC string "$argon2id$v=19$m=..,t=..,p=..$salt$tag" with a fresh 16-byte salt and a 32-byte tag: the parameters
/// travel with the hash. Any bytes up to 4096 are accepted; rules for passwords are the caller's. Blocking, CPU-bound;
/// thread safe. Errors: invalid_argument (length, parameters), exhausted (memory).
Result<std::string> argon2id_hash(std::string_view password, const Argon2Params& params = {});

/// Whether `password` is the one behind `phc`. The parameters of the string are obeyed, within bounds that keep a
/// tampered row from exhausting the machine (1 GiB, 16 passes, 16 lanes).
/// Errors: corrupt (not an argon2id PHC string, or out of bounds), exhausted (memory).
Result<bool> argon2id_verify(std::string_view password, std::string_view phc);

/// True when the string was made with other parameters or is not readable: hash anew at the next success.
bool argon2id_needs_rehash(std::string_view phc, const Argon2Params& params = {});

/// The bare function, for keys: RFC 9106 section 3.1 with optional secret K and associated data X.
/// Errors: invalid_argument (salt under 8 bytes, tag under 4, parameters), exhausted (memory).
struct Argon2Input {
  BytesView password;
  BytesView salt;
  BytesView secret{};
  BytesView associated{};
};
Result<Secret> argon2id_derive(const Argon2Input& input, const Argon2Params& params, std::size_t size);

}  // namespace guardline::crypto

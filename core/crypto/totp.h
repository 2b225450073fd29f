// One-time codes: HOTP (RFC 4226) and TOTP (RFC 6238). SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace guardline::crypto {

enum class OtpHash { sha1, sha256, sha512 };

struct OtpParams {
  OtpHash hash{OtpHash::sha1};  ///< what every authenticator app supports; HMAC-SHA1 is sound for this use
  unsigned digits{6};           ///< 6..8
  unsigned period{30};          ///< seconds; T0 is 1970-01-01
};

/// Bytes of a new seed: RFC 4226 section 4 R6 recommends 160 bits.
inline constexpr std::size_t kTotpSeedSize = 20;

/// The counter of a moment; 64 bits, so that times past 2038 work.
std::int64_t totp_step(Timestamp at, const OtpParams& params = {});

std::string hotp(BytesView seed, std::uint64_t counter, const OtpParams& params = {});
std::string totp(BytesView seed, Timestamp at, const OtpParams& params = {});

/// The step within `now` ± `window` whose code this is, and which is later than `last_accepted`; nothing else. Every
/// candidate is computed and compared whatever matches, so the time taken does not tell. The caller must store the
/// answer atomically as the new last accepted step: only then does each code work once (RFC 6238 section 5.2).
std::optional<std::int64_t> match_totp(BytesView seed, std::string_view code, Timestamp now, std::int64_t last_accepted,
                                       int window = 1, const OtpParams& params = {});

/// otpauth://totp/ISSUER:ACCOUNT?secret=...: what authenticator apps scan. Issuer and account are percent-encoded
/// UTF-8.
std::string otpauth_uri(std::string_view issuer, std::string_view account, BytesView seed,
                        const OtpParams& params = {});

}  // namespace guardline::crypto

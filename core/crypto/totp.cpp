// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/totp.h"

#include "core/crypto/secret.h"

#include <array>
#include <cstdlib>

#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace guardline::crypto {
namespace {

const EVP_MD* algorithm(OtpHash hash) {
  switch (hash) {
    case OtpHash::sha1:
      return EVP_sha1();
    case OtpHash::sha256:
      return EVP_sha256();
    case OtpHash::sha512:
      return EVP_sha512();
  }
  std::abort();
}

std::string_view algorithm_name(OtpHash hash) {
  switch (hash) {
    case OtpHash::sha1:
      return "SHA1";
    case OtpHash::sha256:
      return "SHA256";
    case OtpHash::sha512:
      return "SHA512";
  }
  std::abort();
}

// RFC 3986 section 2.3: everything but the unreserved characters.
std::string percent_encode(std::string_view text) {
  static constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                       c == '.' || c == '_' || c == '~';
    if (plain) {
      out.push_back(c);
      continue;
    }
    const auto byte = static_cast<std::uint8_t>(c);
    out.push_back('%');
    out.push_back(kHex[byte >> 4]);
    out.push_back(kHex[byte & 15]);
  }
  return out;
}

}  // namespace

std::int64_t totp_step(Timestamp at, const OtpParams& params) {
  return std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count() /
         static_cast<std::int64_t>(params.period);
}

std::string hotp(BytesView seed, std::uint64_t counter, const OtpParams& params) {
  std::array<std::uint8_t, 8> message;
  for (std::size_t i = 0; i < 8; ++i) message[i] = static_cast<std::uint8_t>(counter >> (56 - 8 * i));
  static constexpr std::uint8_t kNothing = 0;  // HMAC() takes no null key
  std::array<std::uint8_t, EVP_MAX_MD_SIZE> mac{};
  unsigned size = 0;
  if (HMAC(algorithm(params.hash), seed.empty() ? &kNothing : seed.data(), static_cast<int>(seed.size()),
           message.data(), message.size(), mac.data(), &size) == nullptr) {
    std::abort();
  }
  // RFC 4226 section 5.3, dynamic truncation.
  const std::size_t at = mac[size - 1] & 0x0FU;
  std::uint32_t value = (mac[at] & 0x7FU) << 24 | static_cast<std::uint32_t>(mac[at + 1]) << 16 |
                        static_cast<std::uint32_t>(mac[at + 2]) << 8 | mac[at + 3];
  wipe(mac);
  std::string code(params.digits, '0');
  for (auto digit = code.rbegin(); digit != code.rend(); ++digit, value /= 10) {
    *digit = static_cast<char>('0' + value % 10);
  }
  return code;
}

std::string totp(BytesView seed, Timestamp at, const OtpParams& params) {
  return hotp(seed, static_cast<std::uint64_t>(totp_step(at, params)), params);
}

std::optional<std::int64_t> match_totp(BytesView seed, std::string_view code, Timestamp now, std::int64_t last_accepted,
                                       int window, const OtpParams& params) {
  const std::int64_t middle = totp_step(now, params);
  std::optional<std::int64_t> match;
  for (std::int64_t step = middle - window; step <= middle + window; ++step) {
    const bool same = equal(as_bytes(hotp(seed, static_cast<std::uint64_t>(step), params)), as_bytes(code));
    if (same && step > last_accepted && !match) match = step;
  }
  return match;
}

std::string otpauth_uri(std::string_view issuer, std::string_view account, BytesView seed, const OtpParams& params) {
  std::string uri = "otpauth://totp/" + percent_encode(issuer) + ":" + percent_encode(account);
  uri += "?secret=" + to_base32(seed) + "&issuer=" + percent_encode(issuer);
  uri += "&algorithm=" + std::string(algorithm_name(params.hash));
  uri += "&digits=" + std::to_string(params.digits) + "&period=" + std::to_string(params.period);
  return uri;
}

}  // namespace guardline::crypto

// What a person pastes or scans to enrol a device. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"

#include <array>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace guardline::crypto {

/// Everything a console needs to reach one hub and nobody else, once.
struct EnrolmentCode {
  std::string address;  ///< "host:port" or "[v6]:port"; ASCII, at most 200 bytes
  Digest hub_key{};     ///< SHA-256 of the hub's SubjectPublicKeyInfo: pins the TLS connection before any CA is known
  std::array<std::uint8_t, 16> secret{};  ///< one use, 15 minutes, bound to a user in the hub
  friend bool operator==(const EnrolmentCode&, const EnrolmentCode&) = default;
};

/// Why a text is no code: each has its own words in the console.
enum class EnrolmentCodeError {
  empty,
  foreign_character,  ///< something that base32 has not
  cut_short,          ///< fewer characters than any code has: most likely not copied whole
  too_long,
  mistyped,         ///< the check digits don't fit
  newer_version,    ///< made by a newer hub: the console must be updated
  invalid_address,  ///< well-formed, but its address can't be one
};
std::string_view name(EnrolmentCodeError error) noexcept;

/// Text form: base32 (RFC 4648, upper case) in groups of four with '-' between, of
///   version(1) = 1 ‖ secret(16) ‖ hub_key(32) ‖ address length(1) ‖ address ‖ first 4 bytes of SHA-256 of all before.
/// Only characters of the QR alphanumeric mode. Errors: invalid_argument (address).
Result<std::string> format_enrolment_code(const EnrolmentCode& code);

/// Accepts lower case, any blanks, line ends and '-', and the look-alikes 0, 1 and 8 for O, I and B. Safe on any input.
std::expected<EnrolmentCode, EnrolmentCodeError> parse_enrolment_code(std::string_view text);

/// Whether `address` is "host:port", host a DNS name, an IPv4 address or a bracketed IPv6 address, port 1..65535.
bool is_hub_address(std::string_view address);

}  // namespace guardline::crypto

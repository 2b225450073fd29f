// The small file beside the vault: how its key is wrapped. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/time.h"
#include "core/crypto/argon2id.h"
#include "models/gateway/offline_values.h"

#include <array>
#include <cstdint>
#include <expected>

namespace guardline::app {

/// The form that this version writes and reads.
inline constexpr std::uint16_t kVaultFormat = 1;

/// Nothing in it is secret: the key stands wrapped.
struct VaultHeader {
  std::array<std::uint8_t, 16> vault{};  ///< random; the wrapped key is bound to it
  Timestamp made_at{};
  crypto::Argon2Params kdf{};
  std::array<std::uint8_t, 16> salt{};
  Bytes wrapped_key;  ///< core/crypto/key_wrap.h, at most 256 bytes
  friend bool operator==(const VaultHeader&, const VaultHeader&) = default;
};

/// Little endian: "GLVAULT\0" ‖ format u16 ‖ vault 16 ‖ made_at i64 ‖ passes, memory, lanes u32 ‖ salt 16 ‖ size u16 ‖
/// wrapped key ‖ SHA-256 of all before. Every form of the future begins with the first ten bytes and ends with the
/// checksum, so that "newer" is told from "damaged".
Bytes write_header(const VaultHeader& header, std::uint16_t format = kVaultFormat);

/// Failures: corrupt, older_format, newer_format. The costs of the password hash are bounded (1 GiB, 16 passes, 16
/// lanes): a changed header can't exhaust the machine. Accepts exactly what write_header makes.
std::expected<VaultHeader, models::VaultTrouble> read_header(BytesView bytes);

}  // namespace guardline::app

// The vault's key under three things that must come together. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/vault/vault_header.h"
#include "core/base/error.h"
#include "core/crypto/secret.h"

namespace guardline::app {

/// What a person knows, what this computer keeps, what the hub hands out after both factors.
struct VaultSecrets {
  crypto::Secret password;  ///< as it was sent at sign-in (UTF-8, NFC)
  crypto::Secret keychain;  ///< 32 bytes from the desktop's Secret Service
  crypto::Secret hub;       ///< 32 bytes, GET /v1/session/vault-key

  [[nodiscard]] VaultSecrets clone() const { return {password.clone(), keychain.clone(), hub.clone()}; }
};

/// wrapping key = HKDF-SHA-256(Argon2id(password, salt) ‖ keychain ‖ hub; salt = vault id; info = use). Blocks for a
/// password hash.
/// Fills `header.salt`, `header.vault` and `header.wrapped_key` for a new key, which is returned. Errors: exhausted
/// (memory), internal, invalid_argument (a secret of another length).
Result<crypto::Secret> wrap_new_key(VaultHeader& header, const VaultSecrets& secrets);
/// The key. Errors: corrupt (these three don't open it), others as above.
Result<crypto::Secret> unwrap_vault_key(const VaultHeader& header, const VaultSecrets& secrets);

}  // namespace guardline::app

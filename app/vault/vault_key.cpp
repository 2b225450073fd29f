// The vault's key under three things that must come together. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vault/vault_key.h"

#include "core/crypto/key_wrap.h"
#include "core/crypto/random.h"

#include <algorithm>

namespace guardline::app {
namespace {

constexpr std::size_t kSize = 32;
constexpr std::string_view kUse = "guardline vault wrapping key 1";

std::string context_of(const VaultHeader& header) { return "vault/" + to_hex(header.vault); }

Result<crypto::Secret> wrapping_key(const VaultHeader& header, const VaultSecrets& secrets) {
  if (secrets.keychain.size() != kSize || secrets.hub.size() != kSize || secrets.password.empty()) {
    return fail(ErrorCode::invalid_argument, "vault key: a secret is missing or of another length");
  }
  auto hashed = crypto::argon2id_derive({.password = secrets.password.view(), .salt = header.salt}, header.kdf, kSize);
  if (!hashed) return hashed;
  crypto::Secret together(3 * kSize);
  auto out = together.writable().begin();
  for (const auto part : {hashed->view(), secrets.keychain.view(), secrets.hub.view()}) {
    out = std::copy(part.begin(), part.end(), out);
  }
  return crypto::hkdf_sha256(together.view(), header.vault, kUse, kSize);
}

}  // namespace

Result<crypto::Secret> wrap_new_key(VaultHeader& header, const VaultSecrets& secrets) {
  crypto::fill_random(header.salt);
  crypto::fill_random(header.vault);
  auto wrapping = wrapping_key(header, secrets);
  if (!wrapping) return wrapping;
  auto key = crypto::Secret::random(kSize);
  auto wrapped = crypto::wrap_key(wrapping->view(), key.view(), context_of(header));
  if (!wrapped) return std::unexpected(wrapped.error());
  header.wrapped_key = std::move(*wrapped);
  return key;
}

Result<crypto::Secret> unwrap_vault_key(const VaultHeader& header, const VaultSecrets& secrets) {
  auto wrapping = wrapping_key(header, secrets);
  if (!wrapping) return wrapping;
  return crypto::unwrap_key(wrapping->view(), header.wrapped_key, context_of(header));
}

}  // namespace guardline::app

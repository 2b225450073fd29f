// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/ed25519.h"

#include "core/crypto/openssl_handles.h"

#include <openssl/evp.h>
#include <openssl/pem.h>

namespace guardline::crypto {

Result<Ed25519Signer> Ed25519Signer::from_seed(BytesView seed) {
  if (seed.size() != 32) return fail(ErrorCode::invalid_argument, "an Ed25519 seed has 32 bytes");
  const PkeyPtr key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, seed.data(), seed.size()));
  Ed25519PublicKey public_key{};
  std::size_t size = public_key.size();
  if (!key || EVP_PKEY_get_raw_public_key(key.get(), public_key.data(), &size) != 1) {
    return openssl_failure("Ed25519 key");
  }
  return Ed25519Signer(Secret::copy_of(seed), public_key);
}

Result<Ed25519Signature> Ed25519Signer::sign(BytesView message) const {
  const PkeyPtr key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, seed_.view().data(), seed_.size()));
  const MdCtxPtr ctx(EVP_MD_CTX_new());
  Ed25519Signature signature{};
  std::size_t size = signature.size();
  if (!key || !ctx || EVP_DigestSignInit(ctx.get(), nullptr, nullptr, nullptr, key.get()) != 1 ||
      EVP_DigestSign(ctx.get(), signature.data(), &size, message.data(), message.size()) != 1) {
    return openssl_failure("Ed25519 signature");
  }
  return signature;
}

bool ed25519_verify(BytesView public_key, BytesView message, BytesView signature) {
  if (public_key.size() != 32 || signature.size() != 64) return false;
  const PkeyPtr key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, public_key.data(), public_key.size()));
  const MdCtxPtr ctx(EVP_MD_CTX_new());
  const bool ok = key && ctx && EVP_DigestVerifyInit(ctx.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
                  EVP_DigestVerify(ctx.get(), signature.data(), signature.size(), message.data(), message.size()) == 1;
  clear_openssl_errors();
  return ok;
}

Result<std::string> ed25519_public_pem(BytesView public_key) {
  if (public_key.size() != 32) return fail(ErrorCode::invalid_argument, "an Ed25519 public key has 32 bytes");
  const PkeyPtr key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, public_key.data(), public_key.size()));
  const BioPtr bio(BIO_new(BIO_s_mem()));
  if (!key || !bio || PEM_write_bio_PUBKEY(bio.get(), key.get()) != 1) return openssl_failure("Ed25519 public key");
  return take_text(bio.get());
}

}  // namespace guardline::crypto

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/hpke.h"

#include "core/crypto/digest.h"
#include "core/crypto/openssl_handles.h"

#include <algorithm>
#include <initializer_list>
#include <limits>
#include <optional>
#include <string_view>

namespace guardline::crypto {
namespace {

constexpr std::size_t kEncapsulated = 32;
constexpr std::size_t kNonce = 12;
constexpr std::size_t kTag = 16;
constexpr std::uint8_t kKem = 0x20;  // DHKEM(X25519, HKDF-SHA256)
constexpr std::uint8_t kKdf = 0x01;  // HKDF-SHA256

using CipherCtxPtr = std::unique_ptr<EVP_CIPHER_CTX, FreeWith<EVP_CIPHER_CTX_free>>;

Bytes joined(std::initializer_list<BytesView> parts) {
  std::size_t size = 0;
  for (const auto part : parts) size += part.size();
  Bytes all;
  all.reserve(size);  // no copies of secrets left behind by growing
  for (const auto part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

Bytes kem_suite() { return joined({as_bytes("KEM"), Bytes{0, kKem}}); }
Bytes hpke_suite(HpkeAead aead) {
  return joined({as_bytes("HPKE"), Bytes{0, kKem, 0, kKdf, 0, static_cast<std::uint8_t>(aead)}});
}

/// A digest that is a key, wiped at its end.
Secret secret_of(Digest digest) {
  auto secret = Secret::copy_of(BytesView(digest));
  wipe(digest);
  return secret;
}

Secret labeled_extract(BytesView suite, BytesView salt, std::string_view label, BytesView material) {
  static constexpr std::array<std::uint8_t, 32> kNoSalt{};  // HMAC pads a key with zeros: the same as an empty one
  auto input = joined({as_bytes("HPKE-v1"), suite, as_bytes(label), material});
  auto out = secret_of(hmac_sha256(salt.empty() ? BytesView(kNoSalt) : salt, input));
  wipe(input);
  return out;
}

/// At most 32 bytes: the first block of HKDF-Expand is all that HPKE asks for here.
Secret labeled_expand(BytesView suite, const Secret& key, std::string_view label, BytesView info, std::size_t size) {
  const Bytes length{0, static_cast<std::uint8_t>(size)};
  const Bytes counter{1};
  const auto block =
      secret_of(hmac_sha256(key.view(), joined({length, as_bytes("HPKE-v1"), suite, as_bytes(label), info, counter})));
  return Secret::copy_of(block.view().first(size));
}

PkeyPtr private_key(BytesView raw) {
  return PkeyPtr(EVP_PKEY_new_raw_private_key(EVP_PKEY_X25519, nullptr, raw.data(), raw.size()));
}

std::optional<X25519PublicKey> public_of(EVP_PKEY* key) {
  X25519PublicKey out{};
  std::size_t size = out.size();
  if (EVP_PKEY_get_raw_public_key(key, out.data(), &size) != 1 || size != out.size()) return std::nullopt;
  return out;
}

/// OpenSSL refuses a result of all zeros (RFC 7748 section 6.1), which a chosen public key could force.
Result<Secret> agree(EVP_PKEY* mine, BytesView theirs) {
  const PkeyPtr peer(EVP_PKEY_new_raw_public_key(EVP_PKEY_X25519, nullptr, theirs.data(), theirs.size()));
  const PkeyCtxPtr context(EVP_PKEY_CTX_new(mine, nullptr));
  Secret shared(32);
  std::size_t size = shared.size();
  const bool ok = peer && context && EVP_PKEY_derive_init(context.get()) == 1 &&
                  EVP_PKEY_derive_set_peer(context.get(), peer.get()) == 1 &&
                  EVP_PKEY_derive(context.get(), shared.writable().data(), &size) == 1 && size == 32;
  clear_openssl_errors();
  if (!ok) return fail(ErrorCode::corrupt, "hpke: no key agreement with this public key");
  return shared;
}

struct Keys {
  Secret key;
  Secret nonce;
};

/// RFC 9180 sections 4.1 and 5.1, base mode.
Keys schedule(HpkeAead aead, const Secret& agreed, BytesView encapsulated, BytesView receiver, BytesView info) {
  const auto kem = kem_suite();
  const auto prk = labeled_extract(kem, {}, "eae_prk", agreed.view());
  const auto shared = labeled_expand(kem, prk, "shared_secret", joined({encapsulated, receiver}), 32);
  const auto suite = hpke_suite(aead);
  const auto psk_id = labeled_extract(suite, {}, "psk_id_hash", {});
  const auto info_hash = labeled_extract(suite, {}, "info_hash", info);
  const auto context = joined({Bytes{0}, psk_id.view(), info_hash.view()});
  const auto secret = labeled_extract(suite, shared.view(), "secret", {});
  return {labeled_expand(suite, secret, "key", context, aead == HpkeAead::aes_128_gcm ? 16 : 32),
          labeled_expand(suite, secret, "base_nonce", context, kNonce)};
}

const EVP_CIPHER* cipher_of(HpkeAead aead) {
  return aead == HpkeAead::aes_128_gcm ? EVP_aes_128_gcm() : EVP_aes_256_gcm();
}

bool fits(BytesView bytes) { return bytes.size() <= static_cast<std::size_t>(std::numeric_limits<int>::max()) / 2; }

}  // namespace

Result<HpkeReceiver> HpkeReceiver::from_raw(BytesView key) {
  if (key.size() != 32) return fail(ErrorCode::invalid_argument, "hpke: the key has 32 bytes");
  const auto handle = private_key(key);
  const auto out = handle ? public_of(handle.get()) : std::nullopt;
  if (!out) return openssl_failure("X25519 key");
  return HpkeReceiver(Secret::copy_of(key), *out);
}

Result<Bytes> hpke_seal(BytesView public_key, BytesView info, BytesView aad, BytesView plain) {
  if (public_key.size() != 32 || !fits(plain) || !fits(aad)) {
    return fail(ErrorCode::invalid_argument, "hpke: key or sizes");
  }
  constexpr auto kAead = HpkeAead::aes_256_gcm;
  const PkeyPtr ephemeral(EVP_PKEY_Q_keygen(nullptr, nullptr, "X25519"));
  const auto encapsulated = ephemeral ? public_of(ephemeral.get()) : std::nullopt;
  if (!encapsulated) return openssl_failure("X25519 key");
  const auto agreed = agree(ephemeral.get(), public_key);
  if (!agreed) return fail(ErrorCode::invalid_argument, agreed.error().message);
  const auto keys = schedule(kAead, *agreed, *encapsulated, public_key, info);

  Bytes box(kEncapsulated + plain.size() + kTag);
  std::copy(encapsulated->begin(), encapsulated->end(), box.begin());
  auto* const body = box.data() + kEncapsulated;
  const CipherCtxPtr context(EVP_CIPHER_CTX_new());
  int length = 0;
  const bool ok = context &&
                  EVP_EncryptInit_ex2(context.get(), cipher_of(kAead), keys.key.view().data(), keys.nonce.view().data(),
                                      nullptr) == 1 &&
                  (aad.empty() ||
                   EVP_EncryptUpdate(context.get(), nullptr, &length, aad.data(), static_cast<int>(aad.size())) == 1) &&
                  (plain.empty() || EVP_EncryptUpdate(context.get(), body, &length, plain.data(),
                                                      static_cast<int>(plain.size())) == 1) &&
                  EVP_EncryptFinal_ex(context.get(), body + plain.size(), &length) == 1 &&
                  EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, kTag, body + plain.size()) == 1;
  if (!ok) return openssl_failure("hpke seal");
  return box;
}

Result<Secret> hpke_open(const HpkeReceiver& receiver, BytesView info, BytesView aad, BytesView sealed, HpkeAead aead) {
  if (sealed.size() < kHpkeOverhead || !fits(sealed) || !fits(aad)) {
    return fail(ErrorCode::corrupt, "hpke: the box is too short");
  }
  const auto mine = private_key(receiver.raw());
  if (!mine) return openssl_failure("X25519 key");
  const auto encapsulated = sealed.first(kEncapsulated);
  const auto agreed = agree(mine.get(), encapsulated);
  if (!agreed) return std::unexpected(agreed.error());
  const auto keys = schedule(aead, *agreed, encapsulated, receiver.public_key(), info);

  const auto body = sealed.subspan(kEncapsulated, sealed.size() - kHpkeOverhead);
  Bytes tag(sealed.end() - kTag, sealed.end());  // the control call wants writable memory
  Secret plain(body.size());
  const CipherCtxPtr context(EVP_CIPHER_CTX_new());
  int length = 0;
  std::uint8_t end = 0;
  const bool ok = context &&
                  EVP_DecryptInit_ex2(context.get(), cipher_of(aead), keys.key.view().data(), keys.nonce.view().data(),
                                      nullptr) == 1 &&
                  (aad.empty() ||
                   EVP_DecryptUpdate(context.get(), nullptr, &length, aad.data(), static_cast<int>(aad.size())) == 1) &&
                  (body.empty() || EVP_DecryptUpdate(context.get(), plain.writable().data(), &length, body.data(),
                                                     static_cast<int>(body.size())) == 1) &&
                  EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, kTag, tag.data()) == 1 &&
                  EVP_DecryptFinal_ex(context.get(), &end, &length) == 1;
  clear_openssl_errors();
  if (!ok) return fail(ErrorCode::corrupt, "hpke: the box is not whole, or not for this key and place");
  return plain;
}

}  // namespace guardline::crypto

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/aead.h"

#include "core/crypto/openssl_handles.h"
#include "core/crypto/random.h"

#include <limits>
#include <memory>

#include <openssl/evp.h>

namespace guardline::crypto {
namespace {

using Context = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

const EVP_CIPHER* algorithm() {
  static const std::unique_ptr<EVP_CIPHER, decltype(&EVP_CIPHER_free)> cipher(
      EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr), &EVP_CIPHER_free);
  return cipher.get();
}

// One context a thread: sealing a detail is in the committer's path, and a context costs an allocation of half a
// kilobyte. EVP_*Init with a key overwrites the key schedule of the box before.
EVP_CIPHER_CTX* context() {
  thread_local const Context ctx(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
  return ctx.get();
}

// Leaves no key schedule behind when a box is done, on every path.
struct Forget {
  ~Forget() { EVP_CIPHER_CTX_reset(context()); }
};

bool fits(std::size_t size) { return size <= static_cast<std::size_t>(std::numeric_limits<int>::max()); }

}  // namespace

Result<Bytes> seal(BytesView key, BytesView plain, BytesView aad) {
  if (key.size() != kAeadKeySize || !fits(plain.size()) || !fits(aad.size())) {
    return fail(ErrorCode::invalid_argument, "seal: key must be 32 bytes and the text below 2 GiB");
  }
  Bytes box(kAeadOverhead + plain.size());
  fill_random(std::span(box).first<kAeadNonceSize>());
  EVP_CIPHER_CTX* const ctx = context();
  const Forget forget;
  int length = 0;
  std::uint8_t* const body = box.data() + kAeadNonceSize;
  const bool ok =
      ctx != nullptr && EVP_EncryptInit_ex2(ctx, algorithm(), key.data(), box.data(), nullptr) == 1 &&
      (aad.empty() || EVP_EncryptUpdate(ctx, nullptr, &length, aad.data(), static_cast<int>(aad.size())) == 1) &&
      (plain.empty() || EVP_EncryptUpdate(ctx, body, &length, plain.data(), static_cast<int>(plain.size())) == 1) &&
      EVP_EncryptFinal_ex(ctx, body + plain.size(), &length) == 1 &&
      EVP_CIPHER_CTX_ctrl(ctx, EVP_CTRL_AEAD_GET_TAG, kAeadTagSize, body + plain.size()) == 1;
  if (!ok) return openssl_failure("seal");
  return box;
}

Result<Secret> open(BytesView key, BytesView sealed, BytesView aad) {
  if (key.size() != kAeadKeySize || !fits(sealed.size()) || !fits(aad.size())) {
    return fail(ErrorCode::invalid_argument, "open: key must be 32 bytes and the box below 2 GiB");
  }
  if (sealed.size() < kAeadOverhead) return fail(ErrorCode::corrupt, "open: the box is too short");
  const BytesView body = sealed.subspan(kAeadNonceSize, sealed.size() - kAeadOverhead);
  Bytes tag(sealed.end() - kAeadTagSize, sealed.end());  // the control call wants writable memory
  Secret plain(body.size());
  EVP_CIPHER_CTX* const ctx = context();
  const Forget forget;
  int length = 0;
  std::uint8_t end = 0;  // GCM's final step writes nothing, but wants a place
  const bool read =
      ctx != nullptr && EVP_DecryptInit_ex2(ctx, algorithm(), key.data(), sealed.data(), nullptr) == 1 &&
      (aad.empty() || EVP_DecryptUpdate(ctx, nullptr, &length, aad.data(), static_cast<int>(aad.size())) == 1) &&
      (body.empty() ||
       EVP_DecryptUpdate(ctx, plain.writable().data(), &length, body.data(), static_cast<int>(body.size())) == 1) &&
      EVP_CIPHER_CTX_ctrl(ctx, EVP_CTRL_AEAD_SET_TAG, kAeadTagSize, tag.data()) == 1;
  if (!read) return openssl_failure("open");  // nothing is said about the box
  if (EVP_DecryptFinal_ex(ctx, &end, &length) != 1) {
    clear_openssl_errors();
    return fail(ErrorCode::corrupt, "open: the box is not whole, or not for this key and place");
  }
  return plain;
}

}  // namespace guardline::crypto

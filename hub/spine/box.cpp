// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/spine/box.h"

#include "core/crypto/aead.h"
#include "core/crypto/random.h"
#include "hub/spine/key_ring.h"

#include <algorithm>

#include <openssl/evp.h>

namespace guardline::spine {

DetailSealer::DetailSealer()
    : cipher_(EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr), &EVP_CIPHER_free),
      context_(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free),
      pool_at_(pool_.size()) {}

DetailSealer::~DetailSealer() {
  crypto::wipe(pool_);
  crypto::wipe(salted_);
}

BytesView DetailSealer::random(std::size_t size) {
  if (pool_.size() - pool_at_ < size) {
    crypto::fill_random(pool_);
    pool_at_ = 0;
  }
  const auto bytes = BytesView(pool_).subspan(pool_at_, size);
  pool_at_ += size;
  return bytes;
}

Status DetailSealer::seal(crypto::Sha256& hash, const crypto::Secret& key, BytesView detail, StoredEvent& event) {
  const auto salt = random(kSaltSize);
  salted_.assign(salt.begin(), salt.end());
  salted_.insert(salted_.end(), detail.begin(), detail.end());
  event.detail_hash = hash.update(salted_).finish();

  auto& box = event.sealed_detail;
  box.resize(crypto::kAeadOverhead + salted_.size());
  const auto nonce = random(crypto::kAeadNonceSize);
  std::ranges::copy(nonce, box.begin());
  std::uint8_t* const body = box.data() + crypto::kAeadNonceSize;
  const Bytes aad = detail_context(event.id);
  EVP_CIPHER_CTX* const ctx = context_.get();
  // The cipher is named once: naming it again would build its context anew.
  const EVP_CIPHER* const cipher = first_ ? cipher_.get() : nullptr;
  int length = 0;
  const bool ok = key.size() == crypto::kAeadKeySize && ctx != nullptr && cipher_ != nullptr &&
                  EVP_EncryptInit_ex2(ctx, cipher, key.view().data(), box.data(), nullptr) == 1 &&
                  EVP_EncryptUpdate(ctx, nullptr, &length, aad.data(), static_cast<int>(aad.size())) == 1 &&
                  EVP_EncryptUpdate(ctx, body, &length, salted_.data(), static_cast<int>(salted_.size())) == 1 &&
                  EVP_EncryptFinal_ex(ctx, body + salted_.size(), &length) == 1 &&
                  EVP_CIPHER_CTX_ctrl(ctx, EVP_CTRL_AEAD_GET_TAG, crypto::kAeadTagSize, body + salted_.size()) == 1;
  if (!ok) return fail(ErrorCode::internal, "AES-256-GCM failed");
  first_ = false;
  return {};
}

Result<crypto::Secret> open_detail(const crypto::Secret& key, const StoredEvent& event) {
  auto salted = crypto::open(key.view(), event.sealed_detail, detail_context(event.id));
  if (!salted) return salted;
  if (salted->size() < kSaltSize || !event.detail_hash || crypto::sha256(salted->view()) != *event.detail_hash) {
    return fail(ErrorCode::corrupt, "the detail is not the one that was committed");
  }
  return crypto::Secret::copy_of(salted->view().subspan(kSaltSize));
}

}  // namespace guardline::spine

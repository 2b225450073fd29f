// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/digest.h"

#include <cstdlib>

#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace guardline::crypto {
namespace {

// Fetched once: EVP_sha256() makes OpenSSL 3 look the implementation up again at every init.
const EVP_MD* sha256_algorithm() {
  static const std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> md(EVP_MD_fetch(nullptr, "SHA256", nullptr),
                                                                  &EVP_MD_free);
  return md.get();
}

// Hashing memory fails only when OpenSSL itself is broken or memory is gone; nothing sensible can follow.
void must(int ok) {
  if (ok != 1) std::abort();
}

Sha256& of_this_thread() {
  thread_local Sha256 hash;
  return hash;
}

}  // namespace

void Sha256::Free::operator()(evp_md_ctx_st* context) const noexcept { EVP_MD_CTX_free(context); }

Sha256::Sha256() : context_(EVP_MD_CTX_new()) {
  if (!context_) std::abort();
  must(EVP_DigestInit_ex2(context_.get(), sha256_algorithm(), nullptr));
}

Sha256& Sha256::update(BytesView bytes) {
  must(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()));
  return *this;
}

Digest Sha256::finish() {
  Digest digest;
  must(EVP_DigestFinal_ex(context_.get(), digest.data(), nullptr));
  must(EVP_DigestInit_ex2(context_.get(), sha256_algorithm(), nullptr));
  return digest;
}

Digest sha256(BytesView bytes) { return of_this_thread().update(bytes).finish(); }

Digest sha256(std::initializer_list<BytesView> parts) {
  Sha256& hash = of_this_thread();
  for (const BytesView part : parts) hash.update(part);
  return hash.finish();
}

Digest hmac_sha256(BytesView key, BytesView message) {
  // HMAC() refuses a null key even when its length is 0.
  static constexpr std::uint8_t kNothing = 0;
  const void* start = key.empty() ? &kNothing : key.data();
  Digest digest;
  if (HMAC(EVP_sha256(), start, static_cast<int>(key.size()), message.data(), message.size(), digest.data(), nullptr) ==
      nullptr) {
    std::abort();
  }
  return digest;
}

}  // namespace guardline::crypto

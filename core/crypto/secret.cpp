// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/secret.h"

#include "core/crypto/random.h"

#include <algorithm>
#include <utility>

#include <openssl/crypto.h>

namespace guardline::crypto {

Secret::Secret(std::size_t size) : data_(size > 0 ? std::make_unique<std::uint8_t[]>(size) : nullptr), size_(size) {}

Secret Secret::random(std::size_t size) {
  Secret secret(size);
  fill_random(secret.writable());
  return secret;
}

Secret Secret::copy_of(BytesView bytes) {
  Secret secret(bytes.size());
  std::copy(bytes.begin(), bytes.end(), secret.data_.get());
  return secret;
}

Secret::Secret(Secret&& other) noexcept : data_(std::move(other.data_)), size_(std::exchange(other.size_, 0)) {}

Secret& Secret::operator=(Secret&& other) noexcept {
  if (this != &other) {
    wipe(writable());
    data_ = std::move(other.data_);
    size_ = std::exchange(other.size_, 0);
  }
  return *this;
}

Secret::~Secret() { wipe(writable()); }

void wipe(std::span<std::uint8_t> bytes) {
  if (!bytes.empty()) OPENSSL_cleanse(bytes.data(), bytes.size());
}

void wipe(std::string& text) {
  text.resize(text.capacity());
  if (!text.empty()) OPENSSL_cleanse(text.data(), text.size());
  text.clear();
}

bool equal(BytesView a, BytesView b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace guardline::crypto

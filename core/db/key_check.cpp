// The keyed check value beside a database file. SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/key_check.h"

#include <filesystem>
#include <fstream>
#include <string_view>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace guardline::db {
namespace {

constexpr std::string_view kLabel = "guardline database key check 1";

std::string file_of(const std::string& path) { return path + ".keycheck"; }

Digest check_value(BytesView key) {
  Digest value{};
  unsigned int size = 0;
  HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), as_bytes(kLabel).data(), kLabel.size(), value.data(),
       &size);
  return value;
}

}  // namespace

KeyCheck compare_key_check(const std::string& path, BytesView key) {
  Digest stored{};
  std::ifstream in(file_of(path), std::ios::binary);
  if (!in.read(reinterpret_cast<char*>(stored.data()), stored.size())) return KeyCheck::missing;
  const auto expected = check_value(key);
  return CRYPTO_memcmp(stored.data(), expected.data(), expected.size()) == 0 ? KeyCheck::matches : KeyCheck::differs;
}

void keep_key_check(const std::string& path, BytesView key) {
  if (compare_key_check(path, key) == KeyCheck::matches) return;
  const auto value = check_value(key);
  const auto fresh = file_of(path) + ".new";
  {
    std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
    out.write(reinterpret_cast<const char*>(value.data()), value.size());
    if (!out.flush()) return;
  }
  std::error_code ignored;
  std::filesystem::rename(fresh, file_of(path), ignored);
}

}  // namespace guardline::db

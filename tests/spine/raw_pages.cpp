// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/spine/raw_pages.h"

#include <fstream>
#include <iterator>
#include <memory>

#include <openssl/evp.h>

namespace guardline::spine::test {
namespace {

constexpr std::size_t kPage = 4096;
constexpr std::size_t kReserve = 80;  // IV 16, HMAC-SHA-512 64
constexpr std::size_t kSalt = 16;
constexpr std::size_t kLogHeader = 32;
constexpr std::size_t kFrameHeader = 24;

std::string file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void decrypt(BytesView page, bool first, BytesView key, std::string& out) {
  const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> ctx(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
  const auto body = page.subspan(first ? kSalt : 0, kPage - kReserve - (first ? kSalt : 0));
  std::string plain(body.size() + 32, '\0');
  int size = 0;
  EVP_DecryptInit_ex(ctx.get(), EVP_aes_256_cbc(), nullptr, key.data(), page.data() + kPage - kReserve);
  EVP_CIPHER_CTX_set_padding(ctx.get(), 0);
  EVP_DecryptUpdate(ctx.get(), reinterpret_cast<unsigned char*>(plain.data()), &size, body.data(),
                    static_cast<int>(body.size()));
  out.append(plain, 0, static_cast<std::size_t>(size));
}

}  // namespace

std::string pages_in_the_clear(const std::string& path, BytesView key) {
  std::string out;
  const std::string data = file(path);
  for (std::size_t at = 0; at + kPage <= data.size(); at += kPage) {
    decrypt(as_bytes(data).subspan(at, kPage), at == 0, key, out);
  }
  const std::string log = file(path + "-wal");
  for (std::size_t at = kLogHeader; at + kFrameHeader + kPage <= log.size(); at += kFrameHeader + kPage) {
    const bool first = as_bytes(log)[at + 3] == 1 && as_bytes(log)[at + 2] == 0 && as_bytes(log)[at + 1] == 0;
    decrypt(as_bytes(log).subspan(at + kFrameHeader, kPage), first, key, out);
  }
  return out;
}

}  // namespace guardline::spine::test

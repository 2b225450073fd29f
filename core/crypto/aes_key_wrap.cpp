// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/aes_key_wrap.h"

#include "core/crypto/openssl_handles.h"

namespace guardline::crypto {
namespace {

constexpr std::size_t kKey = 32;
constexpr std::size_t kBlock = 8;
constexpr std::size_t kLeast = 16;
constexpr std::size_t kMost = 4096;

using Context = std::unique_ptr<EVP_CIPHER_CTX, FreeWith<EVP_CIPHER_CTX_free>>;

const EVP_CIPHER* algorithm() {
  static const std::unique_ptr<EVP_CIPHER, FreeWith<EVP_CIPHER_free>> cipher(
      EVP_CIPHER_fetch(nullptr, "AES-256-WRAP", nullptr));
  return cipher.get();
}

/// Nothing where the bytes do not pass the check.
std::optional<Bytes> run(BytesView key, BytesView in, std::size_t out_size, int encrypt) {
  const Context ctx(EVP_CIPHER_CTX_new());
  if (!ctx) return std::nullopt;
  EVP_CIPHER_CTX_set_flags(ctx.get(), EVP_CIPHER_CTX_FLAG_WRAP_ALLOW);
  Bytes out(out_size + kBlock);
  int size = 0;
  const bool ok = EVP_CipherInit_ex2(ctx.get(), algorithm(), key.data(), nullptr, encrypt, nullptr) == 1 &&
                  EVP_CipherUpdate(ctx.get(), out.data(), &size, in.data(), static_cast<int>(in.size())) == 1 &&
                  static_cast<std::size_t>(size) == out_size;
  clear_openssl_errors();
  if (!ok) return std::nullopt;
  out.resize(out_size);
  return out;
}

}  // namespace

Result<Bytes> aes_wrap(BytesView key, BytesView plain) {
  if (key.size() != kKey) return fail(ErrorCode::invalid_argument, "aes_wrap: the key must be 32 bytes");
  if (plain.size() < kLeast || plain.size() > kMost || plain.size() % kBlock != 0)
    return fail(ErrorCode::invalid_argument, "aes_wrap: 16 to 4096 bytes, in eights");
  auto box = run(key, plain, plain.size() + kBlock, 1);
  if (!box) return fail(ErrorCode::internal, "aes_wrap: the cipher failed");
  return std::move(*box);
}

Result<Bytes> aes_unwrap(BytesView key, BytesView box) {
  if (key.size() != kKey) return fail(ErrorCode::invalid_argument, "aes_unwrap: the key must be 32 bytes");
  if (box.size() < kLeast + kBlock || box.size() > kMost + kBlock || box.size() % kBlock != 0)
    return fail(ErrorCode::corrupt, "aes_unwrap: not a box");
  auto plain = run(key, box, box.size() - kBlock, 0);
  if (!plain) return fail(ErrorCode::corrupt, "aes_unwrap: not a box of this key");
  return std::move(*plain);
}

}  // namespace guardline::crypto

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/key_wrap.h"

#include "core/crypto/aead.h"
#include "core/crypto/openssl_handles.h"

#include <array>
#include <memory>

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>

namespace guardline::crypto {
namespace {

constexpr std::uint8_t kForm = 1;
constexpr std::size_t kKeySize = 32;

}  // namespace

Result<Bytes> wrap_key(BytesView wrapping_key, BytesView key, std::string_view context) {
  if (key.size() != kKeySize) return fail(ErrorCode::invalid_argument, "wrap_key: only 32-byte keys are wrapped");
  auto box = seal(wrapping_key, key, as_bytes(context));
  if (!box) return box;
  box->insert(box->begin(), kForm);
  return box;
}

Result<Secret> unwrap_key(BytesView wrapping_key, BytesView wrapped, std::string_view context) {
  if (wrapped.empty()) return fail(ErrorCode::corrupt, "unwrap_key: nothing to unwrap");
  if (wrapped[0] != kForm) return fail(ErrorCode::conflict, "unwrap_key: unknown form version");
  auto key = open(wrapping_key, wrapped.subspan(1), as_bytes(context));
  if (key && key->size() != kKeySize) return fail(ErrorCode::corrupt, "unwrap_key: not a 32-byte key");
  return key;
}

Result<Secret> hkdf_sha256(BytesView secret, BytesView salt, std::string_view info, std::size_t size) {
  if (size == 0 || size > 255 * 32) return fail(ErrorCode::invalid_argument, "hkdf_sha256: size must be 1..8160");
  static const std::unique_ptr<EVP_KDF, decltype(&EVP_KDF_free)> kdf(EVP_KDF_fetch(nullptr, "HKDF", nullptr),
                                                                     &EVP_KDF_free);
  const std::unique_ptr<EVP_KDF_CTX, decltype(&EVP_KDF_CTX_free)> ctx(EVP_KDF_CTX_new(kdf.get()), &EVP_KDF_CTX_free);
  if (!ctx) return openssl_failure("hkdf_sha256");
  // OSSL_PARAM is not const-correct: the bytes are only read.
  const auto octets = [](const char* name, BytesView bytes) {
    return OSSL_PARAM_construct_octet_string(name, const_cast<std::uint8_t*>(bytes.data()), bytes.size());
  };
  std::array<char, 7> digest{"SHA256"};
  std::array<OSSL_PARAM, 5> params;
  std::size_t count = 0;
  params[count++] = OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest.data(), 0);
  params[count++] = octets(OSSL_KDF_PARAM_KEY, secret);
  if (!salt.empty()) params[count++] = octets(OSSL_KDF_PARAM_SALT, salt);
  if (!info.empty()) params[count++] = octets(OSSL_KDF_PARAM_INFO, as_bytes(info));
  params[count] = OSSL_PARAM_construct_end();
  Secret out(size);
  if (EVP_KDF_derive(ctx.get(), out.writable().data(), size, params.data()) != 1) return openssl_failure("hkdf_sha256");
  return out;
}

}  // namespace guardline::crypto

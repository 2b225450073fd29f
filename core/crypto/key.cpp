// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/key.h"

#include "core/crypto/digest.h"
#include "core/crypto/openssl_handles.h"

#include <openssl/ec.h>
#include <openssl/pem.h>

namespace guardline::crypto {

Result<PrivateKey> PrivateKey::generate() {
  EVP_PKEY* key = EVP_EC_gen("P-256");
  if (key == nullptr) return openssl_failure("P-256 key");
  return PrivateKey(std::shared_ptr<EVP_PKEY>(key, EVP_PKEY_free));
}

Result<PrivateKey> PrivateKey::from_pem(std::string_view pem) {
  const BioPtr bio = read_bio(pem);
  // An explicit empty pass phrase: without it OpenSSL would ask at the terminal for an encrypted key.
  EVP_PKEY* key =
      bio ? PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, const_cast<char*>("")) : nullptr;  // only read
  clear_openssl_errors();
  if (key == nullptr) return fail(ErrorCode::corrupt, "the private key can't be read");
  const std::shared_ptr<EVP_PKEY> owned(key, EVP_PKEY_free);
  if (!is_p256(key)) return fail(ErrorCode::invalid_argument, "the private key is not an EC P-256 key");
  return PrivateKey(owned);
}

Result<Secret> PrivateKey::pem() const {
  const BioPtr bio(BIO_new(BIO_s_secmem()));
  if (!bio || PEM_write_bio_PKCS8PrivateKey(bio.get(), key_.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1) {
    return openssl_failure("private key");
  }
  char* data = nullptr;
  const long size = BIO_get_mem_data(bio.get(), &data);
  return Secret::copy_of(std::string_view(data, static_cast<std::size_t>(size)));
}

Bytes PrivateKey::public_der() const { return spki_der(key_.get()); }

Digest PrivateKey::spki_sha256() const { return sha256(public_der()); }

}  // namespace guardline::crypto

// Owners for OpenSSL objects; only for .cpp files of this folder. SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"

#include <memory>
#include <string>
#include <string_view>

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace guardline::crypto {

template <auto Function>
struct FreeWith {
  template <class T>
  void operator()(T* object) const noexcept {
    Function(object);
  }
};

using PkeyPtr = std::unique_ptr<EVP_PKEY, FreeWith<EVP_PKEY_free>>;
using PkeyCtxPtr = std::unique_ptr<EVP_PKEY_CTX, FreeWith<EVP_PKEY_CTX_free>>;
using MdCtxPtr = std::unique_ptr<EVP_MD_CTX, FreeWith<EVP_MD_CTX_free>>;
using BioPtr = std::unique_ptr<BIO, FreeWith<BIO_free_all>>;
using BignumPtr = std::unique_ptr<BIGNUM, FreeWith<BN_free>>;
using X509Ptr = std::unique_ptr<X509, FreeWith<X509_free>>;
using X509ReqPtr = std::unique_ptr<X509_REQ, FreeWith<X509_REQ_free>>;
using X509ExtPtr = std::unique_ptr<X509_EXTENSION, FreeWith<X509_EXTENSION_free>>;
using X509NamePtr = std::unique_ptr<X509_NAME, FreeWith<X509_NAME_free>>;
using X509StorePtr = std::unique_ptr<X509_STORE, FreeWith<X509_STORE_free>>;
using X509StoreCtxPtr = std::unique_ptr<X509_STORE_CTX, FreeWith<X509_STORE_CTX_free>>;

/// Empties this thread's OpenSSL error queue (a stale entry would be reported by the next TLS call).
void clear_openssl_errors();
/// ErrorCode::internal with OpenSSL's own reason; empties the queue.
std::unexpected<Error> openssl_failure(std::string_view what);

bool is_p256(const EVP_PKEY* key);
/// DER SubjectPublicKeyInfo.
Bytes spki_der(const EVP_PKEY* key);
/// The last common name of a distinguished name, UTF-8; empty if there is none.
std::string common_name_of(const X509_NAME* name);
/// CN=`text`. Null if it is empty, over 64 characters or not UTF-8.
X509NamePtr make_name(std::string_view text);

/// A read-only view over `text`, which must outlive it.
BioPtr read_bio(std::string_view text);
/// All bytes written to a memory BIO.
std::string take_text(BIO* bio);

}  // namespace guardline::crypto

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/certificate.h"

#include "core/crypto/digest.h"
#include "core/crypto/openssl_handles.h"

#include <ctime>

#include <openssl/pem.h>
#include <openssl/x509_vfy.h>

namespace guardline::crypto {
namespace {

constexpr std::size_t kMaxPem = 16 * 1024;

Timestamp time_of(const ASN1_TIME* time) {
  std::tm parts{};
  if (ASN1_TIME_to_tm(time, &parts) != 1) return {};
  return Timestamp(std::chrono::seconds(timegm(&parts)));
}

std::string pem_of(auto* object, auto write) {
  const BioPtr bio(BIO_new(BIO_s_mem()));
  if (!bio || write(bio.get(), object) != 1) return {};
  return take_text(bio.get());
}

}  // namespace

Result<Certificate> Certificate::from_pem(std::string_view pem) {
  if (pem.size() > kMaxPem) return fail(ErrorCode::corrupt, "the certificate is too long");
  const BioPtr bio = read_bio(pem);
  X509* x = bio ? PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr) : nullptr;
  clear_openssl_errors();
  if (x == nullptr) return fail(ErrorCode::corrupt, "the certificate can't be read");
  return Certificate(std::shared_ptr<X509>(x, X509_free));
}

Result<Certificate> Certificate::from_der(BytesView der) {
  const unsigned char* at = der.data();
  X509* x = der.size() > kMaxPem ? nullptr : d2i_X509(nullptr, &at, static_cast<long>(der.size()));
  clear_openssl_errors();
  if (x == nullptr) return fail(ErrorCode::corrupt, "the certificate can't be read");
  return Certificate(std::shared_ptr<X509>(x, X509_free));
}

Certificate Certificate::share(x509_st* certificate) {
  X509_up_ref(certificate);
  return Certificate(std::shared_ptr<X509>(certificate, X509_free));
}

std::string Certificate::pem() const {
  return pem_of(certificate_.get(), [](BIO* bio, X509* x) { return PEM_write_bio_X509(bio, x); });
}

Bytes Certificate::der() const {
  unsigned char* data = nullptr;
  const int size = i2d_X509(certificate_.get(), &data);
  Bytes der;
  if (size > 0) der.assign(data, data + size);
  OPENSSL_free(data);
  return der;
}

Digest Certificate::spki_sha256() const {
  const EVP_PKEY* key = X509_get0_pubkey(certificate_.get());
  return crypto::sha256(key == nullptr ? Bytes{} : spki_der(key));
}

Digest Certificate::sha256() const { return crypto::sha256(der()); }

std::string Certificate::common_name() const { return common_name_of(X509_get_subject_name(certificate_.get())); }

std::string Certificate::serial_hex() const {
  const BignumPtr number(ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate_.get()), nullptr));
  char* hex = number ? BN_bn2hex(number.get()) : nullptr;
  std::string text = hex == nullptr ? "" : hex;
  OPENSSL_free(hex);
  return text;
}

Validity Certificate::validity() const {
  return {time_of(X509_get0_notBefore(certificate_.get())), time_of(X509_get0_notAfter(certificate_.get()))};
}

Status Certificate::check(const Certificate& ca, Timestamp at, CertificateUse use) const {
  const X509StorePtr store(X509_STORE_new());
  const X509StoreCtxPtr context(X509_STORE_CTX_new());
  if (!store || !context || X509_STORE_add_cert(store.get(), ca.handle()) != 1 ||
      X509_STORE_CTX_init(context.get(), store.get(), certificate_.get(), nullptr) != 1) {
    return openssl_failure("certificate check");
  }
  X509_STORE_CTX_set_purpose(context.get(),
                             use == CertificateUse::client ? X509_PURPOSE_SSL_CLIENT : X509_PURPOSE_SSL_SERVER);
  X509_VERIFY_PARAM_set_time(X509_STORE_CTX_get0_param(context.get()),
                             std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count());
  const bool ok = X509_verify_cert(context.get()) == 1;
  clear_openssl_errors();
  if (ok) return {};
  return fail(ErrorCode::denied, X509_verify_cert_error_string(X509_STORE_CTX_get_error(context.get())));
}

Result<CertificateRequest> CertificateRequest::make(const PrivateKey& key, std::string_view common_name) {
  const X509NamePtr name = make_name(common_name);
  if (!name) return fail(ErrorCode::invalid_argument, "a common name has 1 to 64 characters of UTF-8");
  X509_REQ* r = X509_REQ_new();
  const std::shared_ptr<X509_REQ> request(r, X509_REQ_free);
  if (r == nullptr || X509_REQ_set_version(r, 0) != 1 || X509_REQ_set_subject_name(r, name.get()) != 1 ||
      X509_REQ_set_pubkey(r, key.handle()) != 1 || X509_REQ_sign(r, key.handle(), EVP_sha256()) <= 0) {
    return openssl_failure("certificate request");
  }
  return CertificateRequest(request);
}

Result<CertificateRequest> CertificateRequest::from_pem(std::string_view pem) {
  if (pem.size() > kMaxPem) return fail(ErrorCode::invalid_argument, "the certificate request is over 16 KiB");
  const BioPtr bio = read_bio(pem);
  X509_REQ* r = bio ? PEM_read_bio_X509_REQ(bio.get(), nullptr, nullptr, nullptr) : nullptr;
  clear_openssl_errors();
  if (r == nullptr) return fail(ErrorCode::invalid_argument, "the certificate request can't be read");
  const std::shared_ptr<X509_REQ> request(r, X509_REQ_free);
  EVP_PKEY* key = X509_REQ_get0_pubkey(r);
  const bool p256 = is_p256(key);
  const bool proven = p256 && X509_REQ_verify(r, key) == 1;
  clear_openssl_errors();
  if (!p256) return fail(ErrorCode::invalid_argument, "the request's key is not an EC P-256 key");
  if (!proven) return fail(ErrorCode::invalid_argument, "the request is not signed by its own key");
  return CertificateRequest(request);
}

std::string CertificateRequest::pem() const {
  return pem_of(request_.get(), [](BIO* bio, X509_REQ* r) { return PEM_write_bio_X509_REQ(bio, r); });
}

Digest CertificateRequest::spki_sha256() const {
  return crypto::sha256(spki_der(X509_REQ_get0_pubkey(request_.get())));
}

std::string CertificateRequest::common_name() const {
  return common_name_of(X509_REQ_get_subject_name(request_.get()));
}

std::string fingerprint_text(const Digest& digest) {
  std::string text;
  for (const char c : to_hex(digest)) {
    if (text.size() % 5 == 4) text.push_back(' ');
    text.push_back(c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c);
  }
  return text;
}

}  // namespace guardline::crypto

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/certificate_authority.h"

#include "core/crypto/openssl_handles.h"
#include "core/crypto/random.h"

#include <algorithm>
#include <vector>

#include <arpa/inet.h>

namespace guardline::crypto {
namespace {

struct Extension {
  int nid;
  std::string value;
};

bool set_serial(X509* x) {
  auto raw = random_array<16>();
  raw[0] = static_cast<std::uint8_t>((raw[0] & 0x7FU) | 0x40U);  // positive, and always the same length
  const BignumPtr number(BN_bin2bn(raw.data(), static_cast<int>(raw.size()), nullptr));
  return number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(x)) != nullptr;
}

bool set_time(ASN1_TIME* time, Timestamp at) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
  return ASN1_TIME_adj(time, seconds, 0, 0) != nullptr;
}

bool add_extensions(X509* x, X509* issuer, const std::vector<Extension>& extensions) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer, x, nullptr, nullptr, 0);
  return std::all_of(extensions.begin(), extensions.end(), [&](const Extension& e) {
    const X509ExtPtr made(X509V3_EXT_conf_nid(nullptr, &context, e.nid, e.value.c_str()));
    return made && X509_add_ext(x, made.get(), -1) == 1;
  });
}

// `issuer` null: self-signed.
Result<std::shared_ptr<X509>> build(EVP_PKEY* subject_key, std::string_view name_text, const Validity& validity,
                                    const Certificate* issuer, EVP_PKEY* issuer_key,
                                    const std::vector<Extension>& extensions) {
  if (validity.not_after <= validity.not_before) {
    return fail(ErrorCode::invalid_argument, "the validity ends before it begins");
  }
  const X509NamePtr name = make_name(name_text);
  if (!name) return fail(ErrorCode::invalid_argument, "a common name has 1 to 64 characters of UTF-8");
  X509* x = X509_new();
  std::shared_ptr<X509> owned(x, X509_free);
  if (x == nullptr) return openssl_failure("certificate");
  X509* const parent = issuer == nullptr ? x : issuer->handle();
  const bool ok = X509_set_version(x, 2) == 1 && set_serial(x) && X509_set_subject_name(x, name.get()) == 1 &&
                  X509_set_issuer_name(x, X509_get_subject_name(parent)) == 1 &&
                  set_time(X509_getm_notBefore(x), validity.not_before) &&
                  set_time(X509_getm_notAfter(x), validity.not_after) && X509_set_pubkey(x, subject_key) == 1 &&
                  add_extensions(x, parent, extensions) && X509_sign(x, issuer_key, EVP_sha256()) > 0;
  if (!ok) return openssl_failure("certificate");
  return owned;
}

bool is_ip(const std::string& host) {
  in6_addr parsed;
  return inet_pton(AF_INET, host.c_str(), &parsed) == 1 || inet_pton(AF_INET6, host.c_str(), &parsed) == 1;
}

// The value is read by OpenSSL's configuration parser: only characters of host names may reach it.
bool is_plain_host(const std::string& host) {
  return !host.empty() && host.size() <= 253 && std::all_of(host.begin(), host.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
           c == ':';
  });
}

}  // namespace

Result<CertificateAuthority> CertificateAuthority::create(std::string_view common_name, const Validity& validity) {
  auto key = PrivateKey::generate();
  if (!key) return std::unexpected(key.error());
  auto built = build(key->handle(), common_name, validity, nullptr, key->handle(),
                     {{NID_basic_constraints, "critical,CA:TRUE,pathlen:0"},
                      {NID_key_usage, "critical,keyCertSign,cRLSign"},
                      {NID_subject_key_identifier, "hash"}});
  if (!built) return std::unexpected(built.error());
  return CertificateAuthority(*std::move(key), Certificate(*std::move(built)));
}

Result<CertificateAuthority> CertificateAuthority::load(std::string_view certificate_pem, std::string_view key_pem) {
  auto certificate = Certificate::from_pem(certificate_pem);
  if (!certificate) return std::unexpected(certificate.error());
  auto key = PrivateKey::from_pem(key_pem);
  if (!key) return std::unexpected(key.error());
  if (X509_check_private_key(certificate->handle(), key->handle()) != 1) {
    clear_openssl_errors();
    return fail(ErrorCode::corrupt, "the authority's key does not belong to its certificate");
  }
  return CertificateAuthority(*std::move(key), *std::move(certificate));
}

Result<Certificate> CertificateAuthority::sign_device(const CertificateRequest& request, std::string_view common_name,
                                                      const Validity& validity) const {
  auto built = build(X509_REQ_get0_pubkey(request.handle()), common_name, validity, &certificate_, key_.handle(),
                     {{NID_basic_constraints, "critical,CA:FALSE"},
                      {NID_key_usage, "critical,digitalSignature"},
                      {NID_ext_key_usage, "clientAuth"},
                      {NID_subject_key_identifier, "hash"},
                      {NID_authority_key_identifier, "keyid:always"}});
  if (!built) return std::unexpected(built.error());
  return Certificate(*std::move(built));
}

Result<Certificate> CertificateAuthority::sign_server(const PrivateKey& key, std::span<const std::string> hosts,
                                                      const Validity& validity) const {
  if (hosts.empty() || !std::all_of(hosts.begin(), hosts.end(), is_plain_host)) {
    return fail(ErrorCode::invalid_argument, "a server certificate needs host names or addresses");
  }
  std::string names;
  for (const std::string& host : hosts) {
    if (!names.empty()) names += ',';
    names += (is_ip(host) ? "IP:" : "DNS:") + host;
  }
  auto built = build(key.handle(), hosts[0].size() <= 64 ? std::string_view(hosts[0]) : "Guardline hub", validity,
                     &certificate_, key_.handle(),
                     {{NID_basic_constraints, "critical,CA:FALSE"},
                      {NID_key_usage, "critical,digitalSignature"},
                      {NID_ext_key_usage, "serverAuth"},
                      {NID_subject_alt_name, names},
                      {NID_subject_key_identifier, "hash"},
                      {NID_authority_key_identifier, "keyid:always"}});
  if (!built) return std::unexpected(built.error());
  return Certificate(*std::move(built));
}

}  // namespace guardline::crypto

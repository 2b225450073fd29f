// TLS as the two listeners need it. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/edge/tls.h"

#include <cstring>

#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

namespace guardline::edge {
namespace {

namespace ssl = boost::asio::ssl;
using boost::system::error_code;

struct FreeX509 {
  void operator()(X509* certificate) const { X509_free(certificate); }
};
struct FreeBignum {
  void operator()(BIGNUM* number) const { BN_free(number); }
};
struct FreeOpenssl {
  void operator()(char* text) const { OPENSSL_free(text); }
};

int choose_alpn(SSL*, const unsigned char** out, unsigned char* out_size, const unsigned char* in, unsigned int in_size,
                void*) {
  static constexpr unsigned char ours[] = "\x08http/1.1";
  unsigned char* chosen = nullptr;
  if (SSL_select_next_proto(&chosen, out_size, ours, sizeof ours - 1, in, in_size) != OPENSSL_NPN_NEGOTIATED) {
    return SSL_TLSEXT_ERR_ALERT_FATAL;
  }
  *out = chosen;
  return SSL_TLSEXT_ERR_OK;
}

Result<std::shared_ptr<ssl::context>> make(const TlsFiles& files, int least_version) {
  auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
  auto* handle = context->native_handle();
  SSL_CTX_set_min_proto_version(handle, least_version);
  SSL_CTX_set_options(handle, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_TICKET | SSL_OP_NO_COMPRESSION);
  SSL_CTX_set_num_tickets(handle, 0);
  SSL_CTX_set_session_cache_mode(handle, SSL_SESS_CACHE_OFF);
  SSL_CTX_set_alpn_select_cb(handle, choose_alpn, nullptr);
  error_code error;
  context->use_certificate_chain_file(files.certificate, error);
  if (error) return fail(ErrorCode::io, "TLS certificate: " + error.message());
  context->use_private_key_file(files.key, ssl::context::pem, error);
  if (error) return fail(ErrorCode::io, "TLS key: " + error.message());
  if (SSL_CTX_check_private_key(handle) != 1) {
    return fail(ErrorCode::invalid_argument, "the TLS key is not that of the certificate");
  }
  return context;
}

}  // namespace

Result<std::shared_ptr<ssl::context>> make_ops_tls(const TlsFiles& files, const std::string& device_ca) {
  auto context = make(files, TLS1_3_VERSION);
  if (!context) return context;
  auto* handle = (*context)->native_handle();
  error_code error;
  (*context)->load_verify_file(device_ca, error);
  if (error) return fail(ErrorCode::io, "device CA: " + error.message());
  // Names our CA in the request, so that a client with several certificates offers the right one.
  STACK_OF(X509_NAME)* names = SSL_load_client_CA_file(device_ca.c_str());
  if (names == nullptr) return fail(ErrorCode::io, "device CA: no certificate in the file");
  SSL_CTX_set_client_CA_list(handle, names);
  // verify_peer without fail_if_no_peer_cert: none is fine (the gate judges), a foreign one is not.
  (*context)->set_verify_mode(ssl::verify_peer);
  return context;
}

Result<std::shared_ptr<ssl::context>> make_public_tls(const TlsFiles& files) { return make(files, TLS1_2_VERSION); }

std::shared_ptr<const PeerCertificate> peer_certificate(::SSL* ssl) {
  const std::unique_ptr<X509, FreeX509> certificate(SSL_get1_peer_certificate(ssl));
  if (!certificate || SSL_get_verify_result(ssl) != X509_V_OK) return nullptr;
  auto peer = std::make_shared<PeerCertificate>();
  unsigned int size = 0;
  X509_digest(certificate.get(), EVP_sha256(), peer->certificate.data(), &size);
  unsigned char* der = nullptr;
  const int length = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate.get()), &der);
  if (length <= 0) return nullptr;
  EVP_Digest(der, static_cast<std::size_t>(length), peer->key.data(), &size, EVP_sha256(), nullptr);
  OPENSSL_free(der);
  const std::unique_ptr<BIGNUM, FreeBignum> serial(
      ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate.get()), nullptr));
  const std::unique_ptr<char, FreeOpenssl> hex(serial ? BN_bn2hex(serial.get()) : nullptr);
  if (hex) peer->serial = hex.get();
  return peer;
}

}  // namespace guardline::edge

// TLS as the console wants it: the hub is known by its key. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/pin.h"

#include "core/crypto/digest.h"

#include <QSslKey>
#include <algorithm>

namespace guardline::app {

std::optional<QSslConfiguration> make_tls(const DeviceIdentity& identity) {
  QSslConfiguration tls;
  tls.setProtocol(QSsl::TlsV1_3OrLater);
  tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
  tls.setCaCertificates({});
  tls.setSslOption(QSsl::SslOptionDisableSessionTickets, true);
  tls.setSslOption(QSsl::SslOptionDisableSessionSharing, true);
  tls.setSslOption(QSsl::SslOptionDisableSessionPersistence, true);
  if (!identity.certificate_pem.empty()) {
    const QSslCertificate certificate(QByteArray::fromStdString(identity.certificate_pem), QSsl::Pem);
    if (certificate.isNull() || !identity.key) return std::nullopt;
    const auto pem = identity.key->pem();
    if (!pem) return std::nullopt;
    QByteArray text(pem->text().data(), static_cast<qsizetype>(pem->size()));
    const QSslKey key(text, QSsl::Ec);
    text.fill('\0');
    // A null key would only show as a TLS error without a cause.
    if (key.isNull()) return std::nullopt;
    tls.setLocalCertificate(certificate);
    tls.setPrivateKey(key);
  }
  return tls;
}

bool has_key(const QSslCertificate& shown, const Digest& pin) {
  if (shown.isNull()) return false;
  const auto der = shown.publicKey().toDer();
  return crypto::sha256(as_bytes(std::string_view(der.constData(), static_cast<std::size_t>(der.size())))) == pin;
}

bool acceptable(const QSslCertificate& shown, const QList<QSslError>& objections, const Digest& pin) {
  return has_key(shown, pin) && std::all_of(objections.begin(), objections.end(), [](const QSslError& objection) {
           switch (objection.error()) {
             case QSslError::SelfSignedCertificate:
             case QSslError::SelfSignedCertificateInChain:
             case QSslError::UnableToGetLocalIssuerCertificate:
             case QSslError::UnableToGetIssuerCertificate:
             case QSslError::UnableToVerifyFirstCertificate:
             case QSslError::CertificateUntrusted:
             case QSslError::HostNameMismatch:
               return true;
             default:
               return false;
           }
         });
}

QUrl hub_url(const std::string& scheme, const std::string& address, const std::string& path) {
  return QUrl(QString::fromStdString(scheme + "://" + address + path), QUrl::StrictMode);
}

}  // namespace guardline::app

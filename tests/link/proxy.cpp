// What may stand between a console and its hub. SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/link/proxy.h"

#include <QFile>
#include <QProcess>
#include <QSslKey>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTimer>
#include <memory>

namespace guardline::app::test {
namespace {

void join(QTcpSocket* one, QTcpSocket* other) {
  const auto copy = [](QTcpSocket* from, QTcpSocket* to) {
    QObject::connect(from, &QIODevice::readyRead, to, [from, to] { to->write(from->readAll()); });
    QObject::connect(from, &QAbstractSocket::disconnected, to, [to] { to->disconnectFromHost(); });
  };
  copy(one, other);
  copy(other, one);
}

QSslConfiguration identity_from(const QString& certificate, const QString& key) {
  QFile certificate_file(certificate);
  QFile key_file(key);
  if (!certificate_file.open(QIODevice::ReadOnly) || !key_file.open(QIODevice::ReadOnly)) qFatal("no identity");
  auto tls = QSslConfiguration::defaultConfiguration();
  tls.setProtocol(QSsl::TlsV1_3OrLater);
  tls.setLocalCertificate(QSslCertificate(&certificate_file, QSsl::Pem));
  tls.setPrivateKey(QSslKey(&key_file, QSsl::Ec));
  tls.setPeerVerifyMode(QSslSocket::VerifyNone);
  if (tls.privateKey().isNull()) qFatal("no key");
  return tls;
}

}  // namespace

class Proxy::Server final : public QTcpServer {
 public:
  explicit Server(Proxy& owner) : QTcpServer(&owner), owner_(owner) {}

 protected:
  void incomingConnection(qintptr descriptor) override { owner_.take(descriptor); }

 private:
  Proxy& owner_;
};

Proxy::Proxy() : server_(new Server(*this)) { server_->listen(QHostAddress::LocalHost); }

QString Proxy::address() const { return QStringLiteral("127.0.0.1:%1").arg(server_->serverPort()); }

void Proxy::cut() {
  cut_ = true;
  for (auto* socket : findChildren<QTcpSocket*>(QString(), Qt::FindDirectChildrenOnly)) socket->abort();
}

void Proxy::forbid_upgrades(const QSslConfiguration& as_hub, const QSslConfiguration& as_device) {
  as_hub_ = as_hub;
  as_device_ = as_device;
}

void Proxy::take(qintptr descriptor) {
  if (cut_) {
    QTcpSocket refused;
    refused.setSocketDescriptor(descriptor);
    refused.abort();
    return;
  }
  as_hub_ ? ending(descriptor) : plain(descriptor);
}

void Proxy::plain(qintptr descriptor) {
  auto* in = new QTcpSocket(this);
  in->setSocketDescriptor(descriptor);
  auto* out = new QTcpSocket(in);
  join(in, out);
  connect(in, &QAbstractSocket::disconnected, in, &QObject::deleteLater);
  out->connectToHost(QHostAddress(QHostAddress::LocalHost), port_);
}

void Proxy::ending(qintptr descriptor) {
  auto* in = new QSslSocket(this);
  in->setSslConfiguration(*as_hub_);
  in->setSocketDescriptor(descriptor);
  auto* out = new QSslSocket(in);
  out->setSslConfiguration(as_device_);
  out->setPeerVerifyMode(QSslSocket::VerifyNone);
  connect(in, &QAbstractSocket::disconnected, in, &QObject::deleteLater);
  connect(out, &QIODevice::readyRead, in, [in, out] { in->write(out->readAll()); });
  connect(out, &QAbstractSocket::disconnected, in, [in] { in->disconnectFromHost(); });
  connect(in, &QIODevice::readyRead, out, [this, in, out] {
    const auto said = in->readAll();
    if (said.contains("Upgrade: websocket")) {
      ++upgrades_refused_;
      in->write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
      in->disconnectFromHost();
      return;
    }
    out->write(said);
  });
  in->startServerEncryption();
  out->connectToHostEncrypted(QStringLiteral("127.0.0.1"), port_);
}

Stranger::Stranger(const QSslConfiguration& identity) {
  server_.setSslConfiguration(identity);
  connect(&server_, &QSslServer::pendingConnectionAvailable, this, [this] {
    while (auto* socket = server_.nextPendingConnection()) {
      ++callers_;
      connect(socket, &QIODevice::readyRead, this, [this, socket] { bytes_ += socket->readAll().size(); });
    }
  });
  server_.listen(QHostAddress::LocalHost);
}

QString Stranger::address() const { return QStringLiteral("127.0.0.1:%1").arg(server_.serverPort()); }

QSslConfiguration fresh_identity() {
  const QTemporaryDir folder;
  const auto key = folder.filePath(QStringLiteral("key"));
  const auto certificate = folder.filePath(QStringLiteral("crt"));
  QProcess openssl;
  openssl.start(QStringLiteral("openssl"),
                {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ec"),
                 QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"),
                 QStringLiteral("-subj"), QStringLiteral("/CN=stranger"), QStringLiteral("-keyout"), key,
                 QStringLiteral("-out"), certificate});
  openssl.waitForFinished();
  return identity_from(certificate, key);
}

QSslConfiguration hub_identity(const QString& hub_folder) {
  return identity_from(hub_folder + QStringLiteral("/keys/tls.crt"), hub_folder + QStringLiteral("/keys/tls.key"));
}

}  // namespace guardline::app::test

// One WebSocket of the stream, from its opening to its end. SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/socket.h"

#include "app/link/pin.h"

#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QWebSocket>

namespace guardline::app {

Socket::Socket(const QUrl& url, const QByteArray& authorization, const QSslConfiguration& tls, const Digest& pin,
               const LinkOptions& options, Hooks hooks, QObject* parent)
    : QObject(parent),
      hooks_(std::move(hooks)),
      // No origin: that header is how the hub tells a browser from a console.
      socket_(new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, nullptr)) {
  socket_->setSslConfiguration(tls);
  socket_->setMaxAllowedIncomingFrameSize(options.answer_bytes);
  socket_->setMaxAllowedIncomingMessageSize(options.answer_bytes);
  if (url.host() == QLatin1String("127.0.0.1") || url.host() == QLatin1String("localhost") ||
      url.host() == QLatin1String("::1")) {
    socket_->setProxy(QNetworkProxy::NoProxy);
  }
  connect(socket_, &QWebSocket::sslErrors, this, [this, pin](const QList<QSslError>& objections) {
    if (acceptable(socket_->sslConfiguration().peerCertificate(), objections, pin)) {
      socket_->ignoreSslErrors(objections);
    } else {
      foreign_ = true;
    }
  });
  connect(socket_, &QWebSocket::connected, this, [this, pin] {
    if (!has_key(socket_->sslConfiguration().peerCertificate(), pin)) return end(End::foreign_hub, 0);
    open_ = true;
    handshake_.stop();
    hooks_.opened();
  });
  connect(socket_, &QWebSocket::textMessageReceived, this, [this](const QString& text) {
    if (!over_) hooks_.message(text);
  });
  connect(socket_, &QWebSocket::pong, this, [this](quint64 elapsed, const QByteArray&) {
    if (!over_) hooks_.pong(std::chrono::milliseconds(elapsed));
  });
  // The library's own name for this signal in 6.4. Before the upgrade `disconnected` may never come, and after an error
  // the close code says "normal": so the state decides.
  connect(socket_, QOverload<QAbstractSocket::SocketError>::of(&QWebSocket::error), this, [this] {
    if (open_) return end(End::closed, 1006);
    end(foreign_ ? End::foreign_hub : End::refused, 0);
  });
  connect(socket_, &QWebSocket::disconnected, this, [this] {
    if (open_) return end(End::closed, socket_->closeCode());
    end(foreign_ ? End::foreign_hub : End::refused, 0);
  });
  handshake_.setSingleShot(true);
  connect(&handshake_, &QTimer::timeout, this, [this] { end(End::refused, 0); });
  handshake_.start(options.handshake);

  QNetworkRequest request(url);
  request.setRawHeader("Authorization", authorization);
  socket_->open(request);
}

Socket::~Socket() {
  socket_->disconnect(this);
  socket_->deleteLater();  // not now: we may be inside one of its signals
}

void Socket::ping() { socket_->ping(); }

void Socket::stop() {
  over_ = true;
  stopped_ = true;
  handshake_.stop();
  socket_->disconnect(this);
}

void Socket::end(End how, std::uint16_t code) {
  if (over_) return;
  over_ = true;
  handshake_.stop();
  // Told from the event loop, so that the owner may destroy us in its answer.
  QTimer::singleShot(0, this, [this, how, code] {
    if (!stopped_) hooks_.ended(how, code);
  });
}

}  // namespace guardline::app
